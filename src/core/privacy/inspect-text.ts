import { accountNumbers } from './account-number.ts';
import type { AllowList } from './allow-list.ts';
import { readableBase64 } from './base64.ts';
import { birthDates } from './birth-date.ts';
import { birthStories } from './birth-story.ts';
import { chatAccounts } from './chat-account.ts';
import { DigitGroups } from './digit-group.ts';
import { documentNumbers } from './document-number.ts';
import { dwellings } from './dwelling.ts';
import { emails } from './email.ts';
import { unescape } from './escape.ts';
import { fold } from './fold.ts';
import { halfHidden } from './half-hidden.ts';
import { HARD_BREAK } from './hard-break.ts';
import { homeAddresses } from './home-address.ts';
import type { Hit } from './kind.ts';
import { findLabels } from './label.ts';
import { withoutMarkup } from './markup.ts';
import { numbers } from './numbers.ts';
import { withNumeralsAsDigits } from './numeral.ts';
import { putTogether } from './one-by-one.ts';
import { paperNumbers } from './paper-number.ts';
import { plates } from './plate.ts';
import { toldInParts } from './told-in-parts.ts';
import { TrackedText } from './tracked-text.ts';
import { wallets } from './wallet.ts';
import { webAccounts } from './web-account.ts';

/** Layers of escapes that are undone, and of base64 inside base64. */
const MOST_LAYERS = 4;

/**
 * Every private value in a text that is not allowed, once per value, however it is disguised. `start` and `end` are offsets
 * in the text given; pieces of a list have nothing to do with each other and are joined by one character each.
 */
export function inspectText(given: string | readonly string[], allow: AllowList): Hit[] {
  const raw = typeof given === 'string' ? given.replaceAll(HARD_BREAK, '\uFFFD') : piecesOf(given);
  const found = new Map<string, Hit>();
  inspect(new TrackedText(raw), allow, found, MOST_LAYERS);
  return [...found.values()];
}

function piecesOf(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.replaceAll(HARD_BREAK, '\uFFFD')).join(HARD_BREAK);
}

function inspect(raw: TrackedText, allow: AllowList, found: Map<string, Hit>, layers: number): void {
  for (const { disguise, mayEncode } of disguises(raw)) {
    for (const hit of detect(disguise)) {
      const key = `${hit.kind}\0${hit.value}`;
      if (found.has(key) || allow.permits(hit, disguise.text)) continue;
      found.set(key, {
        ...hit,
        start: disguise.origin(hit.start),
        end: disguise.origin(Math.max(hit.start, hit.end - 1)) + 1,
      });
    }
    if (layers === 0 || !mayEncode) continue;
    const encoded = readableBase64(disguise.text);
    if (encoded.length === 0) continue;
    const inner = new Map<string, Hit>();
    const starts: number[] = [];
    let length = 0;
    for (const { text } of encoded) {
      starts.push(length);
      length += text.length + 1;
    }
    inspect(new TrackedText(encoded.map(({ text }) => text).join(HARD_BREAK)), allow, inner, layers - 1);
    for (const [key, hit] of inner) {
      const place = disguise.origin(encoded[starts.findLastIndex((start) => start <= hit.start)]?.at ?? 0);
      if (!found.has(key)) found.set(key, { ...hit, start: place, end: place + 1 });
    }
  }
}

interface Disguised {
  disguise: TrackedText;
  /** Whether base64 may have come to light that was not there before. */
  mayEncode: boolean;
}

/** The text as it stands, without markup, and with every layer of escapes undone: each folded to one spelling. */
function* disguises(raw: TrackedText): Generator<Disguised> {
  const plain = fold(raw);
  yield* spellings(plain, true);
  yield* bare(plain);
  for (const dialect of ['script', 'style'] as const) {
    // Styles differ from scripts only behind a backslash.
    if (dialect === 'style' && !/\\[0-9a-fA-F]/.test(plain.text)) break;
    let layer = plain;
    for (let depth = 0; depth < MOST_LAYERS; depth += 1) {
      const next = unescape(layer, dialect);
      if (next === layer) break;
      layer = fold(next.surroundings());
      yield* spellings(layer, true);
      yield* bare(layer);
    }
  }
  for (const disguise of hidden(raw)) yield { disguise, mayEncode: false };
}

function* bare(folded: TrackedText): Generator<Disguised> {
  const stripped = withoutMarkup(folded);
  if (stripped !== folded) yield* spellings(fold(stripped.surroundings()), false);
}

function* spellings(folded: TrackedText, mayEncode: boolean): Generator<Disguised> {
  yield { disguise: folded, mayEncode };
  yield* numerals(folded);
  const together = putTogether(folded);
  if (together === folded) return;
  const around = together.surroundings();
  yield { disguise: around, mayEncode: false };
  yield* numerals(around);
}

function* numerals(folded: TrackedText): Generator<Disguised> {
  for (const respelt of withNumeralsAsDigits(folded)) yield { disguise: respelt.surroundings(), mayEncode: false };
}

/** What is written in invisible tag characters, and what a right-to-left override turns round. */
function* hidden(raw: TrackedText): Generator<TrackedText> {
  const tags = [...raw.text.matchAll(/\uDB40[\uDC20-\uDC7E]/g)];
  if (tags.length > 6) {
    yield new TrackedText(tags.map(([tag]) => String.fromCharCode(tag.charCodeAt(1) - 0xdc00)).join(''));
  }
  if (TURNED.some((sign) => raw.text.includes(sign))) {
    const folded = fold(raw);
    yield new TrackedText([...folded.text].reverse().join(''));
  }
}

const TURNED = ['\u202E', 'bidi-override', 'direction:rtl', 'direction: rtl', 'dir="rtl', 'dir=rtl'];
const HAN = /[\u4e00-\u9fa5]/;

function detect({ text }: TrackedText): Hit[] {
  const labels = findLabels(text);
  return [
    ...numbers(new DigitGroups(text), labels),
    ...halfHidden(text, labels),
    ...toldInParts(text),
    ...documentNumbers(text, labels),
    ...birthDates(text, labels),
    ...chatAccounts(text, labels),
    ...emails(text),
    ...paperNumbers(text, labels),
    ...wallets(text),
    ...webAccounts(text),
    ...dwellings(text),
    ...(HAN.test(text)
      ? [...plates(text), ...homeAddresses(text, labels), ...birthStories(text), ...accountNumbers(text)]
      : []),
  ];
}
