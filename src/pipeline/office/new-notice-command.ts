import { parsePlainDate, plainDate } from '#core/calendar/plain-date.ts';
import { idSchema } from '#core/formats/words.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { type AnyNoticeKind, NOTICE_KINDS, noticeKindOf } from '#core/notices/kind-of.ts';
import type { Dossier } from '#core/records/content.ts';
import { noticeIdSchema } from '#core/records/notice.ts';
import { chosenDossier } from '#pipeline/check/chosen-dossier.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { type Answers, collect, onTerminal, optionsOf, type Question, type Terminal } from '#pipeline/commands/ask.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { newNotice, usualPeople } from '#pipeline/content/new-notice.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { type Held, patienceOf, writing } from '#pipeline/content/writing.ts';
import { line } from './contact-questions.ts';

const KINDS = NOTICE_KINDS.map((kind) => noticeKindOf({ kind }));

const which = [
  { flag: 'round', about: '哪一届', example: 'weihai-craftsman/2024' },
  {
    flag: 'kind',
    about: `哪一种公示：${KINDS.map(({ words, about }) => `${words}（${about}）`).join('；')}`,
    check: (text: string) =>
      kindNamed(text) ? undefined : `只能是 ${KINDS.map(({ words }) => words).join('、')} 之一。`,
  },
] as const satisfies readonly Question[];

/** What is asked of a notice once its round and its kind are known. */
const asked = [
  { flag: 'id', about: '文件夹名，成为网址的一部分，用小写英文字母和数字', example: 'final', check: folderName },
  { flag: 'title', about: '公示的标题', check: line },
  { flag: 'document', about: '公示的文号', optional: true, check: line },
  { flag: 'issuer', about: '公示的落款单位', many: true, check: line },
  { flag: 'published', about: '公示发布之日', example: '2026-12-11', check: date },
  { flag: 'opens', about: '公示首日', example: '2026-12-14', check: date },
  { flag: 'closes', about: '公示截止日，不写由程序推算，写了要相符', optional: true, check: date },
  { flag: 'length', about: '公示几天，活动的规则没有写明或入围公示另定的才写', optional: true, check: days },
  { flag: 'unit', about: '天数单位：working 工作日，calendar 天；同上', optional: true, check: unit },
  { flag: 'outlet', about: '公示媒体，与本届相同的不写', many: true, optional: true, check: line },
  { flag: 'ordered-by', about: '排序说明', check: line },
  { flag: 'person', about: '名单上的人，写姓名或编号', many: true },
  { flag: 'leave-out', about: '不列入的人，写姓名或编号', many: true, optional: true },
  { flag: 'tier', about: '这份公示才定下的档次，写成 档次=姓名', many: true, optional: true },
] as const satisfies readonly Question[];

const options = { ...optionsOf(which), ...optionsOf(asked), ...WAIT, ...CONTENT } as const satisfies Options;
type Asked = Given<typeof options>;

/** `npm run new-notice`. */
export const newNoticeCommand = defineCommand({
  verb: 'new-notice',
  summary:
    '在一届里接着发一份公示：入围以后的拟命名公示、增补公示、重新公示。没有写明的逐项询问；日期、名单与前面的公示不合时不写入。',
  options,
  examples: [
    'npm run new-notice -- --round weihai-craftsman/2024 --kind 拟命名公示 --published 2024-10-08 --opens 2024-10-09 --leave-out 王磊',
  ],
  run: (given) => onTerminal((terminal) => newNoticeAsked(given, terminal)),
});

/** @param terminal whom to ask what the options leave open */
export async function newNoticeAsked(given: Asked, terminal: Terminal | undefined): Promise<Outcome> {
  const content = contentOf(given);
  const first = await collect(which, given, terminal);
  return writing(content, { verb: 'new-notice', patience: patienceOf(given) }, (held) =>
    newNoticeIn(held, first, given, terminal),
  );
}

async function newNoticeIn(held: Held, first: Answers, given: Asked, terminal: Terminal | undefined): Promise<Outcome> {
  const { content } = held;
  const tree = await readTree(content);
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  const roundId = first['round']?.[0] ?? '';
  const round = chosenDossier(parseTree(tree).readable, roundId);
  if (!round.folder.notice || !round.folder.roster) {
    throw new Refusal('first-notice-missing', `${roundId} 还没有第一份公示和名单。请先写好 notice.md、导入名单。`);
  }
  const kind = kindNamed(first['kind']?.[0] ?? '');
  if (!kind) throw new UsageError(`缺少 --kind（${KINDS.map(({ words }) => words).join('、')}）。请补上。`);
  const answers = await collect(noticeQuestions(round, kind), given, terminal);
  const files = newNotice(round, requestOf(round, kind, answers));
  const below = new Map([...files].map(([name, text]) => [`${roundDirectory(roundId)}/${name}`, text]));
  const { fresh } = await tryChanges(content, tree, below);
  if (hasErrors(fresh)) {
    return {
      exit: 1,
      json: { created: false, round: roundId, findings: reportJson(fresh) },
      text: `${reportText(fresh)}没有建立${kind.words}，什么也没有写。\n`,
    };
  }
  await changeFiles(held, below);
  const id = answers['id']?.[0] ?? '';
  const where = given.text('content') === undefined ? '' : ` --content ${content}`;
  return {
    exit: 0,
    json: { created: true, round: roundId, notice: id, files: [...below.keys()], findings: reportJson(fresh) },
    text: [
      `已建立 ${roundId} 的${kind.words}：`,
      ...[...below.keys()].map((path) => `  ${path}`),
      '',
      '接下来：',
      '  1. 把 notice.md 的正文改成正式文稿，【名单】【公示时间】【异议方式】三行留着。',
      `  2. 校样：npm run proof -- --round ${roundId} --notice ${id} --out 校样.html${where}`,
      `  3. 批准：npm run approve -- --round ${roundId} --notice ${id} …${where}`,
      ...(fresh.length > 0 ? ['', reportText(fresh).trimEnd()] : []),
      '',
    ].join('\n'),
  };
}

