import { z } from 'zod';
import { type ChannelKindDefinition, type Common, commonShape, type Reception, type Way } from './channel-kind.ts';
import { CHANNEL_KINDS } from './kinds/index.ts';

type Definition = (typeof CHANNEL_KINDS)[number];
export type ChannelKind = Definition['kind'];

type Of<D> = D extends { kind: infer K; shape: infer S extends z.ZodRawShape }
  ? { kind: K } & z.output<z.ZodObject<S>> & Common
  : never;
/** 联系方式: published on purpose, always an office's and never a craftsman's. */
export type ContactChannel = Of<Definition>;

type Written<D> = D extends { kind: infer K; shape: infer S extends z.ZodRawShape }
  ? { kind: K } & z.input<z.ZodObject<S>> & z.input<z.ZodObject<typeof commonShape>>
  : never;
/** As it is written into a file, defaults left out. */
export type WrittenChannel = Written<Definition>;

/** A kind whichever it is; its functions take the channels of that kind alone. */
export type AnyChannelKind = ChannelKindDefinition<ChannelKind, z.ZodRawShape>;

/** The one file that says everything of a channel's kind. */
export function channelKindOf({ kind }: { kind: ChannelKind }): AnyChannelKind {
  return CHANNEL_KINDS.find((definition) => definition.kind === kind) as unknown as AnyChannelKind;
}

const schemas = CHANNEL_KINDS.map(({ kind, shape }) =>
  z.strictObject({ kind: z.literal(kind), ...shape, ...commonShape }),
) as unknown as [z.ZodObject, ...z.ZodObject[]];

export const contactChannelSchema = z.discriminatedUnion('kind', schemas).superRefine((channel, context) => {
  const told = channel as unknown as ContactChannel;
  for (const { code, field } of channelKindOf(told).flaws?.(told) ?? []) {
    context.addIssue({ code: 'custom', path: [field], params: { code } });
  }
}) as unknown as z.ZodType<ContactChannel, WrittenChannel>;

export const chineseChannelKind = Object.fromEntries(CHANNEL_KINDS.map(({ kind, words }) => [kind, words])) as Record<
  ChannelKind,
  string
>;

/** The channel as one line of plain text, as a notice prints it. */
export function chineseChannel(channel: ContactChannel): string {
  return channelKindOf(channel).text(channel);
}

/** What can be read out and copied of it, each with what a device can do. */
export function waysOf(channel: ContactChannel): Way[] {
  return channelKindOf(channel).ways(channel);
}

/** Reception hours, of a kind that has any. */
export function hoursOf(channel: ContactChannel): Reception | undefined {
  return 'hours' in channel ? channel.hours : undefined;
}

/** The channels that take an objection; with a tier, those that take one against somebody of it. */
export function forObjection<C extends Common>(channels: readonly C[], tier?: string): C[] {
  return channels.filter(
    ({ purpose, tiers }) =>
      purpose.includes('objection') && (tier === undefined || tiers === undefined || tiers.includes(tier)),
  );
}
