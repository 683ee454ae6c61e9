import { subjectOf } from '#core/formats/subject.ts';
import type { Limit, Programme, Tier } from '#core/programme/programme.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import { tierCounter, tierOf, titleTiers } from '#core/programme/tiers.ts';
import type { Dossier, RoundFolder } from '#core/records/content.ts';
import { basis } from './basis.ts';
import { chineseLimit } from './headcount.ts';
import { listedPeople } from './listed.ts';

/** What binds the result of a tier, and the clause or the round's own word that it rests on. */
export interface Held {
  limit: Limit;
  /** `（依据：…）`. */
  rests: string;
}

/** How many may be named to a tier: the round's own number, else the programme's; `undefined` where nothing says. */
export function heldTo(
  tier: Tier,
  { programme: { data }, folder }: Pick<Dossier, 'programme' | 'folder'>,
): Held | undefined {
  const stated = folder.round.data.tiers.find(({ key }) => key === tier.key);
  if (stated) {
    const limit: Limit = { count: stated.atMost ?? stated.count, kind: 'at-most' };
    return { limit, rests: '（依据：本届 round.md 的 tiers）' };
  }
  if (tier.limit) return { limit: ceiling(tier.limit), rests: basis(data, tier.clause) };
  const isOnly = tier.title && titleTiers(data).length === 1;
  return isOnly ? { limit: ceiling(data.rules.quota), rests: basis(data, data.rules.quota.clause) } : undefined;
}

/** Fewer than the number is the purpose of publicity; more is not. */
function ceiling({ count, kind }: Limit): Limit {
  return { count, kind: kind === 'exactly' ? 'at-most' : kind };
}

/** How many may be named in all where the tiers are open: the round's own number, else the programme's. */
export function heldToInAll({ programme: { data }, folder }: Pick<Dossier, 'programme' | 'folder'>): Held {
  const { openTiers } = folder.round.data;
  if (openTiers?.atMost !== undefined) {
    return { limit: { count: openTiers.atMost, kind: 'at-most' }, rests: '（依据：本届 round.md 的 openTiers）' };
  }
  return { limit: ceiling(data.rules.quota), rests: basis(data, data.rules.quota.clause) };
}

/** The tier in which somebody was shown; `undefined` where it is open until the result. */
export function shownTier(
  id: string,
  { programme, folder }: Pick<Dossier, 'programme' | 'folder'>,
): string | undefined {
  const record =
    folder.people.find((one) => one.id === id)?.data ?? folder.takenDown.find((one) => one.id === id)?.data;
  return record && tierShown(record, programme.data, folder);
}

export function tierShown(
  record: Parameters<typeof tierOf>[0],
  programme: Programme,
  { round }: Pick<RoundFolder, 'round'>,
): string | undefined {
  return round.data.openTiers ? record.tier : tierOf(record, programme);
}

/** Whether more are shown than will be named, their tiers are open, or some are reserves. */
export function needsWords({ programme, folder }: Dossier): boolean {
  const { tiers, openTiers } = folder.round.data;
  const isReserve = (tier: string | undefined): boolean =>
    tier !== undefined && reserveTarget(tier, programme.data) !== undefined;
  return (
    openTiers !== undefined ||
    tiers.some(({ atMost }) => atMost !== undefined) ||
    listedPeople(folder).some(({ data }) => isReserve(data.tier))
  );
}

/** What the result of a notice will be held to, in sentences: said when the notice is checked, before anybody has signed. */
export function heldToSentences(dossier: Dossier): string[] {
  const { programme, folder } = dossier;
  const { openTiers, tiers: stated } = folder.round.data;
  const listed = listedPeople(folder);
  const shown = (key: string | undefined): number =>
    listed.filter(({ data }) => tierShown(data, programme.data, folder) === key).length;
  const perTier = programme.data.rules.tiers.flatMap((tier): string[] => {
    const counter = tierCounter(tier);
    const target = reserveTarget(tier.key, programme.data);
    const count = shown(tier.key);
    if (target !== undefined) {
      const to = programme.data.rules.tiers.find(({ key }) => key === target)?.name ?? target;
      return count === 0
        ? []
        : [`“${tier.name}”公示 ${count} ${counter}：“${to}”有空缺时按名单次序递补，不必重新公示；没有空缺的不命名。`];
    }
    const held = heldTo(tier, dossier);
    if (!held || (count === 0 && !openTiers)) return [];
    const margin = stated.some(({ key, atMost }) => key === tier.key && atMost !== undefined);
    const first =
      count === 0 ? `“${tier.name}”` : `“${tier.name}”公示 ${count} ${counter}${margin ? '（差额）' : ''}，`;
    return [`${first}结果的名额${chineseLimit(held.limit, counter)}${held.rests}。`];
  });
  const open = openTiers ? listed.filter(({ data }) => data.tier === undefined).length : 0;
  const { limit, rests } = heldToInAll(dossier);
  return [
    ...(openTiers
      ? [
          `${open} 个等次未定，由${openTiers.by}在结果中确定；合计名额${chineseLimit(limit, counterIn(listed))}${rests}。`,
        ]
      : []),
    ...perTier,
  ];
}

function counterIn(listed: readonly { data: Parameters<typeof subjectOf>[0] }[]): string {
  return listed.every(({ data }) => subjectOf(data) === 'person') ? '人' : '个';
}
