import type { Claim } from './claims.ts';

/** What the data of a round say, for its texts to be held against. */
export interface Facts {
  /** Every day the data name: `2024-09-18`. */
  dates: ReadonlySet<string>;
  /** Last days of anything, and of the publicity alone; first days of anything. */
  ends: ReadonlySet<string>;
  closes: ReadonlySet<string>;
  /** First days of the publicity alone. */
  opens: ReadonlySet<string>;
  starts: ReadonlySet<string>;
  /** The year that a day without one is of. */
  years: ReadonlySet<number>;
  /** Every hour the data name, `17:00`, and the one at which the publicity closes. */
  hours: ReadonlySet<string>;
  closingTime: string;
  /** How many people, in all and by tier: the name of a tier → the counts it can have. */
  counts: ReadonlySet<number>;
  tiers: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many the rules have room for: said of the rules, not of the list. */
  places: number | undefined;
  length: { length: number; unit: 'working' | 'calendar' } | undefined;
  /** Digits of every telephone, with and without the area code; mailboxes; postcodes. */
  lines: ReadonlySet<string>;
  mailboxes: ReadonlySet<string>;
  postcodes: ReadonlySet<string>;
}

/** What the data say instead of a claim they contradict; `undefined` where the two agree. */
export function contradiction(claim: Claim, facts: Facts): string | undefined {
  switch (claim.kind) {
    case 'date':
      return wrongDate(claim, facts);
    case 'hour':
      return wrongHour(claim, facts);
    case 'count':
      return wrongCount(claim, facts);
    case 'length': {
      const { length: of } = facts;
      if (!of || (of.length === claim.length && of.unit === claim.unit)) return undefined;
      return `公示期是${of.length}${of.unit === 'working' ? '个工作日' : '天'}`;
    }
    case 'telephone':
      return facts.lines.has(claim.digits)
        ? undefined
        : `电话是${[...facts.lines].filter(isWhole).join('、') || '没有写'}`;
    case 'mailbox':
      return facts.mailboxes.has(claim.address) ? undefined : `邮箱是${[...facts.mailboxes].join('、') || '没有写'}`;
    case 'postcode':
      return facts.postcodes.has(claim.digits) ? undefined : `邮编是${[...facts.postcodes].join('、') || '没有写'}`;
  }
}

type Of<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

function wrongDate({ year, month, day, role, weekday, sentence }: Of<'date'>, facts: Facts): string | undefined {
  const years = year === undefined ? [...facts.years] : [year];
  const possible = years.map((one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  // Whoever speaks of objections speaks of the end of the publicity and of no other.
  const ofPublicity = role === 'end' && /异议|反映|公示期|公示时间|公示至|公示到|意见/u.test(sentence);
  const opensIt = role === 'start' && /公示(?:期|时间|自|从|于|将)/u.test(sentence);
  const known = opensIt
    ? facts.opens
    : ofPublicity
      ? facts.closes
      : role === 'end'
        ? facts.ends
        : role === 'start'
          ? facts.starts
          : facts.dates;
  const right = possible.filter((date) => known.has(date));
  if (right.length === 0) {
    if (opensIt) return `公示首日是${[...facts.opens].join('、')}`;
    if (ofPublicity) return `公示截止日是${[...facts.closes].join('、')}`;
    return possible.some((date) => facts.dates.has(date)) ? '数据里这一天是另一件事' : '数据里没有这个日期';
  }
  if (weekday === undefined) return undefined;
  const wanted = weekday === '天' ? '日' : weekday;
  const days = right.map((date) => '日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay()));
  return days.includes(wanted) ? undefined : `那一天是星期${days.join('、')}`;
}

function wrongHour({ hour, minute, half, role, sentence }: Of<'hour'>, facts: Facts): string | undefined {
  const text = (h: number): string => `${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const hours =
    half === 'afternoon' && hour < 12 ? [hour + 12] : half === 'morning' || hour >= 12 ? [hour] : [hour, hour + 12];
  const possible = hours.map(text);
  const atClose = role === 'end' && /异议|反映|公示|意见/u.test(sentence);
  if (atClose) return possible.includes(facts.closingTime) ? undefined : `公示在当天 ${facts.closingTime} 截止`;
  return possible.some((one) => facts.hours.has(one)) ? undefined : '数据里没有这个钟点';
}

function wrongCount({ count, around, sentence }: Of<'count'>, { counts, tiers, places }: Facts): string | undefined {
  const [before, after] = around.map((text) => text.replace(/["'“”‘’「」]/gu, ''));
  // `4名“十大澄湖工匠”`, `“十大澄湖工匠”4人`: a number right beside the name of a tier is that tier's.
  const names = [...tiers.keys()].sort((a, b) => b.length - a.length);
  const beside = names.find((name) => after?.startsWith(name) || before?.endsWith(name));
  const named = names.filter((name) => sentence.includes(name)).flatMap((name) => [...(tiers.get(name) ?? [])]);
  const ofRule = places !== undefined && /名额|计划|选树|评选/u.test(sentence) ? [places] : [];
  const known = new Set([...((beside && tiers.get(beside)) ?? [...counts, ...named]), ...ofRule]);
  // Where the one tier is called as the whole, the sum bears its name too.
  if (known.has(count) || (beside !== undefined && names.length === 1 && counts.has(count))) return undefined;
  return `数据里是${[...known].map((one) => `${one}人`).join('、')}`;
}

function isWhole(digits: string, _: number, all: readonly string[]): boolean {
  return !all.some((other) => other !== digits && other.endsWith(digits));
}
