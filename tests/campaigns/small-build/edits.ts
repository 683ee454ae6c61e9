import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { there } from '#tests/there.ts';
import type { Chance } from '../random.ts';

const ROUND = 'programmes/chenghu-craftsman/rounds/2024';
const PEOPLE = ['k7m2xq4', 't5vb8nc', 'p3wd9hz'];
/** Before the notice, on its days, after them, with the result, and much later. */
const INSTANTS = ['2024-09-01', '2024-09-11', '2024-09-14', '2024-09-18', '2024-10-01', '2024-10-17', '2026-03-02'];

export interface Workshop {
  content: string;
  now: number;
}

export type Edit = (shop: Workshop, chance: Chance) => Promise<string>;

/** What an office does to the small content of the tests: slips of the pen, acts, a result, settings, and time that passes. */
export const EDITS: readonly Edit[] = [
  async ({ content }, chance) => {
    const person = chance.pick(PEOPLE);
    await changed(content, `${ROUND}/candidates/${person}.md`, (text) =>
      text.replace(/^(summary: ".*?)(?:[0-9]*)"$/m, (_, before: string) => `${before}${chance.below(1000)}"`),
    );
    return `summary of ${person}`;
  },
  async ({ content }, chance) => {
    const person = chance.pick(PEOPLE);
    await changed(
      content,
      `${ROUND}/candidates/${person}.md`,
      (text) => `${text.trimEnd()}\n\n又及，第${chance.below(99)}条。\n`,
    );
    return `another paragraph of ${person}`;
  },
  async ({ content }, chance) => {
    const board = chance.pick(['候选人所在单位公示栏', '所在单位公示栏', '单位和工段公示栏']);
    await changed(content, `${ROUND}/round.md`, (text) => text.replace(/name: ".*公示栏"/, `name: "${board}"`));
    return 'notice board';
  },
  async ({ content }, chance) => {
    await changed(content, 'site.json', (text) =>
      text.replace(/"description": ".*?"/, `"description": "澄湖工匠的公示与结果${chance.below(9)}。"`),
    );
    return 'description of the site';
  },
  async ({ content }) => {
    const file = join(content, ROUND, 'result.md');
    const aside = join(content, '..', 'result.md');
    if (await exists(file)) {
      await rename(file, aside);
      return 'result gone';
    }
    if (await exists(aside)) await rename(aside, file);
    return 'result there';
  },
  async ({ content }, chance) => {
    const file = join(content, ROUND, 'acts/2024-09-13-withdraw-candidate.md');
    if (await exists(file)) {
      await rm(file);
      return 'withdrawal taken back';
    }
    // The result says why this person is not conferred the title, and knows of no withdrawal.
    if (await exists(join(content, ROUND, 'result.md')))
      await rename(join(content, ROUND, 'result.md'), join(content, '..', 'result.md'));
    await changed(content, `${ROUND}/acts/2024-09-13-withdraw-candidate.md`, () =>
      [
        '---',
        'kind: "withdraw-candidate"',
        'date: "2024-09-13"',
        `publishedTime: "${chance.pick(['09:00', '15:30'])}"`,
        'reason: "本人因工作调整提出放弃，经推荐单位核实同意。"',
        'reasonCode: "own-wish"',
        'person: "k7m2xq4"',
        '---',
        '',
      ].join('\n'),
    );
    return 'withdrawal';
  },
  (shop, chance) => {
    shop.now = there(parseInstant(`${chance.pick(INSTANTS)}T${chance.pick(['08:00', '17:45'])}:00+08:00`));
    return Promise.resolve(`now ${new Date(shop.now).toISOString()}`);
  },
  () => Promise.resolve('nothing'),
];

async function changed(content: string, path: string, change: (text: string) => string): Promise<void> {
  const file = join(content, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
