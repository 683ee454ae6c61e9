import type { DigitGroups } from './digit-group.ts';

/**
 * Marks the groups that belong to a date, a time of day, a span of years, an amount with thousands, an address of the
 * internet or a pair of decimals: no telephone, card or account is put together from them.
 */
export function lawfulGroups(groups: DigitGroups): Uint8Array {
  const lawful = new Uint8Array(groups.count);
  for (let first = 0; first < groups.count; first += 1) {
    const taken = lengthOfForm(groups, first);
    if (taken > 0) lawful.fill(1, first, first + taken);
  }
  return lawful;
}

/** How many groups from `first` on make up a lawful form; 0 when they do not. */
function lengthOfForm(groups: DigitGroups, first: number): number {
  if (groups.gapNumber(first) === 0 || groups.length(first) > 4) return 0;
  switch (groups.gap(first).key) {
    case '-':
      return years(groups, first) || date(groups, first, '-') || standard(groups, first);
    case '~':
      return years(groups, first);
    case '/':
    case ' ':
      return date(groups, first, groups.gap(first).key);
    case '.':
      return date(groups, first, '.') || internetAddress(groups, first) || decimals(groups, first);
    case ':':
      return timeOfDay(groups, first);
    case ',':
      return amount(groups, first);
    default:
      return 0;
  }
}

function date(groups: DigitGroups, first: number, sign: string): number {
  if (!isYear(groups, first) || groups.gap(first + 1).key !== sign || continues(groups, first, 3, sign)) return 0;
  return inRange(groups, first + 1, 1, 12) && inRange(groups, first + 2, 1, 31) ? 3 : 0;
}

function timeOfDay(groups: DigitGroups, first: number): number {
  const before = first > 0 && groups.gap(first - 1).key === ':';
  if (before || !inRange(groups, first, 0, 24) || groups.length(first + 1) !== 2) return 0;
  if (!inRange(groups, first + 1, 0, 59)) return 0;
  if (groups.gap(first + 1).key !== ':') return 2;
  if (groups.length(first + 2) !== 2 || !inRange(groups, first + 2, 0, 60)) return 0;
  const after = groups.gap(first + 2).key;
  return after === ':' ? 0 : after === '.' ? 4 : 3;
}

function years(groups: DigitGroups, first: number): number {
  return isYear(groups, first) && isYear(groups, first + 1) && !continues(groups, first, 2, '-') ? 2 : 0;
}

/** GB/T 9704-2012: letters, number, year. */
function standard(groups: DigitGroups, first: number): number {
  if (groups.length(first + 1) !== 4 || !isYear(groups, first + 1)) return 0;
  const before = groups.text.slice(Math.max(0, groups.start(first) - 4), groups.start(first));
  return /[A-Z] ?$/.test(before) ? 2 : 0;
}

function internetAddress(groups: DigitGroups, first: number): number {
  for (let part = first; part < first + 4; part += 1) {
    if (!inRange(groups, part, 0, 255) || (part < first + 3 && groups.gap(part).key !== '.')) return 0;
  }
  return continues(groups, first, 4, '.') ? 0 : 4;
}

function amount(groups: DigitGroups, first: number): number {
  if ((first > 0 && groups.gap(first - 1).key === ',') || groups.length(first) > 3) return 0;
  let last = first;
  while (groups.gap(last).key === ',' && groups.length(last + 1) === 3) last += 1;
  return last === first || groups.gap(last).key === ',' ? 0 : last + 1 - first;
}

function decimals(groups: DigitGroups, first: number): number {
  if (groups.length(first) > 3 || groups.length(first + 2) > 3 || groups.length(first + 3) === 0) return 0;
  const between = groups.gap(first + 1);
  if (between.key === '.' || between.class === 'none' || groups.gap(first + 2).key !== '.') return 0;
  return continues(groups, first, 4, '.') ? 0 : 4;
}

/** Whether a neighbour is tied on by the same sign, so that the groups are part of something longer. */
function continues(groups: DigitGroups, first: number, length: number, sign: string): boolean {
  return (first > 0 && groups.gap(first - 1).key === sign) || groups.gap(first + length - 1).key === sign;
}

function isYear(groups: DigitGroups, index: number): boolean {
  return groups.length(index) === 4 && /^(?:19|20)/.test(groups.digitsOf(index));
}

function inRange(groups: DigitGroups, index: number, least: number, most: number): boolean {
  const length = groups.length(index);
  if (length === 0 || length > 3) return false;
  const value = Number(groups.digitsOf(index));
  return value >= least && value <= most;
}
