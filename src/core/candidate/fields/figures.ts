import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { line } from '#core/text/tidy.ts';
import { plainColumn } from '../cell.ts';
import { field, type Parsed } from '../field.ts';
import { parseList, written } from '../list-cell.ts';

const figureSchema = z.strictObject({
  /** The number with its unit, as the texts have it: 180公里. */
  value: lineSchema.max(16).refine((value) => !/\s/u.test(value), { params: { code: 'figure-value' } }),
  /** What it counts: 检测焊缝累计. */
  label: lineSchema.max(24),
});
type Figure = z.infer<typeof figureSchema>;

/** Few numbers that say what a working life comes to. */
export const figures = field({
  key: 'figures',
  shape: z.array(figureSchema).max(4).default([]),
  of: 'everybody',
  words: '数字',
  parts: { value: '数值', label: '说明' },
  inWords: (value) => value,
  inFile: '{ value: "180公里", label: "检测焊缝累计" }',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'figures',
        header: '业绩数字',
        help: '最多四项，一行一项：先写材料里的数和单位，空一格，再写说明。例如：180公里 检测焊缝累计。',
        width: 24,
        wordings: '业绩数字 关键数字',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        example: '180公里 检测焊缝累计\n12人 带徒',
        takes: [],
        list: true,
        read: (text) => parseFigures(text),
        write: (all) => written(all, figureText, (text) => parseList(text).map(parseFigure)),
      },
    ],
  },
  proof: { among: 'lists', text: (all) => all.map(figureText).join('；') },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});

/** `180公里 检测焊缝累计`, one a line; without a gap nobody knows where the number ends. */
export function parseFigures(text: string): Parsed<Figure[]> {
  const all = parseList(text).map(parseFigure);
  return all.some(({ label }) => label === '') ? { problem: 'import-figure-unclear', args: {} } : { value: all };
}

function parseFigure(entry: string): Figure {
  const [, value = entry, label = ''] = /^(\S+)\s+(.+)$/u.exec(entry) ?? [];
  return { value, label: line(label) };
}

function figureText({ value, label }: Figure): string {
  return `${value} ${label}`;
}
