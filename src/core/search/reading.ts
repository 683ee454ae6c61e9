/**
 * Whether letters spell a name: syllables in full, the last one as far as it was typed, or the first letter of each syllable;
 * from any syllable on, so that a given name alone is found. A Han character among the letters stands for itself.
 *
 * @param characters the name's characters, folded
 * @param syllables one for each character, lower case, ü as v; empty where the character has no reading
 */
export function spells(word: string, characters: readonly string[], syllables: readonly string[]): boolean {
  return characters.some(
    (_, from) =>
      inFull(word, characters, syllables, from) ||
      (/^[a-z]+$/.test(word) &&
        syllables
          .slice(from)
          .map((one) => one[0] ?? '')
          .join('')
          .startsWith(word)),
  );
}

function inFull(rest: string, characters: readonly string[], syllables: readonly string[], at: number): boolean {
  if (rest === '') return true;
  const character = characters[at];
  const syllable = syllables[at];
  if (character === undefined || syllable === undefined) return false;
  if (rest.startsWith(character)) return inFull(rest.slice(character.length), characters, syllables, at + 1);
  if (syllable === '') return false;
  return spellings(syllable).some(
    (spelling) =>
      spelling.startsWith(rest) ||
      (rest.startsWith(spelling) && inFull(rest.slice(spelling.length), characters, syllables, at + 1)),
  );
}

/** 吕 is typed lv and on passports lyu; 略 is typed lve or lue. */
function spellings(syllable: string): string[] {
  if (!syllable.includes('v')) return [syllable];
  return [syllable, syllable.replace('v', syllable.includes('ve') ? 'u' : 'yu')];
}
