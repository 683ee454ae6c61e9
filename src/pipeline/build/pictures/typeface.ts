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

/** Noto Sans SC, and behind it Noto Sans JP for a few characters of names, where it is installed. */
export async function openTypeface(): Promise<Typeface> {
  const [regular, bold] = await Promise.all([fonts('400Regular'), fonts('700Bold')]);
  return { regular, bold };
}

async function fonts(weight: string): Promise<Fonts> {
  const main = await font('noto-sans-sc', 'NotoSansSC', weight);
  const more = await font('noto-sans-jp', 'NotoSansJP', weight).catch(() => undefined);
  return more ? [main, more] : [main];
}

async function font(name: string, family: string, weight: string): Promise<Font> {
  return readFont(await readFile(resolve(`@expo-google-fonts/${name}/${weight}/${family}_${weight}.ttf`)));
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

/** Lines no wider than `width`, as even as they can be; no closing mark begins a line and no opening mark ends one. */
export function wrap(text: string, size: number, width: number, fonts: Fonts): string[] {
  const lines = broken(text, size, width, fonts);
  let even = lines;
  for (let narrower = width - size; narrower > width / 3; narrower -= size / 2) {
    const tried = broken(text, size, narrower, fonts);
    if (tried.length > lines.length) break;
    even = tried;
  }
  return even;
}

function broken(text: string, size: number, width: number, fonts: Fonts): string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of text) {
    const full = widthOf(current + character, size, fonts) > width && current !== '';
    if (full && !/[，。、：；）》”’！？]/.test(character)) {
      const opening = /[（《“‘]+$/.exec(current)?.[0] ?? '';
      lines.push(current.slice(0, current.length - opening.length));
      current = opening;
    }
    current += character;
  }
  return [...lines, current].filter((one) => one !== '');
}

function fontOf(character: string, fonts: Fonts): Font {
  return fonts.find((one) => one.has(character)) ?? fonts[0];
}
