import { isTicked } from '#pipeline/intake/files/symbol.ts';
import { charactersOf, descendants, element, elements, isOn, type XmlNode } from '#pipeline/intake/files/xml.ts';

/**
 * A content control that shows its placeholder is empty, wherever it stands: around words, a cell, or a row. So is a list whose entry
 * without a value is chosen. Returns the document without those words.
 */
export function withoutPlaceholders(node: XmlNode): XmlNode {
  if (node.name === 'w:sdt' && isUnfilled(node)) return emptied(node);
  let changed = false;
  const children = node.children.map((child) => {
    if (typeof child === 'string') return child;
    const kept = withoutPlaceholders(child);
    changed ||= kept !== child;
    return kept;
  });
  return changed ? { ...node, children } : node;
}

/** What a form field of the older kind shows: the box of a tick, the chosen entry; `unchosen` for a list nobody touched. */
export function formField(field: XmlNode): { text: string } | 'unchosen' | undefined {
  const data = element(field, 'w:ffData');
  const box = element(data, 'w:checkBox');
  if (box) {
    const state = element(box, 'w:checked') ?? element(box, 'w:default');
    return { text: isTicked(state?.attributes['w:val'], state !== undefined) ? '☑' : '□' };
  }
  const list = element(data, 'w:ddList');
  if (!list) return undefined;
  const chosen = element(list, 'w:result')?.attributes['w:val'];
  if (chosen === undefined) return 'unchosen';
  return { text: elements(list, 'w:listEntry')[Number(chosen)]?.attributes['w:val'] ?? '' };
}

function isUnfilled(control: XmlNode): boolean {
  const properties = element(control, 'w:sdtPr');
  if (isOn(element(properties, 'w:showingPlcHdr'))) return true;
  const list = element(properties, 'w:dropDownList') ?? element(properties, 'w:comboBox');
  if (!list) return false;
  const shown = descendants(element(control, 'w:sdtContent'), 'w:t').map(charactersOf).join('').trim();
  return elements(list, 'w:listItem').some(
    ({ attributes }) => (attributes['w:value'] ?? '') === '' && (attributes['w:displayText'] ?? '').trim() === shown,
  );
}

/** Paragraphs, cells and rows stay, so that columns keep their places. */
function emptied(node: XmlNode): XmlNode {
  const children = node.children.flatMap((child) =>
    typeof child !== 'string' && ['w:r', 'w:hyperlink', 'w:fldSimple'].includes(child.name)
      ? []
      : [typeof child === 'string' ? child : emptied(child)],
  );
  return { ...node, children };
}
