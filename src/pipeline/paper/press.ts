import { openTypefaces } from './fonts/typefaces.ts';
import { openTypesetter } from './typst/compiler.ts';
import type { Press } from './typst/set-sheet.ts';

/** A folder that was named must be there; the compiler says itself when it is missing. */
export async function openPress(folders: readonly string[]): Promise<Press> {
  return { typesetter: openTypesetter(), typefaces: await openTypefaces(folders) };
}
