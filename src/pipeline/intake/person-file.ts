import { ALL_FIELDS, type Candidate } from '#core/candidate/candidate.ts';
import type { PersonRecord, TextSection } from '#core/roster/record.ts';

/** A person as a file: the fields in the table's order, every string in double quotes, LF, then `## heading` sections. The same record gives the same bytes. */
export function personFile({ candidate, sections }: PersonRecord): string {
  return `---\n${ALL_FIELDS.map(({ key }) => fieldLines(key, candidate)).join('')}---\n${textsOf(sections)}`;
}

/** One field of the front matter as whole lines; empty where the record has none. */
export function fieldLines(key: keyof Candidate, candidate: Candidate): string {
  return fieldOf(key, candidate[key]);
}

/** What stands behind the front matter. */
export function textsOf(sections: readonly TextSection[]): string {
  const body = sections.map(
    ({ heading, markdown }) => `${heading === undefined ? '' : `## ${heading}\n\n`}${markdown}\n`,
  );
  return body.length > 0 ? `\n${body.join('\n')}` : '';
}

/** The texts of a person's file, as they stand. The front matter has been read and judged before. */
export function sectionsOf(file: string): TextSection[] {
  const lines = file.replaceAll('\r\n', '\n').split('\n');
  const sections: { heading?: string; lines: string[] }[] = [{ lines: [] }];
  for (const line of lines.slice(lines.indexOf('---', 1) + 1)) {
    const heading = /^ {0,3}##(?!#)\s+(.*?)\s*#*\s*$/u.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading, lines: [] });
  }
  return sections
    .map(({ lines: own, ...rest }) => ({ ...rest, markdown: own.join('\n').trim() }))
    .filter(({ heading, markdown }) => heading !== undefined || markdown !== '');
}

type Scalar = string | number;
type Fields = Readonly<Record<string, Scalar | readonly string[] | undefined>>;
type Value = Scalar | Fields | readonly string[] | readonly Fields[] | undefined;

function fieldOf(name: string, value: Value): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value !== 'object') return `${name}: ${scalar(value)}\n`;
  if (!Array.isArray(value)) return `${name}:\n${block(value as Fields, '  ', '  ')}`;
  const list = value as readonly (string | Fields)[];
  if (list.every((item) => typeof item === 'string')) return `${name}: ${flow(list)}\n`;
  return `${name}:\n${list.map((item) => block(item as Fields, '  - ', '    ')).join('')}`;
}

function block(fields: Fields, first: string, rest: string): string {
  return Object.entries(fields)
    .filter((entry): entry is [string, Scalar | readonly string[]] => entry[1] !== undefined)
    .map(([name, value], index) => {
      const text = typeof value === 'object' ? flow(value) : scalar(value);
      return `${index === 0 ? first : rest}${name}: ${text}\n`;
    })
    .join('');
}

function flow(list: readonly string[]): string {
  return `[${list.map(scalar).join(', ')}]`;
}

/** JSON strings are YAML's double-quoted strings. */
function scalar(value: Scalar): string {
  return JSON.stringify(value);
}
