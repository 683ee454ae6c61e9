import type { Hit } from './kind.ts';
import type { Attached } from './label.ts';
import { isInAddress, isOneNumber, type NumberWindow } from './number-window.ts';

/** Issuer ranges of ISO/IEC 7812 that circulate in China, with the lengths of their numbers. */
const ISSUERS: readonly { lengths: readonly number[]; prefix: RegExp }[] = [
  { lengths: [16, 17, 18, 19], prefix: /^62/ },
  { lengths: [16, 19], prefix: /^4/ },
  { lengths: [16], prefix: /^5[1-5]|^222[1-9]|^22[3-9]|^2[3-6]|^27[01]|^2720/ },
  { lengths: [15], prefix: /^3[47]/ },
  { lengths: [16], prefix: /^35(?:2[89]|[3-8][0-9])/ },
  { lengths: [16, 19], prefix: /^6011|^64[4-9]|^65|^60(?:13|33|36|39)/ },
  // Debit cards of the state banks from before UnionPay's 62.
  { lengths: [19], prefix: /^9558|^9559[5-9]|^9400/ },
];

/** Of the numbers above. */
const [LEAST_DIGITS, MOST_DIGITS] = [15, 19];

const USUAL = new Set([
  '4-4-4-4',
  '4-4-4-4-1',
  '4-4-4-4-2',
  '4-4-4-4-3',
  '4-4-4-5',
  '4-4-4-6',
  '4-4-4-7',
  '4-6-5',
  '5-5-5',
  '6-9',
  '6-6-3',
  '4-12',
  '6-10',
  '6-13',
  '8-8',
  '6-4-4-4',
  '4-4-8',
  '4-4-11',
]);

/** A card by issuer and Luhn sum; or, behind a word for account, any number long enough. */
export function mayBeBankCard(all: string, from: number, to: number, label: Attached | undefined): boolean {
  if (label?.kind === 'bank' || label?.kind === 'account') return true;
  return to - from >= LEAST_DIGITS && to - from <= MOST_DIGITS && isCard(all.slice(from, to));
}

export function bankCard(window: NumberWindow): Hit | undefined {
  const { digits, label, start, end } = window;
  const hit: Hit = { kind: 'bank-card', value: digits, start, end };
  if (isLabelledAccount(window)) return hit;
  if (label?.kind === 'credit-code' || label?.kind === 'identity') return undefined;
  if (label?.kind === 'serial' && !digits.startsWith('62')) return undefined;
  // Portals number their pages with sixteen digits too.
  return isCard(digits) && isOneNumber(window, USUAL) && !isInAddress(window) ? hit : undefined;
}

function isCard(digits: string): boolean {
  return isIssued(digits) && hasLuhnSum(digits) && !/0{10}/.test(digits);
}

/** Of a card with some digits hidden: whether its first four are shown, and an issuer numbers so and as long. */
export function isIssuedBeginning(cells: string): boolean {
  return /^[0-9]{4}/.test(cells) && isIssued(cells);
}

function isIssued(digits: string): boolean {
  return ISSUERS.some(({ lengths, prefix }) => lengths.includes(digits.length) && prefix.test(digits));
}

function isLabelledAccount({ digits, label, gaps, leftEdge, rightEdge }: NumberWindow): boolean {
  if (label?.kind !== 'bank' && label?.kind !== 'account') return false;
  if (digits.length < (label.direct ? 10 : 15)) return false;
  return gaps === 'single' || (label.direct && leftEdge && rightEdge && digits.length <= 19);
}

/** ISO/IEC 7812-1, annex B: from the right every second digit doubled, the sum of digits divisible by ten. */
function hasLuhnSum(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
