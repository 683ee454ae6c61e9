/**
 * 现在能打电话吗: whether an office is at work. Runs in the browser, with the days of the work calendar computed at the build, and
 * therefore with no import but types: what two scripts of a page share would be a request of its own.
 */
export type Calling =
  /** `until`: minutes of the day at which the reception ends. */
  | { state: 'now'; until: number }
  /** At work again at `at` minutes of the day that lies so many days ahead; 0 is today. */
  | { state: 'later'; date: string; at: number; daysAhead: number }
  /** Not now; no notice says yet which day is the next at work. */
  | { state: 'not-now' }
  /** Today is a day that no notice rules yet: nobody may read that as closed. */
  | { state: 'unknown' }
  /** The days handed in end before today; the hours alone can be said. */
  | { state: 'out-of-reach' };

/** `w` a day at work, `o` a day off, `u` unknown; the first letter is of `from`, `2026-11-25`. */
export interface WorkDays {
  from: string;
  kinds: string;
}

/** Minutes of the day, in order. */
export type Hours = readonly (readonly [from: number, to: number])[];

/** `now` in milliseconds; days and minutes are China's. */
export function callingAt({ from, kinds }: WorkDays, hours: Hours, now: number): Calling {
  const local = now + OFFSET;
  const index = Math.floor((local - Date.parse(`${from}T00:00:00Z`)) / DAY);
  const kind = (ahead: number): string => kinds[index + ahead] ?? '';
  const later = (daysAhead: number, at: number): Calling => ({
    state: 'later',
    date: new Date(local + daysAhead * DAY).toISOString().slice(0, 10),
    at,
    daysAhead,
  });
  if (index < 0 || kind(0) === '') return { state: 'out-of-reach' };
  if (kind(0) === 'u') return { state: 'unknown' };
  if (kind(0) === 'w') {
    const minutes = Math.floor((local % DAY) / 60_000);
    const present = hours.find(([begins, ends]) => begins <= minutes && minutes < ends);
    if (present) return { state: 'now', until: present[1] };
    const next = hours.find(([begins]) => begins > minutes);
    if (next) return later(0, next[0]);
  }
  for (let ahead = 1; kind(ahead) === 'w' || kind(ahead) === 'o'; ahead += 1) {
    if (kind(ahead) === 'w') return later(ahead, hours[0]?.[0] ?? 0);
  }
  return { state: 'not-now' };
}

/** What one does there, and what to do where nobody knows: `打电话`, `可以打电话试试`. */
export interface Deed {
  deed: string;
  unsure: string;
}

/** Empty where nothing can be said. */
export function callingWords(calling: Calling, { deed, unsure }: Deed): string {
  switch (calling.state) {
    case 'now':
      return `现在可以${deed}，办公到${clock(calling.until)}。`;
    case 'later':
      return `现在不是办公时间，${day(calling)}${clock(calling.at)}起办公。`;
    case 'not-now':
      return '现在不是办公时间，下一个办公日要等放假通知公布。';
    case 'unknown':
      return `今天是否上班还没有放假通知可查，${unsure}。`;
    case 'out-of-reach':
      return '';
  }
}

const DAY = 86_400_000;
// China knows no summer time.
const OFFSET = 28_800_000;

function day({ date, daysAhead }: Extract<Calling, { state: 'later' }>): string {
  if (daysAhead === 0) return '今天';
  const weekday = '日一二三四五六'[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const written = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（星期${weekday}）`;
  return daysAhead === 1 ? `明天${written}` : written;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
