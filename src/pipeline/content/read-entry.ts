import type { z } from 'zod';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { type Entry, placeOf } from '#core/records/content.ts';
import { harmlessField, schemaFindings } from '#core/records/schema-finding.ts';
import { signFindings, signsInData } from '#core/text/sign-finding.ts';
import type { TreeFile } from './content-tree.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { remembered } from './known-entries.ts';
import { renderMarkdown } from './markdown.ts';
import { readStrictYaml } from './strict-yaml.ts';
import { textOf } from './text-file.ts';

/** A file of another kind is wrong in thousands of places. */
const MOST_ISSUES = 100;

export interface ReadEntry<T> {
  entry?: Entry<T>;
  findings: readonly Finding[];
}

/**
 * Reads one Markdown or JSON file against its schema. A command reads its content several times, and a server all day: what the same
 * bytes in the same place came to is remembered, as long as the process lives, and handed out frozen.
 */
export function readEntry<S extends z.ZodType>(file: TreeFile, id: string, schema: S): ReadEntry<z.output<S>> {
  return remembered(schema, file, id, () => parseEntry(file, id, schema));
}

function parseEntry<S extends z.ZodType>(file: TreeFile, id: string, schema: S): ReadEntry<z.output<S>> {
  const read = textOf(file);
  if ('findings' in read) return { findings: read.findings };
  const source = file.path.endsWith('.json') ? readJson(read.text, file.path) : readFrontMatter(read.text, file.path);
  const { sections, findings } = renderMarkdown(source.body, file.path, source.bodyLine);
  findings.push(...signsIn(file.path, source));
  if (source.findings.length > 0) return { findings: [...source.findings, ...findings] };

  // Nobody knows what such a text would hold, so no rule is asked about it.
  if (findings.some(({ code }) => code === 'markup-too-dense')) return { findings };
  const parsed = schema.safeParse(source.data, { reportInput: true });
  if (!parsed.success) {
    const where = { file: file.path, lines: source.lines };
    const issues = parsed.error.issues.slice(0, MOST_ISSUES);
    return { findings: [...schemaFindings(issues, (path) => placeOf(where, path)), ...findings] };
  }
  const entry = { id, file: file.path, data: parsed.data, lines: source.lines, sections };
  return { entry, findings };
}

/** In the data by field, in the body by line. */
function signsIn(file: string, { data, lines, body, bodyLine }: FrontMatter): Finding[] {
  return [
    ...signsInData(data, (path) => {
      const { field, ...where } = placeOf({ file, lines }, path);
      return { ...where, ...(field && { field: harmlessField(field) }) };
    }),
    ...(body === '' ? [] : body.split('\n').flatMap((text, at) => signFindings(text, { file, line: bodyLine + at }))),
  ];
}

function readJson(text: string, file: string): FrontMatter {
  const none = { body: '', bodyLine: 1 };
  try {
    JSON.parse(text);
  } catch {
    const findings = [finding('json-unreadable', { file, line: lineOfFault(text) })];
    return { data: undefined, lines: {}, ...none, findings };
  }
  // JSON is YAML: the strict reader adds lines, and refuses keys written twice and numbers that lose digits.
  return { ...readStrictYaml(text, file, 1), ...none };
}

/**
 * The line of the fault, by halving the text: up to the line before it, reading only stops because the end came too soon.
 * V8's own message often names no position, and would repeat a piece of the file.
 */
function lineOfFault(text: string): number {
  const lines = text.split('\n');
  let sound = 0;
  let faulty = lines.length;
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (mayGoOn(`${lines.slice(0, middle).join('\n')}\n`)) sound = middle;
    else faulty = middle;
  }
  return faulty;
}

function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = String(error);
    const position = / at position (\d+)/.exec(message)?.[1];
    return message.includes('end of JSON input') || Number(position) >= beginning.length;
  }
}
