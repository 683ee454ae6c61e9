import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Node, type Pair } from 'yaml';
import { finding, type Finding, type FindingCode } from '#core/finding.ts';

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
  const counter = new LineCounter();
  const lineAt = (offset: number): number => firstLine + counter.linePos(offset).line - 1;
  const findings: Finding[] = [];
  const report = (code: FindingCode, offset: number, field?: string): void => {
    findings.push(finding(code, { file, line: lineAt(offset), ...(field && { field }) }));
  };

  const nesting = deepest(source);
  if (nesting > 24) return { data: undefined, lines: {}, findings: [finding('yaml-unreadable', { file })] };
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    lineCounter: counter,
  });
  for (const error of document.errors) {
    report(ERROR_CODES[error.code] ?? 'yaml-unreadable', error.pos[0]);
  }
  for (const warning of document.warnings) report('yaml-tag', warning.pos[0]);

  const lines: Record<string, number> = {};
  visit(document, {
    Node(key, node, path) {
      const field = fieldPath(key, path as (Node | Pair)[]);
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) report('yaml-alias', offset, field);
      else if (node.anchor !== undefined) report('yaml-alias', offset, field);
      if (node.tag !== undefined && !isAlias(node)) report('yaml-tag', offset, field);
      if (key !== 'key' && isScalar(node) && node.type === 'PLAIN') {
        const code = doubtful(node.source ?? '', node.value);
        if (code) report(code, offset, field);
      }
      if (key === 'value' && isScalar(node) && node.type !== 'PLAIN' && node.value === null)
        report('empty-value', offset, field);
    },
    Pair(key, pair, path) {
      const owner = fieldPath(key, path as (Node | Pair)[]);
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (isScalar(pair.key) && pair.key.range) lines[owner ? `${owner}.${name}` : name] = lineAt(pair.key.range[0]);
    },
    Seq(key, node, path) {
      const owner = fieldPath(key, path as (Node | Pair)[]);
      node.items.forEach((item, index) => {
        const range = (item as Node).range;
        if (range) lines[`${owner}.${index}`] = lineAt(range[0]);
      });
    },
  });
  if (findings.length > 0) return { data: undefined, lines, findings };
  if (!isMap(document.contents)) {
    return { data: undefined, lines, findings: [finding('yaml-unreadable', { file, line: firstLine })] };
  }
  return { data: document.toJS({ maxAliasCount: 0 }), lines, findings };
}

const ERROR_CODES: Record<string, FindingCode> = {
  DUPLICATE_KEY: 'yaml-duplicate-key',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_ALIAS: 'yaml-alias',
};

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
      parts.push(String((ancestor.items as unknown[]).indexOf(child)));
    }
  });
  const last = path.at(-1);
  if (typeof key === 'number' && last && 'items' in last && !isMap(last)) parts.push(String(key));
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
  const indent = Math.max(0, ...source.split('\n').map((line) => (/^[ -]*/.exec(line)?.[0].length ?? 0) / 2));
  return Math.max(most, indent);
}
