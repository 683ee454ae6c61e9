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
  /** Whom the result names; nobody need be on the list. */
  conferred: readonly string[];
  /** 补充公布. */
  again: { at: number; conferred: readonly string[] } | undefined;
  /** Everybody of the list, the reserves last. */
  people: readonly string[];
  reserves: readonly string[];
}

interface Told {
  round: number;
  opens: string;
  need: number;
  gaps: { from: string; to: string | undefined; since: number; until: number | undefined }[];
  notice: boolean;
  withdrawn: Set<string>;
  /** Put off, and whether that is over. */
  deferred: Map<string, boolean>;
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
    deferred: new Map(),
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
      const late = in_('announced') && told.deferred.has(person) && !namedBy(story, at).includes(person);
      if (!in_('before', 'open', 'suspended', 'closed') && !late) return false;
      if (!story.people.includes(person) || told.withdrawn.has(person)) return false;
      told.withdrawn.add(person);
      return true;
    }
    case 'deferral': {
      if (!in_('before', 'open', 'suspended', 'closed')) return false;
      const open = (one: string): boolean =>
        story.people.includes(one) && !told.withdrawn.has(one) && told.deferred.get(one) !== false;
      if (!people.every(open)) return false;
      for (const one of people) told.deferred.set(one, false);
      return true;
    }
    case 'lift-deferral':
      if (!in_('before', 'open', 'suspended', 'closed', 'announced')) return false;
      if (people.some((one) => told.deferred.get(one) !== false || told.withdrawn.has(one))) return false;
      for (const one of people) told.deferred.set(one, true);
      return true;
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
      const named = namedBy(story, at);
      if (told.wholly || people.some((one) => !named.includes(one) || told.revoked.has(one))) return false;
      for (const one of people) told.revoked.add(one);
      return true;
    }
  }
}

/** Whom the documents public by an instant name. */
export function namedBy({ announced, conferred, again }: Story, now: number): string[] {
  if (announced === undefined || now < announced) return [];
  return [...conferred, ...(again && again.at <= now ? again.conferred : [])];
}

/** The state of one person, in one word. */
export function personIn(story: Story, told: Told, person: string, now: number): string {
  if (now < story.published) return 'shortlisted';
  if (told.withdrawn.has(person) || !told.notice) return 'withdrawn';
  const deferral = told.deferred.get(person);
  if (story.announced === undefined || now < story.announced) return deferral === false ? 'deferred' : 'candidate';
  if (namedBy(story, now).includes(person)) return told.wholly || told.revoked.has(person) ? 'revoked' : 'honouree';
  return deferral === undefined ? 'notConferred' : 'deferred';
}

/** What is wrong with whom the documents name, one word a fault, told without the rules: by counting places and walking the list. */
export function faultsOf(story: Story, acts: readonly Act[]): Set<string> {
  const faults = new Set<string>();
  const own = story.people.filter((one) => !story.reserves.includes(one));
  const documents = [
    ...(story.announced === undefined ? [] : [{ at: story.announced, conferred: story.conferred }]),
    ...(story.announced !== undefined && story.again ? [story.again] : []),
  ];
  documents.forEach(({ at, conferred }, index) => {
    const { told } = tell(story, acts, at - 1);
    const earlier = index === 0 ? [] : (documents[0]?.conferred ?? []);
    // A revocation of the whole decision leaves no place taken by it.
    const standing = earlier.filter((one) => !told.revoked.has(one) && !told.wholly);
    const held = [...standing, ...conferred];
    if (conferred.some((one) => !story.people.includes(one))) faults.add('outsider');
    if (conferred.some((one) => told.withdrawn.has(one))) faults.add('withdrawn');
    if (conferred.some((one) => told.deferred.get(one) === false)) faults.add('deferred');
    const taken = held.filter((one) => !story.reserves.includes(one)).length;
    const up = held.filter((one) => story.reserves.includes(one)).length;
    const fresh = conferred.filter((one) => story.reserves.includes(one)).length;
    if (fresh > 0 && up > Math.max(0, own.length - taken)) faults.add('no-vacancy');
  });
  return faults;
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
