import type { Finding } from '#core/catalogue/finding.ts';
import { type Subject, SUBJECT_KEYS, subjectNamed, SUBJECTS } from '#core/formats/subject.ts';
import { noticeIdSchema } from '#core/records/notice.ts';
import type { CellEdit } from '#core/roster/cell-edit.ts';
import type { EditedPerson } from '#core/roster/hand-edits.ts';
import { type Answers, title } from '#core/roster/match.ts';
import type { Plan } from '#core/roster/plan.ts';
import { rowLabel } from '#core/roster/reading.ts';
import { honourLevelsOf, type Supplement } from '#core/roster/supplement.ts';
import { line } from '#core/text/tidy.ts';
import type { Terminal } from '#pipeline/commands/ask.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';
import type { AddedNotice, EditAnswers, EditChoice, HeadMeaning } from './import-request.ts';
import { editText } from './import-text.ts';

/** The flags that answer what only a person can know. */
export const answerOptions = {
  same: {
    type: 'string',
    value: '行=编号',
    help: '这一行就是名单里的这个人（改了姓名或单位）；可写多次',
    multiple: true,
  },
  new: { type: 'string', value: '行', help: '这一行是新增的人，不是名单里相像的那位；可写多次', multiple: true },
  from: {
    type: 'string',
    value: '文件=单位',
    help: '这份表是哪个推荐单位报来的；只写单位为全部文件；可写多次',
    multiple: true,
  },
  'honour-level': { type: 'string', value: '级别', help: '荣誉没有写级别时：按名称，或全是一个级别，例如 市级' },
  'summary-from': { type: 'string', value: '标题', help: '简要事迹取哪一栏文字的开头，例如 主要事迹；不要的写“不写”' },
  'trade-from': { type: 'string', value: '岗位', help: '表里没有工种时取自岗位；要空着的写“不写”' },
  'add-bodies': { type: 'boolean', help: '本届没有的推荐单位，导入时一并补进 round.md' },
  'body-kind': { type: 'string', value: '类别', help: '补进的推荐单位属于名额里的哪一类，例如 county' },
  'real-name': {
    type: 'string',
    value: '姓名',
    help: '这确是姓名，虽然看上去像占位的字样、集体名称或夹着字母；可写多次',
    multiple: true,
  },
  subject: {
    type: 'string',
    value: '名称=对象',
    help: '这不是个人，是集体、团队、班组或单位，例如 总装二班=班组；可写多次',
    multiple: true,
  },
  'confirm-pdf': {
    type: 'string',
    value: '文件=行数',
    help: '从 PDF 读出的行已经由人逐行对照原件，例如 名单.pdf=12；可写多次',
    multiple: true,
  },
  cell: {
    type: 'string',
    value: '文件 格=内容',
    help: '这一格按此读，文件不动，例如 "名单.xlsx D2=高级技师"；可写多次',
    multiple: true,
  },
  head: {
    type: 'string',
    value: '列名=含义',
    help: '不认识的列是什么，例如 带出高徒=传帮带；写入后记住；可写多次',
    multiple: true,
  },
  remove: { type: 'string', value: '编号', help: '把这个人移出名单（批准以前）；可写多次', multiple: true },
  added: {
    type: 'string',
    value: '文件夹名',
    help: '名单公示以后增补的人：写成一份增补公示，例如 added；只有新增的人重新计算公示期',
  },
  opens: { type: 'string', value: '日期', help: '增补公示的首日；截止日由程序推算' },
  published: { type: 'string', value: '日期', help: '增补公示发布之日，默认为首日' },
  'keep-edited': { type: 'boolean', help: '上次导入以后手工改过的都保留，不照表改' },
  'take-sheet': { type: 'boolean', help: '上次导入以后手工改过的都改用表里的' },
  'keep-person': { type: 'string', value: '编号', help: '这个人手工改过的保留；可写多次', multiple: true },
  'take-person': { type: 'string', value: '编号', help: '这个人手工改过的改用表里的；可写多次', multiple: true },
} as const satisfies Options;

