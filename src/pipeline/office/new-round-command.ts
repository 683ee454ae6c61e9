import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inReadingOrder, type Finding } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import { collect, optionsOf, type Answers, type Question, type Terminal } from '#pipeline/commands/ask.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { Arguments, CONTENT_OPTION, Refusal, type Option, type Outcome } from '#pipeline/commands/command-line.ts';
import { contactQuestions } from './contact-questions.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { patienceOf, WAIT_OPTION, writing, type Held } from '#pipeline/content/writing.ts';
import { newRound } from './new-round.ts';
import { roundQuestions, windowFindings } from './new-round-questions.ts';
import { calendarOf } from '#core/records/content.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { readerFindings } from '#pipeline/content/new-files.ts';

const which: readonly Question[] = [
  { flag: 'programme', about: '哪个选树活动', example: 'weihai-craftsman' },
  { flag: 'edition', about: '本届的文件夹名，用年份', example: '2027', check: folderName },
];

/** For the help: what is asked does not depend on the programme except for its length and its kinds. */
export const newRoundOptions: Record<string, Option> = {
  ...optionsOf(which),
  label: { type: 'string', value: '文字', help: '届次的叫法，默认“2027年度”的样子' },
  year: { type: 'string', value: '年份', help: '年份，默认取 --edition 的前四位' },
  title: { type: 'string', value: '文字', help: '本届的名称，例如 2027年度威海工匠选树' },
  published: { type: 'string', value: '日期', help: '公示发布之日' },
  opens: { type: 'string', value: '日期', help: '公示首日' },
  closes: { type: 'string', value: '日期', help: '公示截止日，与推算不符时不写入' },
  length: { type: 'string', value: '天数', help: '公示几天；只在活动的文件没有写明时要写' },
  unit: { type: 'string', value: '单位', help: 'working 工作日，calendar 天；同上' },
  'counts-from': { type: 'string', value: '起算', help: 'opening-day 首日算第1天（默认），next-day 次日起算；同上' },
  'closing-time': { type: 'string', value: '时间', help: '截止日的钟点，默认到当天24时' },
  outlet: { type: 'string', value: '媒体', help: '公示媒体，可写多次；活动规定了的可不写', multiple: true },
  ...optionsOf(contactQuestions),
  postmark: { type: 'string', value: '邮戳', help: 'dispatch 以寄出为准，arrival 以到达为准' },
  anonymous: { type: 'string', value: '匿名', help: 'refused 不受理，discouraged 提倡实名' },
  tier: { type: 'string', value: '档次=人数', help: '各档名额，例如 craftsman=40，可写多次', multiple: true },
  'nominating-body': {
    type: 'string',
    value: '单位',
    help: '推荐单位，可写多次；分类别的写成 环翠区总工会=county',
    multiple: true,
  },
  'notice-title': { type: 'string', value: '文字', help: '公示的标题' },
  'notice-document': { type: 'string', value: '文号', help: '公示的文号，可不写' },
  issuer: { type: 'string', value: '单位', help: '公示的落款单位，可写多次，默认为主办单位', multiple: true },
  wait: WAIT_OPTION,
  content: CONTENT_OPTION,
};

/** `npm run new-round`. */
export async function newRoundCommand(given: Arguments, terminal: Terminal | undefined): Promise<Outcome> {
  const content = given.text('content') ?? 'content';
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
  given: Arguments,
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
  const answers: Answers = await collect(roundQuestions(programme, edition, calendar), given, terminal);
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
