import { simplified } from '../search/traditional.ts';
import { looksAlike, soundsAlike } from './han.ts';
import { nameKey } from './person-name.ts';

/**
 * Whether a corrected name can be a slip of the old one: every sign stands still, or was taken for one that sounds or looks alike, or
 * one was left out or typed too much; and half of the signs at least are the very same. 王磊 and 王蕾 are; 王磊 and 王强, who share a
 * surname, are two people. In long names (阿卜杜热合曼·买买提) one sign in five may be any other.
 */
export function isSlip(old: string, now: string): boolean {
  const [before, after] = [signsOf(old), signsOf(now)];
  const longer = Math.max(before.length, after.length);
  if (longer === 0) return true;
  // The same signs in another order: 国建 for 建国.
  if ([...before].sort().join('') === [...after].sort().join('')) return true;
  const allowed = longer < LONG ? 0 : Math.floor(longer / LONG);
  const { same, alike, other, gaps } = aligned(before, after);
  return same * 2 >= longer && other <= allowed && gaps <= Math.max(1, allowed) && alike + gaps <= longer / 2 + allowed;
}

/** From how many signs on one in as many may be any other. */
const LONG = 5;

function signsOf(name: string): string[] {
  return [...nameKey(name)].map((sign) => simplified.get(sign) ?? sign);
}

interface Alignment {
  same: number;
  alike: number;
  other: number;
  gaps: number;
  cost: number;
}

/** The cheapest way from one name to the other, sign by sign. */
function aligned(before: readonly string[], after: readonly string[]): Alignment {
  const nothing: Alignment = { same: 0, alike: 0, other: 0, gaps: 0, cost: 0 };
  let row = after.reduce<Alignment[]>((done, _, index) => [...done, step(done[index] ?? nothing, 'gaps')], [nothing]);
  for (const sign of before) {
    const above = row;
    row = after.reduce<Alignment[]>(
      (done, other, index) => {
        const how = sign === other ? 'same' : soundsAlike(sign, other) || looksAlike(sign, other) ? 'alike' : 'other';
        const ways = [
          step(above[index] ?? nothing, how),
          step(above[index + 1] ?? nothing, 'gaps'),
          step(done[index] ?? nothing, 'gaps'),
        ];
        return [...done, ways.reduce((best, way) => (way.cost < best.cost ? way : best))];
      },
      [step(above[0] ?? nothing, 'gaps')],
    );
  }
  return row.at(-1) ?? nothing;
}

const COST = { same: 0, alike: 1, gaps: 1.5, other: 4 } as const;

function step(from: Alignment, how: keyof typeof COST): Alignment {
  return { ...from, [how]: from[how] + 1, cost: from.cost + COST[how] };
}
