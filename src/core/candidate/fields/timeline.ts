import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { line } from '#core/text/tidy.ts';
import { plainColumn } from '../cell.ts';
import { field, type Parsed } from '../field.ts';
import { parseList, written } from '../list-cell.ts';

const entrySchema = z.strictObject({ year: z.int().min(1950).max(2100), text: lineSchema.max(60) });
type Entry = z.infer<typeof entrySchema>;

/** What the honours and the patents do not say by their own years. */
export const timeline = field({
  key: 'timeline',
  shape: z.array(entrySchema).max(12).default([]),
  of: 'everybody',
  words: '经历',
  parts: { year: '年份', text: '事项' },
  inWords: (value) => value,
  inFile: '{ year: 2005, text: "进厂，做射线评片" }',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'timeline',
        header: '从艺经历',
        help: '一行一项：年份，空一格，做了什么。例如：2005 进厂，做射线评片。荣誉和专利不用再写。',
        width: 30,
        wordings: '从艺经历 从艺历程',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        example: '2005 进厂，做射线评片\n2016 查出反应器焊缝裂纹',
        takes: [],
        list: true,
        read: (text) => parseTimeline(text),
        write: (all) => written(all, entryText, (text) => parseList(text).map(parseEntry)),
      },
    ],
  },
  proof: { among: 'lists', text: (all) => all.map(entryText).join('；') },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});

/** `2005 进厂`, `2005年 进厂`, `2005年3月进厂`: the month is left out, for a life is told in years. */
export function parseTimeline(text: string): Parsed<Entry[]> {
  const all = parseList(text).map(parseEntry);
  return all.some(({ year, text: what }) => year === 0 || what === '')
    ? { problem: 'import-timeline-unclear', args: {} }
    : { value: all };
}

function parseEntry(entry: string): Entry {
  const [, year = '0', text = ''] =
    /^((?:19[5-9]|20\d)\d)(?:\s*年(?!度)(?:\s*\d{1,2}\s*月)?|[.．\-/]\d{1,2}(?!\d))?[\s,，:：、]+(\S.*)$/u.exec(
      entry,
    ) ??
    /^((?:19[5-9]|20\d)\d)\s*年(?!度)(?:\s*\d{1,2}\s*月)?(\S.*)$/u.exec(entry) ??
    [];
  return { year: Number(year), text: line(text) };
}

function entryText({ year, text }: Entry): string {
  return `${year} ${text}`;
}
