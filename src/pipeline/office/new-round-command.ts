import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, inReadingOrder } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import { calendarOf } from '#core/records/content.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { type Answers, collect, onTerminal, optionsOf, type Question, type Terminal } from '#pipeline/commands/ask.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { readerFindings } from '#pipeline/content/new-files.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { type Held, patienceOf, writing } from '#pipeline/content/writing.ts';
import { contactQuestions } from './contact-questions.ts';
import { newRound } from './new-round.ts';
import { ROUND_OPTIONS, type RoundFlag } from './new-round-options.ts';
import { roundQuestions, windowFindings } from './new-round-questions.ts';

const which = [
  { flag: 'programme', about: '哪个选树活动', example: 'weihai-craftsman' },
  { flag: 'edition', about: '本届的文件夹名，用年份', example: '2027', check: folderName },
] as const satisfies readonly Question[];

const options = {
  ...optionsOf(which),
  ...ROUND_OPTIONS,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run new-round`. */
export const newRoundCommand = defineCommand({
  verb: 'new-round',
  summary:
    '建立一届：写出 round.md 和公示的初稿。没有写明的逐项询问；公示日期与推算不符、或超出已知的放假安排时不写入。',
  options,
  examples: ['npm run new-round -- --programme weihai-craftsman --edition 2027'],
  run: (given) => onTerminal((terminal) => newRoundAsked(given, terminal)),
});

/** @param terminal whom to ask what the options leave open */
export async function newRoundAsked(given: Asked, terminal: Terminal | undefined): Promise<Outcome> {
  const content = contentOf(given);
  const { programme: [id = ''] = [], edition: [edition = ''] = [] } = await collect(which, given, terminal);
  if (!(await readdir(content).catch(() => undefined)))
    throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content，或先运行 npm run new-site。`);
  return writing(content, { verb: 'new-round', patience: patienceOf(given) }, (held) =>
    newRoundIn(held, { id, edition }, given, terminal),
  );
}

async function newRoundIn(
  held: Held,
  { id, edition }: { id: string; edition: string },
  given: Asked,
  terminal: Terminal | undefined,
): Promise<Outcome> {
  const { content } = held;
  const tree = (await readTree(content)) ?? [];
  const { readable } = parseTree(tree);
  const programme = readable?.programmes.find((folder) => folder.id === id)?.programme.data;
  if (!readable || !programme) {
    const known = readable?.programmes.map((folder) => folder.id).join('、') ?? '';
    throw new Refusal(
      'programme-unknown',
      `内容目录里没有（或读不出）选树活动“${id}”。现有：${known}。请核对 --programme。`,
    );
  }
  const roundId = `${id}/${edition}`;
  const folder = join(content, roundDirectory(roundId));
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new Refusal('round-exists', `${roundId} 已经存在，没有覆盖。请换一个 --edition。`);
  }
  const calendar = calendarOf(readable, readable.site.data.regionalCalendar);
  // Who names one way of reaching the office has said them all.
  const reached = contactQuestions.some(({ flag }) => given.states(flag));
  const site = reached || !terminal ? [] : readable.site.data.channels;
  const questions = roundQuestions(programme, edition, calendar, site);
  refuseUnasked(given, questions, programme.name);
  const answers: Answers = await collect(questions, given, terminal);
  const window = windowFindings(programme, answers, calendar, `${roundDirectory(roundId)}/round.md`);
  if (window.length > 0) return refused(roundId, window);

  const files = newRound(programme, answers);
  const below = new Map([...files].map(([name, text]) => [`${roundDirectory(roundId)}/${name}`, text]));
  const faults = readerFindings(below, tree);
  if (faults.length > 0) return refused(roundId, faults);
  await changeFiles(held, below);
  const where = given.text('content') === undefined ? '' : ` --content ${content}`;
  const open = findingsOfRound((await checkContent(content)).findings, roundId);
  return {
    exit: 0,
    json: { created: true, round: roundId, files: [...below.keys()], findings: reportJson(open) },
    text: [
      `已建立 ${roundId}：`,
      ...[...below.keys()].map((path) => `  ${path}`),
      '',
      '接下来：',
      '  1. 把 notice.md 的正文改成正式文稿，【名单】【公示时间】【异议方式】三行留着。',
      `  2. 空白汇总表：npm run template -- --round ${roundId} --out 汇总表.xlsx${where}`,
      `  3. 导入名单：npm run import -- 汇总表.xlsx --round ${roundId}${where}`,
      `  4. 检查：npm run check${where === '' ? '' : ` --${where}`}`,
      '',
      ...(open.length > 0 ? ['现在检查，还有这些要做：', reportText(inReadingOrder(open))] : []),
    ].join('\n'),
  };
}

/** What the programme states, or has no use for, is not taken in silence. */
function refuseUnasked(given: Asked, questions: readonly Question<RoundFlag>[], programme: string): void {
  const flags = Object.keys(ROUND_OPTIONS) as RoundFlag[];
  const surplus = flags.filter((flag) => given.states(flag) && !questions.some((one) => one.flag === flag));
  if (surplus.length === 0) return;
  throw new UsageError(
    `${programme}用不着 ${surplus.map((flag) => `--${flag}`).join('、')}：活动的规定里已经写明，或没有这一项。请去掉。`,
  );
}

function refused(round: string, findings: readonly Finding[]): Outcome {
  return {
    exit: 1,
    json: { created: false, round, findings: reportJson(findings) },
    text: `${reportText(findings)}没有建立 ${round}，什么也没有写。\n`,
  };
}

function folderName(text: string): string | undefined {
  return idSchema.safeParse(text).success ? undefined : '只能用小写英文字母、数字和短横线，例如 2027。';
}
