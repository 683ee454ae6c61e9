import { chineseFullDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { isWorkingDay } from '#core/calendar/work-calendar.ts';
import { channelKindOf, forObjection, hoursOf } from '#core/channels/contact-channel.ts';
import type { PublicityWindow } from '#core/window/publicity-window.ts';
import type { PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { chineseTime, openingHour } from '#site/words/chinese-dates.ts';
import { cited } from '#site/words/citation.ts';
import { channelLine, type ChannelView, channelView } from './channel-view.ts';
import { officesOf, type OfficeView } from './office-view.ts';

/** How to object in one round, and the second door for slips of the pen. */
export interface ObjectionView {
  /** `<programme>/<edition>`. */
  roundId: string;
  /** Which postmark a letter counts by. */
  postmark: string;
  /** What makes an objection valid. */
  validity: string[];
  /** One for everybody, or one for each list. */
  offices: [OfficeView, ...OfficeView[]];
  /** The channels as the official text prints them. */
  lines: string[];
  corrections: ChannelView[];
  /** What follows an objection, in the programme document's words. */
  outcome: { text: string; source: string };
}

export function objectionView(round: PublicRound): ObjectionView {
  const { data, programme } = round;
  const { objection, channels } = data;
  const subject = `${data.edition}${programme.data.title}${publicityWord(round)}`;
  const rule = programme.data.rules.objection;
  const postmark =
    objection.postmark === 'dispatch'
      ? '来信以寄出地邮戳日期为准：截止当日寄出的仍然有效。'
      : '来信以到达日邮戳为准：截止之后才到的无效，请尽早寄出。';
  return {
    roundId: round.id,
    postmark,
    validity: [
      timeRule(round),
      '写明对谁、对哪一件事有异议，提供具体事实和证据材料。',
      '以单位名义提出的，写明单位名称、联系人和联系方式，加盖公章。',
      objection.anonymous === 'refused'
        ? '以个人名义提出的，署真实姓名并留下联系方式；匿名的不予受理。'
        : '以个人名义提出的，提倡署真实姓名并留下联系方式，便于核实和反馈。',
      postmark,
      ...lastHours(round),
      ...(objection.confidential ? ['办理单位对提出人的身份和反映的内容严格保密。'] : []),
    ],
    offices: officesOf(round, {
      subject: `对${subject}的异议`,
      headings: ['异议对象：', '事实和理由：', '证据材料：', '提出人（单位或者个人）：', '联系方式：'],
    }),
    lines: forObjection(channels).map((channel) => channelLine(channel, programme.data)),
    corrections: channels
      .filter((channel) => channel.purpose.includes('correction') && channelKindOf(channel).corrects)
      .map((channel) =>
        channelView(channel, {
          subject: `${subject}文字更正`,
          headings: ['错在哪里：', '网页上写的是：', '应当写作：', '依据：', '联系方式（可不写）：'],
        }),
      ),
    outcome: {
      text: rule.text,
      source: cited(programme.data.source.title, programme.data.source.number) + rule.clause,
    },
  };
}

/** By the window as the acts have made it, not as first printed. */
function timeRule({ effective, window: printed }: PublicRound): string {
  if (effective.course === 'halted') return '公示中止期间不计入公示期；恢复以后的截止日期另行公告，请在那以前提出。';
  const { opensOn, closesOn, closingTime, openingTime } = effective.course === 'running' ? effective.window : printed;
  return `在公示期内提出：${chineseFullDate(opensOn)}${openingHour(openingTime)}至${chineseFullDate(closesOn)}${closingTime}。`;
}

/** Telephone and visits end before the window does: at the last office hour of its last working day. */
function lastHours({ data, effective }: PublicRound): string[] {
  if (effective.course !== 'running') return [];
  const { window } = effective;
  const hours = forObjection(data.channels).flatMap((channel) => hoursOf(channel) ?? []);
  const day = lastWorkingDay(window);
  if (hours.length === 0 || day === undefined) return [];
  const latest = hours.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const until = day === window.closesOn && latest > window.closingTime ? window.closingTime : latest;
  return [`电话和来访限于办公时间，最后可到${chineseFullDate(day)}${chineseTime(until)}。`];
}

function lastWorkingDay({ days }: PublicityWindow): PlainDate | undefined {
  return days.filter(isWorkingDay).at(-1)?.date;
}
