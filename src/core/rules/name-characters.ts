import type { Candidate } from '#core/candidate/candidate.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Entry, placeOf } from '#core/records/content.ts';
import { forbiddenSigns } from '#core/text/forbidden-sign.ts';
import { codeOf, type SignFault, signFaults } from '#core/text/sign.ts';
import { MARKS } from './placeholder-name.ts';

export const nameCharacters: Rule = {
  name: 'name-characters',
  description:
    '姓名和单位里的每个字都是通用字库里有的字，没有造字、丢字和形近的代用字，使生僻字姓名在任何设备上都不变样（GB 18030-2022）；其余文字里没有造字和部首符号。',
  check({ folder }) {
    return folder.people.flatMap((person) => [
      ...judge(person, 'name'),
      ...judge(person, 'employer'),
      ...otherTexts(person),
    ]);
  },
};

type Field = 'name' | 'employer';

/** Each faulty character once. */
function judge(person: Entry<Candidate>, field: Field): Finding[] {
  const where = placeOf(person, field, person.data.name);
  const text = person.data[field];
  // Lost and left-out characters of a name are the business of placeholder-name.
  // A collective is named as an employer is: 第3车间, “梦之蓝”班.
  const asEmployer = field === 'employer' || !isPerson(person.data);
  const characters = [...new Set(text)].filter((one) => asEmployer || !(MARKS.test(one) || /\s/u.test(one)));
  return characters.flatMap((character) => fault(character, asEmployer ? 'employer' : 'name', where));
}

/** Everywhere else a sign need only be one that every computer shows and every search finds. */
function otherTexts(person: Entry<Candidate>): Finding[] {
  const { name } = person.data;
  const fields = textsIn(person.data, '').filter(({ path }) => path !== 'name' && path !== 'employer');
  const texts = [
    ...fields.map(({ path, text }) => ({ text, where: placeOf(person, path, name) })),
    ...person.sections.map(({ text, line }) => ({ text, where: { file: person.file, line, person: name } })),
  ];
  const faults = (text: string): SignFault[] =>
    signFaults(text).filter(({ sign }) => forbiddenSigns(sign).length === 0);
  return texts.flatMap(({ text, where }) => faults(text).map((one) => signFinding(one, where)));
}

function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === '' ? key : `${path}.${key}`));
}

function fault(character: string, field: Field, where: Place): Finding[] {
  // Said of every field by `sign-…` (forbidden-sign.ts), by the name of the sign.
  if (isNamedElsewhere(character)) return [];
  const code = codeOf(character);
  if (character === '\uFFFD') return [finding('name-replacement', where)];
  if (OTHER_DOTS.has(character)) return [finding('name-middle-dot', where, { character, code })];
  const [sign] = signFaults(character);
  if (sign) return [signFinding(sign, where)];
  const meant = lookAlike(character);
  if (meant !== undefined) return [finding('name-look-alike', where, { character, code, meant })];
  if (/[\p{L}〇·]/u.test(character)) return [];
  if (field === 'employer' && ALLOWED_IN_EMPLOYER.test(character)) return [];
  return [finding('name-character', where, { character, code })];
}

function isNamedElsewhere(character: string): boolean {
  return forbiddenSigns(character).some(({ kind }) => kind !== 'private-use' && kind !== 'lost');
}

function signFinding(fault: SignFault, where: Place): Finding {
  const [character, code] = [fault.sign, codeOf(fault.sign)];
  switch (fault.kind) {
    case 'private-use':
      return finding('name-private-use', where, { code });
    case 'unassigned':
      return finding('name-unassigned', where, { code });
    case 'radical':
      return finding('name-radical', where, { character, code });
    case 'look-alike':
      return finding('name-look-alike', where, { character, code, meant: fault.meant });
  }
}

/** ‧ ・ • ∙ ⋅ ･ ． in place of the middle dot U+00B7 of 阿卜杜拉·买买提. */
const OTHER_DOTS = new Set(['\u2022', '\u2027', '\u2219', '\u22C5', '\u30FB', '\uFF65', '\uFF0E', '\u2024', '\u0387']);

const ALLOWED_IN_EMPLOYER = /[\p{N}（）()《》〈〉“”‘’、&＆+—\-–/ ]/u;

/** Full-width letters look like the character that was meant, and rings stand for 〇; NFKC leaves the rings alone. */
function lookAlike(character: string): string | undefined {
  if (character === '○' || character === '◯') return '〇';
  if (!/[\p{L}\uFF10-\uFF19]/u.test(character)) return undefined;
  const meant = character.normalize('NFKC');
  return meant === character ? undefined : meant;
}
