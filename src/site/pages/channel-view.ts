import type { Reception, Way } from '#core/channels/channel-kind.ts';
import {
  channelKindOf,
  chineseChannel,
  chineseChannelKind,
  type ContactChannel,
  hoursOf,
  waysOf,
} from '#core/channels/contact-channel.ts';
import type { Programme } from '#core/programme/programme.ts';
import { mailto, shortSubject } from '#site/live/mailto.ts';
import { chineseTime } from '#site/words/chinese-dates.ts';

/** A way to reach the office: plain text first, then what a device can do with it. */
export interface ChannelView {
  kind: ContactChannel['kind'];
  /** `电话`. */
  label: string;
  /** The desk behind it. */
  name: string | undefined;
  /** All of it in one line, to be copied. */
  text: string;
  /** The same, each number by itself; one that a device can dial or write to has a link. */
  ways: { text: string; href: string | undefined }[];
  /** `工作日8:30—12:00、13:30—17:30`. */
  hours: string | undefined;
  /** The same for the reader's clock: `510-720 810-1050`, minutes of the day. */
  minutes: string | undefined;
  /** What one does there in office hours; absent where nobody answers. */
  inHours: { deed: string; unsure: string } | undefined;
}

export interface Letter {
  subject: string;
  /** Headings only: nothing is said for the writer. */
  headings: readonly string[];
}

export function channelView(channel: ContactChannel, letter?: Letter): ChannelView {
  const hours = hoursOf(channel);
  return {
    kind: channel.kind,
    label: chineseChannelKind[channel.kind],
    name: channel.name,
    text: chineseChannel(channel),
    ways: waysOf(channel).map(({ text, link }) => ({ text, href: link && hrefOf(link, letter) })),
    hours: hours && hoursText(hours),
    minutes: hours && minutesOf(hours),
    inHours: channelKindOf(channel).inHours,
  };
}

/** `联系电话：0631-0000000（…；工作日8:30—12:00）`: the line a notice prints. */
export function channelLine(channel: ContactChannel, programme: Programme): string {
  const hours = hoursOf(channel);
  const notes = [channel.name, hours && hoursText(hours), servesText(channel, programme)].filter(
    (note) => note !== undefined,
  );
  const line = `${channelKindOf(channel).label}：${chineseChannel(channel)}`;
  return `${line}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

/** `受理示例大工匠人选的异议`, of a channel that takes no others. */
export function servesText({ tiers }: ContactChannel, { rules }: Programme): string | undefined {
  if (tiers === undefined) return undefined;
  const names = tiers.map((tier) => rules.tiers.find(({ key }) => key === tier)?.name ?? tier);
  return `受理${names.join('、')}人选的异议`;
}

function hrefOf({ scheme, target }: NonNullable<Way['link']>, letter: Letter | undefined): string {
  const plain = `${scheme}:${target}`;
  if (!letter || scheme === 'tel') return plain;
  const { subject, headings } = letter;
  return mailto(target, { subject: shortSubject(subject), body: headings.join('\n\n') }) ?? plain;
}

function hoursText(hours: Reception): string {
  return `工作日${hours.map(({ from, to }) => `${chineseTime(from)}—${chineseTime(to)}`).join('、')}`;
}

function minutesOf(hours: Reception): string {
  // In order of the day, whichever way they were typed.
  return hours
    .map(({ from, to }): [number, number] => [minutesIn(from), minutesIn(to)])
    .sort(([a], [b]) => a - b)
    .map((span) => span.join('-'))
    .join(' ');
}

function minutesIn(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