/** What is said once for the batch. */
export function givenSupplement(given: Given<typeof answerOptions>): Supplement {
  const level = given.text('honour-level');
  const honourLevels = level === undefined ? undefined : honourLevelsOf(level);
  if (level !== undefined && honourLevels === undefined)
    throw new UsageError('--honour-level 要写“按名称”，或一个级别：企业级、县级、市级、省级、国家级。');
  const heading = given.text('summary-from');
  const trade = given.text('trade-from');
  if (trade !== undefined && !['岗位', '不写'].includes(trade))
    throw new UsageError('--trade-from 要写“岗位”或“不写”。');
  return {
    honourLevels,
    summaryFrom: heading === '不写' ? '' : heading,
    tradeFrom: trade === undefined ? undefined : trade === '岗位' ? 'post' : 'none',
  };
}

/** `--added`, with the dates of its notice. */
export function givenAdded(given: Given<typeof answerOptions>): AddedNotice | undefined {
  const id = given.text('added');
  const opensOn = given.date('opens');
  const published = given.date('published') ?? opensOn;
  if (id === undefined) {
    if (published === undefined) return undefined;
    throw new UsageError('--opens 和 --published 只用于增补公示，请同时写 --added，例如 --added added。');
  }
  if (!noticeIdSchema.safeParse(id).success) {
    throw new UsageError('--added 只能用小写英文字母、数字和短横线，不能是 first，例如 added。');
  }
  if (opensOn === undefined || published === undefined) {
    throw new UsageError('缺少 --opens（增补公示的首日）。请补上。');
  }
  return { id, opensOn, published };
}

/** `总装二班=班组`: what is no person. */
export function givenSubjects(given: Given<typeof answerOptions>): Map<string, Subject> {
  return new Map(
    given.texts('subject').map((text) => {
      const [, name = '', word = ''] = /^(.+)=([^=]+)$/su.exec(text) ?? [];
      const subject = subjectNamed(word.trim());
      if (name === '' || subject === undefined) {
        const words = SUBJECT_KEYS.map((key) => SUBJECTS[key].words).join('、');
        throw new UsageError(`--subject 要写成“名称=对象”，对象写 ${words} 之一，例如 --subject 总装二班=班组。`);
      }
      return [line(name), subject] as const;
    }),
  );
}

/** One question for each name that can hardly be a person's. No answer leaves it open. */
export async function askedSubjects(
  findings: readonly Finding[],
  terminal: Terminal,
): Promise<{ subjects: Map<string, Subject>; realNames: Set<string> }> {
  const subjects = new Map<string, Subject>();
  const realNames = new Set<string>();
  const others = SUBJECT_KEYS.filter((key) => key !== 'person');
  const choices = [...others.map((key) => SUBJECTS[key].words), '个人姓名'];
  for (const { code, args } of findings) {
    if (code !== 'import-name-collective') continue;
    const name = String(args['name']);
    const list = choices.map((words, index) => `${index + 1} ${words}`).join('，');
    const reply = Number((await terminal.ask(`“${name}”是什么？${list}（直接回车为以后再定）：`)).trim() || 0);
    const subject = others[reply - 1];
    if (subject) subjects.set(name, subject);
    else if (reply === choices.length) realNames.add(name);
  }
  return { subjects, realNames };
}

/** `名单.xlsx D2=高级技师`, `名单.xlsx“拟命名”D2=高级技师`, `推荐表.docx 第 3 行第 2 列=技师`. */
export function givenCells(given: Given<typeof answerOptions>): CellEdit[] {
  return given.texts('cell').map((text) => {
    const [, file = '', sheet, cell = '', value = ''] =
      /^(.+?)(?:“([^”]+)”| )\s*([A-Z]{1,3}\d{1,7}|第 \d{1,7} 行第 \d{1,5} 列)=(.*)$/su.exec(text) ?? [];
    if (cell === '') throw new UsageError('--cell 要写成“文件 格=内容”，例如 --cell "名单.xlsx D2=高级技师"。');
    return { file, sheet, cell, head: '', text: value };
  });
}

export function givenHeads(given: Given<typeof answerOptions>): HeadMeaning[] {
  return given.texts('head').map((text) => {
    const [, label, means] = /^(.+)=([^=]+)$/su.exec(text) ?? [];
    if (label === undefined || means === undefined)
      throw new UsageError('--head 要写成“列名=含义”，例如 --head 带出高徒=传帮带。');
    return { label: label.trim(), means: means.trim() };
  });
}

