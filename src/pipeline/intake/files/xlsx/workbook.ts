import type { Archive } from '#pipeline/intake/files/archive.ts';
import { mainPart, partOf, relationsOf, treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { element, elements, isOff, XmlFault } from '#pipeline/intake/files/xml.ts';
import type { BookTerms } from './cells.ts';
import { looksOf } from './looks.ts';
import { runsOf } from './seen-text.ts';

export interface Workbook {
  sheets: { name: string; hidden: boolean; path: string }[];
  terms: BookTerms;
  /** The file asks for a new calculation when it is opened: nobody sees the results that it holds. */
  recalculates: boolean;
  /** A shared workbook that keeps what was there before. */
  revised: boolean;
}

export function workbookOf(archive: Archive): Workbook {
  const path = mainPart(archive, 'xl/workbook.xml');
  const book = treeOf(archive, path, 'x');
  if (!book) throw new XmlFault('no workbook');
  const relations = relationsOf(archive, path);
  const related = (type: string): string | undefined =>
    [...relations.values()].find((one) => one.type === type && !one.external)?.target;
  const looks = looksOf(optional(archive, related('styles'), 'x'), optional(archive, related('theme'), 'a'));
  const strings = elements(optional(archive, related('sharedStrings'), 'x'), 'x:si').map((node) => runsOf(node, looks));
  const properties = element(book, 'x:workbookPr')?.attributes;
  const calculation = element(book, 'x:calcPr')?.attributes;
  return {
    sheets: elements(element(book, 'x:sheets'), 'x:sheet').flatMap(({ attributes }) => {
      const target = relations.get(attributes['r:id'] ?? '')?.target;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      return target !== undefined && partOf(archive, target)
        ? [{ name: attributes['name'] ?? '', hidden, path: target }]
        : [];
    }),
    terms: { looks, strings, epoch1904: isSet(properties?.['date1904']) },
    recalculates: isSet(calculation?.['fullCalcOnLoad']),
    revised: [...archive.keys()].some((name) => /^xl\/revisions\/revisionLog/iu.test(name)),
  };
}

function optional(archive: Archive, path: string | undefined, prefix: string): ReturnType<typeof treeOf> {
  return path === undefined ? undefined : treeOf(archive, path, prefix);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !isOff(value);
}
