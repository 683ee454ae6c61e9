import {
  chineseChannel,
  type ContactChannel,
  contactChannelSchema,
  type WrittenChannel,
} from '#core/channels/contact-channel.ts';
import { readTelephones } from '#core/channels/telephone-number.ts';
import { lineSchema } from '#core/formats/words.ts';
import type { Answers, Question } from '#pipeline/commands/ask.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';

export function line(text: string): string | undefined {
  return lineSchema.safeParse(text).success ? undefined : '要写一行文字，最多 400 个字。';
}

/** How an office can be reached. Each is optional, but there must be one. */
export const contactQuestions = [
  { flag: 'contact-name', about: '负责接待的部门', example: '市总工会经济部', check: line },
  { flag: 'phone', about: '办公电话', example: '0631-0000000', optional: true, check: phone },
  { flag: 'email', about: '办公邮箱', example: 'office@example.org', optional: true, check: email },
  { flag: 'mail-address', about: '来信地址', example: '威海市示例路0号', optional: true, check: line },
  { flag: 'postcode', about: '来信地址的邮编', example: '264200', optional: true, check: postcode },
  { flag: 'visit-address', about: '来访地址', example: '威海市示例路0号000室', optional: true, check: line },
  { flag: 'hours', about: '电话和来访的接待时间', example: '08:30-12:00,13:30-17:30', optional: true, check: hours },
] as const satisfies readonly Question[];

/** What a site has already is what a round takes unless it says otherwise. */
export function contactDefaults<const Q extends readonly Question[]>(
  questions: Q,
  site: readonly ContactChannel[],
): Q[number][] {
  const of = <K extends ContactChannel['kind']>(kind: K): Extract<ContactChannel, { kind: K }> | undefined =>
    site.find((one): one is Extract<ContactChannel, { kind: K }> => one.kind === kind);
  const [phoneLine, mail, post, visit] = [of('phone'), of('email'), of('post'), of('visit')];
  const open = phoneLine?.hours ?? visit?.hours;
  const known: Record<string, string | undefined> = {
    'contact-name': phoneLine?.name ?? mail?.name ?? post?.addressee ?? visit?.name,
    phone: phoneLine && chineseChannel(phoneLine),
    email: mail?.address,
    'mail-address': post?.address,
    postcode: post?.postcode,
    'visit-address': visit?.address,
    hours: open?.map(({ from, to }) => `${from}-${to}`).join(','),
  };
  return questions.map((question) => {
    const fallback = known[question.flag];
    return fallback === undefined ? question : { ...question, fallback: [fallback] };
  });
}

export function channelsOf(answers: Answers): WrittenChannel[] {
  const one = (flag: string): string | undefined => answers[flag]?.[0];
  const name = one('contact-name') ?? '';
  const reception = one('hours');
  const open = reception === undefined ? {} : { hours: hoursOf(reception) };
  const [telephone, address, mail, visit] = [one('phone'), one('email'), one('mail-address'), one('visit-address')];
  const post = one('postcode');
  if (post !== undefined && mail === undefined) {
    throw new UsageError('写了 --postcode（邮编），却没有 --mail-address（来信地址）。请补上，或去掉邮编。');
  }
  const channels: WrittenChannel[] = [
    ...(telephone === undefined ? [] : [{ kind: 'phone' as const, name, ...phoneOf(telephone), ...open }]),
    ...(address === undefined ? [] : [{ kind: 'email' as const, name, address }]),
    ...(mail === undefined
      ? []
      : [{ kind: 'post' as const, address: mail, ...(post !== undefined && { postcode: post }), addressee: name }]),
    ...(visit === undefined ? [] : [{ kind: 'visit' as const, name, address: visit, ...open }]),
  ];
  if (channels.length === 0) {
    throw new UsageError('至少要有一种联系方式：--phone、--email、--mail-address、--visit-address。请补上一种。');
  }
  return channels;
}

function phone(text: string): string | undefined {
  if (readTelephones(text)) return undefined;
  return '要写成电话号码，例如 0631-0000000、12345、0631-12345、0631-0000000转801、400-000-0000；几个号码用顿号分开。';
}

/** `0631-0000000` has its area code apart; everything else stands as it was typed, and is read the same way. */
function phoneOf(text: string): { areaCode?: string; number: string } {
  const [, areaCode, number] = /^(0\d{2,3})-(\d{7,8})$/.exec(text) ?? [];
  return areaCode === undefined || number === undefined ? { number: text } : { areaCode, number };
}

function email(text: string): string | undefined {
  const valid = contactChannelSchema.safeParse({ kind: 'email', address: text }).success;
  return valid ? undefined : '不像一个邮箱地址，例如 office@example.org。';
}

function postcode(text: string): string | undefined {
  return /^\d{6}$/.test(text) ? undefined : '邮编是六位数字，例如 264200。';
}

function hours(text: string): string | undefined {
  const right = hoursOf(text).every(({ from, to }) => TIME.test(from) && TIME.test(to) && from < to);
  return right ? undefined : '要写成 08:30-12:00,13:30-17:30 的样子。';
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function hoursOf(text: string): { from: string; to: string }[] {
  return text.split(/[,，]/).map((part) => {
    const [from = '', to = ''] = part.trim().split(/[-–—~～至]/);
    return { from: from.trim(), to: to.trim() };
  });
}
