import type { Archive } from '#pipeline/intake/files/archive.ts';
import { drawnPicture, type Shown } from '#pipeline/intake/files/parts/picture.ts';
import { relationsOf, treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { descendants, element, elements } from '#pipeline/intake/files/xml.ts';
import { mediaOf } from './drawings.ts';

/** Pictures that lie in cells, not over them. */
export interface CellPictures {
  /** WPS calls them by a name in a formula: `DISPIMG("ID_…",1)`. */
  named: ReadonlyMap<string, Shown>;
  /** Excel numbers them in the metadata of the cell. */
  numbered: (vm: number) => Shown;
}

export function cellPictures(archive: Archive): CellPictures {
  return { named: ofWps(archive), numbered: ofExcel(archive) };
}

/**
 * WPS keeps them in a part of its own; the type of the relation to it is written in more than one way, so it is found by its name.
 */
function ofWps(archive: Archive): Map<string, Shown> {
  const path = 'xl/cellimages.xml';
  const media = mediaOf(archive, path);
  return new Map(
    descendants(treeOf(archive, path), 'xdr:pic').map((pic): [string, Shown] => [
      element(pic, 'xdr:nvPicPr', 'xdr:cNvPr')?.attributes['name'] ?? '',
      drawnPicture(pic, media),
    ]),
  );
}

/** [MS-XLSX] 2.3.4: cell → metadata → rich value → relation → picture. */
function ofExcel(archive: Archive): CellPictures['numbered'] {
  const metadata = treeOf(archive, 'xl/metadata.xml', 'x');
  const references = 'xl/richData/richValueRel.xml';
  const targets = elements(treeOf(archive, references)).map(({ attributes }) => attributes['r:id'] ?? '');
  const values = elements(treeOf(archive, 'xl/richData/rdrichvalue.xml')).map((value) => elements(value));
  const media = mediaOf(archive, references);
  const known = relationsOf(archive, references);
  const cells = elements(element(metadata, 'x:valueMetadata'), 'x:bk');
  const futures = elements(
    elements(metadata, 'x:futureMetadata').find(({ attributes }) => attributes['name'] === 'XLRICHVALUE'),
    'x:bk',
  );
  return (vm) => {
    const record = element(cells[vm - 1], 'x:rc')?.attributes['v'];
    const index = descendants(futures[Number(record ?? 0)], 'rd:rvb', 'ms:rvb', '?:rvb')[0]?.attributes['i'];
    const first = values[Number(index ?? Number.NaN)]?.[0];
    const text = first?.children.find((child) => typeof child === 'string');
    const id = targets[Number(text ?? Number.NaN)];
    if (id === undefined || known.get(id)?.type !== 'image') return undefined;
    const bytes = media(id);
    return bytes === 'linked' ? { refused: 'photo-linked' } : bytes && { picture: { bytes } };
  };
}
