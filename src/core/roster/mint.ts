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
    // Digits alone would be a number to a spreadsheet; `wx6pksk` a WeChat name to whoever looks for private values.
    if (!taken.has(id) && isMinted(id) && !/^(?:wx|vx|qq)/u.test(id)) return id;
  }
}

/** Whether a text has the shape of an id and so says nothing about anybody. */
export function isMinted(text: string): boolean {
  return /^[bcdfghjkmnpqrstvwxz2-9]{7}$/u.test(text) && /[a-z]/u.test(text);
}
