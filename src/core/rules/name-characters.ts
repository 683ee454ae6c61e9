import type { Candidate } from '#core/candidate/candidate.ts';
import { placeOf, type Entry } from '#core/records/content.ts';
import { finding, type Finding, type Place } from '#core/catalogue/finding.ts';
import { forbiddenSigns } from '#core/text/forbidden-sign.ts';
import { MARKS } from './placeholder-name.ts';
import type { Rule } from '#core/judging/rule.ts';

export const nameCharacters: Rule = {
  name: 'name-characters',
  description:
    '姓名和单位里的每个字都是通用字库里有的字，没有造字、丢字和形近的代用字，使生僻字姓名在任何设备上都不变样（GB 18030-2022）。',
  check({ folder }) {
    return folder.people.flatMap((person) => [...judge(person, 'name'), ...judge(person, 'employer')]);
  },
};

type Field = 'name' | 'employer';

/** Each faulty character once. */
function judge(person: Entry<Candidate>, field: Field): Finding[] {
  const where = placeOf(person, field, person.data.name);
  const text = person.data[field];
  // Lost and left-out characters of a name are the business of placeholder-name.
  const characters = [...new Set(text)].filter((one) => field === 'employer' || !(MARKS.test(one) || /\s/u.test(one)));
  return characters.flatMap((character) => fault(character, field, where));
}

function fault(character: string, field: Field, where: Place): Finding[] {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  // Said of every field by `sign-…` (forbidden-sign.ts), by the name of the sign.
  if (isNamedElsewhere(character)) return [];
  if (/\p{Co}/u.test(character)) return [finding('name-private-use', where, { code })];
  if (character === '\uFFFD') return [finding('name-replacement', where)];
  if (/[\p{Cn}\p{Cs}]/u.test(character)) return [finding('name-unassigned', where, { code })];
  if (OTHER_DOTS.has(character)) return [finding('name-middle-dot', where, { character, code })];
  const meant = lookAlike(character);
  if (meant !== undefined) return [finding('name-look-alike', where, { character, code, meant })];
  if (RADICALS.test(character)) return [finding('name-radical', where, { character, code })];
  if (/[\p{L}〇·]/u.test(character)) return [];
  if (field === 'employer' && ALLOWED_IN_EMPLOYER.test(character)) return [];
  return [finding('name-character', where, { character, code })];
}

function isNamedElsewhere(character: string): boolean {
  return forbiddenSigns(character).some(({ kind }) => kind !== 'private-use' && kind !== 'lost');
}

/** ‧ ・ • ∙ ⋅ ･ ． in place of the middle dot U+00B7 of 阿卜杜拉·买买提. */
const OTHER_DOTS = new Set(['\u2022', '\u2027', '\u2219', '\u22C5', '\u30FB', '\uFF65', '\uFF0E', '\u2024', '\u0387']);

const ALLOWED_IN_EMPLOYER = /[\p{N}（）()《》〈〉“”‘’、&＆+—\-–/ ]/u;

const RADICALS = /[\u2E80-\u2FDF]/u;

/** Radicals, compatibility ideographs and full-width letters look like the character that was meant, and are another. */
function lookAlike(character: string): string | undefined {
  const simplified = NOT_IN_NFKC[character];
  if (simplified) return simplified;
  if (!/[\p{L}\u2E80-\u2FDF\uFF10-\uFF19]/u.test(character)) return undefined;
  const meant = character.normalize('NFKC');
  return meant === character ? undefined : meant;
}

/** EquivalentUnifiedIdeograph for the radicals PDF files put in place of whole characters, and rings for 〇; NFKC leaves these alone. */
const NOT_IN_NFKC: Record<string, string> = {
  '○': '〇',
  '◯': '〇',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
};
