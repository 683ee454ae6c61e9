import type { Instant } from '#core/calendar/date-arithmetic.ts';
import type { FaultCode } from './fault.ts';
import type { Ledger } from './ledger.ts';

export interface Freshness {
  now: Instant;
  /** In milliseconds. */
  maxAge: number;
}

/** Clocks of two machines differ; less than this says nothing. */
const CLOCKS = 120_000;
const UNITS = [
  ['天', 86_400_000],
  ['小时', 3_600_000],
  ['分钟', 60_000],
] as const;

/** When the last entry was made, by the clock of whoever made it; none in an empty ledger or where it is no instant. */
export function lastInstant({ entries }: Pick<Ledger, 'entries'>): Instant | undefined {
  const at = entries.at(-1)?.at ?? '';
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(at) ? Date.parse(at) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** A release may be genuine and yet be one of long ago, served again: that alone no signature shows. */
export function judgeAge(
  ledger: Ledger,
  { now, maxAge }: Freshness,
  add: (code: FaultCode, where: string) => void,
): void {
  const last = lastInstant(ledger);
  if (last === undefined) add('ledger-unreadable', String(ledger.lines.length));
  else if (last > now + CLOCKS) add('clock-behind', chinaText(last));
  else if (now - last > maxAge) add('outdated', `账本最后一条是 ${ageText(last, now)}`);
}

/** `2026-11-25T10:00:00+08:00，5 天以前`. */
export function ageText(last: Instant, now: Instant): string {
  const age = now - last;
  const [word, unit] = UNITS.find(([, of]) => age >= of) ?? UNITS[2];
  const told = age < 0 ? '比本机时钟还晚' : age < unit ? '刚刚' : `${Math.floor(age / unit)} ${word}以前`;
  return `${chinaText(last)}，${told}`;
}

/** As `chinaIsoInstant`: two scripts of the site that share a module would make a file of it, and a page is one request. */
function chinaText(instant: Instant): string {
  return `${new Date(instant + 28_800_000).toISOString().slice(0, 19)}+08:00`;
}
