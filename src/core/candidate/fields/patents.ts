import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { line, lines } from '#core/text/tidy.ts';
import { plainColumn } from '../cell.ts';
import { field } from '../field.ts';
import { LONGEST_ENTRY, mark, parseList, same, written } from '../list-cell.ts';

const patentSchema = z.strictObject({ name: lineSchema, number: lineSchema.optional() });
type Patent = z.infer<typeof patentSchema>;

export const patents = field({
  key: 'patents',
  shape: z.array(patentSchema).default([]),
  of: 'everybody',
  words: '专利',
  parts: { name: '名称', number: '号码' },
  inWords: (value) => value,
  inFile: '{ name: "一种示例夹具", number: "ZL 2020 2 0000000.1" }',
  need: 'optional',
  onForms: true,
  extract: true,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'patents',
        header: '专利',
        help: '一行一项。写法：一种夹具；ZL 2020 2 0000000.1。没有专利号的只写名称。',
        width: 36,
        wordings:
          '专利 发明专利 专利成果 获得专利 主要专利 主要发明专利 主要发明专利、实用新型专利 专利情况 专利名称及专利号 发明专利情况',
        example: '一种示例夹具；ZL 2020 2 0000000.1\n一种示例刀架',
        takes: [],
        list: true,
        read: (text) =>
          hasPatentsInOneLine(text) ? { problem: 'import-patents-in-line', args: {} } : { value: parsePatents(text) },
        write: (all) => patentsText(all),
      },
    ],
  },
  proof: {
    among: 'lists',
    text: (all) => all.map(({ name, number }) => (number === undefined ? name : `${name}（${number}）`)).join('；'),
  },
  approved: true,
  profile: {
    as: 'list',
    label: '发明专利',
    items: (all) => all.map(({ name, number }) => `${name}${number ? `（专利号 ${number}）` : ''}`),
  },
  fades: true,
  openData: 'none',
});

/** A semicolon stands between name and number here, so entries are parted by lines alone. */
export function parsePatents(text: string): Patent[] {
  return parseList(lines(text).length === 1 ? `${mark(0)}${text}` : text).map(parsePatent);
}

export function patentsText(patents: readonly Patent[]): string {
  return written(patents, patentText, parsePatents);
}

/** Whether somebody wrote several patents into one line: where one ends is then anybody's guess. */
export function hasPatentsInOneLine(text: string): boolean {
  return lines(text).some((one) => (one.match(/ZL\s*\d/giu) ?? []).length > 1);
}

/** `一种夹具；ZL 2020 2 0000000.1`, `一种夹具（专利号：ZL202020000000.1）`. */
function parsePatent(entry: string): Patent {
  if (entry.length > LONGEST_ENTRY) return { name: entry };
  const [, bracketed, behind = ''] = /^〔名称〕(.+)〔专利号〕(.*)$/u.exec(entry) ?? [];
  if (bracketed !== undefined) return { name: bracketed, ...(behind !== '' && { number: behind }) };
  const found =
    /^(.*\S)\s*[；;]\s*([^；;]+)$/u.exec(entry) ??
    /^(.+?)[\s,，、:：（(]*(?:(?:专利|授权|专利申请)号)?[:：\s]*((?:ZL|CN)[\s\d.．]{9,}[\dX])\s*[)）]?$/iu.exec(entry);
  return found ? { name: line(found[1] ?? ''), number: line(found[2] ?? '') } : { name: entry };
}

function patentText(patent: Patent): string {
  const { name, number = '' } = patent;
  const spellings = [number === '' ? name : `${name}；${number}`, `〔名称〕${name}〔专利号〕${number}`];
  return spellings.find((spelling) => same(parsePatent(spelling), patent)) ?? name;
}
