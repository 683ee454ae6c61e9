import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { placeOf, type Entry } from '#core/content.ts';
import { finding, type Finding } from '#core/finding.ts';
import { schemaFindings } from '#core/schema-finding.ts';
import type { TreeFile } from './content-tree.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { renderMarkdown } from './markdown.ts';
import { readStrictYaml } from './strict-yaml.ts';
import { textOf } from './text-file.ts';

/** Reads one Markdown or JSON file against its schema. */
export function readEntry<S extends z.ZodType>(
  file: TreeFile,
  id: string,
  schema: S,
): { entry?: Entry<z.output<S>>; findings: Finding[] } {
  const read = textOf(file);
  if ('findings' in read) return { findings: read.findings };
  const source = file.path.endsWith('.json') ? readJson(read.text, file.path) : readFrontMatter(read.text, file.path);
  if (source.findings.length > 0) return { findings: source.findings };

  const { sections, findings } = renderMarkdown(source.body, file.path, source.bodyLine);
  const parsed = schema.safeParse(source.data, { reportInput: true });
  if (!parsed.success) {
    const where = { file: file.path, lines: source.lines };
    return { findings: [...schemaFindings(parsed.error.issues, (path) => placeOf(where, path)), ...findings] };
  }
  const entry = { id, file: file.path, data: parsed.data, lines: source.lines, sections };
  return { entry, findings };
}

function readJson(text: string, file: string): FrontMatter {
  const none = { body: '', bodyLine: 1 };
  try {
    JSON.parse(text);
  } catch {
    const line = lineOfError(text);
    return {
      data: undefined,
      lines: {},
      ...none,
      findings: [finding('json-unreadable', { file, ...(line && { line }) })],
    };
  }
  // JSON is YAML: the strict reader adds lines, and refuses keys written twice and numbers that lose digits.
  return { ...readStrictYaml(text, file, 1), ...none };
}

/** The line on which reading stopped; V8's own message would repeat a piece of the file. */
function lineOfError(text: string): number | undefined {
  const error = parseDocument(text, { prettyErrors: true }).errors[0];
  return error?.linePos?.[0].line;
}