type Flag = (typeof asked)[number]['flag'];

/** What is asked of a notice of a kind, with what each answer falls back upon in this round. */
export function noticeQuestions(round: Dossier, kind: AnyNoticeKind): Question<Flag>[] {
  const usual = usualPeople(round, kind);
  const { folder, programme } = round;
  const subject = `${folder.round.data.edition}${programme.data.title}`;
  const taken = noticeLives(round).map((one) => noticeIdOf(one.folder));
  const names = USUAL_NAMES[kind.kind];
  const fallbacks: Partial<Record<Flag, readonly string[]>> = {
    id: [nameFree(names, taken)],
    title: [kind.title(subject)],
    issuer: folder.notice?.data.issuers ?? [],
    'ordered-by': [folder.roster?.data.orderedBy ?? ''],
    person: usual.map(({ id }) => id),
  };
  return asked.map((question): Question<Flag> => {
    const fallback = fallbacks[question.flag];
    return fallback && fallback.length > 0 ? { ...question, fallback } : question;
  });
}

const USUAL_NAMES: Record<AnyNoticeKind['kind'], string> = {
  shortlist: 'shortlist',
  candidates: 'final',
  supplementary: 'added',
  're-publicity': 'again',
};

function nameFree(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let n = 2; ; n += 1) if (!taken.includes(`${name}-${n}`)) return `${name}-${n}`;
}

function requestOf(round: Dossier, kind: AnyNoticeKind, answers: Answers): Parameters<typeof newNotice>[1] {
  const one = (flag: Flag): string | undefined => answers[flag]?.[0];
  const said = (flag: Flag): string => one(flag) ?? '';
  const whom = (flag: Flag): string[] => (answers[flag] ?? []).map((text) => personNamed(round, text, flag));
  const left = new Set(whom('leave-out'));
  const tiers = new Map(
    (answers['tier'] ?? []).map((text) => {
      const [key = '', person = ''] = text.split('=').map((part) => part.trim());
      return [personNamed(round, person, 'tier'), key] as const;
    }),
  );
  const closes = one('closes');
  const length = one('length');
  return {
    id: said('id'),
    kind,
    title: said('title'),
    documentNumber: one('document'),
    issuers: answers['issuer'] ?? [],
    published: plainDate(said('published')),
    opensOn: plainDate(said('opens')),
    closesOn: closes === undefined ? undefined : plainDate(closes),
    length: length === undefined ? undefined : Number(length),
    unit: one('unit') as 'working' | 'calendar' | undefined,
    outlets: answers['outlet']?.length ? answers['outlet'].map((name) => ({ name })) : undefined,
    orderedBy: said('ordered-by'),
    people: whom('person')
      .filter((id) => !left.has(id))
      .map((id) => {
        const tier = tiers.get(id);
        return { id, ...(tier !== undefined && { tier }) };
      }),
  };
}

/** A person by id, or by a name that is only one's in the round. */
function personNamed({ folder }: Dossier, text: string, flag: string): string {
  const found = folder.people.filter(({ id, data }) => id === text || data.name === text);
  const [one] = found;
  if (one && found.length === 1) return one.id;
  if (!one) throw new UsageError(`--${flag} 写的“${text}”不在这一届的人选里。请核对姓名或编号。`);
  const alike = found.map(({ id, data }) => `${id}（${data.employer}）`).join('、');
  throw new UsageError(`--${flag} 写的“${text}”有 ${found.length} 人：${alike}。请写编号。`);
}

function kindNamed(text: string): AnyNoticeKind | undefined {
  return KINDS.find(({ kind, words }) => kind === text || words === text);
}

function folderName(text: string): string | undefined {
  return idSchema.safeParse(text).success && noticeIdSchema.safeParse(text).success
    ? undefined
    : '只能用小写英文字母、数字和短横线，不能是 first，例如 final。';
}

function date(text: string): string | undefined {
  return parsePlainDate(text) ? undefined : '不是一个存在的日期，请按“年-月-日”写，例如 2026-12-14。';
}

function days(text: string): string | undefined {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 366 ? undefined : '要写 1 到 366 之间的整数。';
}

function unit(text: string): string | undefined {
  return ['working', 'calendar'].includes(text) ? undefined : '只能是 working、calendar 之一。';
}
