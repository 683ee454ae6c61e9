import type { FoundPerson } from '#core/search/find-people.ts';

/** `人选12人`; with collectives among them `名单上9名个人、2个集体`. */
export function foundCount(found: readonly Pick<FoundPerson, 'subject'>[]): string {
  const others = new Map<string, number>();
  for (const { subject } of found) if (subject !== undefined) others.set(subject, (others.get(subject) ?? 0) + 1);
  if (others.size === 0) return `人选${found.length}人`;
  const people = found.filter(({ subject }) => subject === undefined).length;
  const parts = [...others].map(([words, count]) => `${count}个${words}`);
  return `名单上${[...(people > 0 ? [`${people}名个人`] : []), ...parts].join('、')}`;
}

/** The word behind a number of them: `人`, or `个` where not all are persons. */
export function counterOf(found: readonly Pick<FoundPerson, 'subject'>[]): string {
  return found.every(({ subject }) => subject === undefined) ? '人' : '个';
}
