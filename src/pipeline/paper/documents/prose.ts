import { defaultTreeAdapter, type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type { PaperBlock } from './document.ts';

type HtmlNode = DefaultTreeAdapterMap['node'];

/** The paragraphs of a rendered text. Emphasis is plain on paper; where a link does not say its address, the address stands behind it. */
export function proseBlocks(html: string): PaperBlock[] {
  return parseFragment(html).childNodes.flatMap((node) => blocksOf(node, ''));
}

/** A heading by its own number, as 7.3.3 sets the four levels; `undefined` where the text has none. */
export function headingLevel(text: string): 1 | 2 | 3 | 4 | undefined {
  if (/^[一二三四五六七八九十百]+、/.test(text)) return 1;
  if (/^[（(][一二三四五六七八九十百]+[）)]/.test(text)) return 2;
  if (/^\d+[.．]/.test(text)) return 3;
  if (/^[（(]\d+[）)]/.test(text)) return 4;
  return undefined;
}

function blocksOf(node: HtmlNode, lead: string): PaperBlock[] {
  if (defaultTreeAdapter.isTextNode(node)) return paragraphs(lead + node.value);
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  if (/^h[1-6]$/.test(node.tagName)) {
    const text = plain(node).trim();
    return [{ kind: 'heading', level: headingLevel(text) ?? 1, text }];
  }
  if (node.tagName === 'p') return paragraphs(lead + plain(node));
  if (node.tagName === 'ul' || node.tagName === 'ol') {
    const start = Number(node.attrs.find(({ name }) => name === 'start')?.value ?? 1);
    const items = node.childNodes.filter((one) => one.nodeName === 'li');
    return items.flatMap((item, index) => blocksOf(item, node.tagName === 'ol' ? `${start + index}.` : ''));
  }
  const blocks: PaperBlock[] = [];
  const running: HtmlNode[] = [];
  const flush = (): void => {
    const text = running.splice(0).map(plain).join('');
    if (text.trim() !== '') blocks.push(...paragraphs((blocks.length === 0 ? lead : '') + text));
  };
  for (const child of node.childNodes) {
    if (!/^(?:p|ul|ol|blockquote|h[1-6])$/.test(child.nodeName)) {
      running.push(child);
      continue;
    }
    flush();
    blocks.push(...blocksOf(child, blocks.length === 0 ? lead : ''));
  }
  flush();
  return blocks;
}

function paragraphs(text: string): PaperBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): PaperBlock => {
      const level = headingLevel(line);
      // A numbered line that ends without a stop is a heading; with one it is a paragraph whose number is its own.
      if (level !== undefined && level < 3 && !/[。；：，]/.test(line)) return { kind: 'heading', level, text: line };
      return { kind: 'paragraph', text: line };
    });
}

function plain(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.replace(/\s*\n\s*/g, '');
  if (node.nodeName === 'br') return '\n';
  if (!('childNodes' in node)) return '';
  const text = node.childNodes.map(plain).join('');
  if (!defaultTreeAdapter.isElementNode(node) || node.tagName !== 'a') return text;
  const target = (node.attrs.find(({ name }) => name === 'href')?.value ?? '').replace(/^(?:mailto|tel):/, '');
  return target === '' || text.includes(target) ? text : `${text}（${target}）`;
}
