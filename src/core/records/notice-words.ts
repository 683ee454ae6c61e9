/** The text of a notice as an office pastes it, to hold quoted words against. */
export interface NoticeWords {
  /** Whether the words stand there, sign by sign, spaces and line breaks aside. */
  has(words: string): boolean;
  /** Where they stand, `三、（二）` or `附件1`: the last headings before them. Absent when they stand nowhere or before all headings. */
  clauseOf(words: string): string | undefined;
}

export function noticeWords(text: string): NoticeWords {
  const lines = text.split(/\r\n?|\n/u);
  const starts: number[] = [];
  let whole = '';
  for (const line of lines) {
    starts.push(whole.length);
    whole += folded(line);
  }
  const at = (words: string): number => (folded(words) === '' ? -1 : whole.indexOf(folded(words)));
  return {
    has: (words) => at(words) >= 0,
    clauseOf: (words) => {
      const place = at(words);
      if (place < 0) return undefined;
      const last = starts.findLastIndex((start) => start <= place);
      return clauseAt(lines.slice(0, last + 1));
    },
  };
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** From the highest heading down; a line of one closes all below it. */
const HEADINGS: readonly { pattern: RegExp; text: (number: string) => string }[] = [
  { pattern: /^附件\s*([1-9一二三四五六七八九十]{0,2})(?=[:：\s《]|$)/u, text: (number) => `附件${number}、` },
  { pattern: new RegExp(`^第(${HAN})条`, 'u'), text: (number) => `第${number}条` },
  { pattern: new RegExp(`^(${HAN})、`, 'u'), text: (number) => `${number}、` },
  { pattern: new RegExp(`^[(（](${HAN})[)）]`, 'u'), text: (number) => `（${number}）` },
  { pattern: /^(\d{1,2})[.．、]/u, text: (number) => number },
  { pattern: /^[(（](\d{1,2})[)）]/u, text: (number) => `（${number}）` },
];

function clauseAt(lines: readonly string[]): string | undefined {
  const open: string[] = [];
  for (const line of lines) {
    const trimmed = line.trim();
    const level = HEADINGS.findIndex(({ pattern }) => pattern.test(trimmed));
    const heading = HEADINGS[level];
    if (!heading) continue;
    open.length = Math.min(open.length, level);
    open[level] = heading.text(heading.pattern.exec(trimmed)?.[1] ?? '');
  }
  return open.join('').replace(/、$/u, '') || undefined;
}

/** Spaces come and go with the paste, and quotation marks with the keyboard. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”„‟"]/gu, '"')
    .replace(/[‘’']/gu, "'");
}
