/**
 * Text as it is compared: compatibility forms and case levelled, traditional characters simplified, and only letters and digits left.
 * A space in 李 明, a middle dot of any kind in a Uyghur or Mongolian name, brackets and commas play no part on either side.
 *
 * @param simple traditional → simplified; a browser is given the few pairs that the site's own text can need
 */
export function fold(text: string, simple: ReadonlyMap<string, string>): string {
  let folded = '';
  for (const character of levelled(text)) folded += simple.get(character) ?? character;
  return folded;
}

/** The same, and for every UTF-16 unit of the folded text the place in `text` it comes from. */
export function foldWithPlaces(
  text: string,
  simple: ReadonlyMap<string, string>,
): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character, simple);
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
    folded += piece;
    at += character.length;
  }
  return { folded, places };
}

/** The words of a query, folded: what white space parts. A name typed with spaces between its characters is one word. */
export function queryWords(query: string, simple: ReadonlyMap<string, string>): string[] {
  const words = query
    .split(/\s/u)
    .map((word) => fold(word, simple))
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => /^\p{Script=Han}$/u.test(word)) ? [words.join('')] : words;
}

/** `ü` is typed as v; marks that follow their letter are composed by NFKC first. */
function levelled(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ü', 'v')
      // Fillers of Hangul count as letters and variation selectors as marks: nobody sees either.
      .replace(/[^\p{L}\p{N}\p{M}]|\p{Default_Ignorable_Code_Point}/gu, '')
  );
}
