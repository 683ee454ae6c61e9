import { micromark, parse, postprocess, preprocess } from 'micromark';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import type { Section } from '#core/content.ts';
import { finding, type Finding, type FindingCode } from '#core/finding.ts';
import { NOTICE_PARTS, type NoticePart } from '#core/notice.ts';

/**
 * Renders an office's Markdown, cut at its level-2 headings. CommonMark by micromark, which neither lets raw HTML through nor
 * touches quotation marks and dashes: published text equals approved text. What must not be there is reported, with its line.
 * @param firstLine the file's line on which `source` begins
 */
export function renderMarkdown(
  source: string,
  file: string,
  firstLine: number,
): { sections: Section[]; findings: Finding[] } {
  const findings = refusedTokens(source, file, firstLine);
  const sections = cutAtHeadings(source, firstLine).map(({ heading, markdown, line }) => {
    // Protocols are judged below on the parsed result, where no escape or entity can hide one; micromark would drop tel:.
    const html = micromark(markdown, { allowDangerousProtocol: true });
    const fragment = parseFragment(html);
    findings.push(...refusedElements(fragment, file, line));
    const parts: NoticePart[] = [];
    const withParts = html.replace(/<p>【(.{2,6})】<\/p>/g, (whole, name: string) => {
      const part = NOTICE_PARTS.find((known) => known === name);
      if (!part) return whole;
      parts.push(part);
      return `<jb-part data-part="${part}"></jb-part>`;
    });
    return { ...(heading !== undefined && { heading }), html: withParts, text: visibleText(fragment), parts, line };
  });
  return { sections: sections.filter(({ heading, html }) => heading !== undefined || html !== ''), findings };
}

const REFUSED_TOKENS: Record<string, FindingCode> = {
  htmlFlow: 'html-in-markdown',
  htmlText: 'html-in-markdown',
  image: 'image-in-markdown',
  definition: 'link-definition',
};

function refusedTokens(source: string, file: string, firstLine: number): Finding[] {
  return events(source).flatMap(([kind, token]) => {
    const code = kind === 'enter' ? REFUSED_TOKENS[token.type] : undefined;
    return code ? [finding(code, { file, line: firstLine + token.start.line - 1 })] : [];
  });
}

function events(source: string) {
  return postprocess(
    parse()
      .document()
      .write(preprocess()(source, undefined, true)),
  );
}

function cutAtHeadings(source: string, firstLine: number): { heading?: string; markdown: string; line: number }[] {
  const lines = source.split('\n');
  const starts: { line: number; heading: string; length: number }[] = [];
  let depth = 0;
  for (const [kind, token] of events(source)) {
    // Headings inside quotes and lists belong to them.
    if (['blockQuote', 'listOrdered', 'listUnordered'].includes(token.type)) depth += kind === 'enter' ? 1 : -1;
    if (kind === 'enter' && token.type === 'atxHeading' && depth === 0) {
      const text = /^ {0,3}##(?!#)\s*(.*?)\s*#*\s*$/.exec(lines[token.start.line - 1] ?? '')?.[1];
      if (text !== undefined) starts.push({ line: token.start.line, heading: text, length: 1 });
    }
  }
  const first = starts[0]?.line ?? lines.length + 1;
  const opening = { markdown: lines.slice(0, first - 1).join('\n'), line: firstLine };
  return [
    opening,
    ...starts.map(({ line, heading }, index) => ({
      heading,
      markdown: lines.slice(line, (starts[index + 1]?.line ?? lines.length + 1) - 1).join('\n'),
      line: firstLine + line - 1,
    })),
  ];
}

type HtmlNode = DefaultTreeAdapterMap['node'];

const ALLOWED_ELEMENTS = new Set(['p', 'h3', 'h4', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'br', 'hr']);

function refusedElements(node: HtmlNode, file: string, line: number): Finding[] {
  if (!('childNodes' in node)) return [];
  const own: Finding[] = [];
  if (defaultTreeAdapter.isElementNode(node)) {
    if (!ALLOWED_ELEMENTS.has(node.tagName))
      own.push(finding('markup-not-allowed', { file, line }, { element: node.tagName }));
    const target = node.attrs.find(({ name }) => name === 'href')?.value;
    if (target !== undefined && !isAllowedTarget(target)) own.push(finding('link-protocol', { file, line }));
  }
  return [...own, ...node.childNodes.flatMap((child) => refusedElements(child, file, line))];
}

/** An absolute address with one of four protocols; relative ones would point somewhere else on every page. */
function isAllowedTarget(target: string): boolean {
  return URL.canParse(target) && ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(target).protocol);
}

const BLOCKS = new Set(['p', 'h3', 'h4', 'li', 'blockquote', 'br', 'hr', 'ul', 'ol']);

function visibleText(node: HtmlNode): string {
  const collect = (at: HtmlNode): string => {
    if (defaultTreeAdapter.isTextNode(at)) return at.value;
    if (!('childNodes' in at)) return '';
    const inner = at.childNodes.map(collect).join('');
    return defaultTreeAdapter.isElementNode(at) && BLOCKS.has(at.tagName) ? `\n${inner}\n` : inner;
  };
  return collect(node)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
