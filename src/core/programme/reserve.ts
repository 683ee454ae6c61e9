import type { Programme, Tier } from './programme.ts';
import { titleTiers } from './tiers.ts';

/**
 * The tier into which the people of a tier may move up: what the programme says (`reserveFor`), or the only title there is where the tier
 * is called 后备人选. 四川省第九届劳动模范: 「现将拟表彰对象（含后备人选）进行公示」 (https://www.ganzitv.com/cms/a/165633022/content).
 * `undefined` of a tier that is no reserve.
 */
export function reserveTarget(key: string, programme: Programme): string | undefined {
  const tier = programme.rules.tiers.find((one) => one.key === key);
  if (!tier || tier.title) return undefined;
  if (tier.reserveFor !== undefined) return tier.reserveFor;
  const [only, ...more] = titleTiers(programme);
  return isCalledReserve(tier) && more.length === 0 ? only?.key : undefined;
}

/** A tier that is one by its name. */
export function isCalledReserve({ name }: Pick<Tier, 'name'>): boolean {
  return /后备|递补|候补|备选|替补/u.test(name);
}
