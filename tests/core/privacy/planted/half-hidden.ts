import type { Chance } from '../chance.ts';
import { bankCard, earlyIdentityNumber, identityNumber, mobileNumber } from '../private-values.ts';

/** What offices and forms put for a digit that shall not be read. */
const STARS = ['*', '＊', 'x', 'X', '×', '●', '○', '■', '□', '某', '_', '★', '#', '?', '▇', '◆'];

function starred(value: string, from: number, to: number, chance: Chance): string {
  // At an end a row of _ is a blank to fill in.
  const star = chance.pick(STARS.filter((one) => one !== '_' || (from > 0 && to < value.length)));
  const mixed = chance.yes(0.1) ? ['*', '●'] : [star];
  const mask = Array.from({ length: to - from }, (_, at) => mixed[at % mixed.length]).join('');
  return value.slice(0, from) + mask + value.slice(to);
}

/** The forms of notices and tables: first six and last four, first three and last four, the day of birth, one end. */
export function halfHiddenIdentity(chance: Chance): string {
  const early = chance.yes(0.2);
  const value = early ? earlyIdentityNumber(chance) : identityNumber(chance);
  const length = value.length;
  const [from, to] = chance.pick<[number, number]>([
    [6, length - 4],
    [6, length - 4],
    [3, length - 4],
    [0, length - 4],
    [6, length],
    early ? [8, 12] : [10, 14],
    [1, length - 3],
    [length - 4, length],
    [length - 6, length - 1],
  ]);
  const hidden = starred(value, from, to, chance);
  return chance.yes(0.1) ? `${hidden.slice(0, 6)} ${hidden.slice(6, -4)} ${hidden.slice(-4)}` : hidden;
}

/** Without stars: only the end, or only the beginning, is told. */
export function identityInPart(chance: Chance): string {
  const value = identityNumber(chance);
  const word = chance.pick(['身份证', '身份证号', '身份证号码', '公民身份号码']);
  return chance.pick([
    `${word}后四位${value.slice(-4)}`,
    `${word}尾号${value.slice(-4)}`,
    `${word}末四位：${value.slice(-4)}`,
    `${word}最后六位为${value.slice(-6)}`,
    `${word}（后4位）：${value.slice(-4)}`,
    `${word}前六位${value.slice(0, 6)}`,
    `${word}前6位是${value.slice(0, 6)}，后4位是${value.slice(-4)}`,
  ]);
}

/** One to three digits hidden: a person tries the rest. */
export function halfHiddenMobile(chance: Chance): string {
  const count = chance.whole(1, 3);
  const from = chance.whole(3, 11 - count);
  return starred(mobileNumber(chance), from, from + count, chance);
}

export function halfHiddenCard(chance: Chance): string {
  const value = bankCard(chance);
  const count = chance.whole(1, 3);
  const from = chance.whole(6, value.length - count);
  return starred(value, from, from + count, chance);
}

/** 前三位138，中间1234，后四位5678. */
export function toldInParts(value: string, chance: Chance): string {
  const [a, b, c] = [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
  return chance.pick([
    `前三位${a}，中间${b}，后四位${c}`,
    `前三位是${a}、中间四位是${b}、后四位是${c}`,
    `前3位：${a}；中间4位：${b}；后4位：${c}`,
    `前七位${a}${b}，后四位${c}`,
    `开头${a}，中间${b}，结尾${c}`,
    `头三位${a} 中四位${b} 尾四位${c}`,
    `后四位${c}，前七位${a}${b}`,
  ]);
}
