import { lineSchema } from '#core/formats/words.ts';
import { channelKind, hoursSchema } from '../channel-kind.ts';

/** 来访. */
export const visit = channelKind({
  kind: 'visit',
  words: '来访',
  label: '来访地址',
  shape: { address: lineSchema, hours: hoursSchema.optional() },
  reach: 'person',
  corrects: false,
  text: ({ address }) => address,
  ways: ({ address }) => [{ text: address }],
  inHours: { deed: '来访', unsure: '来访以前请先打电话问' },
  card: () => [],
  declares: ({ address }) => [address],
});
