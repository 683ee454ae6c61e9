import { isLost, type Rgb, rgbOf, WHITE } from '#pipeline/intake/files/parts/colour.ts';
import { isSymbolFont } from '#pipeline/intake/files/symbol.ts';
import { descendants, elements, isOff, isOn, type XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Properties, Styles } from './styles.ts';

/** Where the properties of a run come from, each a layer over the one before. */
export interface Layers {
  table: Properties;
  paragraph: Properties;
  /** Character style and direct formatting of the run. */
  character: Properties;
  direct: Properties;
}

export interface RunLook {
  /** How the run is hidden, for a message; empty for text that is simply hidden. */
  hidden: string | undefined;
  struck: boolean;
  script: 'superscript' | 'subscript' | undefined;
  /** Lifted or lowered by hand, by two points or more. */
  lifted: 'superscript' | 'subscript' | undefined;
  capitals: boolean;
  /** The font, where it draws signs instead of letters. */
  symbols: string | undefined;
}

/** What a run looks like on its ground. */
export function lookOf(layers: Layers, { defaults }: Styles, grounds: readonly (XmlNode | undefined)[]): RunLook {
  const order = [layers.direct, layers.character, layers.paragraph, layers.table, defaults];
  const nearest = (name: string): XmlNode | undefined => order.map((layer) => layer.get(name)).find((node) => node);
  const size = Number(nearest('w:sz')?.attributes['w:val'] ?? Number.NaN);
  const ground = groundOf([layers.direct.get('w:highlight'), nearest('w:shd'), ...grounds]);
  // Word's newer effects stand over the plain colour.
  const filled = filledWith(nearest('w14:textFill'));
  const colour = filled === undefined ? coloured(nearest('w:color')) : filled;
  const fonts = order.flatMap((layer) => layer.get('w:rFonts') ?? []);
  const font = fonts.map(({ attributes }) => attributes['w:ascii'] ?? attributes['w:hAnsi']).find((name) => name);
  const hidden = toggled('w:vanish', layers, defaults) || isOn(nearest('w:specVanish')) || isOn(nearest('w:webHidden'));
  const lost = colour === 'nothing' || (Array.isArray(colour) && ground && isLost(colour as unknown as Rgb, ground));
  const narrow = Number(nearest('w:w')?.attributes['w:val'] ?? 100) < 5;
  const how = size <= 4 || narrow ? '字号小得看不见' : lost ? '字的颜色与底色相同' : undefined;
  const lifted = Number(nearest('w:position')?.attributes['w:val'] ?? 0);
  const script = nearest('w:vertAlign')?.attributes['w:val'];
  return {
    hidden: hidden ? '' : how,
    struck: toggled('w:strike', layers, defaults) || isOn(nearest('w:dstrike')),
    script: script === 'superscript' || script === 'subscript' ? script : undefined,
    lifted: lifted >= 4 ? 'superscript' : lifted <= -4 ? 'subscript' : undefined,
    capitals: toggled('w:caps', layers, defaults),
    symbols: isSymbolFont(font) ? font : undefined,
  };
}

/**
 * ECMA-376 17.7.3: what stands at the run itself holds; else the default, or else an odd number of styles: a hidden character style in a
 * hidden paragraph style is seen again.
 */
function toggled(name: string, { direct, character, paragraph, table }: Layers, defaults: Properties): boolean {
  const own = direct.get(name);
  if (own) return isOn(own);
  if (isOn(defaults.get(name))) return true;
  return [table, paragraph, character].filter((layer) => isOn(layer.get(name))).length % 2 === 1;
}

/** The value is always written beside the theme's; without it only white can be told. */
function coloured(node: XmlNode | undefined): Rgb | undefined {
  const { 'w:val': value, 'w:themeColor': themed, 'w:themeShade': shade } = node?.attributes ?? {};
  const white = shade === undefined && (themed === 'background1' || themed === 'light1');
  return rgbOf(value) ?? (white ? WHITE : undefined);
}

/**
 * [MS-DOCX] 2.6.1 textFill: nothing, one colour, or what can always be seen (a run of colours, the theme's dark ones); `undefined`
 * where there is none.
 */
function filledWith(fill: XmlNode | undefined): Rgb | 'nothing' | 'seen' | undefined {
  const [kind] = elements(fill);
  if (!kind) return undefined;
  if (kind.name === 'w14:noFill') return 'nothing';
  if (kind.name !== 'w14:solidFill') return 'seen';
  const [alpha] = descendants(kind, 'w14:alpha');
  // Here the share is what shines through.
  if (Number(alpha?.attributes['w14:val'] ?? 0) > 95_000) return 'nothing';
  const [named] = elements(kind);
  const value = named?.attributes['w14:val'];
  if (named?.name === 'w14:srgbClr') return rgbOf(value) ?? 'seen';
  const plainWhite = value !== undefined && ['bg1', 'lt1'].includes(value) && elements(named).length === 0;
  return plainWhite ? WHITE : 'seen';
}

/** The first that says anything; a pattern is no single colour, and then nothing vanishes on it. */
function groundOf(grounds: readonly (XmlNode | undefined)[]): Rgb | undefined {
  for (const node of grounds) {
    if (!node) continue;
    const { 'w:val': pattern = 'clear', 'w:fill': fill = 'auto', 'w:color': ink } = node.attributes;
    if (node.name === 'w:highlight') {
      if (pattern === 'none') continue;
      return rgbOf(HIGHLIGHTS[pattern]);
    }
    if (pattern === 'nil') continue;
    if (pattern === 'solid') return rgbOf(ink) ?? [0, 0, 0];
    if (pattern !== 'clear') return undefined;
    const colour = rgbOf(fill);
    if (colour) return colour;
    // `auto` lets what lies below shine through.
    if (!isOff(fill) && fill !== 'auto') return undefined;
  }
  return WHITE;
}

const HIGHLIGHTS: Record<string, string> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '00008B',
  darkCyan: '008B8B',
  darkGray: 'A9A9A9',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8B0000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'D3D3D3',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};
