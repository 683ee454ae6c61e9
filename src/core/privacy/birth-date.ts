import type { Hit } from './kind.ts';
import type { Label } from './label.ts';
import { leading } from './leading.ts';

const DIGIT = '[0-9〇零○一二三四五六七八九十]';
const SIGN = String.raw`[ \t\n]{0,3}(?:[-./\\,:|年月日,、_"']|[ \t\n])[ \t\n]{0,3}`;
/** 1985-03-12, 1985年3月12日, 85.3.12, 一九八五年三月十二日, 1 9 8 5 … is left to the folded digits. */
const APART = new RegExp(
  `^(${DIGIT}{4}|[0-9]{2}|[〇零○一二三四五六七八九]{2}(?= ?[年、./-]))(${SIGN})(${DIGIT}{1,3})(${SIGN})(${DIGIT}{1,3})(?!${DIGIT})`,
);
const TOGETHER = /^((?:18|19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])/;
const SPELT = /^((?:[0-9][ \t\n\-./|]{1,3}){7}[0-9])(?![0-9])/;
const DAY_FIRST = /^([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]((?:19|20)[0-9]{2})(?![0-9])/;
const ENGLISH =
  /^(?:(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (\d{4})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))/i;
const FILLER =
  /^(?:\([^()]{0,10}\)|[\s\p{P}\p{S}]|为|是|系|于|在|日期|时间|年月日?|号|公历|农历|阳历|阴历|on\b|date\b|value\b|content\b)*/u;
const CLOSE_FILLER = /^(?:[\s:("'=>|*_-]|为|是|于|在)*/u;
const NOT_BORN = /[发产诞萌滋衍派寄再新野卫学先医考业究习师男女民养放众优平终门书招院]$/;

/** Full dates tied to a birth; a year, or a year and a month, passes. */
export function birthDates(text: string, labels: readonly Label[]): Hit[] {
  return [...behindLabels(text, labels), ...beforeBorn(text)];
}

function behindLabels(text: string, labels: readonly Label[]): Hit[] {
  return labels.flatMap((label) => {
    if (label.kind !== 'birth') return [];
    // 1973年6月出生 looks back, not ahead.
    if (/[年月日0-9]/.test(text.charAt(label.start - 1)) && /生$/.test(text.slice(label.start, label.end))) return [];
    if (text.startsWith('生于', label.start) && NOT_BORN.test(text.slice(Math.max(0, label.start - 1), label.start)))
      return [];
    const ahead = text.slice(label.end, label.end + 72);
    // 1973年6月出生，2005年7月1日参加工作: only a head such as 出生日期 reaches across a comma.
    const head = /[期间月日]$|[a-z]/i.test(text.slice(label.start, label.end));
    const skipped = leading(head ? FILLER : CLOSE_FILLER, ahead.slice(0, 24)).length;
    const date = dateAt(ahead.slice(skipped));
    const start = label.end + skipped;
    return date ? [{ kind: 'birth-date' as const, value: date.value, start, end: start + date.length }] : [];
  });
}

/** 1985年3月12日出生, 1985.03.12生: not 生产, 生效, 生成. */
function beforeBorn(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { index } of text.matchAll(BORN)) {
    const from = Math.max(0, index - 24);
    const before = text.slice(from, index);
    for (const { index: offset } of before.matchAll(
      /(?<![0-9〇零○一二三四五六七八九十])[0-9〇零○一二三四五六七八九]{2,8}/g,
    )) {
      const date = dateAt(before.slice(offset));
      if (!date || !/^[日号]?(?:\([^()]{0,12}\))?[ \t,(]{0,3}$/.test(before.slice(offset + date.length))) continue;
      hits.push({ kind: 'birth-date', value: date.value, start: from + offset, end: from + offset + date.length });
      break;
    }
  }
  return hits;
}

const BORN =
  /出[ \t]{0,2}生(?![年日时地证率])|降生|诞辰|生(?=人|[男女汉回满蒙壮苗]|[于在](?![0-9〇零○一二三四五六七八九]{2,4} ?[年.])|[\s\p{P}]|$)/gu;

/** The date that begins a text: its digits and how far it reaches. */
export function dateAt(text: string): { value: string; length: number } | undefined {
  const english = ENGLISH.exec(text);
  if (english) return { value: english[0].toLowerCase().replace(/[^a-z0-9]/g, ''), length: english[0].length };
  const spelt = SPELT.exec(text);
  if (spelt) {
    const digits = spelt[0].replace(/[^0-9]/g, '');
    if (isDate(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)))
      return { value: digits, length: spelt[0].length };
  }
  const found = APART.exec(text);
  const parts =
    found && agree(found[2] ?? '', found[4] ?? '') ? [found[1], found[3], found[5]] : TOGETHER.exec(text)?.slice(1);
  if (parts) {
    const [year = '', month = '', day = ''] = parts.map((part) => arabic(part ?? ''));
    if (isDate(year, month, day)) {
      const length = found?.[0].length ?? 8;
      return { value: `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`, length };
    }
  }
  const last = DAY_FIRST.exec(text);
  if (last && isDate(last[3] ?? '', last[2] ?? '', last[1] ?? '')) {
    return { value: `${last[3]}${last[2]?.padStart(2, '0')}${last[1]?.padStart(2, '0')}`, length: last[0].length };
  }
  return undefined;
}

/** 1985.03 12 is a month and a count; in 1985年3月12日 and 1985-03-12 the signs belong together. */
function agree(first: string, second: string): boolean {
  const [one, two] = [first.trim(), second.trim()];
  return one === two || (one.includes('年') && two.includes('月'));
}

function isDate(year: string, month: string, day: string): boolean {
  const y = Number(year);
  const fullYear = year.length === 2 || (y >= 1850 && y <= 2049);
  return fullYear && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** 二十三 → 23, 〇三 → 03, 一九八五 → 1985. */
function arabic(text: string): string {
  const tens = /^([二三]?)十([一二三四五六七八九]?)$/.exec(text);
  if (tens)
    return String(
      (tens[1] ? '一二三'.indexOf(tens[1]) + 1 : 1) * 10 + '一二三四五六七八九'.indexOf(tens[2] || '!') + 1,
    );
  return [...text]
    .map((character) =>
      character === '零' || character === '○'
        ? '0'
        : '〇一二三四五六七八九'.includes(character)
          ? String('〇一二三四五六七八九'.indexOf(character))
          : character,
    )
    .join('');
}
