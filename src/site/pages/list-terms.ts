import { heldTo, heldToInAll } from '#core/judging/held-to.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import { tierCounter } from '#core/programme/tiers.ts';
import type { PublicRound } from '#site/publication.ts';

/** What a reader of a list must know of it: more are shown than will be named, the tiers are still open, some wait for a vacancy. */
export function listTerms({ life, data, programme }: PublicRound, visible: readonly VisiblePerson[]): string[] {
  const { rules } = programme.data;
  const counted = (key: string): number => visible.filter(({ person }) => person?.data.tier === key).length;
  const margins = data.tiers.flatMap(({ key, atMost }) => {
    const tier = rules.tiers.find((one) => one.key === key);
    return tier && atMost !== undefined ? [`${tier.name}至多命名${atMost}${tierCounter(tier)}`] : [];
  });
  const { openTiers } = data;
  const inAll = openTiers && heldToInAll(life).limit.count;
  const limits = openTiers
    ? rules.tiers.flatMap((tier) => {
        const held = tier.limit && heldTo(tier, life);
        return held ? [`${tier.name}${held.limit.count}${tierCounter(tier)}`] : [];
      })
    : [];
  const reserves = rules.tiers.flatMap((tier) => {
    const target = reserveTarget(tier.key, programme.data);
    const to = rules.tiers.find(({ key }) => key === target)?.name;
    return to !== undefined && counted(tier.key) > 0
      ? [`${tier.name}按名单次序递补：${to}有空缺时，依次递补，不再另行公示。`]
      : [];
  });
  return [
    ...(margins.length > 0 ? [`本次为差额公示，${margins.join('，')}。`] : []),
    ...(openTiers
      ? [
          `等次由${openTiers.by}确定，在结果中公布${limits.length > 0 ? `（${limits.join('，')}）` : `，至多命名${inAll}人`}。`,
        ]
      : []),
    ...reserves,
  ];
}
