import { isIssuedBeginning } from './bank-card.ts';
import { isMaskedIdentity } from './identity-number.ts';
import type { Hit } from './kind.ts';
import type { Label } from './label.ts';
import { type MaskedRow, maskedRows } from './masked-row.ts';

/**
 * Numbers of which some digits are hidden and too many are not. Hidden enough is a mobile number without four of its
 * digits (138****5678, as notices print it), a card without six (payment cards may show the first six and last four, PCI
 * DSS 3.4.1), and an identity number of which at most two characters are left: place, day of birth and check character
 * leave so few people that any longer rest finds the one.
 */
export function halfHidden(text: string, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (const row of maskedRows(text, labels)) {
    if (row.start < end) continue;
    const kind = kindOf(row);
    if (kind) hits.push({ kind, value: row.cells, start: row.start, end: row.end });
    // What is hidden well is whole: 6222 **** **** 1234 14:30.
    if (kind || isHiddenWell(row)) end = row.end;
  }
  return hits;
}

function kindOf(row: MaskedRow): 'identity-number' | 'mobile-number' | 'bank-card' | undefined {
  const { label } = row;
  if (label === 'credit-code') return undefined;
  if (isIdentity(row)) return 'identity-number';
  if (isMobile(row)) return 'mobile-number';
  return isCard(row) ? 'bank-card' : undefined;
}

const LEAST_OF_IDENTITY = 3;
const HIDDEN_OF_MOBILE = 4;
const HIDDEN_OF_CARD = 6;

const BIRTH_HIDDEN = /^[0-9]{6}\*{8}[0-9]{4}$/;

function isIdentity({ cells, shown, label, runs, plain, inside }: MaskedRow): boolean {
  if (shown < LEAST_OF_IDENTITY) return false;
  if (label === 'identity') return cells.length - shown > 1 || cells.length >= 15;
  if (label === 'bank' || label === 'account') return false;
  // 371002****1234: fewer stars than digits, between the place and the end.
  const shortened = /^([1-9][0-9]{5,13})\*{2,}[0-9]{3,4}\*?$/.exec(cells);
  if (shortened && cells.length === 11 && /^1[3-9]/.test(cells)) return false;
  if (shortened && cells.length < 18 && cells.length !== 15)
    return (
      inside && isMaskedIdentity(`${shortened[1]}${'*'.repeat(18 - (shortened[1]?.length ?? 0))}`) && !/^62/.test(cells)
    );
  // 371002--------1230: lines and points lead the eye as well, but not over as many places as a day of birth has.
  return (plain || BIRTH_HIDDEN.test(cells)) && isSeldom(runs) && isMaskedIdentity(cells);
}

function isMobile({ cells, shown, label, runs, plain, inside }: MaskedRow): boolean {
  const number = cells.replace(/^(?:0086|086|86|0)(?=1)/, '');
  if (!/^1[3-9*]/.test(number) || shown < 12 - HIDDEN_OF_MOBILE) return false;
  const hidden = number.replace(/[0-9]/g, '').length;
  // One star may stand for several digits.
  const said = label === 'mobile' || label === 'telephone' || label === 'wechat';
  if (said && inside && number.length < 14)
    return number.length - hidden > 11 - HIDDEN_OF_MOBILE && number.length - hidden < 11;
  return plain && isSeldom(runs) && number.length === 11 && hidden > 0 && hidden < HIDDEN_OF_MOBILE;
}

function isCard({ cells, shown, label, plain, runs }: MaskedRow): boolean {
  const hidden = cells.length - shown;
  if (hidden === 0 || hidden >= HIDDEN_OF_CARD || cells.length > 19) return false;
  if (label === 'bank' || label === 'account') return cells.length >= 12;
  return plain && isSeldom(runs) && label !== 'serial' && isIssuedBeginning(cells);
}

function isHiddenWell({ cells, shown, runs, label }: MaskedRow): boolean {
  if (label === 'identity' || shown < LEAST_OF_IDENTITY || runs.length < 3) return false;
  return (cells.length === 11 && /^1[3-9]/.test(cells)) || (cells.length !== 18 && isIssuedBeginning(cells));
}

/** 1500*200*300: with several single stars some stretch must be longer than a size. */
function isSeldom(runs: readonly string[]): boolean {
  const stars = runs.filter((run) => run.startsWith('*'));
  return stars.some((run) => run.length > 1) || stars.length === 1 || runs.some((run) => /^[0-9]{5}/.test(run));
}
