import type { Grid } from '#core/roster/grid.ts';
import type { Archive } from './archive.ts';
import { Body } from './docx/body.ts';
import { withStaleMarked } from './docx/bound.ts';
import { withoutPlaceholders } from './docx/controls.ts';
import { Drawings } from './docx/drawn.ts';
import { Numbering } from './docx/numbering.ts';
import { Styles } from './docx/styles.ts';
import { isOnlyPaging } from './parts/paging.ts';
import { mainPart, relationsOf, treeOf } from './parts/relations.ts';
import { saidIn } from './parts/said.ts';
import { element, elements, XmlFault, type XmlNode } from './xml.ts';

/** Every table of a Word file as a grid; what is hidden from a reader of the document, or not read of what is seen, comes as notices. */
export function readDocx(archive: Archive): Grid {
  const path = mainPart(archive, 'word/document.xml');
  const page = element(treeOf(archive, path), 'w:body');
  if (!page) throw new XmlFault('no body');
  const relations = [...relationsOf(archive, path).values()].filter(({ external }) => !external);
  const part = (type: string): XmlNode | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : treeOf(archive, target);
  };
  const styles = new Styles(part('styles'));
  const notes = new Map(
    [...elements(part('footnotes')), ...elements(part('endnotes'))].map((note) => [
      `${note.name}Reference ${note.attributes['w:id'] ?? ''}`,
      saidIn(note),
    ]),
  );
  const body = new Body({
    styles,
    numbering: new Numbering(part('numbering'), styles),
    drawings: new Drawings(archive, path),
    noteOf: (kind, id) => notes.get(`${kind} ${id}`) ?? '',
  });
  body.page(withStaleMarked(withoutPlaceholders(page), archive));
  const { notices, sheets, outside } = body;
  for (const { type, target } of relations) {
    const what = MARGINS[type];
    const text = what === undefined ? '' : saidIn(treeOf(archive, target));
    if (what !== undefined && !isOnlyPaging(text)) notices.placed('import-part-unread', undefined, { what, text });
  }
  // A comment whose place was deleted is a comment still.
  const commented = notices.list.some(({ code }) => code === 'import-word-comment');
  if (!commented && saidIn(part('comments')) !== '') notices.counted('import-word-comment', undefined);
  return { format: 'docx', sheets, outside, notices: notices.list };
}

const MARGINS: Record<string, string> = { header: '页眉', footer: '页脚' };
