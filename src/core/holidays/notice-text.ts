/** A holiday's paragraph of the State Council's notice, its sentences apart. */
export interface NoticeItem {
  /** `元旦`, `国庆节、中秋节`. */
  name: string;
  sentences: string[];
}

export interface NoticeText {
  year: number | undefined;
  /** `国办发明电〔2023〕7号`. */
  number: string | undefined;
  /** The day it was signed, `2025-11-04`. */
  signed: string | undefined;
  items: NoticeItem[];
}

const NAMES = '元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节';
const ITEM = new RegExp(
  `(?:^|[\\n。])\\s*(?:[一二三四五六七八九十]+[、.]|[((]?\\d+[)).、]|[((][一二三四五六七八九十]+[))])?\\s*((?:${NAMES})(?:[、和](?:${NAMES}))*)\\s*[::]`,
  'g',
);

/**
 * Takes the text of 国务院办公厅关于…年部分节假日安排的通知 apart, as it is pasted from the page: full-width or not, with or without spaces and
 * line breaks. What the sentences say is not judged here.
 */
export function takeApart(pasted: string): NoticeText {
  const text = pasted
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, '');
  const heads = [...text.matchAll(ITEM)];
  const items = heads.map((head, index) => {
    const from = head.index + head[0].length;
    const body = text.slice(from, heads[index + 1]?.index ?? text.length);
    return { name: named(head[1] ?? ''), sentences: sentencesOf(body) };
  });
  const [, year] = /关于(?:做好)?\s*(\d{4})年\s*部分节假日\s*(?:放假)?(?:安排|的)/.exec(text) ?? [];
  const [number] = /国办发(?:明电)?[〔[(【](?:19|20)\d{2}[〕\])】]\d{1,3}号/.exec(text) ?? [];
  const [, y, m = '', d = ''] = [...text.matchAll(SIGNED)].at(-1) ?? [];
  return {
    year: year === undefined ? undefined : Number(year),
    number: number?.replace(/[[(【]/, '〔').replace(/[\])】]/, '〕'),
    signed: y === undefined ? undefined : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    items,
  };
}

const SIGNED = /国务院办公厅\s*(\d{4})年(\d{1,2})月(\d{1,2})日/g;

function named(name: string): string {
  return name
    .split(/[、和]/)
    .map((one) => (/^(?:清明|端午|中秋)$/.test(one) ? `${one}节` : one))
    .join('、');
}

/** Up to the signature; what the paragraph behind the last holiday says of duty rosters names no day and is let be. */
function sentencesOf(body: string): string[] {
  return body
    .replace(SIGNED, '\n')
    .replace(/\(此件公开发布\)|(?:^|\n)[^\n]*政府网[^\n]*/g, '')
    .split(/[。\n;!]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
