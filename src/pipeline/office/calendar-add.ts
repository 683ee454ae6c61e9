import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { chinaDate, type Instant, parsePlainDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { lineSchema, webAddressSchema } from '#core/formats/words.ts';
import { calendarOfNotice } from '#core/holidays/calendar-of-notice.ts';
import type { ConfirmedYear } from '#core/holidays/confirmed-years.ts';
import { judgeNotice } from '#core/holidays/judge-notice.ts';
import { type NoticeFault, readHolidayNotice, type UnderstoodNotice } from '#core/holidays/read-notice.ts';
import { isSameName } from '#core/text/person-name.ts';
import { collect, onTerminal, type Question, type Terminal } from '#pipeline/commands/ask.ts';
import { type Outcome, Refusal } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOW, WAIT } from '#pipeline/commands/shared-options.ts';
import { changedTree, changeFiles } from '#pipeline/content/change-files.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { patienceOf, writing } from '#pipeline/content/writing.ts';
import { noticeTable } from './calendar-table.ts';
import { pastedNotice } from './pasted-notice.ts';

/** Asked once a person has seen the days; each can be answered by its option. */
const QUESTIONS = [
  { flag: 'address', about: '通知在中国政府网上的网址', example: 'https://www.gov.cn/zhengce/…', check: address },
  { flag: 'by', about: '录入人，已逐日对照通知原文', example: '甲某', check: name },
  { flag: 'reviewer', about: '复核人，另一个人，已逐日对照通知原文', example: '乙某', check: name },
] as const satisfies readonly Question[];

export const ADD_OPTIONS = {
  from: { type: 'string', value: '文件', help: 'add：存有通知全文的文本文件；不写就在终端粘贴' },
  address: { type: 'string', value: '网址', help: 'add：通知在中国政府网上的网址' },
  by: { type: 'string', value: '姓名', help: 'add：录入人' },
  reviewer: { type: 'string', value: '姓名', help: 'add：复核人，与录入人不是同一个人' },
  date: { type: 'string', value: '日期', help: 'add：落款日期；通知里读得到的不用写' },
  again: { type: 'boolean', help: 'add：已有这一年的文件，以这份通知为准改写' },
  ...NOW,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

/** `npm run calendar -- add`: a year's days off from the text of the notice, seen and confirmed by two people. */
export function addCalendar(given: Given<typeof ADD_OPTIONS>, clock: () => Instant): Promise<Outcome> {
  return onTerminal(async (terminal) => {
    const source = await pastedNotice(given.text('from'), terminal);
    const notice = readHolidayNotice(source.text);
    if (!('year' in notice)) return refused(findingsOf(notice.faults, source.name));
    const signed = given.date('date') ?? parsePlainDate(notice.signed ?? '');
    const unsigned: NoticeFault[] =
      signed === undefined ? [{ code: 'holiday-notice-unsigned', holiday: undefined, args: {} }] : [];
    const findings = findingsOf([...judgeNotice(notice), ...unsigned], source.name);
    const table = noticeTable(notice, signed);
    if (findings.length > 0 || signed === undefined) return refused(findings, table);
    terminal?.say(table);
    return confirmed(notice, signed, given, clock, terminal, table);
  });
}

async function confirmed(
  notice: UnderstoodNotice,
  signed: PlainDate,
  given: Given<typeof ADD_OPTIONS>,
  clock: () => Instant,
  terminal: Terminal | undefined,
  table: string,
): Promise<Outcome> {
  const understood = calendarOfNotice(notice, { signed, address: '' });
  if (!terminal && QUESTIONS.some(({ flag }) => given.text(flag) === undefined)) {
    const text = `${table}\n请由两个人各自对照通知原文逐日核对，再加 --address（通知的网址）、--by（录入人）、--reviewer（复核人）写入。什么也没有写入。\n`;
    return { exit: 2, json: { understood, written: null }, text };
  }
  const answers = await collect(QUESTIONS, given, terminal);
  const [source = '', by = '', reviewer = ''] = QUESTIONS.map(({ flag }) => answers[flag]?.[0]);
  if (isSameName(by, reviewer)) {
    throw new Refusal('one-person', '录入人和复核人是同一个人。放假安排要由两个人各自对照通知原文核对，请写另一个人。');
  }
  const year = calendarOfNotice(notice, { signed, address: source });
  const path = `calendar/${notice.year}.json`;
  const text = `${JSON.stringify(year, null, 2)}\n`;
  const content = contentOf(given);
  const day = chinaDate(given.instant('now') ?? clock());
  await writing(content, { verb: 'calendar', patience: patienceOf(given) }, async (held) => {
    const tree = (await readTree(content)) ?? [];
    refuseOther(tree, path, text, given.flag('again'));
    const digest = createHash('sha256').update(text).digest('hex');
    const changes = new Map([
      [path, text],
      ['calendar/confirmed.json', register(tree, { year: notice.year, by, reviewer, on: day, digest })],
    ]);
    const { findings } = parseTree(changedTree(tree, changes).filter((file) => file.path.startsWith('calendar/')));
    const wrong = findings.filter(({ level, where }) => level === 'error' && where.file.startsWith('calendar/'));
    if (wrong.length > 0) throw new Refusal(wrong[0]?.code ?? '', `没有写入。\n${reportText(wrong).trimEnd()}`);
    await changeFiles(held, changes, 'calendar/');
  });
  const told = `已写入 ${join(content, path)}，录入人${by}，复核人${reviewer}。接下来：npm run check；有公示用到这一年的，日子有变的会列出来。\n`;
  return {
    exit: 0,
    json: { written: path, calendar: year, by, reviewer },
    text: `${terminal ? '' : `${table}\n`}${told}`,
  };
}

function refuseOther(tree: readonly TreeFile[], path: string, text: string, again: boolean): void {
  const there = tree.find((file) => file.path === path)?.bytes;
  if (there === undefined || again || Buffer.from(there).toString('utf8') === text) return;
  throw new Refusal(
    'calendar-exists',
    `已经有 ${path}，与这份通知不同，没有改动。请先用 npm run calendar -- check 核对；以这份通知为准的，加 --again 改写。只调整个别节日的补充通知，请记进该文件的 amendments（写法见 docs/命令行.md“放假安排的文件”）。`,
  );
}

function register(tree: readonly TreeFile[], entry: ConfirmedYear): string {
  const { confirmed: before } = parseTree(tree.filter(({ path }) => path === 'calendar/confirmed.json'));
  const others = before.filter(({ year }) => year !== entry.year);
  const confirmed = [...others, entry].sort((a, b) => a.year - b.year);
  return `${JSON.stringify({ confirmed }, null, 2)}\n`;
}

function findingsOf(faults: readonly NoticeFault[], file: string): Finding[] {
  return faults.map(({ code, holiday, args }) => finding(code, { file, ...(holiday && { field: holiday }) }, args));
}

function refused(findings: readonly Finding[], table = ''): Outcome {
  return {
    exit: hasErrors(findings) ? 1 : 0,
    json: { findings: reportJson(findings), written: null },
    text: `${table}${table && '\n'}${reportText(findings)}什么也没有写入。\n`,
  };
}

function address(text: string): string | undefined {
  return webAddressSchema.safeParse(text).success ? undefined : '要以 http:// 或 https:// 开头，从浏览器的地址栏复制。';
}

function name(text: string): string | undefined {
  return lineSchema.safeParse(text).success && /\p{Script=Han}/u.test(text) ? undefined : '要写姓名。';
}
