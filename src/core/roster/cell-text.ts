import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import { codeOf, signFaults, withMeantSigns } from '#core/text/sign.ts';
import { signFindings } from '#core/text/sign-finding.ts';
import { visible } from '#core/text/tidy.ts';
import { type ColumnKey, fieldColumn } from './columns.ts';
import type { Cell } from './grid.ts';
import { isMinted } from './mint.ts';
import { SEPARATORS, withMiddleDot } from './separator.ts';

/** The text of a cell that is going to be published, or why it cannot be: then the text is empty, and nothing behind sees it. */
export function publicText(cell: Cell, key: ColumnKey, where: Place): { text: string; findings: Finding[] } {
  const findings: Finding[] = [...commentFindings(cell, where)];
  const refuse = (one: Finding): { text: string; findings: Finding[] } => ({ text: '', findings: [...findings, one] });
  if (cell.kind === 'error') return refuse(finding('import-cell-error', where));
  if (cell.formula === 'uncached') return refuse(finding('import-formula-empty', where));
  if (isRounded(cell)) return refuse(finding('import-long-number', where));
  if (cell.kind === 'date' && !takes(key, 'date')) return refuse(finding('import-date-cell', where));
  // The other two are said of a cell in words of their own.
  const unseen = signFindings(cell.text, where).filter(
    ({ code }) => code !== 'sign-lost' && code !== 'sign-private-use',
  );
  const written = visible(cell.text);
  if (written.includes('\uFFFD') || !written.isWellFormed()) return refuse(finding('import-garbled', where));
  const signs = knownSigns(written, key, where);
  if (signs.refusal) return refuse(signs.refusal);
  const { text } = signs;
  findings.push(...signs.findings);
  const kinds = key === 'id' && isMinted(text.trim()) ? [] : findPrivate(text);
  if (kinds.length > 0) return refuse(finding('import-private-text', where, { kinds: kinds.join('、') }));
  if (unseen.length > 0) return { text: '', findings: [...findings, ...unseen] };
  // What a formula finds for an empty cell is 0, and 0 is nobody's employer.
  if (!takes(key, 'number') && (cell.kind === 'boolean' || BARE_NUMBER.test(text.normalize('NFKC').trim()))) {
    return refuse(finding('import-bare-number', where));
  }
  if (cell.numbered && key.startsWith('text:')) findings.push(finding('import-numbering-lost', where));
  return { text, findings };
}

/** Radicals and other separators give way to what was meant, and are named; a sign that nobody can show is refused. */
function knownSigns(
  written: string,
  key: ColumnKey,
  where: Place,
): { text: string; findings: Finding[]; refusal?: Finding } {
  const findings: Finding[] = [];
  const faults = signFaults(written);
  const lost = faults.find(({ kind }) => kind !== 'look-alike');
  if (lost)
    return {
      text: '',
      findings,
      refusal: finding(LOST[lost.kind], where, { code: codeOf(lost.sign), sign: lost.sign }),
    };
  const signs = faults.flatMap((one) =>
    one.kind === 'look-alike' ? [`“${one.sign}”（${codeOf(one.sign)}，${one.name}）→“${one.meant}”`] : [],
  );
  if (signs.length > 0) findings.push(finding('import-look-alike', where, { signs: signs.join('、') }));
  const meant = withMeantSigns(written);
  if (key !== 'name') return { text: meant, findings };
  const text = withMiddleDot(meant);
  const dots = [...new Set(meant.match(SEPARATORS) ?? [])].map((sign) => `“${sign}”（${codeOf(sign)}）`);
  if (dots.length > 0) findings.push(finding('import-name-dot', where, { signs: dots.join('、') }));
  return { text, findings };
}

const LOST = {
  'look-alike': 'import-sign-radical',
  radical: 'import-sign-radical',
  'private-use': 'import-sign-private-use',
  unassigned: 'import-sign-unassigned',
} as const;

/** Twelve digits and more as a number, or what a CSV from Excel leaves of them: the last ones are lost. */
export function isRounded({ kind, number, text }: Cell): boolean {
  return (
    (kind === 'number' && number !== undefined && Math.abs(number) >= 1e11) || /^\d(?:\.\d+)?E\+\d{2,3}$/iu.test(text)
  );
}

/** A comment is nobody's public text; what it holds is looked at all the same. */
export function commentFindings({ comment }: Cell, where: Place): Finding[] {
  if (comment === undefined || comment.trim() === '') return [];
  return [finding('import-cell-comment', where), ...asideFindings(comment, '批注', where)];
}

/** Something private in a part that is not read: said all the same, so that it does not travel on. */
export function asideFindings(text: string | readonly string[], place: string, where: Place): Finding[] {
  const kinds = findPrivate(text);
  return kinds.length > 0 ? [finding('import-private-aside', where, { place, kinds: kinds.join('、') })] : [];
}

const BARE_NUMBER = /^[-+]?\d[\d.,%\s]*$/u;

/** Columns in which a number or a date may say something, or which know their own words; an id may be one. */
function takes(key: ColumnKey, what: 'number' | 'date'): boolean {
  return key === 'id' ? what === 'number' : (fieldColumn(key)?.column.takes.includes(what) ?? false);
}
