import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The life of a notice told a second time, with other data (chinese-days) and another way of counting: no stretches, no windows, only a
 * walk over days that asks of each whether it counts. Dates are texts, instants milliseconds.
 */
export interface Act {
  kind: string;
  at: number;
  /** New close, day of resumption, or first day of 重新公示. */
  day?: string;
  closes?: string;
  people?: readonly string[];
}

export interface Story {
  published: number;
  opensOn: string;
  length: number;
  working: boolean;
  nextDay: boolean;
  closingTime: '24:00' | '17:00';
  announced: number | undefined;
  conferred: readonly string[];
  people: readonly string[];
}

interface Told {
  round: number;
  opens: string;
  need: number;
  gaps: { from: string; to: string | undefined; since: number; until: number | undefined }[];
  notice: boolean;
  withdrawn: Set<string>;
  revoked: Set<string>;
  wholly: boolean;
}

/** What the acts up to an instant have made of it, and which of them were taken. */
export function tell(story: Story, acts: readonly Act[], until: number): { told: Told; taken: boolean[] } {
  const told: Told = {
    round: 1,
    opens: story.opensOn,
    need: story.length,
    gaps: [],
    notice: true,
    withdrawn: new Set(),
    revoked: new Set(),
    wholly: false,
  };
  return { told, taken: acts.filter(({ at }) => at <= until).map((act) => take(story, told, act)) };
}

/** `open 1 3/5 today`, `suspended 1/5`, `announced some`. */
export function stateIn(story: Story, told: Told, now: number): string {
  if (now < story.published) return 'scheduled';
  if (!told.notice) return 'withdrawn';
  if (story.announced !== undefined && now >= story.announced) {
    return `announced ${told.wholly ? 'whole' : told.revoked.size > 0 ? 'some' : 'none'}`;
  }
  const paused = told.gaps.find(({ since, until }) => since <= now && (until === undefined || now < until));
  if (paused) return `suspended ${countTo(story, told, addDays(paused.from, -1))}/${told.need}`;
  if (now < startOf(told.opens)) return 'before';
  if (now >= endOf(story, closeOf(story, told) ?? '9999-12-31')) return 'closed';
  const today = dayOf(now);
  return `open ${told.round} ${countTo(story, told, today)}/${told.need}${counts(story, told, today) ? ' today' : ''}`;
}

/** The day on which the last day needed ends; `undefined` while the window stands still. */
export function closeOf(story: Story, told: Told): string | undefined {
  if (told.gaps.some(({ to }) => to === undefined)) return undefined;
  let left = told.need;
  for (let day = told.opens; ; day = addDays(day, 1)) {
    if (counts(story, told, day)) left -= 1;
    if (left === 0) return day;
  }
}

/** Of a window that stands still: the close it had before it was stopped. */
export function lastClose(story: Story, told: Told): string | undefined {
  return closeOf(story, { ...told, gaps: told.gaps.slice(0, -1) });
}

function countTo(story: Story, told: Told, last: string): number {
  let count = 0;
  for (let day = told.opens; day <= last; day = addDays(day, 1)) if (counts(story, told, day)) count += 1;
  return count;
}

function counts(story: Story, told: Told, day: string): boolean {
  if (story.working && !isWorkday(day)) return false;
  if (story.nextDay && day === told.opens) return false;
  return !told.gaps.some(({ from, to }) => from <= day && (to === undefined || day < to));
}

function take(story: Story, told: Told, { kind, at, day = '', closes = '', people = [] }: Act): boolean {
  const state = stateIn(story, told, at).split(' ')[0] ?? '';
  const in_ = (...states: string[]): boolean => states.includes(state);
  switch (kind) {
    case 'correction':
      return in_('before', 'open', 'suspended', 'closed', 'announced');
    case 'extension':
      if (!in_('before', 'open') || day <= (closeOf(story, told) ?? '')) return false;
      told.need = countTo(story, told, day);
      return true;
    case 'suspension':
      if (!in_('open')) return false;
      told.gaps.push({ from: dayOf(at), to: undefined, since: at, until: undefined });
      return true;
    case 'resumption': {
      const last = told.gaps.at(-1);
      if (!in_('suspended') || !last || last.to !== undefined) return false;
      if (startOf(day) < at) return false;
      last.to = day;
      last.until = startOf(day);
      return true;
    }
    case 're-publicity': {
      const before = closeOf(story, told) ?? lastClose(story, told);
      if (!in_('before', 'open', 'suspended', 'closed') || endOf(story, day) <= at) return false;
      if (before !== undefined && closes < before) return false;
      Object.assign(told, { round: told.round + 1, opens: day, need: story.length, gaps: [] });
      return true;
    }
    case 'withdraw-candidate': {
      const [person = ''] = people;
      if (!in_('before', 'open', 'suspended', 'closed')) return false;
      if (!story.people.includes(person) || told.withdrawn.has(person)) return false;
      told.withdrawn.add(person);
      return true;
    }
    case 'withdraw-notice':
      if (!in_('before', 'open', 'suspended', 'closed')) return false;
      told.notice = false;
      return true;
    default: {
      if (!in_('announced')) return false;
      if (people.length === 0) {
        if (told.wholly) return false;
        told.wholly = true;
        return true;
      }
      if (told.wholly || people.some((one) => !story.conferred.includes(one) || told.revoked.has(one))) return false;
      for (const one of people) told.revoked.add(one);
      return true;
    }
  }
}

const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8')) as Record<'holidays' | 'workdays', object>;

export function isWorkday(day: string): boolean {
  return day in workdays || (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !(day in holidays));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function dayOf(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

export function endOf({ closingTime }: Pick<Story, 'closingTime'>, day: string): number {
  return closingTime === '24:00' ? startOf(day) + 86_400_000 : Date.parse(`${day}T17:00:00+08:00`);
}
