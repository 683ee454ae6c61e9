import { finding, type Finding, type Place } from '#core/catalogue/finding.ts';
import type { ColumnKey } from './columns.ts';
import type { Cell } from './grid.ts';
import { isMinted } from './mint.ts';
import { signFindings } from '#core/text/sign-finding.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import { visible } from './tidy.ts';

/** The text of a cell that is going to be published, or why it cannot be: then the text is empty, and nothing behind sees it. */
export function publicText(cell: Cell, key: ColumnKey, where: Place): { text: string; findings: Finding[] } {
  const findings: Finding[] = [...commentFindings(cell, where)];
  const refuse = (one: Finding): { text: string; findings: Finding[] } => ({ text: '', findings: [...findings, one] });
  if (cell.kind === 'error') return refuse(finding('import-cell-error', where));
  if (cell.formula === 'uncached') return refuse(finding('import-formula-empty', where));
  if (isRounded(cell)) return refuse(finding('import-long-number', where));
  if (cell.kind === 'date' && !DATES.has(key)) return refuse(finding('import-date-cell', where));
  const signs = signFindings(cell.text, where).filter(({ code }) => code !== 'sign-lost');
  const text = visible(cell.text);
  if (text.includes('\uFFFD') || !text.isWellFormed()) return refuse(finding('import-garbled', where));
  const kinds = key === 'id' && isMinted(text.trim()) ? [] : findPrivate(text);
  if (kinds.length > 0) return refuse(finding('import-private-text', where, { kinds: kinds.join('、') }));
  if (signs.length > 0) return { text: '', findings: [...findings, ...signs] };
  if (cell.numbered && key.startsWith('text:')) findings.push(finding('import-numbering-lost', where));
  return { text, findings };
}

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

const DATES: ReadonlySet<ColumnKey> = new Set([
  'earlierPublicity.opensOn',
  'earlierPublicity.closesOn',
  'yearsInTrade',
]);
