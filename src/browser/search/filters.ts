import type { SearchFilter } from '#core/search/find-people.ts';
import type { PeopleDirectory } from '#core/search/people-index.ts';
import { part } from './part.ts';

const SELECTS = ['programme', 'year', 'district', 'state'] as const;

/** What the address asked for, until its option is there to be chosen. */
const asked = new Map<string, string>();

export function chosenFilter(form: HTMLFormElement): SearchFilter {
  const value = (name: string): string | undefined => {
    const field = form.elements.namedItem(name) as HTMLSelectElement | HTMLInputElement;
    return (field.value.trim() || asked.get(name)) ?? undefined;
  };
  const year = value('year');
  return {
    programme: value('programme'),
    year: year === undefined ? undefined : Number(year),
    district: value('district'),
    trade: value('trade'),
    state: value('state'),
  };
}

/** The values of the whole site; districts come with the people. */
export function fillFilters(form: HTMLFormElement, { rounds }: PeopleDirectory): void {
  offer(
    form,
    'programme',
    rounds.map(({ programme }) => programme),
  );
  offer(
    form,
    'year',
    rounds.map(({ year }) => String(year)),
  );
  offer(
    form,
    'state',
    rounds.map(({ state }) => state),
  );
  part('.filters', form).hidden = false;
}

export function offerDistricts(form: HTMLFormElement, districts: readonly string[]): void {
  offer(form, 'district', districts);
}

/** Takes over what the address says. */
export function showFilter(form: HTMLFormElement, address: URLSearchParams): void {
  for (const name of SELECTS) {
    const value = address.get(name);
    if (value !== null && value !== '') asked.set(name, value);
    (form.elements.namedItem(name) as HTMLSelectElement).addEventListener('change', () => asked.delete(name));
  }
  (form.elements.namedItem('trade') as HTMLInputElement).value = address.get('trade') ?? '';
  if (asked.size > 0 || address.get('trade')) part<HTMLDetailsElement>('.filters', form).open = true;
}

function offer(form: HTMLFormElement, name: (typeof SELECTS)[number], values: readonly string[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement;
  for (const value of [...new Set(values)]) {
    if ([...select.options].some((option) => option.value === value)) continue;
    select.add(new Option(name === 'year' ? `${value}年` : value, value));
  }
  const wanted = asked.get(name);
  if (wanted !== undefined && [...select.options].some(({ value }) => value === wanted)) {
    select.value = wanted;
    asked.delete(name);
  }
}
