import { micromark, parse, postprocess, preprocess } from 'micromark';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import type { Section } from '#core/records/content.ts';
import { NOTICE_PARTS, type NoticePart } from '#core/records/notice.ts';
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
  const sections = cutAtHeadings(source, firstLine).map(({ heading, markdown, line, markdownLine }) => {
    // Protocols are judged below on the parsed result, where no escape or entity can hide one; micromark would drop tel:.
    const html = micromark(markdown, { allowDangerousProtocol: true });
    const fragment = parseFragment(html);
    const targets = elementsOf(fragment).flatMap(({ attrs }) => attrs.find(({ name }) => name === 'href')?.value ?? []);
    if (!targets.every(isAllowedTarget)) findings.push(...refusedLinks(targets, markdown, file, markdownLine));
    const parts: NoticePart[] = [];
    const withParts = html.replace(/<p>【(.{2,6})】<\/p>/g, (whole, name: string) => {
      const part = NOTICE_PARTS.find((known) => known === name);
      if (!part) return whole;
      parts.push(part);
      return `<jb-part data-part="${part}"></jb-part>`;
    });
    const text = visibleText(fragment);
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
  const opening = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/.exec(line)?.[0] ?? '';
  const indent = line.slice(0, line.search(/[^ \t]|$/)).replaceAll('\t', '    ').length;
  return (opening.match(/[>*+-]|\d+[.)]/g)?.length ?? 0) + Math.floor(indent / 2);
}

const REFUSED_TOKENS: Record<string, FindingCode> = {
  htmlFlow: 'html-in-markdown',
  htmlText: 'html-in-markdown',
  image: 'image-in-markdown',
  definition: 'link-definition',
};

const REFUSED_FORMS: Record<string, string> = { codeText: '代码', codeFenced: '代码块', codeIndented: '代码块' };

/** What must not be there, once a line. */
function refusedTokens(source: string, file: string, firstLine: number): Finding[] {
  const found = new Map<string, Finding>();
  let depth = 0;
  for (const [kind, token] of events(source)) {
    depth += containerStep(kind, token.type);
    if (kind !== 'enter') continue;
    const where = { file, line: firstLine + token.start.line - 1 };
    const opening = source.slice(token.start.offset, token.start.offset + 40);
    const character = token.type === 'characterReference' ? invisibleIn(decoded(opening)) : undefined;
    if (character) found.set(`${character} ${where.line}`, finding('control-character', where, { character }));
    const element = REFUSED_FORMS[token.type] ?? refusedHeading(token.type, opening, depth);
    const code = element ? 'markup-not-allowed' : REFUSED_TOKENS[token.type];
    if (code) found.set(`${code} ${where.line} ${element ?? ''}`, finding(code, where, element ? { element } : {}));
  }
  return [...found.values()];
}

/** What `&#8203;` at the beginning of a text stands for: it shows nothing in the file and nothing on the page. */
function decoded(opening: string): string {
  return textIn(parseFragment(opening.slice(0, opening.indexOf(';') + 1)));
}

function refusedHeading(type: string, opening: string, depth: number): string | undefined {
  if (type === 'setextHeading') return '在下面画横线的标题';
  const level = type === 'atxHeading' ? opening.search(/[^#]|$/) : undefined;
  if (level === 2 && depth > 0) return '引用、列表里的二级标题';
  return level === 1 || level === 5 || level === 6 ? `${' 一   五六'[level]}级标题` : undefined;
}

/** Headings inside quotes and lists belong to them. */
function containerStep(kind: string, type: string): number {
  if (!['blockQuote', 'listOrdered', 'listUnordered'].includes(type)) return 0;
  return kind === 'enter' ? 1 : -1;
}

type Events = ReturnType<typeof postprocess>;

function events(source: string): Events {
  return postprocess(
    parse()
      .document()
      .write(preprocess()(source, undefined, true)),
  );
}

interface Cut {
  heading?: string;
  markdown: string;
  /** That of the heading, where there is one. */
  line: number;
  markdownLine: number;
}

function cutAtHeadings(source: string, firstLine: number): Cut[] {
  const lines = source.split('\n');
  const starts: { line: number; heading: string; length: number }[] = [];
  let depth = 0;
  for (const [kind, token] of events(source)) {
    depth += containerStep(kind, token.type);
    if (kind === 'enter' && token.type === 'atxHeading' && depth === 0) {
      const text = /^ {0,3}##(?!#)\s*(.*?)\s*#*\s*$/.exec(lines[token.start.line - 1] ?? '')?.[1];
      if (text !== undefined) starts.push({ line: token.start.line, heading: text, length: 1 });
    }
  }
  const first = starts[0]?.line ?? lines.length + 1;
  const opening = { markdown: lines.slice(0, first - 1).join('\n'), line: firstLine, markdownLine: firstLine };
  return [
    opening,
    ...starts.map(({ line, heading }, index) => ({
      heading,
      markdown: lines.slice(line, (starts[index + 1]?.line ?? lines.length + 1) - 1).join('\n'),
      line: firstLine + line - 1,
      markdownLine: firstLine + line,
    })),
  ];
}

type HtmlNode = DefaultTreeAdapterMap['node'];

function elementsOf(node: HtmlNode): DefaultTreeAdapterMap['element'][] {
  if (!('childNodes' in node)) return [];
  const below = node.childNodes.flatMap(elementsOf);
  return defaultTreeAdapter.isElementNode(node) ? [node, ...below] : below;
}

/** The page's links and the text's stand in the same order, which gives each its line. */
function refusedLinks(targets: readonly string[], markdown: string, file: string, firstLine: number): Finding[] {
  const lines = events(markdown).flatMap(([kind, { type, start }]) =>
    kind === 'enter' && (type === 'link' || type === 'autolink') ? [firstLine + start.line - 1] : [],
  );
  return targets.flatMap((target, index) =>
    isAllowedTarget(target) ? [] : [finding('link-protocol', { file, line: lines[index] ?? firstLine })],
  );
}

function textIn(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** An absolute address with one of four protocols; relative ones would point somewhere else on every page. */
function isAllowedTarget(target: string): boolean {
  return URL.canParse(target) && ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(target).protocol);
}

/** micromark begins a line for every block and after every break. */
function visibleText(node: HtmlNode): string {
  return textIn(node)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
