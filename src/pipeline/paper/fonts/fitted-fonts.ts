import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Json } from '#core/formats/digest.ts';
import { chineseRole, type Role, ROLES, type Typeface, type Typefaces } from './typefaces.ts';

/** What a sheet is set with: every level's faces in order, and single names that one face must set whole. */
export interface FittedFonts {
  faces: Typeface[];
  data: { readonly fonts: Json; readonly nameFonts: Json };
  /** `仿宋：Noto Serif SC`: as the run prints it and the file says it. */
  lines: string[];
  findings: Finding[];
}

/** Signs that are drawn by nobody. */
const INVISIBLE = /\s|\p{Default_Ignorable_Code_Point}/u;

/**
 * Which faces the texts of a sheet need. A sign that the face of its level lacks comes from the first of the rare ones that has it; a
 * sign that none has is a finding, for neither a box nor another sign may stand for it.
 * @param names of people: a name whose signs come from two faces is set whole in one that has them all
 */
export function fittedFonts(
  { roles, rare }: Typefaces,
  texts: readonly string[],
  names: readonly string[],
  file: string,
): FittedFonts {
  const signs = new Set([...texts.join('')].filter((sign) => !INVISIBLE.test(sign)));
  const needed = new Set<Typeface>();
  const findings: Finding[] = [];
  for (const sign of signs) {
    const lacking = ROLES.filter((role) => !roles[role].has(sign));
    if (lacking.length === 0) continue;
    const other = rare.find((face) => face.has(sign));
    if (other) needed.add(other);
    else findings.push(missing(sign, texts, lacking, roles, file));
  }
  const nameFonts: Record<string, Json> = {};
  for (const name of names) {
    if ([...name].every((sign) => roles.body.has(sign))) continue;
    const one = rare.find((face) => [...name].every((sign) => face.has(sign) || INVISIBLE.test(sign)));
    if (!one) continue;
    needed.add(one);
    nameFonts[name] = one.key;
  }
  const extra = rare.filter((face) => needed.has(face));
  const chain = (role: Role): string[] => [...new Set([roles[role], ...extra].map(({ key }) => key))];
  return {
    faces: [...ROLES.map((role) => roles[role]), ...extra],
    data: { fonts: Object.fromEntries(ROLES.map((role) => [role, chain(role)])), nameFonts },
    lines: [
      ...ROLES.map((role) => `${chineseRole[role]}：${roles[role].shown}`),
      ...(extra.length > 0 ? [`生僻字：${extra.map(({ shown }) => shown).join('、')}`] : []),
    ],
    findings,
  };
}

function missing(
  sign: string,
  texts: readonly string[],
  lacking: readonly Role[],
  roles: Typefaces['roles'],
  file: string,
): Finding {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const text = texts.find((one) => one.includes(sign)) ?? '';
  const at = [...text].indexOf(sign);
  const around = [...text].slice(Math.max(0, at - 6), at + 7).join('');
  const fonts = [...new Set(lacking.map((role) => roles[role].shown))].join('、');
  return finding('paper-glyph-missing', { file }, { sign, code, around, fonts });
}

/** Every string in a sheet's data. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((one: Json) => textsIn(one));
}
