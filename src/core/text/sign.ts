import { radicalOf } from './radical.ts';

/** A sign that only looks like the one meant, or that no other computer can show. */
export type SignFault =
  | { kind: 'look-alike'; sign: string; meant: string; name: string }
  | { kind: 'radical' | 'private-use' | 'unassigned'; sign: string };

/** `U+2F70`. */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every faulty sign of a text once, in the order of the text. Half of a pair of surrogates is unassigned. */
export function signFaults(text: string): SignFault[] {
  return [...new Set(text)].flatMap((sign) => faultOf(sign) ?? []);
}

/** The text with the signs that were meant; what nobody knows stays. */
export function withMeantSigns(text: string): string {
  return [...text].map((sign) => meantBy(sign)?.meant ?? sign).join('');
}

function faultOf(sign: string): SignFault | undefined {
  if (/\p{Co}/u.test(sign)) return { kind: 'private-use', sign };
  if (/[\p{Cn}\p{Cs}]/u.test(sign)) return { kind: 'unassigned', sign };
  const found = meantBy(sign);
  if (!found) return undefined;
  return found.meant === undefined
    ? { kind: 'radical', sign }
    : { kind: 'look-alike', sign, meant: found.meant, name: found.name };
}

function meantBy(sign: string): { meant: string | undefined; name: string } | undefined {
  const radical = radicalOf(sign);
  if (radical) return radical;
  // Twelve signs of the compatibility block are ideographs of their own (U+FA0E …): they have no other form.
  const unified = /\p{Script=Han}/u.test(sign) ? sign.normalize('NFC') : sign;
  return unified === sign ? undefined : { meant: unified, name: '兼容汉字' };
}
