/** A name for comparison: without spaces and without the dot between parts of a name, which is typed in six ways. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').replace(/[\s·•・‧∙.]/gu, '');
}

/** An employer for comparison: without spaces, brackets of one kind. */
export function comparableEmployer(employer: string): string {
  return employer.normalize('NFKC').replace(/\s/gu, '');
}

export interface Person {
  name: string;
  employer: string;
}

export function isSameName(one: Person, other: Person): boolean {
  return comparableName(one.name) === comparableName(other.name);
}

export function isSameEmployer(one: Person, other: Person): boolean {
  return comparableEmployer(one.employer) === comparableEmployer(other.employer);
}
