import { chineseChannel, chineseChannelKind, type ContactChannel } from '#core/records/contact-channel.ts';
import { mailto, shortSubject } from '#site/live/mailto.ts';
import { chineseTime } from '#site/words/chinese-dates.ts';

/** A way to reach the office: plain text first, then what a device can do with it. */
export interface ChannelView {
  kind: ContactChannel['kind'];
  /** `电话`. */
  label: string;
  /** The desk behind it. */
  name: string | undefined;
  text: string;
  link: { href: string; label: string } | undefined;
  /** `工作日 8:30—12:00、13:30—17:30`. */
  hours: string | undefined;
  /** The same for the reader's clock: `510-720 810-1050`, minutes of the day. */
  minutes: string | undefined;
}

export interface Letter {
  subject: string;
  /** Headings only: nothing is said for the writer. */
  headings: readonly string[];
}

export function channelView(channel: ContactChannel, letter?: Letter): ChannelView {
  return {
    kind: channel.kind,
    label: chineseChannelKind[channel.kind],
    name: channel.name,
    text: chineseChannel(channel),
    link: linkOf(channel, letter),
    hours: hoursOf(channel),
    minutes: minutesOf(channel),
  };
}

/** `联系电话：0631-0000000（…；工作日 8:30—12:00）`: the line a notice prints. */
export function channelLine(channel: ContactChannel): string {
  const label = { phone: '联系电话', email: '电子邮箱', post: '来信地址', visit: '来访地址' }[channel.kind];
  const notes = [channel.name, hoursOf(channel)].filter((note) => note !== undefined);
  return `${label}：${chineseChannel(channel)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

/** `+86-6310000000`: as any telephone dials it. */
export function internationalNumber({ areaCode = '', number }: Extract<ContactChannel, { kind: 'phone' }>): string {
  return `+86-${`${areaCode}${number}`.replace(/-/g, '').replace(/^0/, '')}`;
}

function linkOf(channel: ContactChannel, letter: Letter | undefined): ChannelView['link'] {
  if (channel.kind === 'phone') return { href: `tel:${internationalNumber(channel)}`, label: '拨打' };
  if (channel.kind === 'email') return { href: written(channel.address, letter), label: '写邮件' };
  return undefined;
}

function written(address: string, letter: Letter | undefined): string {
  const plain = `mailto:${address}`;
  if (!letter) return plain;
  const { subject, headings } = letter;
  return mailto(address, { subject: shortSubject(subject), body: headings.join('\n\n') }) ?? plain;
}

function hoursOf(channel: ContactChannel): string | undefined {
  if (!('hours' in channel) || !channel.hours) return undefined;
  return `工作日 ${channel.hours.map(({ from, to }) => `${chineseTime(from)}—${chineseTime(to)}`).join('、')}`;
}

function minutesOf(channel: ContactChannel): string | undefined {
  if (!('hours' in channel) || !channel.hours) return undefined;
  // In order of the day, whichever way they were typed.
  return channel.hours
    .map(({ from, to }): [number, number] => [minutesIn(from), minutesIn(to)])
    .sort(([a], [b]) => a - b)
    .map((span) => span.join('-'))
    .join(' ');
}

function minutesIn(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
