import type { DigitGroups } from './digit-group.ts';
import type { Attached } from './label.ts';

/** Words in brackets behind a number, or right in front, that say whose telephone it is: 5891234（家）, (办)5891234. */
const BEHIND =
  /^ ?[([] ?(?:家|宅|住宅|家里|家庭|家中|老家|办|办公|办公室|单位|私|电话|座机|固话|手机|小灵通|传真)(?:里|用|中)?(?:电话|座机|电|号)? ?[)\]]/;
const BEFORE =
  /(?:[([] ?(?:家|宅|住宅|家里|家庭|办|办公|单位|电话|座机|固话|传真)(?:里|用)?(?:电话|座机|电)? ?[)\]] ?|[宅家办][:]? ?)$/;
const LENGTH_OF_LOCAL: ReadonlySet<number> = new Set([7, 8]);

/** Adds to the words found in front of groups those that stand in brackets beside a telephone without area code. */
export function withLabelsBeside(groups: DigitGroups, attached: ReadonlyMap<number, Attached>): Map<number, Attached> {
  const all = new Map(attached);
  for (let last = 0; last < groups.count; last += 1) {
    const first =
      groups.length(last) === 4 && last > 0 && /^[34]$/.test(String(groups.length(last - 1))) ? last - 1 : last;
    const length = groups.end(last) - groups.start(first);
    if (!LENGTH_OF_LOCAL.has(first === last ? length : groups.length(first) + 4)) continue;
    const behind = groups.text.slice(groups.end(last), groups.end(last) + 12);
    const before = groups.text.slice(Math.max(0, groups.start(first) - 10), groups.start(first));
    if (BEHIND.test(behind) || (first === last && !all.has(first) && BEFORE.test(before)))
      all.set(first, { kind: 'telephone', direct: true });
  }
  return all;
}
