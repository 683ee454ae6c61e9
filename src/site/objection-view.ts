import { chineseFullDate, type PlainDate } from '#core/plain-date.ts';
import type { PublicityWindow } from '#core/publicity-window.ts';
import { isWorkingDay } from '#core/work-calendar.ts';
import { channelLine, channelView, type ChannelView } from './channel-view.ts';
import { chineseTime } from './chinese-dates.ts';
import { cited } from './citation.ts';
import type { PublicRound } from './publication.ts';

/** How to object in one round, and the second door for slips of the pen. */
export interface ObjectionView {
  /** What makes an objection valid. */
  validity: string[];
  /** The desk behind all channels, where it is one. */
  desk: string | undefined;
  channels: ChannelView[];
  /** The same channels as the official text prints them. */
  lines: string[];
  corrections: ChannelView[];
  /** What follows an objection, in the programme document's words. */
  outcome: { text: string; source: string };
}

export function objectionView(round: PublicRound): ObjectionView {
  const { data, programme, window } = round;
  const { objection, channels } = data;
  const forObjection = channels.filter(({ purpose }) => purpose.includes('objection'));
  const subject = `${data.edition}${programme.data.title}公示`;
  const rule = programme.data.rules.objection;
  const desks = new Set(forObjection.flatMap(({ name }) => name ?? []));
  const desk = desks.size === 1 ? [...desks][0] : undefined;
  return {
    validity: [
      `在公示期内提出：${chineseFullDate(window.opensOn)}至${chineseFullDate(window.closesOn)}${window.closingTime}。`,
      '写明对谁、对哪一件事有异议，提供具体事实和证据材料。',
      '以单位名义提出的，写明单位名称、联系人和联系方式，加盖公章。',
      objection.anonymous === 'refused'
        ? '以个人名义提出的，署真实姓名并留下联系方式；匿名的不予受理。'
        : '以个人名义提出的，提倡署真实姓名并留下联系方式，便于核实和反馈。',
      objection.postmark === 'dispatch'
        ? '来信以寄出地邮戳日期为准：截止当日寄出的仍然有效。'
        : '来信以到达日邮戳为准：截止之后才到的无效，请尽早寄出。',
      ...lastHours(round),
      ...(objection.confidential ? ['办理单位对提出人的身份和反映的内容严格保密。'] : []),
    ],
    desk,
    channels: forObjection.map((channel) =>
      channelView(desk === undefined ? channel : { ...channel, name: undefined }, {
        subject: `对${subject}的异议`,
        headings: ['异议对象：', '事实和理由：', '证据材料：', '提出人（单位或者个人）：', '联系方式：'],
      }),
    ),
    lines: forObjection.map(channelLine),
    corrections: channels
      .filter(({ kind, purpose }) => purpose.includes('correction') && (kind === 'phone' || kind === 'email'))
      .map((channel) => channelView(channel, { subject: `${subject}文字更正`, headings: [] })),
    outcome: {
      text: rule.text,
      source: cited(programme.data.source.title, programme.data.source.number) + rule.clause,
    },
  };
}

/** Telephone and visits end before the window does: at the last office hour of its last working day. */
function lastHours({ data, window }: PublicRound): string[] {
  const hours = data.channels
    .filter(({ purpose }) => purpose.includes('objection'))
    .flatMap((channel) => ('hours' in channel ? (channel.hours ?? []) : []));
  const day = lastWorkingDay(window);
  if (hours.length === 0 || day === undefined) return [];
  const latest = hours.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const until = day === window.closesOn && latest > window.closingTime ? window.closingTime : latest;
  return [`电话和来访限于办公时间，最后可到${chineseFullDate(day)}${chineseTime(until)}。`];
}

function lastWorkingDay({ days }: PublicityWindow): PlainDate | undefined {
  return days.filter(isWorkingDay).at(-1)?.date;
}
