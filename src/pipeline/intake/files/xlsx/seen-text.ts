import { raised } from '#pipeline/intake/files/parts/scripts.ts';
import { symbolsOf } from '#pipeline/intake/files/symbol.ts';
import { charactersOf, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { type CellLook, type Font, type Looks, unreadable } from './looks.ts';

/** A stretch of text that looks the same; without a font of its own it looks like its cell. */
export interface Run {
  text: string;
  font: Font | undefined;
}

/** What of a cell's text a person sees, and what kept the rest from being seen. */
export interface SeenText {
  text: string;
  struck: boolean;
  /** How text is hidden, for a message. */
  hidden: string | undefined;
  /** Raised or lowered signs of which Unicode has no small ones. */
  scriptLost: boolean;
  /** Signs of a symbol font that nobody knows. */
  signLost: boolean;
}

/** `<si>` and `<is>`: one text, or runs with looks of their own. The reading above the characters (`rPh`) is no part of it. */
export function runsOf(node: XmlNode | undefined, { fontOf }: Looks): Run[] {
  return elements(node).flatMap((child): Run[] => {
    if (child.name === 'x:t') return [{ text: unescaped(charactersOf(child)), font: undefined }];
    if (child.name !== 'x:r') return [];
    const properties = element(child, 'x:rPr');
    return [{ text: unescaped(charactersOf(element(child, 'x:t'))), font: properties && fontOf(properties) }];
  });
}

export function seenText(runs: readonly Run[], { font: own, ground }: CellLook): SeenText {
  const seen: SeenText = { text: '', struck: false, hidden: undefined, scriptLost: false, signLost: false };
  for (const { text: written, font = own } of runs) {
    const text = font.symbols === undefined ? written : (symbolsOf(font.symbols, written) ?? '');
    if (text === '' && written !== '') seen.signLost = true;
    else if (text.trim() === '') seen.text += text;
    else if (font.struck) seen.struck = true;
    else {
      const how = unreadable(font, ground);
      if (how !== undefined) seen.hidden ??= how;
      else if (font.script === undefined) seen.text += text;
      else {
        const small = raised(text, font.script);
        if (small === undefined) seen.scriptLost = true;
        seen.text += small ?? text;
      }
    }
  }
  return seen;
}

/** Excel writes a sign it cannot keep in XML as `_x000D_`, and an underscore in front of such letters as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
