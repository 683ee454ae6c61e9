import type { Archive } from '#pipeline/intake/files/archive.ts';
import { type Relation, treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { charactersOf, descendants, element, elements } from '#pipeline/intake/files/xml.ts';
import { columnOf, rowOf } from './cells.ts';
import { unescaped } from './seen-text.ts';

export interface Comment {
  row: number;
  column: number;
  text: string;
}

/** Notes of the older kind and threads of the newer one: neither is part of the table, and both may say what it should. */
export function commentsOf(archive: Archive, relations: readonly Relation[]): Comment[] {
  return relations.flatMap(({ type, target }): Comment[] => {
    if (type === 'comments') {
      const list = element(treeOf(archive, target, 'x'), 'x:commentList');
      return elements(list, 'x:comment').flatMap((comment) => {
        const text = descendants(element(comment, 'x:text'), 'x:t').map(charactersOf).join('');
        return placed(comment.attributes['ref'], unescaped(text));
      });
    }
    if (type === 'threadedComment') {
      return elements(treeOf(archive, target)).flatMap((comment) =>
        placed(comment.attributes['ref'], charactersOf(elements(comment).find(({ name }) => name.endsWith('text')))),
      );
    }
    return [];
  });
}

function placed(ref: string | undefined, text: string): Comment[] {
  const row = rowOf(ref);
  return row === undefined ? [] : [{ row, column: columnOf(ref, -1), text }];
}
