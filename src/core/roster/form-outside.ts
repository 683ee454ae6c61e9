import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isRepeatable } from '#core/privacy/private-text.ts';
import { line } from '#core/text/tidy.ts';
import type { Meaning } from './wording.ts';

/** What stands beside the tables of a form: a cover with 姓名 and 单位, headings with their text below. */
export interface Outside {
  /** A label with its value on one line, or a heading with the paragraphs below it. */
  pairs: { label: string; meaning: Meaning; text: string }[];
  findings: Finding[];
}

export function readOutside(texts: readonly string[], meaningOf: (label: string) => Meaning, file: string): Outside {
  const pairs: Outside['pairs'] = [];
  const findings: Finding[] = [];
  let heading: Outside['pairs'][number] | undefined;
  for (const text of texts.flatMap((one) => one.split('\n'))) {
    const plain = line(text);
    if (plain === '') continue;
    const pair = pairOf(plain, meaningOf);
    const meaning = meaningOf(plain);
    if (pair) {
      pairs.push(pair);
      heading = undefined;
    } else if (isHeading(meaning) && plain.length <= 40) {
      heading = { label: plain, meaning, text: '' };
      pairs.push(heading);
    } else if (/^[（(][^（）()]*字[^（）()]*[）)]$/u.test(plain)) continue;
    else if (heading && (heading.meaning.kind !== 'unpublished' || plain.length > 30)) {
      heading.text += `${heading.text === '' ? '' : '\n'}${plain}`;
    } else if (plain.length > 40 && !NOTES.test(plain)) {
      const shown = isRepeatable(plain) ? [...plain].slice(0, 20).join('') : '';
      findings.push(finding('import-text-outside', { file }, { text: shown }));
    }
  }
  return { pairs, findings };
}

/** 姓 名 鞠晴岚, 单位：甲公司, 推荐单位  乙区总工会; the letters of a label may stand apart. */
function pairOf(text: string, meaningOf: (label: string) => Meaning): Outside['pairs'][number] | undefined {
  const parts = text.split(/(?<=[:：])|\s+/u).filter((part) => part !== '');
  for (let count = Math.min(parts.length - 1, 6); count >= 1; count -= 1) {
    const label = parts
      .slice(0, count)
      .join('')
      .replace(/[:：]$/u, '');
    const value = parts
      .slice(count)
      .join(' ')
      .replace(/[_＿]+/gu, '')
      .trim();
    const meaning = meaningOf(label);
    const isField = meaning.kind === 'field' && !meaning.key.startsWith('text:');
    if (isField && value !== '' && !STAMP.test(value)) return { label, meaning, text: value };
  }
  return undefined;
}

function isHeading({ kind, ...rest }: Meaning): boolean {
  return kind === 'unpublished' || (kind === 'field' && 'key' in rest && rest.key.startsWith('text:'));
}

const STAMP = /^[（(]?(?:盖章|公章|签章|签字)[）)]?$/u;

/** Explanations that the form prints for whoever fills it in. */
const NOTES = /^(?:注|备注|说明|填表|填写|附件|附|[一二三四五六七八九十]+、|\d+[、.．])/u;
