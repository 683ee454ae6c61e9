import { readFile } from 'node:fs/promises';
import { actInstant, type Act } from '#core/acts/act.ts';
import { ACT_KINDS, chineseActKind, chineseReason, reasonsFor, type ActKind } from '#core/acts/act-reason.ts';
import { promisedClose } from '#core/lifecycle/notice-state.ts';
import { chineseFullDate, timeOfDaySchema, type Instant } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';
import { act as makeIt, type Acting } from './act.ts';
import {
  CONTENT_OPTION,
  NOW_OPTION,
  Refusal,
  UsageError,
  type Arguments,
  type Option,
  type Outcome,
} from '#pipeline/commands/command-line.ts';
import type { ActRequest } from './make-act.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';

const PERSON = '编号；撤销称号时可写多次';

export const actOptions: Record<string, Option> = {
  round: { type: 'string', value: '届', help: '哪一届，例如 weihai-craftsman/2024' },
  kind: { type: 'string', value: '种类', help: ACT_KINDS.map((kind) => `${kind} ${chineseActKind[kind]}`).join('，') },
  'reason-code': { type: 'string', value: '代码', help: '理由的代码；写错时会列出这一种类可用的代码' },
  reason: { type: 'string', value: '文字', help: '理由，对外公布的原话' },
  document: { type: 'string', value: '文号', help: '依据的文件，可不写' },
  person: { type: 'string', value: '编号', help: PERSON, multiple: true },
  whole: { type: 'boolean', help: '撤销整个决定（revoke）' },
  field: {
    type: 'string',
    value: '项目',
    help: '更正哪一项：name、姓名、事迹材料、notice.title、round.channels.0.number',
  },
  old: { type: 'string', value: '原文', help: '现在的内容，一字不差；正文写其中只出现一次的一段' },
  new: { type: 'string', value: '新文', help: '改成的内容；不写就是删去这一项' },
  'withhold-old': { type: 'boolean', help: '更正记录里不重复原文（原文涉及隐私时）' },
  'new-close': { type: 'string', value: '日期', help: '延长后的截止日' },
  'resumes-on': { type: 'string', value: '日期', help: '恢复公示，从哪一天起继续计算；截止日由程序推算' },
  opens: { type: 'string', value: '日期', help: '重新公示的首日' },
  closes: { type: 'string', value: '日期', help: '重新公示的截止日；不写由程序推算，写了要相符' },
  title: { type: 'string', value: '文字', help: '重新公示的标题，默认把原标题的“公示”改为“重新公示”' },
  issuer: { type: 'string', value: '单位', help: '重新公示的落款单位，可写多次，默认同原公示', multiple: true },
  text: { type: 'string', value: '文件', help: '公告全文（Markdown），可不写' },
  date: { type: 'string', value: '日期', help: '何日发布，默认今天；不能早于今天' },
  time: { type: 'string', value: '时间', help: '几点发布，默认现在；将来的日子默认 00:00' },
  'check-only': { type: 'boolean', help: '只检查，不写入' },
  now: NOW_OPTION,
  content: CONTENT_OPTION,
};

/** `npm run act`. */
export async function actCommand(given: Arguments, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const request = requestOf(given);
  const checkOnly = given.flag('check-only');
  const result = await makeIt({
    content: given.text('content') ?? 'content',
    round,
    request,
    text: await textFile(given.text('text')),
    checkOnly,
    now: given.instant('now') ?? clock(),
  });
  if (result.refused) {
    return {
      exit: 1,
      json: { written: false, round, findings: reportJson(result.findings) },
      text: `${reportText(result.findings)}没有办理，什么也没有写入。\n`,
    };
  }
  return done(round, result);
}

function requestOf(given: Arguments): ActRequest {
  given.required('kind');
  const kind = given.oneOf('kind', ACT_KINDS)!;
  const time = given.text('time');
  if (time !== undefined && (!timeOfDaySchema.safeParse(time).success || time === '24:00')) {
    throw new UsageError('--time 要写成 09:00 的样子。');
  }
  return {
    kind,
    date: given.date('date'),
    time,
    reasonCode: reasonCode(given, kind),
    reason: line(given, 'reason') ?? given.required('reason'),
    document: line(given, 'document'),
    people: given.texts('person'),
    whole: given.flag('whole'),
    field: line(given, 'field'),
    old: given.text('old'),
    new: given.text('new'),
    withheld: given.flag('withhold-old'),
    newClose: given.date('new-close'),
    resumesOn: given.date('resumes-on'),
    opensOn: given.date('opens'),
    closesOn: given.date('closes'),
    title: line(given, 'title'),
    issuers: given.texts('issuer'),
  };
}

function reasonCode(given: Arguments, kind: ActKind): string {
  const codes = reasonsFor(kind);
  const stated = given.text('reason-code');
  if (stated !== undefined && (codes as string[]).includes(stated)) return stated;
  const known = codes.map((code) => `${code}（${chineseReason[code]}）`).join('、');
  throw new UsageError(
    `${stated === undefined ? '缺少 --reason-code' : '--reason-code 写的代码不能用'}。“${chineseActKind[kind]}”的理由可写：${known}。`,
  );
}

function line(given: Arguments, name: string): string | undefined {
  const text = given.text(name)?.trim();
  if (text === undefined) return undefined;
  if (!lineSchema.safeParse(text).success) throw new UsageError(`--${name} 要写一行文字，不能是空的，最多 400 个字。`);
  return text;
}

async function textFile(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  return readFile(path, 'utf8').catch(() => {
    throw new Refusal('text-unreadable', `读不了 --text 写的文件。请核对路径。`);
  });
}

function done(
  round: string,
  { written, file, act, changed, findings, before, after }: Extract<Acting, { refused: false }>,
): Outcome {
  const at = actInstant(act);
  const closes = [promisedClose(before, at), promisedClose(after, at)];
  const moved = closes[0] !== closes[1];
  return {
    exit: 0,
    json: {
      written,
      round,
      file,
      act,
      changed,
      ...(moved && { closesOn: { old: closes[0], new: closes[1] } }),
      findings: reportJson(findings),
    },
    text: [
      `${written ? '已记录' : '可以办理'}：${chineseActKind[act.kind]}，${chineseFullDate(act.date)} ${act.publishedTime} 起公布。`,
      `理由：${chineseReason[act.reasonCode]}。${act.reason}`,
      ...effect(act),
      ...(moved ? [`公示截止日由 ${closes[0]} 改为 ${closes[1]}，页面上两个日期都会写明。`] : []),
      ...(written ? [`写入 ${file}`, ...changed.map((path) => `改动 ${path}`)] : ['只检查，没有写入。']),
      ...(findings.length > 0 ? ['', reportText(findings).trimEnd()] : []),
      ...(written ? ['接下来：重新生成网站（npm run build）。还没有到公布时刻的，npm run due 会说明何时生成。'] : []),
      '',
    ].join('\n'),
  };
}

function effect(act: Act): string[] {
  switch (act.kind) {
    case 'suspension':
      return ['从公布时起公示中止，当天不计；恢复以后从恢复之日继续计算剩下的日子。'];
    case 're-publicity':
      return [`${act.opensOn} 至 ${act.closesOn} 重新公示，原来过去的日子不计。`];
    case 'withdraw-notice':
      return ['公示撤销以后不能再办理任何事项。'];
    default:
      return [];
  }
}
