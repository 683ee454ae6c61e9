import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import { type FormMeaning, type ProgrammeForm, programmeFormSchema } from '#core/records/programme-form.ts';
import { type FoundLabel, labelsOf, meaningWords } from '#core/roster/form-labels.ts';
import { openTerminal, type Terminal } from '#pipeline/commands/ask.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { patienceOf, writing } from '#pipeline/content/writing.ts';
import { collect } from './collect.ts';

const options = {
  programme: { type: 'string', value: '活动', help: '哪个选树活动，例如 weihai-craftsman' },
  id: { type: 'string', value: '名称', help: '表的文件名，小写字母，例如 nomination' },
  name: { type: 'string', value: '文字', help: '表的名称，默认用文件名' },
  clause: { type: 'string', value: '条款', help: '这张表出自通知的哪里，例如 附件1' },
  answers: { type: 'string', value: '文件', help: '回答写在一个文本文件里，一行一项：标签=含义' },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

/** `npm run form -- learn`: the labels of an unknown form, asked about one by one, become data of its programme. */
export const formCommand = defineCommand({
  verb: 'form',
  summary: '教程序认识一张表：列出表上的各项，逐项问是什么，写成这个活动的表（forms/*.json）。',
  positionals: 'learn 文件',
  options,
  examples: [
    'npm run form -- learn 推荐表.docx --programme weihai-craftsman --id nomination --clause 附件1',
    'npm run form -- learn 推荐表.docx --programme weihai-craftsman --id nomination --clause 附件1 --answers 回答.txt',
  ],
  run: learnForm,
});

async function learnForm(given: Given<typeof options>): Promise<Outcome> {
  const [verb, path, ...more] = given.positionals;
  if (verb !== 'learn' || path === undefined || more.length > 0) {
    throw new UsageError('要写成 npm run form -- learn 文件 --programme 活动，一次一张表。');
  }
  const directory = given.text('content') ?? 'content';
  const programmeId = given.required('programme');
  const { readable } = await readContent(directory);
  const folder = readable?.programmes.find(({ id }) => id === programmeId);
  if (!folder)
    throw new Refusal('programme-unknown', `内容目录里没有（或读不出）选树活动“${programmeId}”。请核对 --programme。`);
  const id = given.required('id');
  if (!idSchema.safeParse(id).success) throw new UsageError('--id 只能用小写字母、数字和连字符，例如 nomination。');
  const { files, findings } = await collect([path], () => undefined);
  const [file] = files;
  if (!file)
    throw new Refusal(
      'form-unreadable',
      findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)}`).join('\n'),
    );

  const programme = folder.programme.data;
  const words = meaningWords(programme);
  const { kind, labels } = labelsOf(file.grid, programme);
  if (labels.length === 0)
    throw new Refusal('form-without-labels', '这张表上没有找到一个标签。请核对是不是填好或空白的表。');
  const answersFile = given.text('answers');
  const terminal = answersFile === undefined ? openTerminal() : undefined;
  try {
    const answers = answersFile === undefined ? undefined : await answersIn(answersFile, labels, words);
    const fields = await meanings(labels, words, answers, terminal);
    const form: ProgrammeForm = programmeFormSchema.parse({
      name: given.text('name') ?? file.file.replace(/\.\w+$/u, ''),
      clause: given.required('clause'),
      kind,
      fields,
    });
    const target = `programmes/${programmeId}/forms/${id}.json`;
    const text = `${JSON.stringify(form, null, 2)}\n`;
    await writing(directory, { verb: 'form', patience: patienceOf(given) }, (held) =>
      changeFiles(held, new Map([[target, text]])),
    );
    const list = fields.map(({ label, means }) => `  ${label}：${chinese(means, words)}`).join('\n');
    return {
      exit: 0,
      json: { file: join(directory, target), form },
      text: `已写入 ${join(directory, target)}，共 ${fields.length} 项：\n${list}\n`,
    };
  } finally {
    terminal?.close();
  }
}

async function meanings(
  labels: readonly FoundLabel[],
  words: ReadonlyMap<string, FormMeaning>,
  answers: ReadonlyMap<string, FormMeaning> | undefined,
  terminal: Terminal | undefined,
): Promise<ProgrammeForm['fields']> {
  const fields: ProgrammeForm['fields'] = [];
  const open: FoundLabel[] = [];
  terminal?.say(`可以回答：${[...words.keys()].join('、')}。`);
  for (const found of labels) {
    const { label, proposal } = found;
    const means = answers?.get(label) ?? (terminal ? await asked(label, proposal, words, terminal) : undefined);
    if (means === undefined) open.push(found);
    else fields.push({ label, means });
  }
  if (open.length === 0) return fields;
  // What a label most likely means is for a person to say: a wrong guess publishes what should not be.
  const lines = open.map(({ label, proposal }) => `${label}=${proposal === undefined ? '' : chinese(proposal, words)}`);
  throw new UsageError(
    [
      '这里不能提问，表上的每一项都要有人写明是什么。把下面几行存成一个文本文件，逐行核对、补全等号后面的含义，再用 --answers 指明（已写的含义是建议）：',
      ...lines,
      `含义可写：${[...words.keys()].join('、')}。什么也没有写。`,
    ].join('\n'),
  );
}

async function asked(
  label: string,
  proposal: FormMeaning | undefined,
  words: ReadonlyMap<string, FormMeaning>,
  terminal: Terminal,
): Promise<FormMeaning> {
  for (;;) {
    const hint = proposal === undefined ? '' : `（直接回车即为：${chinese(proposal, words)}）`;
    const reply = (await terminal.ask(`“${label}”是什么${hint}？`)).trim();
    const means = reply === '' ? proposal : words.get(reply);
    if (means !== undefined) return means;
    terminal.say('\u3000请写上面列出的一种；不要公开的写“不公开”，不是一项的写“不是一项”。');
  }
}

async function answersIn(
  path: string,
  labels: readonly FoundLabel[],
  words: ReadonlyMap<string, FormMeaning>,
): Promise<Map<string, FormMeaning>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`读不了 --answers ${path}。请核对路径。`);
  const answers = new Map<string, FormMeaning>();
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue;
    const [, label = '', word = ''] = /^(.+)[=＝]([^=＝]+)$/u.exec(line) ?? [];
    const means = words.get(word.trim());
    if (means === undefined)
      throw new UsageError(`--answers 第 ${index + 1} 行的含义读不懂。可写：${[...words.keys()].join('、')}。`);
    if (!labels.some((one) => one.label === label.trim())) {
      throw new UsageError(
        `--answers 第 ${index + 1} 行的标签不在这张表上。表上有：${labels.map((one) => one.label).join('、')}。`,
      );
    }
    answers.set(label.trim(), means);
  }
  return answers;
}

function chinese(means: FormMeaning, words: ReadonlyMap<string, FormMeaning>): string {
  return [...words].find(([, one]) => one === means)?.[0] ?? means;
}
