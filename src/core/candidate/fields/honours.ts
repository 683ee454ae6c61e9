import { z } from 'zod';
import { chineseHonourLevel, type HonourLevel, honourLevelSchema, lineSchema } from '#core/formats/words.ts';
import { line } from '#core/text/tidy.ts';
import { plainColumn } from '../cell.ts';
import { field } from '../field.ts';
import { LONGEST_ENTRY, parseList, same, written } from '../list-cell.ts';

const honourSchema = z.strictObject({
  name: lineSchema,
  level: honourLevelSchema.optional(),
  year: z.int().min(1950).max(2100).optional(),
});
type Honour = z.infer<typeof honourSchema>;

export const honours = field({
  key: 'honours',
  shape: z.array(honourSchema).default([]),
  of: 'everybody',
  words: '荣誉',
  parts: { name: '名称', level: '级别', year: '年份' },
  inWords: (value, _, part) => (part === 'level' ? levelWords(value) : value),
  inFile: '{ name: "示例省技术能手", level: "province", year: 2021 }',
  need: 'optional',
  onForms: true,
  extract: true,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'honours',
        header: '荣誉',
        help: '一行一项，格内换行用 Alt+Enter。写法：2021 山东省技术能手（省级）。',
        width: 36,
        wordings:
          '荣誉 荣誉称号 获得荣誉 所获荣誉 主要荣誉 获奖情况 获得荣誉称号 获得荣誉称号情况 获得技术技能奖项情况 获得技术技能奖项 曾经获得的荣誉 曾获荣誉 何时获何种荣誉 何时何地受过何种奖励 何时何地获何种奖励 主要荣誉及获奖情况 获得主要荣誉 曾获主要荣誉 荣誉及获奖情况 获得市级以上荣誉 奖励荣誉',
        required: ({ rules }) => rules.honour !== undefined,
        example: '2021 示例省技术能手（省级）\n2018 示例市劳动模范（市级）',
        takes: [],
        list: true,
        read: (text) => ({ value: parseHonours(text) }),
        write: (all) => honoursText(all),
      },
    ],
  },
  proof: { among: 'lists', text: allInOneLine },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: {
    head: '荣誉',
    about: '此前获得的荣誉，一项一段，如：2021 示例省技术能手（省级）；2018 示例市劳动模范（市级）',
    text: allInOneLine,
  },
});

function allInOneLine(all: readonly Honour[]): string {
  return all
    .map(({ name, level, year }) => `${year ?? ''} ${name}${level ? `（${levelWords(level)}）` : ''}`.trim())
    .join('；');
}

function levelWords(level: string): string {
  return chineseHonourLevel[level as HonourLevel] ?? level;
}

export function parseHonours(text: string): Honour[] {
  return parseList(text).map(parseHonour);
}

export function honoursText(honours: readonly Honour[]): string {
  return written(honours, honourText, parseHonours);
}

/** `2021 山东省技术能手（省级）`, `2017年获市五一劳动奖章`; what is not said stays open. */
function parseHonour(entry: string): Honour {
  if (entry.length > LONGEST_ENTRY) return { name: entry };
  const level = LEVEL_AT_END.exec(entry);
  const open = entry.endsWith(NO_LEVEL);
  const rest = level ? entry.slice(0, level.index) : open ? entry.slice(0, -NO_LEVEL.length) : entry;
  const dated = rest.startsWith(NO_YEAR)
    ? undefined
    : (YEAR_IN_BRACKETS.exec(rest) ?? YEAR_AND_SPACE.exec(rest) ?? YEAR_WRITTEN.exec(rest));
  const name = line(rest.startsWith(NO_YEAR) ? rest.slice(NO_YEAR.length) : (dated?.[2] ?? rest));
  if (name === '') return { name: entry };
  return {
    name,
    ...(level && { level: LEVELS[level[1] ?? ''] }),
    ...(dated && { year: Number(dated[1]) }),
  };
}

function honourText(honour: Honour): string {
  const { name, level, year } = honour;
  const head = year === undefined ? ['', NO_YEAR] : [`${year} `, `〔${year}〕`];
  const tail = level === undefined ? ['', NO_LEVEL] : [`（${chineseHonourLevel[level]}）`];
  const spellings = head.flatMap((before) => tail.map((behind) => `${before}${name}${behind}`));
  return spellings.find((spelling) => same(parseHonour(spelling), honour)) ?? spellings[0] ?? name;
}

const NO_YEAR = '年份未填 ';
const NO_LEVEL = '（级别未填）';

const YEAR_IN_BRACKETS = /^〔((?:19[5-9]|20\d)\d)〕(.+)$/u;
const YEAR_AND_SPACE = /^((?:19[5-9]|20\d)\d) +(?!年)(.+)$/u;
const YEAR_WRITTEN =
  /^((?:19[5-9]|20\d)\d)\s*(?:年(?!度)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|[.．\-/]\d{1,2}(?:[.．\-/]\d{1,2})?(?![\d.]))[\s,，:：、]*(?:荣获|获得|被授予|授予|被评为|获评|获(?!奖))?\s*(.+)$/u;

const LEVELS: Record<string, HonourLevel> = {
  ...Object.fromEntries(Object.entries(chineseHonourLevel).map(([level, word]) => [word, level as HonourLevel])),
  全国: 'nation',
  国家: 'nation',
  自治区级: 'province',
  省: 'province',
  地市级: 'city',
  市: 'city',
  区级: 'county',
  区县级: 'county',
  县区级: 'county',
  县市级: 'county',
  旗县级: 'county',
  公司级: 'enterprise',
  厂级: 'enterprise',
  单位级: 'enterprise',
};
const LEVEL_AT_END = new RegExp(`\\s*[（(](${Object.keys(LEVELS).join('|')})[)）]$`, 'u');
