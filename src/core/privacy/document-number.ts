import type { Hit, ValueKind } from './kind.ts';
import type { Label } from './label.ts';
import type { LabelKind } from './label-word.ts';
import { leading } from './leading.ts';

/** Papers whose numbers are plain but for the word before them: they are believed only behind that word. */
const PAPERS: Partial<Record<LabelKind, { kind: ValueKind; shape: RegExp }>> = {
  // 普通护照 E12345678, EA1234567; 因公 P, S, D; older ones 9 digits; foreign ones up to 9 characters.
  passport: { kind: 'passport', shape: /^(?:[A-Z]{1,2}[0-9]{7,8}|[0-9]{8,9}|[A-Z]{1,3}[0-9]{6})$/ },
  // 港澳通行证 C12345678, 台湾通行证 L/T + 8, 回乡证 H/M + 8 or 10, 台胞证 8 or 10 digits, 永久居留证 three letters + 12.
  permit: { kind: 'permit', shape: /^(?:[A-Z]{1,2}[0-9]{7,10}|[0-9]{8}|[0-9]{10}|[A-Z]{3}[0-9]{12}|[0-9]{10}[A-Z])$/ },
  // The number of a licence is the holder's identity number; its file has twelve digits.
  driver: { kind: 'driving-licence', shape: /^(?:[0-9]{12}|[0-9]{15}|[0-9]{17}[0-9X])$/ },
  officer: { kind: 'officer-card', shape: /^[A-Z]{0,2}[0-9]{5,10}$/ },
};

const FILLER =
  /^(?:[\s\p{P}\p{S}]|号码|证号|编号|证件|档案|号|为|是|系|本人|持有?|第|字|[军南北东西中沈济兰成广空海政参装后武警士文官]{1,2}字第?|(?:No|NO|no|[Nn]umber)\b)*/u;
const PARTS = /^[A-Za-z0-9](?:[ \t\n\-.·,/*_]{0,2}[A-Za-z0-9]){0,20}/;

/** Passports, permits, driver's and officer's licences behind their names. */
export function documentNumbers(text: string, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = [];
  for (const label of labels) {
    const paper = PAPERS[label.kind];
    if (!paper) continue;
    const ahead = text
      .slice(label.end, label.end + 80)
      .replace(/^(\D{0,8})\([^()]{0,10}\)/, (all) => ' '.repeat(all.length));
    const skipped = leading(FILLER, ahead).length;
    if (skipped > 20) continue;
    const number = numberAt(ahead.slice(skipped), paper.shape);
    if (number === undefined) continue;
    const start = label.end + skipped;
    hits.push({ kind: paper.kind, value: number.value, start, end: start + number.length });
  }
  return hits;
}

/** The longest beginning that has the shape: what follows may be the next word of the row. */
function numberAt(text: string, shape: RegExp): { value: string; length: number } | undefined {
  const run = leading(PARTS, text);
  for (let length = run.length; length >= 5; length -= 1) {
    if (!/^[A-Za-z0-9](?![A-Za-z0-9])/.test(run.slice(length - 1))) continue;
    const value = run
      .slice(0, length)
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase();
    if (shape.test(value) && !isDay(run.slice(0, length))) return { value, length };
  }
  return undefined;
}

/** 护照办理时间：2024-09-11. */
function isDay(text: string): boolean {
  return /^(?:19|20)[0-9]{2}([-./ ])[0-9]{1,2}\1[0-9]{1,2}$/.test(text);
}
