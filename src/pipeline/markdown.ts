import { micromark, parse, postprocess, preprocess } from 'micromark';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import type { Section } from '#core/content.ts';
import { finding, type Finding, type FindingCode } from '#core/finding.ts';
import { NOTICE_PARTS, type NoticePart } from '#core/notice.ts';
import { invisibleIn } from './text-file.ts';

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
  const unbearable = density(source, firstLine);
  if (unbearable) {
    const { line, what } = unbearable;
    return { sections: [], findings: [finding('markup-too-dense', { file, line }, { what })] };
  }
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
    const text = visibleText(fragment);
    // &#8203; shows nothing in the file and nothing on the page.
    const character = invisibleIn(`${heading ?? ''}${text}`);
    if (character) findings.push(finding('control-character', { file, line }, { character }));
    return { ...(heading !== undefined && { heading }), html: withParts, text, parts, line };
  });
  return { sections: sections.filter(({ heading, html }) => heading !== undefined || html !== ''), findings };
}

const MOST_LINES = 3000;
const MOST_CHARACTERS = 64 * 1024;
const MOST_MARKS = 400;
const MOST_LEVELS = 8;

/** micromark takes minutes over what no office writes: `>` by the thousand, marks by the hundred in one paragraph. */
function density(source: string, firstLine: number): { line: number; what: string } | undefined {
  const lines = source.split('\n');
  if (lines.length > MOST_LINES) return { line: firstLine, what: `有 ${lines.length} 行，超过 ${MOST_LINES} 行` };
  if (source.length > MOST_CHARACTERS) return { line: firstLine, what: `超过 ${MOST_CHARACTERS} 个字符` };
  let marks = 0;
  for (const [index, text] of lines.entries()) {
    marks = text.trim() === '' ? 0 : marks + (text.match(/[*_[\]<&`!\\]/g)?.length ?? 0);
    const line = firstLine + index;
    if (marks > MOST_MARKS) return { line, what: `这一段的格式符号（* _ [ < & 等）超过 ${MOST_MARKS} 个` };
    if (levels(text) > MOST_LEVELS) return { line, what: `这一行套了超过 ${MOST_LEVELS} 层列表或引用` };
  }
  return undefined;
}

/** Lists and quotes that a line opens, and those its indentation may stand in. */
function levels(line: string): number {
  const opening = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)]))*/.exec(line)?.[0] ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
  return (opening.match(/[>*+-]|\d+[.)]/g)?.length ?? 0) + Math.floor(indent / 2);
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

const CHINESE_ELEMENT: Record<string, string> = {
  h1: '一级标题',
  // Level 2 with ## has been cut off before; what is left is a line of text over a line of dashes.
  h2: '在文字下面画横线的标题',
  h5: '五级标题',
  h6: '六级标题',
  pre: '代码块',
  code: '代码',
};

function refusedElements(node: HtmlNode, file: string, line: number): Finding[] {
  if (!('childNodes' in node)) return [];
  const own: Finding[] = [];
  if (defaultTreeAdapter.isElementNode(node)) {
    if (!ALLOWED_ELEMENTS.has(node.tagName))
      own.push(
        finding('markup-not-allowed', { file, line }, { element: CHINESE_ELEMENT[node.tagName] ?? node.tagName }),
      );
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
