import { isLost, type Rgb, rgbOf, tinted, WHITE } from '#pipeline/intake/files/parts/colour.ts';
import { isSymbolFont } from '#pipeline/intake/files/symbol.ts';
import { element, elements, isOff, isOn, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { builtInFormat, colourOf, shownText } from './number-format.ts';

/** How the letters of a cell or of a run in it look. */
export interface Font {
  struck: boolean;
  /** Absent where the program chooses a colour that can be read. */
  colour: Rgb | undefined;
  /** In points. */
  size: number;
  script: 'superscript' | 'subscript' | undefined;
  /** Its name, where it draws signs instead of letters. */
  symbols: string | undefined;
}

export interface CellLook {
  /** Absent for General. */
  format: string | undefined;
  font: Font;
  /** Absent where it is a pattern or a gradient, on which no single colour vanishes. */
  ground: Rgb | undefined;
}

/** A format that a condition lays over cells. */
interface ConditionalLook {
  /** What becomes of the cell when the condition holds, for a message; absent where everything stays to be seen. */
  hides: string | undefined;
}

export interface Looks {
  cells: CellLook[];
  conditional: ConditionalLook[];
  fontOf: (properties: XmlNode | undefined) => Font;
  conditionalOf: (dxf: XmlNode) => ConditionalLook;
}

/** `styles.xml` with the colours of the theme: what every cell format of the workbook looks like. */
export function looksOf(styles: XmlNode | undefined, theme: XmlNode | undefined): Looks {
  const palette = paletteOf(styles, theme);
  const fontOf = (node: XmlNode | undefined): Font => ({
    struck: isOn(element(node, 'x:strike'), 'val'),
    colour: palette(element(node, 'x:color')),
    size: Number(element(node, 'x:sz')?.attributes['val'] ?? 11),
    script: scriptOf(element(node, 'x:vertAlign')?.attributes['val']),
    symbols: signFont((element(node, 'x:name') ?? element(node, 'x:rFont'))?.attributes['val']),
  });
  const fonts = elements(element(styles, 'x:fonts'), 'x:font').map(fontOf);
  const grounds = elements(element(styles, 'x:fills'), 'x:fill').map((fill) => groundOf(fill, palette));
  const formats = new Map(
    elements(element(styles, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      attributes['numFmtId'] ?? '',
      attributes['formatCode'] ?? '',
    ]),
  );
  const cells = elements(element(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }): CellLook => {
    const id = attributes['numFmtId'] ?? '0';
    const format = formats.get(id) ?? builtInFormat(Number(id));
    return {
      format: format === undefined || /^general$/iu.test(format) ? undefined : format,
      font: fonts[Number(attributes['fontId'] ?? 0)] ?? fontOf(undefined),
      ground: grounds.length === 0 ? WHITE : grounds[Number(attributes['fillId'] ?? 0)],
    };
  });
  const conditionalOf = (dxf: XmlNode): ConditionalLook => ({ hides: hiddenBy(dxf, fontOf, palette) });
  return { cells, conditional: elements(element(styles, 'x:dxfs'), 'x:dxf').map(conditionalOf), fontOf, conditionalOf };
}

/** The look of cells in a workbook without styles. */
export const PLAIN: CellLook = {
  format: undefined,
  font: { struck: false, colour: undefined, size: 11, script: undefined, symbols: undefined },
  ground: WHITE,
};

/** Why nobody can read letters of this kind, for a message. */
export function unreadable({ colour, size }: Font, ground: Rgb | undefined): string | undefined {
  if (size <= 2) return '字号小得看不见';
  return colour && ground && isLost(colour, ground) ? '字的颜色与底色相同' : undefined;
}

function hiddenBy(dxf: XmlNode, fontOf: Looks['fontOf'], palette: Palette): string | undefined {
  const format = element(dxf, 'x:numFmt')?.attributes['formatCode'];
  if (format !== undefined && (shownText(format, '字') === '' || colourOf(format, 1) === 'white'))
    return '什么也不显示';
  const font = fontOf(element(dxf, 'x:font'));
  if (font.struck) return '划上删除线';
  const fill = element(dxf, 'x:fill', 'x:patternFill');
  // In a conditional format the colour of a solid fill is its background.
  const ground = fill ? palette(element(fill, 'x:bgColor') ?? element(fill, 'x:fgColor')) : WHITE;
  return font.colour && ground && isLost(font.colour, ground) ? '字的颜色与底色相同' : undefined;
}

type Palette = (node: XmlNode | undefined) => Rgb | undefined;

function groundOf(fill: XmlNode, palette: Palette): Rgb | undefined {
  const pattern = element(fill, 'x:patternFill');
  if (!pattern) return undefined;
  const type = pattern.attributes['patternType'] ?? 'none';
  if (type === 'none') return WHITE;
  return type === 'solid' ? palette(element(pattern, 'x:fgColor')) : undefined;
}

/** ECMA-376 18.8.3: the value itself, a place in the theme or in the palette of 56, lightened or darkened. */
function paletteOf(styles: XmlNode | undefined, theme: XmlNode | undefined): Palette {
  const own = elements(element(styles, 'x:colors', 'x:indexedColors'), 'x:rgbColor').map(({ attributes }) =>
    rgbOf(attributes['rgb']),
  );
  const scheme = elements(element(theme, 'a:themeElements', 'a:clrScheme')).map((entry) => {
    const [colour] = elements(entry);
    return rgbOf(colour?.attributes['lastClr'] ?? colour?.attributes['val']);
  });
  // The file lists dark before light, the numbers count light before dark.
  const themed =
    scheme.length >= 4 ? [scheme[1], scheme[0], scheme[3], scheme[2], ...scheme.slice(4)] : THEME.map(rgbOf);
  return (node) => {
    if (!node || (node.attributes['auto'] !== undefined && !isOff(node.attributes['auto']))) return undefined;
    const { rgb, theme: place, indexed, tint } = node.attributes;
    const base =
      rgbOf(rgb) ??
      (place !== undefined ? themed[Number(place)] : undefined) ??
      (indexed !== undefined ? (own[Number(indexed)] ?? rgbOf(INDEXED[Number(indexed)])) : undefined);
    return base && tinted(base, Number(tint ?? 0));
  };
}

function signFont(name: string | undefined): string | undefined {
  return isSymbolFont(name) ? name : undefined;
}

function scriptOf(value: string | undefined): Font['script'] {
  return value === 'superscript' || value === 'subscript' ? value : undefined;
}

const THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

const FIRST = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
/** ECMA-376 18.8.27; 64 and 65 are the colours of text and window. */
const INDEXED =
  `${FIRST} ${FIRST} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 000000 FFFFFF`.split(
    ' ',
  );
