import { readFile } from 'node:fs/promises';
import { chineseDate, type Instant, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOW, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { announce, type Announcing, type Decided } from './result.ts';
import type { Chosen } from './result-names.ts';

const options = {
  ...ROUND,
  document: { type: 'string', value: '文号', help: '命名（公布）决定的文号' },
  authority: { type: 'string', value: '机关', help: '作出决定的机关，可写多次', multiple: true },
  date: { type: 'string', value: '日期', help: '决定的日期' },
  published: { type: 'string', value: '日期', help: '公布的日期，默认今天（决定在将来的，为决定之日）；不能早于今天' },
  time: { type: 'string', value: '时间', help: '公布的钟点，默认现在；将来的日子默认 00:00' },
  'not-conferred': {
    type: 'string',
    value: '谁[=理由]',
    help: '公示了而没有命名的人，编号或姓名，理由可以不写；可写多次',
    multiple: true,
  },
  confer: {
    type: 'string',
    value: '[档次=]谁',
    help: '递补的后备人选；等次由结果确定的写 档次=谁,谁；补充公布命名的人；编号或姓名，可写多次',
    multiple: true,
  },
  further: { type: 'boolean', help: '补充公布：在已有的结果之后另发一份，只写这一次命名（不予命名）的人' },
  objections: { type: 'string', value: '收到,核实,涉及', help: '异议件数和涉及人数，例如 3,1,0；不公布就不写' },
  title: { type: 'string', value: '文字', help: '公告的标题，默认“关于公布2024年度威海工匠名单的通知”的样子' },
  'title-until': { type: 'string', value: '日期', help: '称号有期限的，写最后一天' },
  text: { type: 'string', value: '文件', help: '公告全文（Markdown），不写由程序起草' },
  'check-only': { type: 'boolean', help: '只检查，不写入' },
  ...NOW,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run result`. */
export const resultCommand = defineCommand({
  verb: 'result',
  summary:
    '公示期满以后写出结果：名单上没有取消资格、没有暂缓、没有列为未命名的人全部命名，按档次和名单次序；后备人选不命名，递补的用 --confer。人数超过名额的不写。',
  options,
  examples: [
    'npm run result -- --round weihai-craftsman/2024 --document 威政发〔2024〕9号 --authority 威海市人民政府 --date 2024-10-16 --not-conferred 7tmn7wz=名额所限 --objections 3,1,0',
  ],
  run: publishResult,
});

async function publishResult(given: Asked, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const decided = decidedOf(given);
  const result = await announce({
    content: contentOf(given),
    round,
    decided,
    text: await textFile(given.text('text')),
    checkOnly: given.flag('check-only'),
    now: given.instant('now') ?? clock(),
    patience: patienceOf(given),
  });
  if (!result.refused) return done(round, result);
  return {
    exit: 1,
    json: { written: false, round, findings: reportJson(result.findings) },
    text: `${reportText(result.findings)}没有公布结果，什么也没有写入。\n`,
  };
}

function decidedOf(given: Asked): Decided {
  const conferredOn = given.date('date');
  const authorities = given.texts('authority').map((text) => text.trim());
  const missing = [
    ...(given.text('document') === undefined ? ['--document（决定的文号）'] : []),
    ...(authorities.length === 0 ? ['--authority（作出决定的机关）'] : []),
    ...(conferredOn === undefined ? ['--date（决定的日期）'] : []),
  ];
  if (missing.length > 0 || conferredOn === undefined) throw new UsageError(`缺少 ${missing.join('、')}。请补上。`);
  for (const text of authorities) checkLine(text, 'authority');
  const publishedTime = given.text('time');
  if (publishedTime !== undefined && (!timeOfDaySchema.safeParse(publishedTime).success || publishedTime === '24:00')) {
    throw new UsageError('--time 要写成 09:00 的样子。');
  }
  return {
    document: given.line('document'),
    authorities,
    conferredOn,
    published: given.date('published'),
    publishedTime,
    title: given.line('title'),
    titleUntil: given.date('title-until'),
    notConferred: given.texts('not-conferred').map(leftOut),
    confer: given.texts('confer').flatMap(chosen),
    further: given.flag('further'),
    objections: objectionsOf(given.text('objections')),
  };
}

function leftOut(text: string): { person: string; reason?: string } {
  const [, person = '', reason] = /^([^=]{1,80})(?:=(.+))?$/su.exec(text.trim()) ?? [];
  if (person.trim() === '') {
    throw new UsageError('--not-conferred 要写成 编号（姓名），或 编号=理由，例如 7tmn7wz 或 7tmn7wz=名额所限。');
  }
  if (reason === undefined) return { person: person.trim() };
  checkLine(reason.trim(), 'not-conferred');
  return { person: person.trim(), reason: reason.trim() };
}

/** `jrdm79j`, `港城十大工匠=jrdm79j,张三`. */
function chosen(text: string): Chosen[] {
  const [, tier, people = ''] = /^(?:([^=]{1,60})=)?([^=]+)$/su.exec(text.trim()) ?? [];
  const named = people
    .split(/[,，、]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (named.length === 0) {
    throw new UsageError(
      '--confer 要写成 编号（姓名），或 档次=编号,编号，例如 jrdm79j 或 craftsman=jrdm79j,pxq2h6b。',
    );
  }
  return named.map((person) => ({ person, tier: tier?.trim() }));
}

function objectionsOf(text: string | undefined): Decided['objections'] {
  if (text === undefined) return undefined;
  const numbers = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text.trim());
  if (!numbers) throw new UsageError('--objections 要写成 收到,核实,涉及 三个数，例如 3,1,0。');
  const [received = 0, verified = 0, affected = 0] = numbers.slice(1).map(Number);
  if (verified > received) throw new UsageError('--objections 里核实的件数多于收到的件数。请核对。');
  return { received, verified, affected };
}

function checkLine(text: string, name: string): void {
  if (!lineSchema.safeParse(text).success) throw new UsageError(`--${name} 要写一行文字，不能是空的，最多 400 个字。`);
}

async function textFile(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  return readFile(path, 'utf8').catch(() => {
    throw new Refusal('text-unreadable', `读不了 --text 写的文件。请核对路径。`);
  });
}

function done(
  round: string,
  { written, file, result, counts, withdrawn, deferred, findings }: Extract<Announcing, { refused: false }>,
): Outcome {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const number = /result-(\d+)\.md$/.exec(name)?.[1];
  const which = number === undefined ? '--result' : `--further ${number}`;
  return {
    exit: 0,
    json: { written, round, file, result, withdrawn, deferred, findings: reportJson(findings) },
    text: [
      `${written ? '已写入' : '可以公布'}：${result.title}`,
      `${result.issuers.join('、')}，${chineseDate(result.conferredOn)}决定，${chineseDate(result.published)} ${result.publishedTime} 公布。`,
      `命名：${counts.join('，') || '无'}。未命名 ${result.notConferred.length} 人，此前退出或取消资格 ${withdrawn.length} 人${deferred.length > 0 ? `，暂缓 ${deferred.length} 人` : ''}。`,
      ...(written ? [`写入 ${file}`] : ['只检查，没有写入。']),
      ...(findings.length > 0 ? ['', reportText(findings).trimEnd()] : []),
      ...(written
        ? [
            `接下来：核对 ${name} 的标题和正文，出校样（npm run proof -- --round ${round} ${which} --out 校样.html），两个人看过以后记录（npm run approve -- --round ${round} ${which} --approver 姓名 --reviewer 姓名），再重新生成网站（npm run build）。`,
          ]
        : []),
      '',
    ].join('\n'),
  };
}
