import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { csvFile } from '#core/formats/csv.ts';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { resultCommand } from '#pipeline/acts/result-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Arguments, type Outcome, Refusal } from '#pipeline/commands/command-line.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { readKnownRound } from '#pipeline/intake/known-round.ts';
import { rosterTable } from '#pipeline/intake/sheet/export-round.ts';

const ROUND = 'chenghu-craftsman/2024';
const ROUND_FOLDER = 'programmes/chenghu-craftsman/rounds/2024';
const LAN = 'k7m2xq4';

/** A command as the command line would have parsed it. */
export interface Order {
  verb: 'act' | 'approve' | 'check' | 'import' | 'result' | 'takedown';
  options: Record<string, string | boolean | string[]>;
  positionals?: string[];
}

const OPEN = '2024-09-12T10:00:00+08:00';
const CLOSED = '2024-10-16T09:30:00+08:00';
const slip = { kind: 'correction', 'reason-code': 'slip', reason: '录入有误。', person: [LAN] };

/** What people do at about the same time, by name; `lists` are files made by `makeLists`. */
export function orders(lists: string): Record<string, Order> {
  const act = (options: Order['options']): Order => ({ verb: 'act', options: { round: ROUND, now: OPEN, ...options } });
  const list = (name: string): Order => ({
    verb: 'import',
    options: { round: ROUND, yes: true, 'take-sheet': true },
    positionals: [join(lists, name)],
  });
  return {
    extension: act({ kind: 'extension', 'reason-code': 'outage', reason: '网站中断一天。', 'new-close': '2024-09-19' }),
    longer: act({ kind: 'extension', 'reason-code': 'outage', reason: '网站中断两天。', 'new-close': '2024-09-20' }),
    name: act({ ...slip, field: '姓名', old: '庾岚', new: '庾澜', 'replace-former': true }),
    withdrawal: act({
      kind: 'withdraw-candidate',
      'reason-code': 'own-wish',
      reason: '本人申请退出。',
      person: ['t5vb8nc'],
    }),
    first: list('first.csv'),
    second: list('second.csv'),
    approval: {
      verb: 'approve',
      options: {
        round: ROUND,
        body: '澄湖市总工会',
        document: '澄工发〔2024〕9号',
        date: '2024-09-09',
        approver: '甲',
        reviewer: '乙',
        now: OPEN,
      },
    },
    result: {
      verb: 'result',
      options: {
        round: ROUND,
        document: '澄工发〔2024〕12号',
        authority: ['澄湖市总工会'],
        date: '2024-10-16',
        now: CLOSED,
      },
    },
    takedown: { verb: 'takedown', options: { person: LAN, 'reason-code': 'consent-withdrawn', now: CLOSED } },
  };
}

/** Pairs of orders that meet. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ['extension', 'longer'],
  ['extension', 'name'],
  ['name', 'withdrawal'],
  ['extension', 'extension'],
  ['first', 'second'],
  ['first', 'first'],
  ['first', 'name'],
  ['extension', 'second'],
  ['approval', 'name'],
  ['approval', 'extension'],
  ['approval', 'first'],
  ['approval', 'approval'],
  ['result', 'takedown'],
  ['result', 'result'],
  ['takedown', 'takedown'],
  ['takedown', 'second'],
];

/** Whose single run is killed. */
export const KILLED = ['extension', 'name', 'first', 'second', 'approval', 'result', 'takedown'] as const;

/** A round of three people whose window was open from 11 to 18 September 2024, without its result. */
export async function aRound(): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), 'jiangbang-lock-')), 'content');
  await cp(join(import.meta.dirname, '../fixtures/content/base'), content, { recursive: true });
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'), { force: true });
  return content;
}

export async function discard(content: string): Promise<void> {
  await rm(join(content, '..'), { recursive: true, force: true });
}

/** Two lists of the same people, each with other words in one place: importing both leaves both, or says what it would undo. */
export async function makeLists(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-lists-'));
  const content = await aRound();
  const { programme, people } = await readKnownRound(content, ROUND);
  const table = rosterTable(programme.data, people);
  const csv = new TextDecoder().decode(csvFile(table));
  await writeFile(join(folder, 'first.csv'), csv.replace('庾岚看八台细纱机', '庾岚看九台细纱机'));
  await writeFile(join(folder, 'second.csv'), csv.replace('细纱挡车班长', '细纱挡车副班长'));
  await discard(content);
  return folder;
}

/** What a command said and how it ended, without the name of the folder. */
export interface Said {
  exit: number;
  code?: string;
  text: string;
}

export async function carriedOut({ verb, options, positionals = [] }: Order, content: string): Promise<Said> {
  const given = new Arguments({ ...options, content }, positionals);
  try {
    const { exit, text } = await COMMANDS[verb](given);
    return { exit, text: text.replaceAll(content, 'content') };
  } catch (error) {
    if (!(error instanceof Refusal)) return { exit: 70, text: String((error as Error).stack) };
    return { exit: 1, code: error.code, text: error.message.replaceAll(content, 'content') };
  }
}

const COMMANDS: Record<Order['verb'], (given: Arguments) => Promise<Outcome>> = {
  act: (given) => actCommand.run(given, Date.now),
  approve: (given) => approveCommand.run(given, Date.now),
  import: (given) => importCommand.run(given),
  result: (given) => resultCommand.run(given, Date.now),
  takedown: (given) => takedownCommand.run(given, Date.now),
  check: async (given) => ({ exit: 0, json: null, text: await findingsOf(given.required('content')) }),
};

export async function findingsOf(content: string): Promise<string> {
  const { findings } = await checkContent(content);
  return findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)} [${one.code}]`).join('\n');
}

/** Every file below the folder, hidden ones too, with its bytes. */
export async function filesOf(content: string): Promise<string> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files: [string, string][] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.push([path.slice(content.length + 1), await readFile(path, 'base64')]);
  }
  return JSON.stringify(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
