import type { Limit, Programme, Tier } from '#core/programme/programme.ts';

/** `公示5个工作日`, `公示5天（自然日）`. */
export function publicityText({ rules }: Programme): string {
  const rule = rules.publicity;
  if (!rule.stated) return '公示天数以当届公示为准';
  return rule.unit === 'working' ? `公示${rule.length}个工作日` : `公示${rule.length}天（自然日）`;
}

/** `不超过20名`. */
export function limitText({ count, kind }: Pick<Limit, 'count' | 'kind'>): string {
  return kind === 'exactly' ? `${count}名` : kind === 'at-most' ? `不超过${count}名` : `${count}名左右`;
}

/** `一次性奖励1万元`; sums that are no whole 万 stay in 元. */
export function prizeText(prize: number): string {
  return `一次性奖励${prize % 10_000 === 0 ? `${prize / 10_000}万` : prize}元`;
}

export function awardsOf(tier: Tier): string[] {
  return [...tier.awards, ...(tier.prize === undefined ? [] : [prizeText(tier.prize)])];
}
