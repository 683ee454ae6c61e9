import { isOnlyPaging } from '#pipeline/intake/files/parts/paging.ts';
import { charactersOf, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** What stands at the head and foot of the printed page, without its page numbers, dates and codes (ECMA-376 18.3.1.46). */
export function printedAside(sheet: XmlNode): string[] {
  return elements(element(sheet, 'x:headerFooter')).flatMap((part) => {
    const text = charactersOf(part)
      .replace(/&(?:"[^"]*"|K[\dA-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])/giu, ' ')
      .replaceAll('&&', '&');
    return isOnlyPaging(text) ? [] : [text.trim()];
  });
}
