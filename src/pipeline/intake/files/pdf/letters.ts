/** A glyph that says nothing, or something that no list says: the file holds its shape and not its meaning. */
export function isUnsure(text: string, wide: boolean): boolean {
  if (text === '') return wide;
  return UNLIKELY.test(text);
}

/**
 * Private use, controls, what stands for nothing; and the scripts that a number of a glyph taken for a letter falls into. A list of
 * people in China is written in Han, Latin, digits, signs and, rarely, Mongolian, Tibetan, Arabic or Yi.
 */
const UNLIKELY =
  /[\p{Co}\p{Cn}\uFFFD]|(?![\t\n\r])\p{Cc}|(?!\p{Script=Han}|\p{Script=Latin}|\p{Script=Greek}|\p{Script=Common}|\p{Script=Inherited}|\p{Script=Mongolian}|\p{Script=Tibetan}|\p{Script=Arabic}|\p{Script=Yi}|\p{Script=Bopomofo}|\p{Script=Cyrillic}|\p{Script=Hiragana}|\p{Script=Katakana}|[\uF900-\uFAFF])[\p{L}]/u;
