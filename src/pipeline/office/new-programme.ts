import type { z } from 'zod';
import { idSchema, routeSchema } from '#core/formats/words.ts';
import type { programmeSchema } from '#core/programme/programme.ts';
import type { Answers, Question } from '#pipeline/commands/ask.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';
import { line } from './contact-questions.ts';
import { among } from './new-round-questions.ts';
import { address, date, limit, limitOf, windowOf } from './programme/part.ts';

type ProgrammeText = z.input<typeof programmeSchema>;

/** What a programme of one's own needs to say: each rule with the clause of the document it stands in. */
export const programmeQuestions = (organiser: string) =>
  [
    { flag: 'programme-name', about: '新活动的名称', example: '泰山工匠', check: line },
    { flag: 'region', about: '地区', example: '山东省泰安市', check: line },
    { flag: 'programme-organiser', about: '新活动的主办单位', many: true, fallback: [organiser], check: line },
    { flag: 'conferring-authority', about: '命名或发文公布的机关', example: '泰安市人民政府', many: true, check: line },
    { flag: 'source-title', about: '依据的文件', example: '关于开展泰山工匠选树的通知', check: line },
    { flag: 'source-issuer', about: '文件的印发单位', many: true, fallback: [organiser], check: line },
    { flag: 'source-number', about: '文号', optional: true, check: line },
    { flag: 'source-date', about: '文件日期', example: '2026-01-15', optional: true, check: date },
    { flag: 'source-address', about: '文件的网址', optional: true, check: address },
    { flag: 'publicity', about: '公示几天：5工作日、7天，文件没有写明的写 none', example: '5工作日', check: publicity },
    { flag: 'publicity-clause', about: '这一规定在文件的哪一条', example: '三、（四）', check: line },
    {
      flag: 'counts-from',
      about: '起算：opening-day 首日算第1天，next-day 次日起算',
      fallback: ['opening-day'],
      check: among(['opening-day', 'next-day']),
    },
    { flag: 'quota', about: '名额：20名、不超过20名、20名左右', example: '20名', check: limit },
    { flag: 'quota-clause', about: '名额在文件的哪一条', example: '二', check: line },
    {
      flag: 'route',
      about: `推荐方式，等号前是 ${routeSchema.options.join('、')} 之一，等号后是文件里的说法`,
      example: 'unionNomination=工会推荐',
      many: true,
      check: route,
    },
    { flag: 'routes-clause', about: '推荐方式在文件的哪一条', check: line },
    { flag: 'outlets-text', about: '文件对公示媒体的规定，原话', example: '在市级主要媒体公示。', check: line },
    { flag: 'outlets-clause', about: '公示媒体在文件的哪一条', check: line },
    { flag: 'objection-text', about: '文件对异议的规定，原话；没有规定的照实写明', check: line },
    { flag: 'objection-clause', about: '异议在文件的哪一条', check: line },
    { flag: 'conferral-text', about: '文件对命名的规定，原话', check: line },
    { flag: 'conferral-clause', about: '命名在文件的哪一条', check: line },
  ] as const satisfies readonly Question[];

export function newProgramme(id: string, answers: Answers): ProgrammeText {
  const one = (flag: string): string => answers[flag]?.[0] ?? '';
  const some = (key: string, flag: string): Record<string, string> => (one(flag) === '' ? {} : { [key]: one(flag) });
  const name = one('programme-name');
  const clauseOf = { publicity: one('publicity-clause'), quota: one('quota-clause') };
  const most = limitOf(one('quota'));
  const stated = one('publicity');
  const window = stated === 'none' ? 'none' : windowOf(stated);
  const routes = (answers['route'] ?? []).map(routeOf);
  if (!most || !window) throw new UsageError('--quota 或 --publicity 的写法不对。');
  return {
    name,
    title: name,
    region: one('region'),
    organisers: [...(answers['programme-organiser'] ?? [])],
    conferringAuthority: [...(answers['conferring-authority'] ?? [])],
    source: {
      title: one('source-title'),
      ...some('number', 'source-number'),
      issuers: [...(answers['source-issuer'] ?? [])],
      ...some('date', 'source-date'),
      ...some('address', 'source-address'),
    },
    stages: [{ kind: 'publicity', name: '公示', text: one('outlets-text'), clause: clauseOf.publicity }],
    rules: {
      publicity:
        window === 'none'
          ? { stated: false, clause: clauseOf.publicity }
          : {
              stated: true,
              ...window,
              countsFrom: one('counts-from') === 'next-day' ? 'next-day' : 'opening-day',
              clause: clauseOf.publicity,
            },
      outlets: { text: one('outlets-text'), clause: one('outlets-clause') },
      quota: { ...most, clause: clauseOf.quota },
      tiers: [{ key: tierKey(id), name, limit: most, clause: clauseOf.quota }],
      routes: { allowed: routes, clause: one('routes-clause') },
      objection: { text: one('objection-text'), clause: one('objection-clause') },
      conferral: { text: one('conferral-text'), clause: one('conferral-clause') },
    },
  };
}

export function programmeId(text: string): string | undefined {
  return idSchema.safeParse(text).success ? undefined : '只能用小写英文字母、数字和短横线，例如 taishan-craftsman。';
}

/** `taishan-craftsman` → `craftsman`. */
function tierKey(id: string): string {
  return id.split('-').at(-1) ?? id;
}

function routeOf(text: string): { route: z.infer<typeof routeSchema>; name: string } {
  const [key = '', name = ''] = text.split('=').map((part) => part.trim());
  return { route: routeSchema.parse(key), name };
}

function publicity(text: string): string | undefined {
  return text !== 'none' && windowOf(text) === undefined
    ? '要写成 5工作日、7天 或 none 的样子；工作日和天不同，请照文件写。'
    : undefined;
}

function route(text: string): string | undefined {
  const [key = '', name = ''] = text.split('=').map((part) => part.trim());
  return routeSchema.safeParse(key).success && line(name) === undefined
    ? undefined
    : `要写成 unionNomination=工会推荐 的样子，等号前是 ${routeSchema.options.join('、')} 之一。`;
}
