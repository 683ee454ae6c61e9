/**
 * White space and invisible characters as they come out of office programs. What a reader of the list sees stays as it is:
 * no character is replaced by a similar one.
 */

/** A head as it is compared: NFKC, white space gone, and everything from the first bracket on. */
export function headKey(head: string): string {
  return fullHead(head).replace(/[([{〔【〈《].*$/u, '');
}

/** The same with its brackets, in which a head may say more than one wants to know. */
export function fullHead(head: string): string {
  return visible(head)
    .normalize('NFKC')
    .replace(/[\s:*_＊※★]+/gu, '');
}

/** One line: breaks between Han characters vanish, other white space becomes one space. */
export function line(text: string): string {
  return visible(text)
    .normalize('NFC')
    .replace(/([\p{Script=Han}\p{P}])[ \t\u00A0\u3000]*\n[ \t\u00A0\u3000]*(?=[\p{Script=Han}\p{P}])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The lines of a cell, each tidied, empty ones left out. */
export function lines(text: string): string[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029|\v/u)
    .map(line)
    .filter((one) => one !== '');
}

/** 李 明, spread with a full-width space, is 李明; `阿卜杜拉·买买提` keeps its dot, a name in Latin letters its single spaces. */
export function personName(text: string): string {
  const tidied = line(text.replace(/\s+/gu, ' '));
  return tidied.replace(/ /gu, (space, at: number) => {
    const latin = /\p{Script=Latin}/u;
    return latin.test(tidied[at - 1] ?? '') && latin.test(tidied[at + 1] ?? '') ? space : '';
  });
}

/** Zero-width, bidirectional, soft-hyphen, tag and control characters: nobody sees them, the content refuses them. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFC]|[\u{E0000}-\u{E007F}]/gu;
