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
export function setSheet(
  { typesetter, typefaces }: Press,
  sheet: Sheet,
  names: readonly string[],
  file: string,
): Printed {
  const fonts: FittedFonts = fittedFonts(typefaces, textsIn(sheet.data), names, file);
  if (fonts.findings.length > 0) return { findings: fonts.findings };
  const data = { ...sheet.data, ...fonts.data, keywords: fonts.lines.map((line) => concealed(line)) };
  return { pdf: typesetter.pdf({ ...sheet, data }, fonts.faces), fonts: fonts.lines };
}
