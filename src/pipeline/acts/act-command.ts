import { readFile } from 'node:fs/promises';
import { actInstant, type ActKind, type ActRequest, chineseActKind, kindOf, reasonsFor } from '#core/acts/act.ts';
import { chineseReason, type ReasonCode } from '#core/acts/act-reason.ts';
import { KINDS } from '#core/acts/kinds/index.ts';
import { chineseFullDate, type Instant, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { promisedClose } from '#core/lifecycle/notice-state.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Option, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOTICE, NOW, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { wordsAmong } from '#pipeline/content/chosen-notice.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { act as makeIt, type Acting } from './act.ts';
import { refusing } from './make-act.ts';

type Own = (typeof KINDS)[number]['questions'];
type NameOf<Q> = Q extends unknown ? keyof Q & string : never;
type QuestionOf<Q, N> = Q extends unknown ? (N extends keyof Q ? Q[N] : never) : never;
/** The options that kinds of acts ask for, each with its type. */
type OwnOptions = { readonly [N in NameOf<Own>]: QuestionOf<Own, N> };

/** Of an option that two kinds share, both say what it is for. */
const OWN = ownOptions() as OwnOptions;

function ownOptions(): Options {
  const known: Record<string, Option> = {};
  for (const [flag, question] of KINDS.flatMap(({ questions }) => Object.entries<Option>(questions))) {
    const before = known[flag];
    const help = before && before.help !== question.help ? `${before.help}；${question.help}` : question.help;
    known[flag] = { ...question, help };
  }
  return known;
}

const options = {
  ...ROUND,
  ...NOTICE,
  kind: { type: 'string', value: '种类', help: KINDS.map(({ kind, words }) => `${kind} ${words}`).join('，') },
  'reason-code': { type: 'string', value: '代码', help: '理由的代码或中文；写错时会列出这一种类可用的' },
  reason: { type: 'string', value: '文字', help: '理由，对外公布的原话' },
  document: { type: 'string', value: '文号', help: '依据的文件，可不写' },
  ...OWN,
  text: { type: 'string', value: '文件', help: '公告全文（Markdown），可不写' },
  date: { type: 'string', value: '日期', help: '何日发布，默认今天；不能早于今天' },
  time: { type: 'string', value: '时间', help: '几点发布，默认现在；将来的日子默认 00:00' },
  'check-only': { type: 'boolean', help: '只检查，不写入' },
  ...NOW,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run act`. */
export const actCommand = defineCommand({
  verb: 'act',
  summary: `记录公示以后发生的事：${KINDS.map(({ words }) => words).join('、')}。每次一份，有日期和理由；不合规定的不记录。`,
  options,
  examples: [
    'npm run act -- --round weihai-craftsman/2024 --kind extension --new-close 2024-09-20 --reason-code outage --reason 网站中断一天，顺延公示。',
    'npm run act -- --round weihai-craftsman/2024 --kind correction --person 7tmn7wz --field 姓名 --old 王磊 --new 王蕾 --reason-code slip --reason 名单录入有误。',
  ],
  run: carryOut,
});

async function carryOut(given: Asked, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const request = requestOf(given);
  const checkOnly = given.flag('check-only');
  const result = await makeIt({
    content: contentOf(given),
    round,
    notice: given.text('notice'),
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

function requestOf(given: Asked): ActRequest {
  const called = given.required('kind').trim();
  const kind = KINDS.find(({ words, kind: own }) => words === called || own === called)?.kind;
  if (kind === undefined) {
    throw new UsageError(
      `--kind 只能是 ${KINDS.map(({ words, kind: own }) => `${words}（${own}）`).join('、')} 之一。`,
    );
  }
  const time = given.text('time');
  if (time !== undefined && (!timeOfDaySchema.safeParse(time).success || time === '24:00')) {
    throw new UsageError('--time 要写成 09:00 的样子。');
  }
  const definition = kindOf({ kind });
  const foreign = (Object.keys(OWN) as (keyof OwnOptions)[]).find(
    (flag) => !(flag in definition.questions) && given.states(flag),
  );
  if (foreign !== undefined) {
    const asked = Object.keys(definition.questions).map((flag) => `--${flag}`);
    const own = asked.length > 0 ? `它自己的选项是 ${asked.join(' ')}` : '它没有自己的选项';
    throw new UsageError(`“${definition.words}”（${kind}）用不着 --${foreign}。${own}，请核对 --kind。`);
  }
  const common = {
    date: given.date('date'),
    time,
    reasonCode: reasonCode(given, kind),
    reason: given.line('reason') ?? given.required('reason'),
    document: given.line('document'),
  };
  const stated = refusing(() => definition.read(given));
  return { kind, stated, ...common } as ActRequest;
}

function reasonCode(given: Asked, kind: ActKind): ReasonCode {
  const codes = reasonsFor(kind);
  const stated = given.text('reason-code');
  const code = codes.find((one) => one === stated || chineseReason[one] === stated?.trim());
  if (code !== undefined) return code;
  const known = codes.map((code) => `${code}（${chineseReason[code]}）`).join('、');
  throw new UsageError(
    `${stated === undefined ? '缺少 --reason-code' : '--reason-code 写的代码不能用'}。“${chineseActKind[kind]}”的理由可写：${known}。`,
  );
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
  const among = wordsAmong(before.folder);
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
      `${written ? '已记录' : '可以办理'}：${chineseActKind[act.kind]}${among === undefined ? '' : `（${among}）`}，${chineseFullDate(act.date)} ${act.publishedTime} 起公布。`,
      `理由：${chineseReason[act.reasonCode]}。${act.reason}`,
      ...(act.kind === 'correction' && !act.withheld
        ? [`原文：${act.old ?? '（没有）'}`, `改为：${act.new ?? '（删去）'}`]
        : []),
      ...(kindOf(act).effect?.(act) ?? []),
      ...(moved ? [`公示截止日由 ${closes[0]} 改为 ${closes[1]}，页面上两个日期都会写明。`] : []),
      ...(written ? [`写入 ${file}`, ...changed.map((path) => `改动 ${path}`)] : ['只检查，没有写入。']),
      ...(findings.length > 0 ? ['', reportText(findings).trimEnd()] : []),
      ...(written
        ? [
            `接下来：出校样（npm run proof -- --round ${round} --act ${idOf(file)} --out 校样.html），两个人看过以后记录（npm run approve -- --round ${round} --act ${idOf(file)} --approver 姓名 --reviewer 姓名），再重新生成网站（npm run build）。还没有到公布时刻的，npm run due 会说明何时生成。`,
          ]
        : []),
      '',
    ].join('\n'),
  };
}

function idOf(file: string): string {
  return file.replace(/^.*\/|\.md$/g, '');
}
