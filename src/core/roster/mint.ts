/** Letters and digits that cannot be mistaken for one another or form a word. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const LENGTH = 7;

/**
 * A new id: no name, no position in the list, used nowhere before.
 * @param random a whole number from 0 below the one given, each as likely
 * @param taken ids that exist already
 */
export function mintId(random: (below: number) => number, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)] ?? '').join('');
    // Digits alone would be a number to a spreadsheet.
    if (!taken.has(id) && /[a-z]/u.test(id)) return id;
  }
}