export function givenAnswers(given: Given<typeof answerOptions>): Answers {
  const same = given.texts('same').map((text) => {
    const [, row, id] = /^(\d{1,5})=([a-z0-9-]{1,64})$/.exec(text) ?? [];
    if (row === undefined || id === undefined)
      throw new UsageError('--same 要写成“行号=编号”，例如 --same 7=k7mq2xd。');
    return [Number(row), id] as const;
  });
  const fresh = given.texts('new').map((text) => {
    if (!/^\d{1,5}$/.test(text)) throw new UsageError('--new 要写行号，例如 --new 7。');
    return Number(text);
  });
  const remove = given.texts('remove');
  if (remove.some((id) => !/^[a-z0-9-]{1,64}$/.test(id)))
    throw new UsageError('--remove 要写编号，例如 --remove k7mq2xd。');
  return { same: new Map(same), fresh: new Set(fresh), remove: new Set(remove) };
}

/** The same on a terminal, one question a doubtful row and one a person gone. No answer leaves the question open. */
export async function askedAnswers(
  plan: Plan,
  answers: Answers,
  approved: boolean,
  terminal: Terminal,
): Promise<Answers> {
  const same = new Map(answers.same);
  const fresh = new Set(answers.fresh);
  const remove = new Set(answers.remove);
  for (const { draft, known, row } of plan.questions) {
    terminal.say(`${rowLabel(draft.where)} ${draft.name}（${draft.employer}）与原名单里的人相像：`);
    known.forEach((person, index) => terminal.say(`  ${index + 1}. 就是 ${title(person)}`));
    terminal.say(`  ${known.length + 1}. 是另一个人，新增`);
    const choice = Number((await terminal.ask('请选择（直接回车为以后再定）：')).trim() || 0);
    const person = known[choice - 1];
    if (person) same.set(row, person.id);
    else if (choice === known.length + 1) fresh.add(row);
  }
  for (const person of approved ? [] : plan.gone.filter(({ id }) => !remove.has(id))) {
    const reply = await terminal.ask(`原名单里的 ${title(person)}不在这份表里，移出名单吗？（y/N）`);
    if (isYes(reply)) remove.add(person.id);
  }
  return { same, fresh, remove };
}

export function givenEdits(given: Given<typeof answerOptions>): EditAnswers {
  const [keep, take] = [given.flag('keep-edited'), given.flag('take-sheet')];
  if (keep && take) throw new UsageError('--keep-edited 和 --take-sheet 只能写一个。');
  const people = new Map<string, EditChoice>();
  for (const choice of ['keep', 'take'] as const) {
    for (const id of given.texts(`${choice}-person`)) {
      if (!/^[a-z0-9-]{1,64}$/.test(id))
        throw new UsageError(`--${choice}-person 要写编号，例如 --${choice}-person k7mq2xd。`);
      if ((people.get(id) ?? choice) !== choice)
        throw new UsageError('同一个编号只能写 --keep-person 或 --take-person。');
      people.set(id, choice);
    }
  }
  return { all: keep ? 'keep' : take ? 'take' : undefined, people };
}

/** One question for each person, and one for the list. No answer leaves it open. */
export async function askedEdits(edited: readonly EditedPerson[], terminal: Terminal): Promise<EditAnswers> {
  const people = new Map<string, EditChoice>();
  for (const one of edited) {
    const who = one.id === '' ? '名单' : title(one);
    terminal.say(
      one.recorded ? `${who}在上次导入以后手工改过（或更正过）：` : `${who}没有上次导入的记录，分不清是不是手工改过：`,
    );
    for (const edit of one.edits) terminal.say(`  ${editText(edit)}`);
    const reply = (await terminal.ask('保留现在的（1），改用表里的（2），直接回车为以后再定：')).trim();
    if (reply === '1') people.set(one.id, 'keep');
    else if (reply === '2') people.set(one.id, 'take');
  }
  return { people };
}

export function isYes(reply: string): boolean {
  return /^(?:y|yes|是|好|写入|确认|移出)$/i.test(reply.trim());
}
