import { isMap, isScalar, type Node, type Pair, parseDocument } from 'yaml';
import { yamlIn } from './edit-front-matter.ts';
import { type YamlComment, yamlComments } from './yaml-comments.ts';

/** A top-level field as a file shall have it: `undefined` where it goes. */
export interface PairEdit {
  key: string;
  /** Whole lines, with the last line feed. */
  text: string | undefined;
  /** Fields that stand before it, the nearest last: where it is put when the file does not have it. */
  after: readonly string[];
}

export interface EditedPairs {
  file: string;
  /** Comments inside of what was replaced, with their line from 1 in the file as it came. */
  lost: { key: string; line: number }[];
}

/**
 * Replaces whole top-level fields in the front matter of a file and leaves every other character as it is; a comment behind a field on
 * its line stays there. `undefined` where the front matter is no plain block of fields.
 */
export function editPairs(file: string, edits: readonly PairEdit[]): EditedPairs | undefined {
  const { start, source } = yamlIn(file);
  const fields = fieldsOf(source);
  if (!fields) return undefined;
  const lost: EditedPairs['lost'] = [];
  const splices = edits.map(({ key, text, after }) => {
    const own = fields.get(key);
    if (!own) {
      const before = after.findLast((one) => fields.has(one));
      const at = before === undefined ? 0 : (fields.get(before)?.to ?? 0);
      return { from: at, to: at, text: text ?? '' };
    }
    const { from, to, comments, behind } = own;
    const kept = text === undefined ? undefined : behind;
    for (const one of comments) {
      if (one !== kept) lost.push({ key, line: file.slice(0, start + one.offset).split('\n').length });
    }
    return { from, to, text: kept ? (text ?? '').replace('\n', ` ${kept.text}\n`) : (text ?? '') };
  });
  // From the bottom up, so that the places of what is still to come hold; two at one place in the order given.
  const sorted = splices.map((one, index) => ({ ...one, index })).sort((a, b) => b.from - a.from || b.index - a.index);
  let edited = source;
  for (const { from, to, text } of sorted) edited = edited.slice(0, from) + text + edited.slice(to);
  return { file: file.slice(0, start) + edited + file.slice(start + source.length), lost };
}

/** A field with its lines, from its key to behind the line feed of its last line. */
interface Extent {
  from: number;
  to: number;
  /** All that stand in these lines. */
  comments: YamlComment[];
  /** The only one of them, behind the value or behind the key. */
  behind: YamlComment | undefined;
}

function fieldsOf(source: string): Map<string, Extent> | undefined {
  const document = parseDocument(source, { version: '1.2', schema: 'core' });
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map) || map.flow) return undefined;
  const all = yamlComments(source);
  const found = new Map<string, Extent>();
  for (const { key, value } of map.items as Pair[]) {
    const from = (key as Node).range?.[0];
    if (!isScalar(key) || from === undefined) return undefined;
    const end = (value as Node | null)?.range?.[1] ?? from;
    const to = endOfLine(source, source[end - 1] === '\n' ? end - 1 : end);
    const comments = all.filter(({ offset }) => offset >= from && offset < to);
    const [only, ...more] = comments;
    const isBehind = only && more.length === 0 && (only.offset >= end || only.offset < endOfLine(source, from));
    found.set(String(key.value), { from, to, comments, behind: isBehind ? only : undefined });
  }
  return found;
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end + 1;
}
