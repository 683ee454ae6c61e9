import { type Finding, finding } from '#core/catalogue/finding.ts';
import { ownTexts, squeezed } from '#core/judging/own-texts.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const figures: Rule = {
  name: 'figures',
  description: '人物页上的数字连同单位都出自本人材料，前后的字（近、余、以上）不丢。',
  check({ folder }) {
    return folder.people.flatMap((person) => {
      const texts = ownTexts(person);
      return person.data.figures.flatMap(({ value, label }, index): Finding[] => {
        const where = placeOf(person, `figures.${index}.value`, person.data.name);
        const plain = squeezed(value);
        if (!/[\d零〇一二两三四五六七八九十百千万亿半]/u.test(plain)) {
          return [finding('figure-numberless', where, { value })];
        }
        const found = texts.flatMap((text) => occurrences(text, plain));
        if (found.some(({ says }) => says === 'same')) return [];
        const other = found.find(({ says }) => says === 'other');
        return other
          ? [finding('figure-qualified', where, { value, label, found: other.words })]
          : [finding('figure-not-in-texts', where, { value, label })];
      });
    });
  },
};

interface Occurrence {
  /** `part`: the sign is a piece of another number, which says nothing of this one. */
  says: 'same' | 'other' | 'part';
  words: string;
}

/** Every place where the sign stands, and whether it says there what it says alone. */
function occurrences(text: string, value: string): Occurrence[] {
  const all: Occurrence[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + value.length)];
    const lead = HEDGE_BEFORE.exec(before)?.[0] ?? '';
    const tail = HEDGE_BEHIND.exec(behind)?.[0] ?? widerUnit(value, behind);
    const says = isPart(value, before, behind) ? 'part' : lead !== '' || tail !== '' ? 'other' : 'same';
    all.push({ says, words: `${lead}${value}${tail}` });
  }
  return all;
}

/** 180 in 1180, 3,180 and 180.5; 十二 in 二十二. */
function isPart(value: string, before: string, behind: string): boolean {
  const first = /^\d/u.test(value) && /(?:\d|\d\.|[\d],(?=$))$/u.test(before) && !isListed(value, before);
  const last = /\d$/u.test(value) && /^(?:\d|\.\d|,\d{3}(?!\d))/u.test(behind);
  const han =
    /^[零〇一二两三四五六七八九十百千万亿]/u.test(value) && /[零〇一二两三四五六七八九十百千万亿]$/u.test(before);
  const hanEnd =
    /[零〇一二两三四五六七八九十百千万亿]$/u.test(value) && /^[零〇一二两三四五六七八九十百千万亿]/u.test(behind);
  return first || last || han || hanEnd;
}

/** `2016,180`: a comma parts two numbers unless three figures stand behind it. */
function isListed(value: string, before: string): boolean {
  return before.endsWith(',') && !/^\d{3}(?!\d)/u.test(value);
}

/** What makes of a number another: 近180公里, 第3届, 18–21年. */
const HEDGE_BEFORE =
  /(?:不足|不到|未满|未达|少于|低于|小于|不超过|最多|至多|接近|将近|大约|约|近|超过|超|逾|多于|高于|大于|不少于|不低于|至少|第|累计近|累计超|\d[-–—~～至到])$/u;
const HEDGE_BEHIND = /^(?:余|多(?!次|项|种|台|年来)|来|以上|以下|以内|以外|左右|上下|[-–—~～至到]\d)/u;

/** 12 人 is not 12 人次, 96 not 96 万, 100 公里 not 100 公里每小时. */
function widerUnit(value: string, behind: string): string {
  if (/\d$/u.test(value)) return /^(?:[%％‰]|[十百千万亿]+)/u.exec(behind)?.[0] ?? '';
  if (value.endsWith('人')) return /^(?:次|日|天)/u.exec(behind)?.[0] ?? '';
  return /^(?:\/|每)(?:[^\s，。；、,;]{1,3})/u.exec(behind)?.[0] ?? '';
}
