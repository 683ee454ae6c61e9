import type { PlainDate } from '#core/calendar/plain-date.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import { isRounded } from './cell-text.ts';
import type { Cell, Grid } from './grid.ts';

type AgeRule = NonNullable<Programme['rules']['age']>;

/** Identity number and birth of one person: read here, judged here, kept nowhere. */
export interface Birth {
  identity?: { cell: Cell; where: Place } | undefined;
  birth?: { cell: Cell; where: Place } | undefined;
}

/** The programme's age rule on the day the publicity opens; what comes out are findings without any value. */
export function ageFindings(
  { identity, birth }: Birth,
  rule: AgeRule,
  opensOn: PlainDate,
  format: Grid['format'],
  person: Place,
): Finding[] {
  const findings: Finding[] = [];
  const fromIdentity = identity && filled(identity.cell) ? identityBirth(identity.cell) : undefined;
  if (identity && filled(identity.cell) && fromIdentity === undefined) {
    findings.push(finding(isRounded(identity.cell) ? 'import-long-number' : 'import-identity-wrong', identity.where));
  }
  const fromBirth = birth && filled(birth.cell) ? birthOf(birth.cell, format) : undefined;
  if (birth && filled(birth.cell) && isMonthLost(birth.cell, format)) {
    return [...findings, finding('import-birth-number', birth.where)];
  }
  if (fromIdentity && fromBirth && !agree(fromIdentity, fromBirth) && birth) {
    findings.push(finding('import-birth-disagrees', birth.where));
  }
  const known = fromIdentity ?? fromBirth;
  if (!known) return [...findings, finding('import-age-unknown', person, { clause: rule.clause })];
  const [youngest, oldest] = agesOn(known, opensOn);
  const args = { atMost: rule.atMost, opensOn, clause: rule.clause };
  if (youngest > rule.atMost) {
    findings.push(finding(rule.strength === 'must' ? 'import-age-over' : 'import-age-over-generally', person, args));
  } else if (oldest > rule.atMost) findings.push(finding('import-age-uncertain', person, args));
  return findings;
}

/** A month typed as a number: 1975.10 has become 1975.1, and nobody can tell it from January. */
export function isMonthLost({ kind, number, text }: Cell, format: Grid['format']): boolean {
  const digits = text.normalize('NFKC').trim();
  // Excel writes its loss into a CSV, too.
  return (kind === 'number' || format === 'csv') &&
    /^(?:19|20)\d{2}\.1$/u.test(kind === 'number' ? digits : text.trim())
    ? true
    : kind === 'number' && number !== undefined && number > 1000 && number < 100_000 && /^\d{5}$/u.test(digits);
}

interface Day {
  year: number;
  month?: number;
  day?: number;
}

function filled({ text }: Cell): boolean {
  return text.trim() !== '';
}

/** `1975.03`, `1975年3月`, `197206`, `19750302`, a date cell as `1975-03-02`. */
function birthOf(cell: Cell, format: Grid['format']): Day | undefined {
  if (isMonthLost(cell, format)) return undefined;
  const plain = cell.text.normalize('NFKC').replace(/\s/gu, '');
  const found =
    /^((?:19|20)\d{2})[年.\-/](\d{1,2})(?:[月.\-/](?:(\d{1,2})日?)?)?(?:生|出生)?$/u.exec(plain) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})?$/u.exec(plain);
  if (!found) return undefined;
  const [month, day] = [Number(found[2]), found[3] === undefined ? undefined : Number(found[3])];
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { year: Number(found[1]), month, ...(day !== undefined && { day }) };
}

/** 18 digits with the right check digit (GB 11643). */
function identityBirth({ text, kind }: Cell): Day | undefined {
  const plain = text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  const found = /^\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/u.exec(plain);
  if (kind === 'number' || !found) return undefined;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(plain[index]), 0);
  if ('10X98765432'[sum % 11] !== plain[17]) return undefined;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function agree(a: Day, b: Day): boolean {
  return (
    a.year === b.year &&
    (a.month === undefined || b.month === undefined || a.month === b.month) &&
    (a.day === undefined || b.day === undefined || a.day === b.day)
  );
}

/** Completed years, 周岁, at least and at most: a month alone leaves its days open. */
function agesOn({ year, month, day }: Day, on: PlainDate): [number, number] {
  const [nowYear, nowMonth, nowDay] = on.split('-').map(Number) as [number, number, number];
  const at = (m: number, d: number): number =>
    nowYear - year - (m > nowMonth || (m === nowMonth && d > nowDay) ? 1 : 0);
  return [at(month ?? 12, day ?? 31), at(month ?? 1, day ?? 1)];
}
