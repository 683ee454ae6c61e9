import type { DrawingAnchor, Edge } from '#core/roster/photo-anchor.ts';
import type { Archive } from '#pipeline/intake/files/archive.ts';
import { drawnPicture, type Media, type Shown, vmlPicture } from '#pipeline/intake/files/parts/picture.ts';
import { partOf, type Relation, relationsOf, treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { saidIn, saidInPart } from '#pipeline/intake/files/parts/said.ts';
import { charactersOf, descendants, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** Something that lies over the cells of a worksheet. */
export interface Drawing {
  /** Absent where it hangs on no cell. */
  anchor: (DrawingAnchor & { from: Corner }) | undefined;
  /** A picture, or why there is none to be taken. */
  picture: Shown;
  /** What it is, for a message; absent for a picture without words. */
  what: string | undefined;
  /** What it says. */
  text: string;
}

interface Corner extends Edge {
  column: number;
}

/** Pictures, text boxes, shapes, charts and controls over one worksheet. */
export function drawingsOver(archive: Archive, relations: readonly Relation[]): Drawing[] {
  return relations.flatMap(({ type, target, external }) => {
    if (external) return [];
    if (type === 'drawing') return drawn(archive, target);
    return type === 'vmlDrawing' ? vml(archive, target) : [];
  });
}

/** The bytes behind an id, as pictures ask for them. */
export function mediaOf(archive: Archive, path: string): Media {
  const relations = relationsOf(archive, path);
  return (id) => {
    const relation = relations.get(id);
    return relation?.external ? 'linked' : relation && partOf(archive, relation.target);
  };
}

const PICTURES = ['xdr:pic'];
const SHAPES = ['xdr:sp', 'xdr:cxnSp'];

function drawn(archive: Archive, path: string): Drawing[] {
  const media = mediaOf(archive, path);
  const relations = relationsOf(archive, path);
  const root = treeOf(archive, path);
  return elements(root).flatMap((anchored) => {
    const anchor = anchorOf(anchored);
    const as = (what: string | undefined, text: string, picture?: Shown): Drawing => ({ anchor, picture, what, text });
    return [
      ...descendants(anchored, ...PICTURES).map((node) => as(undefined, '', seenPicture(anchored, node, media))),
      ...descendants(anchored, ...SHAPES).map((node) => {
        const text = saidIn(elements(node).find(({ name }) => name === 'xdr:txBody'));
        const picture = drawnPicture(node, media);
        return as(text !== '' ? '文本框' : picture ? undefined : '图形', text, picture);
      }),
      ...descendants(anchored, 'xdr:graphicFrame').map((node) => {
        const data = descendants(node, 'a:graphicData')[0];
        const parts = descendants(data, 'c:chart', 'cx:chart', 'dgm:relIds').flatMap(({ attributes }) => {
          const target = relations.get(attributes['r:id'] ?? attributes['r:dm'] ?? '')?.target;
          return target === undefined ? [] : [saidInPart(archive, target)];
        });
        return as('图表或图示', [...parts, saidIn(data)].join(' ').trim());
      }),
      ...descendants(anchored, 'xdr:contentPart').map(() => as('墨迹', '')),
    ];
  });
}

/** An anchor from a cell to itself has no size, whatever the picture says. */
function seenPicture(anchored: XmlNode, node: XmlNode, media: Media): Shown {
  const size = element(anchored, 'xdr:ext')?.attributes;
  const [from, to] = [element(anchored, 'xdr:from'), element(anchored, 'xdr:to')];
  const same = (...parts: string[]): boolean =>
    parts.every(
      (part) => to && element(to, part) && charactersOf(element(from, part)) === charactersOf(element(to, part)),
    );
  const flat = same('xdr:col', 'xdr:colOff') || same('xdr:row', 'xdr:rowOff');
  const none = size !== undefined && (Number(size['cx']) <= 0 || Number(size['cy']) <= 0);
  const shown = drawnPicture(node, media);
  return shown && 'picture' in shown && (flat || none) ? { refused: 'photo-unseen' } : shown;
}

function anchorOf(anchored: XmlNode): Drawing['anchor'] {
  const from = cornerOf(element(anchored, 'xdr:from'));
  const to = cornerOf(element(anchored, 'xdr:to'));
  const height = Number(element(anchored, 'xdr:ext')?.attributes['cy'] ?? Number.NaN);
  if (!from) return undefined;
  return to ? { from, to } : { from, ...(height > 0 && { height }) };
}

function cornerOf(edge: XmlNode | undefined): Corner | undefined {
  const number = (part: string): number => {
    const text = charactersOf(element(edge, `xdr:${part}`)).trim();
    return text === '' ? Number.NaN : Number(text);
  };
  const [row, column, offset] = [number('row'), number('col'), number('rowOff')];
  const whole = Number.isInteger(row) && row >= 0 && row < 1_048_576 && Number.isInteger(column) && column >= 0;
  return whole && column < 16_384 ? { row, column, offset: Number.isFinite(offset) ? offset : 0 } : undefined;
}

/** VML holds the frames of comments, which are read elsewhere, old controls, and shapes. */
function vml(archive: Archive, path: string): Drawing[] {
  const media = mediaOf(archive, path);
  return descendants(treeOf(archive, path), 'v:shape', 'v:rect', 'v:oval', 'v:roundrect', 'v:line').flatMap((shape) => {
    const data = element(shape, 'xv:ClientData');
    const kind = data?.attributes['ObjectType'] ?? '';
    if (kind === 'Note') return [];
    const text = saidIn(shape);
    const numbers = charactersOf(element(data, 'xv:Anchor')).split(',').map(Number);
    const [column = Number.NaN, , row = Number.NaN] = numbers;
    const whole = Number.isInteger(row) && Number.isInteger(column) && row >= 0 && column >= 0 && column < 16_384;
    const anchor = whole ? { from: { row, column, offset: 0 } } : undefined;
    const control = kind !== '' && !['Pict', 'Rect', 'Shape', 'Group'].includes(kind);
    const what = text !== '' ? (control ? '控件' : '文本框') : undefined;
    // The picture of an embedded object stands here too; the object itself is spoken of with the sheet.
    return what === undefined && !kind.startsWith('Pict')
      ? []
      : [{ anchor, picture: vmlPicture(shape, media), what, text }];
  });
}
