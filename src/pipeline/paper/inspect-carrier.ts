import { type Finding, finding } from '#core/catalogue/finding.ts';

/** What a carrier must say, taken from the views of the pages. */
export interface CarrierFacts {
  /** Passages each of which must stand in it word for word: title, paragraphs, cells. */
  passages: readonly string[];
  /** Names in the office's order. */
  names: readonly string[];
}

/**
 * Holds what was made, read back, against what it was made from: every passage is there, the names come in their order, and no date,
 * clock time, telephone, mail address or number of people stands in it that the passages do not have.
 */
export function inspectCarrier(text: string, { passages, names }: CarrierFacts, file: string): Finding[] {
  const shown = bare(text);
  const source = passages.map(bare).join('\n');
  const lost = passages.filter((passage) => !shown.includes(bare(passage)));
  const findings = lost.map((passage) => finding('paper-passage-missing', { file }, { passage: short(passage) }));
  let at = 0;
  for (const [index, name] of names.entries()) {
    const found = shown.indexOf(bare(name), at);
    if (found < 0) {
      findings.push(finding('paper-name-misplaced', { file }, { position: index + 1, name }));
      break;
    }
    at = found + bare(name).length;
  }
  const known = new Set(valuesIn(source));
  const strange = valuesIn(shown).filter((value) => !known.has(value));
  return [...findings, ...[...new Set(strange)].map((value) => finding('paper-value-unknown', { file }, { value }))];
}

/** Without what typesetting puts between signs. */
export function bare(text: string): string {
  return text.normalize('NFC').replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
}

const VALUES = [
  /\d{4}年\d{1,2}月\d{1,2}日(?:（星期.）)?/g,
  /(?<!\d)\d{1,2}:\d{2}(?!\d)/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /[\w.+-]+@[\w-]+(?:\.[a-z]+)+/gi,
  /(?<!\d)\d+人/g,
  /[〔[]\d{4}[〕\]]\d+号/g,
];

function valuesIn(text: string): string[] {
  return VALUES.flatMap((pattern) => text.match(pattern) ?? []);
}

function short(passage: string): string {
  const signs = [...passage];
  return signs.length > 30 ? `${signs.slice(0, 30).join('')}…` : passage;
}
