import type { NoticeCode } from '#core/roster/grid.ts';
import type { Notices } from '#pipeline/intake/files/parts/notices.ts';
import type { XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Context, Paragraph, Surroundings } from './context.ts';
import { NONE } from './styles.ts';

/** What a drawing needs of the document around it, whose reader calls it again for a drawing in a box. */
export interface DrawnBody {
  readonly around: Surroundings;
  readonly notices: Notices;
  blocks(node: XmlNode, context: Context): Paragraph[];
  note(code: NoticeCode, context: Context, more?: { what?: string; text?: string }): void;
}

/** What is drawn in or over the text: pictures go to their cell, words of boxes and the like are named with their place. */
export function readDrawn(body: DrawnBody, node: XmlNode, context: Context): void {
  const { pictures, boxes, said, object, shape } = body.around.drawings.read(node);
  for (const one of pictures) {
    if (!context.cell) {
      body.notices.counted('photo-outside', undefined);
      continue;
    }
    if (!('picture' in one)) body.note(one.refused, context, { ...(one.what !== undefined && { what: one.what }) });
    else if (context.unseen) body.note('photo-unseen', context);
    else (context.cell.pictures ??= []).push(one.picture);
  }
  for (const box of boxes) {
    const tally = { struck: false };
    const inside = body.blocks(box, { ...context, tally, table: NONE, grounds: [] });
    if (tally.struck) body.note('import-text-struck', context);
    const text = inside
      .map((one) => one.text)
      .join(' ')
      .trim();
    if (text !== '') body.note('import-part-unread', context, { what: '文本框', text });
  }
  for (const { what, text } of said) body.note('import-part-unread', context, { what, text });
  if (object === 'equation') body.note('import-equation', context);
  else if (object) body.note('import-object-unread', context, { what: '对象（如另一份表、文档、控件）' });
  if (shape) body.note('import-shape-over', context);
}
