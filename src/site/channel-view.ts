import { chineseChannel, chineseChannelKind, type ContactChannel } from '#core/contact-channel.ts';
import { chineseTime } from './chinese-dates.ts';

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
  };
}

/** `联系电话：0631-0000000（…；工作日 8:30—12:00）`: the line a notice prints. */
export function channelLine(channel: ContactChannel): string {
  const label = { phone: '联系电话', email: '电子邮箱', post: '来信地址', visit: '来访地址' }[channel.kind];
  const notes = [channel.name, hoursOf(channel)].filter((note) => note !== undefined);
  return `${label}：${chineseChannel(channel)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

function linkOf(channel: ContactChannel, letter: Letter | undefined): ChannelView['link'] {
  if (channel.kind === 'phone') {
    const national = `${channel.areaCode ?? ''}${channel.number}`.replace(/-/g, '');
    return { href: `tel:+86-${national.replace(/^0/, '')}`, label: '拨打' };
  }
  if (channel.kind === 'email') return { href: `mailto:${channel.address}${query(letter)}`, label: '写邮件' };
  return undefined;
}

/** RFC 6068: percent-encoded UTF-8, lines ended by CR LF; some programs cut off beyond 1,800 characters. */
function query(letter: Letter | undefined): string {
  if (!letter) return '';
  const body = letter.headings.join('\r\n\r\n');
  return `?subject=${encodeURIComponent(letter.subject)}${body ? `&body=${encodeURIComponent(body)}` : ''}`;
}

function hoursOf(channel: ContactChannel): string | undefined {
  if (!('hours' in channel) || !channel.hours) return undefined;
  return `工作日 ${channel.hours.map(({ from, to }) => `${chineseTime(from)}—${chineseTime(to)}`).join('、')}`;
}
