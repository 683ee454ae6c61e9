import { lookAtText } from './text.ts';
import { place, type Looker } from './view.ts';

const JOINTS = /(["'`])\s*(?:\+\s*|\)?\s*\.concat\(\s*|\)\s*\+\s*)["'`]/g;
const CODES = /fromC(?:harCode|odePoint)\(([0-9xa-fA-F,\s]{5,4000})\)/g;

/** A script: its source, its strings put together, and the characters it spells by their codes. */
export function lookAtScript(source: string, where: string, looker: Looker, whole = true): void {
  if (whole) lookAtText(source, where, looker);
  const joined = source.replace(JOINTS, '');
  if (joined !== source) looker.text(place(where, '字符串'), joined);
  const spelt = [...source.matchAll(CODES)].map(([, codes = '']) => fromCodes(codes));
  looker.pieces(place(where, '字符串'), spelt);
}

function fromCodes(list: string): string {
  const codes = list.split(',').map(Number);
  return codes.every((code) => code >= 0 && code <= 0x10ffff) ? String.fromCodePoint(...codes) : '';
}
