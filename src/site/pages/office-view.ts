import { channelKindOf, type ContactChannel, forObjection } from '#core/channels/contact-channel.ts';
import type { PublicRound } from '#site/publication.ts';
import { type ChannelView, channelView, type Letter } from './channel-view.ts';

/** An office that takes objections: to all of a round, or to the people of some of its lists. */
export interface OfficeView {
  /** Keys of the tiers whose list it serves; empty where it serves everybody. */
  tiers: readonly string[];
  /** `对示例大工匠人选的异议`; absent where there is one office for all. */
  heading: string | undefined;
  /** The desk behind all its channels, where it is one. */
  desk: string | undefined;
  /** Its own channels first, then those that take every objection. */
  channels: ChannelView[];
  /** Whom a letter is addressed to, and where it goes. */
  to: string;
  email: string | undefined;
  post: string | undefined;
  raw: readonly ContactChannel[];
}

/** One office where nobody said otherwise; else one for each list of the round, in the order of the lists. */
export function officesOf(round: PublicRound, letter: Letter): [OfficeView, ...OfficeView[]] {
  const { data, programme, visible } = round;
  const open = forObjection(data.channels);
  if (open.every(({ tiers }) => tiers === undefined)) return [office(round, [], open, letter)];
  const onList = new Set(visible.flatMap(({ person }) => person?.data.tier ?? []));
  const all = programme.data.rules.tiers.map(({ key }) => key);
  const shown = all.filter((key) => onList.size === 0 || onList.has(key));
  const groups = new Map<string, { tiers: string[]; channels: ContactChannel[] }>();
  for (const tier of shown) {
    const channels = ownFirst(forObjection(open, tier));
    const key = channels.map((channel) => open.indexOf(channel)).join(' ');
    groups.set(key, { tiers: [...(groups.get(key)?.tiers ?? []), tier], channels });
  }
  const [first, ...others] = [...groups.values()].map(({ tiers, channels }) => office(round, tiers, channels, letter));
  return first ? [first, ...others] : [office(round, [], open, letter)];
}

/** The office of a person's list. */
export function officeFor(offices: readonly [OfficeView, ...OfficeView[]], tier: string | undefined): OfficeView {
  return offices.find(({ tiers }) => tier !== undefined && tiers.includes(tier)) ?? offices[0];
}

/** The anchor of an office on the pages that show several. */
export function officeAnchor({ tiers }: OfficeView): string {
  return tiers.length === 0 ? 'office' : `office-${tiers[0]}`;
}

function office(
  { programme }: PublicRound,
  tiers: readonly string[],
  channels: readonly ContactChannel[],
  letter: Letter,
): OfficeView {
  const own = channels.filter((channel) => channel.tiers !== undefined);
  const desks = new Set((own.length > 0 ? own : channels).flatMap(({ name }) => name ?? []));
  const desk = desks.size === 1 ? [...desks][0] : undefined;
  const letters = channels.flatMap((channel) => channelKindOf(channel).letter?.(channel) ?? []);
  const names = tiers.map((tier) => programme.data.rules.tiers.find(({ key }) => key === tier)?.name ?? tier);
  const addressee = letters.find((one) => one.addressee !== undefined)?.addressee;
  return {
    tiers,
    heading: names.length > 0 ? `对${names.join('、')}人选的异议` : undefined,
    desk,
    channels: channels.map((channel) =>
      channelView(channel.name === desk ? { ...channel, name: undefined } : channel, letter),
    ),
    to: desk ?? addressee ?? programme.data.organisers[0] ?? '',
    email: letters.find((one) => one.email !== undefined)?.email,
    post: letters.find((one) => one.post !== undefined)?.post,
    raw: channels,
  };
}

function ownFirst(channels: readonly ContactChannel[]): ContactChannel[] {
  return [
    ...channels.filter(({ tiers }) => tiers !== undefined),
    ...channels.filter(({ tiers }) => tiers === undefined),
  ];
}
