import { bankCard, mayBeBankCard } from './bank-card.ts';
import type { DigitGroups } from './digit-group.ts';
import { identityNumber, identityWithin, mayBeIdentityNumber } from './identity-number.ts';
import type { Hit } from './kind.ts';
import { type Attached, type Label, labelsOf } from './label.ts';
import { withLabelsBeside } from './label-behind.ts';
import { lawfulGroups } from './lawful-number.ts';
import { mayBeMobileNumber, mobileNumber } from './mobile-number.ts';
import { type NumberWindow, windowAt } from './number-window.ts';
import { mayBeTelephone, telephone } from './telephone.ts';

interface Detector {
  /** Fewest and most digits. */
  from: number;
  to: number;
  /** A glance at the digits `from`…`to` of all, before their surroundings are looked at. */
  mayBe: (all: string, from: number, to: number, label: Attached | undefined) => boolean;
  detect: (window: NumberWindow) => Hit | undefined;
}

const IDENTITY: Detector = { from: 14, to: 19, mayBe: mayBeIdentityNumber, detect: identityNumber };
const DETECTORS: readonly Detector[] = [
  IDENTITY,
  { from: 11, to: 15, mayBe: mayBeMobileNumber, detect: mobileNumber },
  { from: 10, to: 23, mayBe: mayBeBankCard, detect: bankCard },
  { from: 7, to: 16, mayBe: mayBeTelephone, detect: telephone },
];
const LEAST_DIGITS = 7;
const MOST_DIGITS = 23;
const MOST_GROUPS = 19;
const BY_LENGTH = Array.from({ length: MOST_DIGITS + 1 }, (_, total) =>
  DETECTORS.filter(({ from, to }) => total >= from && total <= to),
);

/** Identity numbers, telephones and cards: whatever is told by its digits, in one piece first, then taken apart. */
export function numbers(groups: DigitGroups, labels: readonly Label[]): Hit[] {
  const { digits, offsets, count } = groups;
  const attached = withLabelsBeside(groups, labelsOf(groups, labels));
  const lawful = lawfulGroups(groups);
  const taken = new Uint8Array(count);
  const hits: Hit[] = [];

  const take = (first: number, last: number, from: number, to: number): boolean => {
    const label = attached.get(first);
    for (const detector of BY_LENGTH[to - from] ?? []) {
      if (!detector.mayBe(digits, from, to, label)) continue;
      const hit = detector.detect(windowAt(groups, first, last, taken, label));
      // Dates and times are no part of a number, unless a checksum says so.
      const chance = anyOf(lawful, first, last) && !(detector === IDENTITY && hit?.value.length === 18);
      if (!hit || chance || isInDigest(groups.text, hit) || (!label && isFraction(groups.text, hit))) continue;
      hits.push(hit);
      taken.fill(1, first, last + 1);
      return true;
    }
    return false;
  };
  for (let index = 0; index < count; index += 1) {
    if (take(index, index, offsets[index] ?? 0, offsets[index + 1] ?? 0)) continue;
    const within = groups.length(index) >= 20 && groups.length(index) <= 40 && attached.get(index)?.kind !== 'serial';
    const hit = within ? identityWithin(groups.digitsOf(index), groups.start(index)) : undefined;
    if (hit) hits.push(hit);
  }
  const runs = endsOfSingles(groups);
  for (let first = 0; first < count; first += 1) {
    const from = offsets[first] ?? 0;
    if ((runs[first] ?? 0) - first > MOST_GROUPS && !attached.has(first)) {
      // In a long row of single digits only a checksum may see a number.
      for (const length of [17, 18]) {
        if (IDENTITY.mayBe(digits, from, from + length, undefined))
          take(first, first + length - 1, from, from + length);
      }
      continue;
    }
    const end = Math.min(count, first + MOST_GROUPS);
    let singles = groups.length(first) === 1 && !attached.has(first);
    for (let last = first + 1; last < end && taken[first] === 0; last += 1) {
      if (taken[last] === 1 || groups.gapNumber(last - 1) === 0) break;
      const to = offsets[last + 1] ?? 0;
      singles &&= groups.length(last) === 1;
      // One digit per cell ends where the cells end; only a checksum may see a border inside of the row.
      if (singles && groups.ties(last) && groups.length(last + 1) === 1 && !(to - from === 17 || to - from === 18))
        continue;
      if (to - from < LEAST_DIGITS) continue;
      if (to - from > MOST_DIGITS || take(first, last, from, to)) break;
    }
  }
  return hits;
}

