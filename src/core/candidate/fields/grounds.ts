import { z } from 'zod';
import { type PlainDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import { idSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { parseDay, plainColumn, unknownWord } from '../cell.ts';
import { field, type Parsed } from '../field.ts';

/** On what ground: the years, the conditions met, the earlier 公示. */
export const grounds = [
  field({
    key: 'yearsInTrade',
    shape: z.int().min(0).max(60).optional(),
    of: 'person',
    words: '从事本工种年限',
    parts: {},
    inWords: (value) => value,
    inFile: '18',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'yearsInTrade',
          header: '从事本工种年限',
          help: '满几年写几，例如 18。不写起始年月。',
          width: 10,
          wordings:
            '从事本工种年限 从事本工种时间 从事本工种 从事本专业时间 从事本专业年限 从事本职业年限 从事本工种专业时间 从事本工种专业工作时间 从事本工种专业年限 从事本工种工作时间 本工种年限 本工种工龄 从事工种年限 从业年限',
          required: ({ rules }) => rules.yearsInTrade !== undefined,
          example: '18',
          takes: ['number', 'date'],
          list: false,
          read: (text, { opensOn }) => parseYears(text, opensOn),
          write: (years) => (years === undefined ? '' : String(years)),
        },
      ],
    },
    proof: { among: 'lines', text: (years) => (years === undefined ? '' : String(years)) },
    approved: true,
    profile: {
      as: 'fact',
      label: '从业年限',
      behind: 'professionalTitle',
      text: (years) => (years === undefined ? undefined : `${years}年`),
    },
    fades: true,
    openData: {
      head: '从业年限',
      about: '从事本工种满几年',
      text: (years) => (years === undefined ? '' : String(years)),
    },
  }),
  field({
    key: 'conditions',
    shape: z.array(idSchema).default([]),
    of: 'person',
    words: '符合的条件',
    parts: {},
    inWords: (value) => value,
    inFile: '1',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'conditions',
          header: '符合条件',
          help: ({ rules }) =>
            rules.conditions
              ? `写条件的序号，多项用顿号隔开，例如 ${rules.conditions.oneOf
                  .slice(0, 2)
                  .map(({ key }) => key)
                  .join('、')}。依据：${rules.conditions.clause}。`
              : '',
          width: 10,
          wordings: '符合条件 符合条款 推荐条件 申报条件 对应条件 具备条件 符合推荐条件 符合申报条件 条件序号',
          asked: { when: ({ rules }) => rules.conditions !== undefined, otherwise: 'unpublished' },
          required: true,
          example: ({ rules }) => rules.conditions?.oneOf[0]?.key ?? '',
          takes: ['number'],
          list: false,
          read: (text, { programme }) => parseConditions(text, programme),
          write: (keys) => keys.join('、'),
        },
      ],
    },
    proof: { among: 'lists', text: (keys) => keys.join('、') },
    approved: true,
    profile: {
      as: 'list',
      label: '符合的推荐条件',
      behind: 'mentoring',
      items: (keys, { rules }) =>
        (rules.conditions?.oneOf ?? []).flatMap(({ key, text }) => (keys.includes(key) ? [text] : [])),
    },
    fades: true,
    openData: 'none',
  }),
  field({
    key: 'earlierPublicity',
    shape: z.strictObject({ opensOn: plainDateSchema, closesOn: plainDateSchema }).optional(),
    of: 'everybody',
    words: '此前公示',
    parts: { opensOn: '首日', closesOn: '截止日' },
    inWords: (value) => value,
    inFile: '2026-03-02',
    need: 'optional',
    onForms: false,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'earlierPublicity.opensOn',
          header: (programme) => `${whereEarlier(programme)}公示首日`,
          help: '例如 2026-03-02。',
          wordings:
            '本单位公示首日 单位公示首日 区县公示首日 区市公示首日 公示开始时间 公示开始日期 公示起始日期 公示起始时间 单位公示开始日期 单位公示开始时间',
          asked: { when: ({ rules }) => rules.earlierPublicity !== undefined, otherwise: 'read' },
          example: '2026-03-02',
          takes: ['number', 'date'],
          list: false,
          read: (text) => parseDay(text),
          write: (window) => window?.opensOn ?? '',
        },
        {
          ...plainColumn,
          key: 'earlierPublicity.closesOn',
          header: (programme) => `${whereEarlier(programme)}公示截止`,
          help: '例如 2026-03-06。',
          wordings:
            '本单位公示截止 单位公示截止 区县公示截止 区市公示截止 公示截止时间 公示截止日期 公示结束日期 公示结束时间 单位公示截止日期 单位公示结束日期',
          asked: { when: ({ rules }) => rules.earlierPublicity !== undefined, otherwise: 'read' },
          example: '2026-03-06',
          takes: ['number', 'date'],
          list: false,
          read: (text) => parseDay(text),
          write: (window) => window?.closesOn ?? '',
        },
      ],
    },
    proof: { among: 'lists', text: (window) => (window ? `${window.opensOn} 至 ${window.closesOn}` : '') },
    approved: true,
    profile: 'own-layout',
    fades: true,
    openData: 'none',
  }),
] as const;

/** The place of the earlier 公示, as the heads of its columns name it. */
function whereEarlier({ rules }: Programme): string {
  return rules.earlierPublicity?.by === 'district' ? '区县' : '本单位';
}

/** `1、3`, `①③`, `第1、3条`. */
export function parseConditions(text: string, { rules }: Programme): Parsed<string[]> {
  const keys = (rules.conditions?.oneOf ?? []).map(({ key }) => key);
  const said = text
    .replace(/[①-⑳]/gu, ' $& ')
    .normalize('NFKC')
    .replace(/符合|具备|条件|第|[条款项]|[()]/gu, ' ')
    .split(/[\s、,;.和及与]+/u)
    .filter((word) => word !== '');
  if (said.length === 0) return { value: undefined };
  if (said.every((word) => keys.includes(word))) return { value: [...new Set(said)] };
  return unknownWord(keys);
}

/** Whole years; a start, `2001.7` or 197510, is a date and asked about: a year too many is a false record. */
export function parseYears(text: string, opensOn: PlainDate | undefined): Parsed<number> {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (plain === '') return { value: undefined };
  const years = /^满?(\d{1,2})(?:周?年)?$/u.exec(plain)?.[1];
  if (years !== undefined) return { value: Number(years) };
  const start = /^((?:19|20)\d{2})[年.\-/]?(\d{1,2})?(?:[月.\-/](?:\d{1,2}日?)?)?(?:至今|起|-至今)?$/u.exec(plain);
  if (!start) return { problem: 'import-years-unclear', args: {} };
  const [year, month] = [Number(start[1]), Number(start[2] ?? 0)];
  const now = opensOn && { year: Number(opensOn.slice(0, 4)), month: Number(opensOn.slice(5, 7)) };
  const certain = now && month >= 1 && month <= 12 && month !== now.month && !/\.1$/u.test(plain);
  const full = certain ? now.year - year - (month > now.month ? 1 : 0) : undefined;
  return { problem: 'import-years-start', args: { opensOn: opensOn ?? '', years: full ?? '' } };
}
