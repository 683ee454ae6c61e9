import { Parser } from 'yaml';

export interface YamlComment {
  /** Where it begins in the source. */
  offset: number;
  /** `# …` to the end of the line. */
  text: string;
}

/** Every comment of a YAML source, in order; a # inside of a text is none. */
export function yamlComments(source: string): YamlComment[] {
  const found: YamlComment[] = [];
  for (const token of new Parser().parse(source)) collect(token, found);
  return found.sort((a, b) => a.offset - b.offset);
}

/** Comments hang in many places of a token: before it, between key and value, behind it. */
function collect(part: unknown, found: YamlComment[]): void {
  if (Array.isArray(part)) for (const inner of part) collect(inner, found);
  else if (typeof part === 'object' && part !== null) {
    const { type, offset, source } = part as { type?: unknown; offset?: unknown; source?: unknown };
    if (type === 'comment' && typeof offset === 'number' && typeof source === 'string') {
      found.push({ offset, text: source });
    } else for (const inner of Object.values(part)) collect(inner, found);
  }
}
