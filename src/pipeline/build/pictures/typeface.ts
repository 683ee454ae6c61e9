import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Font, readFont } from './font.ts';

/** Several fonts as one: a character is drawn with the first that has it. */
export interface Typeface {
  regular: Fonts;
  bold: Fonts;
}

/** The first of them draws what none has. */
type Fonts = readonly [Font, ...Font[]];

const { resolve } = createRequire(import.meta.url);

/**
 * Text in Noto Sans SC, titles in Noto Serif SC as on the pages; behind them Noto Sans JP for a few characters of names. The last two
 * where they are installed.
 */
export async function openTypeface(): Promise<Typeface> {
  const [regular, bold, song] = await Promise.all([
    fonts('400Regular'),
    fonts('700Bold'),
    hasSong() ? font(...SONG) : undefined,
  ]);
  return { regular, bold: song ? [song, ...bold] : bold };
}

/** Whether titles are set in Song on this machine: a picture drawn without it is another one. */
export function hasSong(): boolean {
  try {
    return fileOf(...SONG) !== '';
  } catch {
    return false;
  }
}

const SONG = ['noto-serif-sc', 'NotoSerifSC', '700Bold'] as const;

async function fonts(weight: string): Promise<Fonts> {
  const main = await font('noto-sans-sc', 'NotoSansSC', weight);
  // The portable edition has no bold of it: its few characters are then drawn regular rather than not at all.
  const more = await font('noto-sans-jp', 'NotoSansJP', weight)
    .catch(() => font('noto-sans-jp', 'NotoSansJP', '400Regular'))
    .catch(() => undefined);
  return more ? [main, more] : [main];
}

async function font(name: string, family: string, weight: string): Promise<Font> {
  return readFont(await readFile(fileOf(name, family, weight)));
}

function fileOf(name: string, family: string, weight: string): string {
  return resolve(`@expo-google-fonts/${name}/${weight}/${family}_${weight}.ttf`);
}

/** Characters of a text that no font has; spaces and variation selectors need none. */
export function missingFrom(text: string, fonts: readonly Font[]): string[] {
  return [...new Set(text)].filter(
    (character) =>
      !/[\s\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u.test(character) && !fonts.some((one) => one.has(character)),
  );
}

/** A line of text as SVG, drawn with outlines: the same on every machine. */
export function line(
  text: string,
  {
    x,
    y,
    size,
    fill,
    fonts,
    anchor = 'start',
    spacing = 0,
  }: {
    x: number;
    y: number;
    size: number;
    fill: string;
    fonts: Fonts;
    anchor?: 'start' | 'middle' | 'end';
    spacing?: number;
  },
): string {
  const whole = widthOf(text, size, fonts, spacing);
  let at = anchor === 'start' ? x : anchor === 'middle' ? x - whole / 2 : x - whole;
  let out = '';
  for (const character of text) {
    const font = fontOf(character, fonts);
    const scale = size / font.unitsPerEm;
    const path = font.outline(character);
    if (path !== '') {
      out += `<path transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`;
    }
    at += font.advance(character) * scale + spacing;
  }
  return `<g fill="${fill}">${out}</g>`;
}

export function widthOf(text: string, size: number, fonts: Fonts, spacing = 0): number {
  const sum = [...text].reduce((width, character) => {
    const font = fontOf(character, fonts);
    return width + (font.advance(character) * size) / font.unitsPerEm + spacing;
  }, 0);
  return Math.max(0, sum - spacing);
}

/**
 * Lines no wider than `width`, as even as they can be; no closing mark begins a line and no opening mark ends one.
 *
 * @param units between which a line may break, one wider than the line between its characters too; those of a text are its characters
 */
export function wrap(units: Iterable<string>, size: number, width: number, fonts: Fonts): string[] {
  const pieces = [...units];
  const lines = broken(pieces, size, width, fonts);
  let even = lines;
  for (let narrower = width - size; narrower > width / 3; narrower -= size / 2) {
    if (pieces.some((piece) => widthOf(piece, size, fonts) > narrower)) break;
    const tried = broken(pieces, size, narrower, fonts);
    if (tried.length > lines.length) break;
    even = tried;
  }
  return even;
}

function broken(pieces: readonly string[], size: number, width: number, fonts: Fonts): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces.flatMap((one) => (widthOf(one, size, fonts) > width ? [...one] : [one]))) {
    const full = widthOf(current + piece, size, fonts) > width && current !== '';
    if (full && !/^[，。、：；）》”’！？]/.test(piece)) {
      const opening = /[（《“‘]+$/.exec(current)?.[0] ?? '';
      lines.push(current.slice(0, current.length - opening.length));
      current = opening;
    }
    current += piece;
  }
  return [...lines, current].filter((one) => one !== '');
}

function fontOf(character: string, fonts: Fonts): Font {
  return fonts.find((one) => one.has(character)) ?? fonts[0];
}
