import { isSameName } from '#core/text/person-name.ts';

/** An employer for comparison: without white space and invisible signs, brackets of one kind. */
function comparableEmployer(employer: string): string {
  return employer.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

export interface Person {
  name: string;
  employer: string;
}

export function haveSameName(one: Person, other: Person): boolean {
  return isSameName(one.name, other.name);
}

export function isSameEmployer(one: Person, other: Person): boolean {
  return comparableEmployer(one.employer) === comparableEmployer(other.employer);
}
