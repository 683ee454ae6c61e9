/**
 * By what two names are one: the same letters, whatever was typed around them. White space, dots, hyphens and apostrophes
 * between the parts (阿卜杜拉·买买提, 阿卜杜拉 买买提, 阿卜杜拉买买提), full width and half width, capitals, radicals and
 * compatibility forms, invisible signs, variation selectors and accents that stand apart play no part.
 *
 * Traditional and simplified characters stay two: 範 and 范, 後 and 后, 葉 and 叶 are different surnames of different people,
 * and to take one for the other would be a guess. The search finds both (`search/fold.ts`): there a person chooses.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\s\u2800]/gu, '')
    .replace(BETWEEN_PARTS, '');
}

/** Every dot, hyphen and apostrophe that is typed between the parts of a name. */
const BETWEEN_PARTS = /[\p{Pd}·•・‧∙⋅.。˙ᐧㆍ⸱⸳_'’‘`´＇]/gu;

export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}
