import { readFile } from 'node:fs/promises';
import type { Answers, Question } from '#core/acts/act-kind.ts';
import { chineseReason, type ReasonCode } from '#core/acts/act-reason.ts';
import {
  ACT_KINDS,
  actInstant,
  chineseActKind,
  kindOf,
  reasonsFor,
  type ActKind,
  type ActRequest,
} from '#core/acts/act.ts';
import { KINDS } from '#core/acts/kinds/index.ts';
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
import { patienceOf, WAIT_OPTION } from '#pipeline/content/writing.ts';
import { refusing } from './make-act.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';

export const actOptions: Record<string, Option> = {
  round: { type: 'string', value: '届', help: '哪一届，例如 weihai-craftsman/2024' },
  kind: { type: 'string', value: '种类', help: KINDS.map(({ kind, words }) => `${kind} ${words}`).join('，') },
  'reason-code': { type: 'string', value: '代码', help: '理由的代码；写错时会列出这一种类可用的代码' },
  reason: { type: 'string', value: '文字', help: '理由，对外公布的原话' },
  document: { type: 'string', value: '文号', help: '依据的文件，可不写' },
  ...ownOptions(),
  text: { type: 'string', value: '文件', help: '公告全文（Markdown），可不写' },
  date: { type: 'string', value: '日期', help: '何日发布，默认今天；不能早于今天' },
  time: { type: 'string', value: '时间', help: '几点发布，默认现在；将来的日子默认 00:00' },
  'check-only': { type: 'boolean', help: '只检查，不写入' },
  now: NOW_OPTION,
  wait: WAIT_OPTION,
  content: CONTENT_OPTION,
};

/** What the kinds ask for; of an option that two of them share, both say what it is for. */
function ownOptions(): Record<string, Option> {
  const options: Record<string, Option> = {};
  for (const [flag, question] of KINDS.flatMap(({ questions }) => Object.entries<Question>(questions))) {
    const known = options[flag];
    const help = known && known.help !== question.help ? `${known.help}；${question.help}` : question.help;
    options[flag] = { ...question, help };
  }
  return options;
}

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
    patience: patienceOf(given),
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
  const definition = kindOf({ kind });
  const foreign = Object.keys(ownOptions()).find((flag) => !(flag in definition.questions) && given.states(flag));
  if (foreign !== undefined) {
    const asked = Object.keys(definition.questions).map((flag) => `--${flag}`);
    const own = asked.length > 0 ? `它自己的选项是 ${asked.join(' ')}` : '它没有自己的选项';
    throw new UsageError(`“${definition.words}”（${kind}）用不着 --${foreign}。${own}，请核对 --kind。`);
  }
  const common = {
    date: given.date('date'),
    time,
    reasonCode: reasonCode(given, kind),
    reason: line(given, 'reason') ?? given.required('reason'),
    document: line(given, 'document'),
  };
  const stated = refusing(() => definition.read(answersOf(given)));
  return { kind, stated, ...common } as ActRequest;
}

function answersOf(given: Arguments): Answers {
  return {
    text: (flag) => given.text(flag),
    line: (flag) => line(given, flag),
    texts: (flag) => given.texts(flag),
    date: (flag) => given.date(flag),
    flag: (flag) => given.flag(flag),
  };
}

function reasonCode(given: Arguments, kind: ActKind): ReasonCode {
  const codes = reasonsFor(kind);
  const stated = given.text('reason-code');
  const code = codes.find((one) => one === stated);
  if (code !== undefined) return code;
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
      ...(kindOf(act).effect?.(act) ?? []),
      ...(moved ? [`公示截止日由 ${closes[0]} 改为 ${closes[1]}，页面上两个日期都会写明。`] : []),
      ...(written ? [`写入 ${file}`, ...changed.map((path) => `改动 ${path}`)] : ['只检查，没有写入。']),
      ...(findings.length > 0 ? ['', reportText(findings).trimEnd()] : []),
      ...(written ? ['接下来：重新生成网站（npm run build）。还没有到公布时刻的，npm run due 会说明何时生成。'] : []),
      '',
    ].join('\n'),
  };
}
