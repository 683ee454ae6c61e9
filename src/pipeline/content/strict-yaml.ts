import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type Args, type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { harmlessField } from '#core/records/schema-finding.ts';
import { invisibleIn } from './text-file.ts';

export interface StrictYaml {
  data: unknown;
  /** Line in the file of each field, by dotted path. */
  lines: Record<string, number>;
  findings: Finding[];
}

/**
 * YAML as an office may write it: no anchors, aliases or tags (an alias bomb of 451 bytes once cost a build of 58 s), no key twice,
 * no value that two readers understand differently (dates, `010`, `8:30`, 18 digits): such values must be quoted.
 * The tree is judged before any value is made from it.
 * @param firstLine the file's line on which `source` begins
 */
export function readStrictYaml(source: string, file: string, firstLine: number): StrictYaml {
  if (deepest(source) > 24) return { data: undefined, lines: {}, findings: [finding('yaml-unreadable', { file })] };
  const counter = new LineCounter();
  const lineAt = (offset: number): number => firstLine + counter.linePos(offset).line - 1;
  const findings = new Map<string, Finding>();
  // One slip makes a parser complain several times about a line, and a wrong file makes it complain about every line.
  const report = (code: FindingCode, offset: number, field?: string, args: Args = {}): void => {
    const where = { file, line: lineAt(offset), ...(field && { field: harmlessField(field) }) };
    const key = `${code} ${where.line} ${code === 'yaml-alias' ? '' : (field ?? '')}`;
    if (findings.size < MOST_FINDINGS && !findings.has(key)) findings.set(key, finding(code, where, args));
  };

  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // The package compares every key with every other: 5 s for a file full of keys. Looked for below instead.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: counter,
  });
  // What an input method types for a colon and for quotes: the parser's own complaints would be about their consequences.
  for (const slip of source.matchAll(
    /^[ \t]*(?:- )?[A-Za-z]+[ \t]*(?:(：)|: *[“”‘’＂][^\n“”‘’＂]*[“”‘’＂][ \t]*$)/gmu,
  )) {
    report(slip[1] === undefined ? 'yaml-wide-quotes' : 'yaml-wide-colon', slip.index);
  }
  if (findings.size > 0) return { data: undefined, lines: {}, findings: [...findings.values()] };
  for (const { code, pos } of document.errors.slice(0, MOST_FINDINGS)) {
    report(ERROR_CODES[code] ?? 'yaml-unreadable', code === 'MISSING_CHAR' ? openingQuote(document, pos[0]) : pos[0]);
  }
  for (const warning of document.warnings.slice(0, MOST_FINDINGS)) report('yaml-tag', warning.pos[0]);
  // Behind a slip of the pen the tree holds what nobody wrote.
  if (document.errors.length > 0) return { data: undefined, lines: {}, findings: [...findings.values()] };

  const lines: Record<string, number> = {};
  visit(document, {
    Node(key, node, path) {
      const field = fieldPath(key, path as (Node | Pair)[]);
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) report('yaml-alias', offset, field);
      else if (node.tag !== undefined) report('yaml-tag', offset, field);
      if (isScalar(node)) judgeScalar(node, key === 'key', (code, args) => report(code, offset, field, args));
      if (isMap(node)) {
        const seen = new Set<string>();
        for (const { key } of node.items) {
          if (!isScalar(key)) continue;
          if (seen.has(String(key.value)))
            report(
              'yaml-duplicate-key',
              key.range?.[0] ?? 0,
              [field, key.value].filter((part) => part !== '').join('.'),
            );
          seen.add(String(key.value));
        }
      }
      if (isSeq(node)) {
        node.items.forEach((item, index) => {
          const range = (item as Node).range;
          if (range) lines[`${field}.${index}`] = lineAt(range[0]);
        });
      }
    },
    Pair(key, pair, path) {
      const owner = fieldPath(key, path as (Node | Pair)[]);
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (isScalar(pair.key) && pair.key.range) lines[owner ? `${owner}.${name}` : name] = lineAt(pair.key.range[0]);
    },
  });
  if (findings.size > 0) return { data: undefined, lines, findings: [...findings.values()] };
  if (!isMap(document.contents)) {
    return { data: undefined, lines, findings: [finding('yaml-unreadable', { file, line: firstLine })] };
  }
  return { data: document.toJS({ maxAliasCount: 0 }), lines, findings: [] };
}

const MOST_FINDINGS = 100;

const ERROR_CODES: Record<string, FindingCode> = {
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_ALIAS: 'yaml-alias',
};

/** The parser notices an open quotation mark at the end of the file: the mark itself is where to look. */
function openingQuote(document: Document.Parsed, noticed: number): number {
  let opening = noticed;
  visit(document, {
    Scalar(_, { range }) {
      if (range && range[0] < noticed && noticed <= range[1]) opening = range[0];
    },
  });
  return opening;
}

function judgeScalar(
  { type, source, value }: Scalar,
  isKey: boolean,
  report: (code: FindingCode, args?: Args) => void,
): void {
  // "\u200B" shows nothing in the file and nothing on the page.
  const character = invisibleIn(String(value));
  if (character) report('control-character', { character });
  if (isKey || type !== 'PLAIN') return;
  const code = doubtful(String(source), value);
  if (code) report(code);
}

/** Plain scalars that YAML 1.1 and 1.2, js-yaml 3 and 4 or a spreadsheet would read differently. */
function doubtful(source: string, value: unknown): FindingCode | undefined {
  if (/^\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?(?:$|[Tt ])/.test(source) || /^\d{1,3}(?::\d{1,2}){1,2}$/.test(source))
    return 'unquoted-date';
  if (value === null) return 'empty-value';
  const canonical = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(source);
  if (typeof value === 'number' && !canonical) return 'unquoted-number';
  // 05190816 or 1_000 or 4.1E+17 stays text here and becomes a number elsewhere.
  if (typeof value === 'string' && /^[-+.]?\d[\d_.,]*(?:[eE][-+]?\d+)?$/.test(source)) return 'unquoted-number';
  return undefined;
}

function fieldPath(key: number | string | symbol | null, path: readonly (Node | Pair)[]): string {
  const parts: string[] = [];
  path.forEach((ancestor, index) => {
    const child = path[index + 1];
    if (ancestor && 'key' in ancestor && isScalar(ancestor.key)) parts.push(String(ancestor.key.value));
    else if (ancestor && 'items' in ancestor && !isMap(ancestor) && child) {
      parts.push(String(ancestor.items.indexOf(child)));
    }
  });
  const last = path.at(-1);
  if (last && 'items' in last && !isMap(last)) parts.push(String(key));
  return parts.join('.');
}

/** Brackets open at once: deep flow nesting exhausts a recursive parser long before it fills a file. */
function deepest(source: string): number {
  let depth = 0;
  let most = 0;
  for (const character of source) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  for (const line of source.split('\n')) most = Math.max(most, line.search(/[^ -]|$/) / 2);
  return most;
}
