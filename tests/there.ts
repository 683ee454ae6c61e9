import { AssertionError } from 'node:assert';

/** The value, which the test takes to be there: a test that looks where nothing is fails at that line, not ten lines later. */
export function there<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null)
    throw new AssertionError({ message: 'There is nothing where the test looks.', stackStartFn: there });
  return value;
}
