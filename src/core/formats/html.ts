/** Markup that is already safe. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | false | undefined | readonly (Html | string)[];

/** Text put between is escaped, pieces of markup are not; nothing becomes markup by accident. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { markup: strings.map((text, index) => text + (index < pieces.length ? shown(pieces[index]) : '')).join('') };
}

function shown(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  if ('markup' in piece) return piece.markup;
  return piece.map(shown).join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
