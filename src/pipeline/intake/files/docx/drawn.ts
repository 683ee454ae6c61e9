import type { Archive } from '#pipeline/intake/files/archive.ts';
import { drawnPicture, type Media, type Shown, styleOf, vmlPicture } from '#pipeline/intake/files/parts/picture.ts';
import { partOf, type Relation, relationsOf } from '#pipeline/intake/files/parts/relations.ts';
import { saidIn, saidInPart } from '#pipeline/intake/files/parts/said.ts';
import { charactersOf, descendants, element, elements, isOff, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** What lies in or over the text: pictures, boxes with paragraphs of their own, and things with words that are no text. */
export interface Drawn {
  pictures: NonNullable<Shown>[];
  boxes: XmlNode[];
  /** Words with the name of what bears them, for a message. */
  said: { what: string; text: string }[];
  /** An embedded object; an equation of the older kind is one. */
  object: 'equation' | 'object' | undefined;
  /** A line or a patch of colour without a word. */
  shape: boolean;
}

const VML = ['v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:line', 'v:polyline'];

/** What `w:drawing`, `w:pict` and `w:object` of one part lead to. */
export class Drawings {
  private readonly archive: Archive;
  private readonly relations: ReadonlyMap<string, Relation>;

  constructor(archive: Archive, path: string) {
    this.archive = archive;
    this.relations = relationsOf(archive, path);
  }

  read(node: XmlNode): Drawn {
    if (node.name === 'w:object') return this.embedded(node);
    return node.name === 'w:drawing' ? this.drawing(node) : this.vml(node);
  }

  private readonly media: Media = (id) => {
    const relation = this.relations.get(id);
    return relation?.external ? 'linked' : relation && partOf(this.archive, relation.target);
  };

  private drawing(node: XmlNode): Drawn {
    const frame = elements(node).find(({ name }) => name === 'wp:inline' || name === 'wp:anchor');
    const hidden = element(frame, 'wp:docPr')?.attributes['hidden'];
    const size = element(frame, 'wp:extent')?.attributes;
    const unseen =
      (hidden !== undefined && !isOff(hidden)) ||
      (size !== undefined && (Number(size['cx']) <= 0 || Number(size['cy']) <= 0));
    const shapes = descendants(node, 'wps:wsp');
    const pictured = [...descendants(node, 'pic:pic'), ...shapes];
    const pictures = pictured.flatMap((one) => {
      const shown = drawnPicture(one, this.media);
      return shown ? [unseen && 'picture' in shown ? { refused: 'photo-unseen' as const } : shown] : [];
    });
    // Old writers leave the frame of the picture out.
    if (pictured.length === 0 && descendants(node, 'a:blip').length > 0) {
      const [fill] = descendants(node, 'a:blip');
      const shown = drawnPicture(
        { ...node, children: [{ name: 'pic:blipFill', attributes: {}, children: fill ? [fill] : [] }] },
        this.media,
      );
      if (shown) pictures.push(shown);
    }
    const boxes = descendants(node, 'w:txbxContent');
    const said = descendants(node, 'c:chart', 'cx:chart', 'dgm:relIds').map((one) => {
      const target = this.relations.get(one.attributes['r:id'] ?? one.attributes['r:dm'] ?? '')?.target;
      return {
        what: one.name === 'dgm:relIds' ? '图示（SmartArt）' : '图表',
        text: target === undefined ? '' : saidInPart(this.archive, target),
      };
    });
    const loose = descendants(node, 'a:t', 'w:txbxContent')
      .filter(({ name }) => name === 'a:t')
      .map(charactersOf)
      .join(' ');
    if (loose.trim() !== '') said.push({ what: '图形', text: loose });
    const object = descendants(node, 'ms:contentPart', 'wp:contentPart').length > 0 ? ('object' as const) : undefined;
    return {
      pictures,
      boxes,
      said,
      object,
      shape: shapes.length > 0 && boxes.length === 0 && pictures.length === 0 && frame?.name === 'wp:anchor',
    };
  }

  private vml(node: XmlNode): Drawn {
    const shapes = descendants(node, ...VML);
    // A bare `v:imagedata` is what some converters leave of a shape.
    const pictured = shapes.length > 0 ? shapes : descendants(node, 'v:imagedata').length > 0 ? [node] : [];
    const boxes = descendants(node, 'w:txbxContent');
    const said = [
      {
        what: '艺术字',
        text: descendants(node, 'v:textpath')
          .map(({ attributes }) => attributes['string'] ?? '')
          .join(' '),
      },
      {
        what: '文本框',
        text: descendants(node, 'v:textbox')
          .filter((box) => descendants(box, 'w:txbxContent').length === 0)
          .map(saidIn)
          .join(' '),
      },
    ].filter(({ text }) => text.trim() !== '');
    const pictures = pictured.flatMap((shape) => {
      const shown = vmlPicture(shape, this.media);
      return shown ? [shown] : [];
    });
    const control = descendants(node, 'w:control').length > 0 ? ('object' as const) : undefined;
    const floating = shapes.some((shape) => styleOf(shape).get('position') === 'absolute');
    return {
      pictures,
      boxes,
      said,
      object: control,
      shape: floating && boxes.length === 0 && pictures.length === 0 && said.length === 0,
    };
  }

  private embedded(node: XmlNode): Drawn {
    const programme = descendants(node, 'o:OLEObject')[0]?.attributes['ProgID'] ?? '';
    const object = /equation|mathtype/iu.test(programme) ? 'equation' : 'object';
    return { pictures: [], boxes: descendants(node, 'w:txbxContent'), said: [], object, shape: false };
  }
}
