import { charactersOf, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { raised } from './scripts.ts';

/** What an equation says on one line; `undefined` where a line cannot say it: fractions, roots, matrices, accents. */
export function equationText(node: XmlNode): string | undefined {
  let text = '';
  for (const child of elements(node)) {
    const piece = pieceOf(child);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function pieceOf(node: XmlNode): string | undefined {
  switch (node.name) {
    case 'm:t':
    case 'w:t':
      return charactersOf(node);
    case 'm:oMath':
    case 'm:oMathPara':
    case 'm:r':
    case 'm:e':
    case 'm:box':
    case 'm:borderBox':
    case 'm:fName':
    case 'm:func':
    case 'w:r':
    case 'w:ins':
      return equationText(node);
    case 'm:d':
      return bracketed(node);
    case 'm:sSup':
      return withScript(node, 'm:sup', 'superscript');
    case 'm:sSub':
      return withScript(node, 'm:sub', 'subscript');
    case 'w:del':
    case 'w:rPr':
    case 'w:bookmarkStart':
    case 'w:bookmarkEnd':
    case 'w:proofErr':
      return '';
    default:
      // Properties of whatever stands beside them.
      return /^m:\w+Pr$/u.test(node.name) ? '' : undefined;
  }
}

/** 10⁻³, where every raised sign has a small one. */
function withScript(node: XmlNode, name: string, to: 'superscript' | 'subscript'): string | undefined {
  const base = equationText(element(node, 'm:e') ?? node);
  const script = element(node, name);
  const small = script && equationText(script);
  const said = small === undefined ? undefined : raised(small, to);
  return base === undefined || said === undefined ? undefined : base + said;
}

function bracketed(node: XmlNode): string | undefined {
  const sign = (name: string, usual: string): string => element(node, 'm:dPr', name)?.attributes['m:val'] ?? usual;
  const parts = elements(node, 'm:e').map(equationText);
  if (parts.includes(undefined)) return undefined;
  return `${sign('m:begChr', '(')}${parts.join(sign('m:sepChr', '|'))}${sign('m:endChr', ')')}`;
}
