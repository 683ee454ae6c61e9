import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type NoticeWords, noticeWords } from '#core/records/notice-words.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { type Answers, onTerminal, type Terminal } from '#pipeline/commands/ask.ts';
import { type Arguments, type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { changeFiles, textAt } from '#pipeline/content/change-files.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { type Held, patienceOf, writing } from '#pipeline/content/writing.ts';
import { answersIn, blankAnswers, keepAnswer } from './answers-file.ts';
import { programmeText } from './build.ts';
import { doubtsOf } from './doubts.ts';
import { extended, standsIn } from './extend.ts';
import { givenForms } from './given-forms.ts';
import { newProgrammeOptions } from './options.ts';
import { NONE, type Stands, type Step } from './step.ts';
import { programmeSteps } from './steps.ts';
import { faultsIn, taken, walk } from './walk.ts';

/** `npm run new-programme`: a programme from its notice, question by question, or more for one that is there (`--extend`). */
/** Its questions are a table, so that the names of its options are known at run time alone. */
type Asked = Arguments;

/** `npm run new-programme`. */
export const newProgrammeCommand = defineCommand({
  verb: 'new-programme',
  summary:
    '按通知建立一个选树活动，一次问一项：条款、原话、数字对着通知核对，不用看任何格式。已有的活动用 --extend 补充。',
  options: newProgrammeOptions,
  examples: [
    'npm run new-programme -- --content 我们的内容 --id hecheng-craftsman --notice 通知.txt --answers 回答.txt',
    'npm run new-programme -- --questions > 回答.txt',
    'npm run new-programme -- --content 我们的内容 --id hecheng-craftsman --extend --district 荷东区 --district 荷西区',
  ],
  run: (given) => onTerminal((terminal) => newProgrammeAsked(given as unknown as Asked, terminal)),
});

/** The same with a terminal of one's own, or none. */
export async function newProgrammeAsked(given: Asked, terminal: Terminal | undefined): Promise<Outcome> {
  if (given.flag('questions')) {
    const text = blankAnswers(programmeSteps);
    return { exit: 0, json: { questions: text }, text };
  }
  const content = given.text('content') ?? 'content';
  const id = given.required('id');
  if (!idSchema.safeParse(id).success)
    throw new UsageError('--id 只能用小写英文字母、数字和短横线，例如 hecheng-craftsman。');
  if ((await readTree(content)) === undefined)
    throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content，或先运行 npm run new-site。`);
  const notice = await noticeOf(given.text('notice'));
  return writing(content, { verb: 'new-programme', patience: patienceOf(given) }, (held) =>
    making(held, { id, notice }, given, terminal),
  );
}

interface Wanted {
  id: string;
  notice: NoticeWords | undefined;
}

async function making(
  held: Held,
  { id, notice }: Wanted,
  given: Asked,
  terminal: Terminal | undefined,
): Promise<Outcome> {
  const { content } = held;
  const tree = (await readTree(content)) ?? [];
  const file = `programmes/${id}/programme.md`;
  const there = tree.some(({ path }) => path === file);
  const extending = given.flag('extend');
  if (there && !extending)
    throw new Refusal('programme-exists', `已经有活动 ${id}，没有覆盖。要补充它请加 --extend，另立请换一个 --id。`);
  if (extending && !there)
    throw new Refusal(
      'programme-unknown',
      `内容目录里没有活动 ${id}，补充不了。请核对 --id，或去掉 --extend 新立一个。`,
    );
  const programme = extending ? programmeIn(tree, id) : undefined;
  const stands: Stands = programme ? standsIn(programme) : () => false;
  const steps = extending ? programmeSteps.filter(({ flag }) => flag !== 'name') : programmeSteps;

  const answers = await answersOf(steps, { stands, notice, extending }, given, terminal);
  const text = extending ? extension(textAt(tree, file), steps, answers, stands, given) : programmeText(steps, answers);
  const forms = await givenForms(given.texts('form'), { id, tree, replace: given.flag('replace') });
  const changes = new Map([[file, text], ...forms]);
  const { after, fresh } = await tryChanges(content, tree, changes);
  const errors = fresh.filter(({ level }) => level === 'error');
  if (errors.length > 0) return refused(id, errors);
  const made = after?.programmes.find((folder) => folder.id === id);
  if (made) refuseDoubled(made.programme.data);
  await changeFiles(held, changes);
  return done(held, { id, notice }, { answers, steps, fresh, extending });
}

/** From the options and the answers file; on a terminal the rest is asked, where a programme is made. */
async function answersOf(
  steps: readonly Step[],
  { stands, notice, extending }: { stands: Stands; notice: NoticeWords | undefined; extending: boolean },
  given: Asked,
  terminal: Terminal | undefined,
): Promise<Answers> {
  const path = given.text('answers');
  const written = path === undefined ? {} : await answersIn(path, programmeSteps);
  const typed = Object.fromEntries(
    steps.flatMap(({ flag }) => (given.texts(flag).length > 0 ? [[flag, given.texts(flag)]] : [])),
  ) as Answers;
  const all: Answers = { ...written, ...typed };
  // A programme that is there is asked nothing that was not brought up.
  const wanted = extending ? steps.filter(({ flag }) => flag in all || isSourceOf(flag, all)) : steps;
  if (extending && wanted.length === 0 && given.texts('form').length === 0)
    throw new UsageError('没有写要补充什么。例如 --condition、--tier、--district、--form；各项的写法见 --questions。');
  const walking = { steps: wanted, given: all, stands, notice };
  if (!terminal) {
    const got = taken(walking);
    if ('faults' in got) throw new UsageError(`${got.faults.join('\n')}\n什么也没有写。`);
    return got.answers;
  }
  const faults = faultsIn(walking);
  if (faults.length > 0) throw new UsageError(`${faults.join('\n')}\n什么也没有写。`);
  return walk(walking, terminal, async (step, items) => {
    if (path !== undefined) await keepAnswer(path, step, items);
  });
}

/** 条件的出处 belongs to 条件 and is asked for where it is missing yet. */
function isSourceOf(flag: string, answers: Answers): boolean {
  const owners: Record<string, string> = { conditions: 'condition', 'nominating-quotas': 'nominating-quota' };
  return (answers[owners[flag] ?? ''] ?? []).some((text) => text !== NONE);
}

function extension(text: string, steps: readonly Step[], answers: Answers, stands: Stands, given: Asked): string {
  const result = extended(text, steps, answers, stands, given.flag('replace'));
  if ('faults' in result) throw new Refusal('programme-stated', `${result.faults.join('\n')}什么也没有写。`);
  return result.text;
}

function programmeIn(tree: readonly TreeFile[], id: string): Programme {
  const found = parseTree(tree).readable?.programmes.find((folder) => folder.id === id);
  if (!found)
    throw new Refusal('programme-unknown', `活动 ${id} 现在读不出来。请先运行 npm run check，改正以后再补充。`);
  return found.programme.data;
}

/** Keys must differ, also from those that stand already; the reader takes a list as it is. */
function refuseDoubled({ rules }: Programme): void {
  const lists = {
    档次: rules.tiers.map(({ key }) => key),
    条件: (rules.conditions?.oneOf ?? []).map(({ key }) => key),
    推荐单位的名额: (rules.nominatingQuotas?.byKind ?? []).map(({ kind }) => kind),
  };
  for (const [name, keys] of Object.entries(lists)) {
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) throw new UsageError(`“${name}”的编号 ${twice} 写了两次，请换一个。什么也没有写。`);
  }
}

function refused(id: string, findings: readonly Finding[]): Outcome {
  return {
    exit: 1,
    json: { written: false, programme: id, findings: reportJson(findings) },
    text: `${reportText(findings)}没有写 ${id}，什么也没有改动。\n`,
  };
}

interface Made {
  answers: Answers;
  steps: readonly Step[];
  fresh: readonly Finding[];
  extending: boolean;
}

function done({ content }: Held, { id, notice }: Wanted, { answers, steps, fresh, extending }: Made): Outcome {
  const file = join(content, 'programmes', id, 'programme.md');
  const doubts = doubtsOf(steps, answers, notice);
  const where = content === 'content' ? '' : ` --content ${content}`;
  return {
    exit: 0,
    json: { written: true, programme: id, file, doubts, findings: reportJson(fresh) },
    text: [
      extending ? `已补进 ${file}。` : `已建立活动 ${id}：${file}。`,
      notice
        ? '原话都在通知里逐字找到了。'
        : '没有给通知的文字（--notice），原话没有核对。请把通知存成 .txt，以后补充时写上。',
      ...doubts.map((doubt) => `△ ${doubt}`),
      '',
      '接下来：',
      `  1. 教程序认识通知规定的表：npm run form -- learn 推荐表.docx --programme ${id} --id nomination --clause 附件1${where}`,
      `  2. 建立一届：npm run new-round -- --programme ${id} --edition 年份${where}`,
      '',
      ...(fresh.length > 0 ? ['现在检查，还有这些要做：', reportText(fresh)] : []),
    ].join('\n'),
  };
}

async function noticeOf(path: string | undefined): Promise<NoticeWords | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new UsageError(`读不了 --notice ${path}。请核对路径。`);
  try {
    return noticeWords(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return noticeWords(textInGb(bytes, path));
  }
}

/** What Windows calls a text file is often GB 18030; a Word file is neither. */
function textInGb(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new UsageError(`--notice ${path} 不是文字文件。请把通知的文字复制出来，另存为 .txt。`);
}
