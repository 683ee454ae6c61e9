import type { Finding } from '#core/catalogue/finding.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { type FittedFonts, fittedFonts, textsIn } from '#pipeline/paper/fonts/fitted-fonts.ts';
import type { Typefaces } from '#pipeline/paper/fonts/typefaces.ts';
import type { Sheet, Typesetter } from './compiler.ts';

/** The press: a compiler and the faces it sets with. */
export interface Press {
  typesetter: Typesetter;
  typefaces: Typefaces;
}

export type Printed = { pdf: Buffer; fonts: readonly string[] } | { findings: Finding[] };

/**
 * Sets one sheet, or says which signs no font has.
 * @param names of people, each set whole in one face
 * @param file how it will be called: the place of a finding
 */
export function setSheet(press: Press, sheet: Sheet, names: readonly string[], file: string): Printed {
  const fitted = fittedSheet(press, sheet, names, file);
  if ('findings' in fitted) return fitted;
  return { pdf: press.typesetter.pdf(fitted.sheet, fitted.fonts.faces), fonts: fitted.fonts.lines };
}

/** The same sheet with the faces that it needs. */
export function fittedSheet(
  { typefaces }: Press,
  sheet: Sheet,
  names: readonly string[],
  file: string,
): { sheet: Sheet; fonts: FittedFonts } | { findings: Finding[] } {
  const fonts = fittedFonts(typefaces, textsIn(sheet.data), names, file);
  if (fonts.findings.length > 0) return { findings: fonts.findings };
  const keywords = fonts.lines.map((line) => concealed(line));
  return { sheet: { ...sheet, data: { ...sheet.data, ...fonts.data, keywords } }, fonts };
}
