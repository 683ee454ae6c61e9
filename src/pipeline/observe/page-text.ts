import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import { canonicalText } from '#core/formats/digest.ts';

/** The words of a page in canonical form: what a reader could read, whatever markup stood around it. */
export function pageText(html: string): string {
  const collect = (node: DefaultTreeAdapterMap['node']): string => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value;
    if (!('childNodes' in node)) return '';
    const hidden = defaultTreeAdapter.isElementNode(node) && ['script', 'style', 'template'].includes(node.tagName);
    return hidden ? '' : node.childNodes.map(collect).join('');
  };
  return canonicalText(collect(parse(html)));
}