/** For each group of one digit the last of the row it stands in; 0 for longer groups. */
function endsOfSingles(groups: DigitGroups): Int32Array {
  const ends = new Int32Array(groups.count);
  for (let index = groups.count - 1; index >= 0; index -= 1) {
    if (groups.length(index) !== 1) continue;
    ends[index] = groups.ties(index) && (ends[index + 1] ?? 0) > 0 ? (ends[index + 1] ?? 0) : index;
  }
  return ends;
}

function anyOf(flags: Uint8Array, first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) if (flags[index]) return true;
  return false;
}

/** The digits of 0.25, .25, -1.25 and 1.4e-8 are measures, however many. */
function isFraction(text: string, { start, end }: Hit): boolean {
  if (text[start - 1] !== '.') return false;
  const before = text.slice(Math.max(0, start - 6), start);
  return (
    /(?:^|[^0-9A-Za-z\u4e00-\u9fa5])0?\.$|[-+*/=(,[:] ?[0-9]{1,3}\.$/.test(before) ||
    /^e[-+]?[0-9]/i.test(text.slice(end, end + 3))
  );
}

/** Digits inside a hexadecimal digest, its fingerprint or a UUID are nobody's number. */
function isInDigest(text: string, hit: Hit): boolean {
  const { start, end } = hit;
  const [left, lettersBefore] = hexadecimal(text, start - 1, -1);
  const [right, lettersAfter] = hexadecimal(text, end, 1);
  if (right - left - 1 >= 20 && lettersBefore + lettersAfter >= 4) return true;
  if (isInFingerprint(text, hit)) return true;
  return (text[left] === '-' || text[right] === '-') && UUID.test(text.slice(Math.max(0, left - 32), right + 32));
}

/** What `fingerprint` in `digest.ts` makes of a digest, where a page prints it and where the code of a notice bears it. */
function isInFingerprint(text: string, { kind, start, end }: Hit): boolean {
  const offset = Math.max(0, start - 120);
  return [...text.slice(offset, end + 24).matchAll(FINGERPRINT)].some(({ index, 0: all, 1: token = '' }) => {
    const to = offset + index + all.length;
    const isDigest = /[a-f]/.test(token) || kind !== 'identity-number';
    return isDigest && to - token.length <= start && to >= end;
  });
}

/** How far a token of hexadecimal digits reaches, and how many of them are letters. */
function hexadecimal(text: string, from: number, step: 1 | -1): [end: number, letters: number] {
  let letters = 0;
  let at = from;
  for (let steps = 0; steps < 128; steps += 1) {
    const unit = text.charCodeAt(at) | 0x20;
    const letter = unit >= 0x61 && unit <= 0x66;
    if (!letter && !(unit >= 0x30 && unit <= 0x39)) break;
    if (letter) letters += 1;
    at += step;
  }
  return [at, letters];
}

/** 指纹 86e5 0149 6586 6131 2a9e, also with the markup between; …/notice/#86e50149658661312a9e. */
const FINGERPRINT =
  /(?:指纹[ :]{0,2}(?:<[^<>]{0,80}>)?(?=[0-9a-f]{4} )|\/#(?=[0-9a-f]{5}))((?:[0-9a-f]{4} ?){4}[0-9a-f]{4})(?![0-9a-f])/g;

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
