import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * Changes one value in the text of a content file and leaves every other character alone, so that a version history shows the correction
 * and nothing else. `undefined` where the place is none for a simple change: a person then edits the file and records the act.
 * @param path `honours.1.year`
 * @param value absent: the field goes
 */
export function editField(file: string, path: string, value: string | undefined): string | undefined {
  const { start, source } = yamlIn(file);
  const document = parseDocument(source, { version: '1.2', schema: 'core' });
  if (document.errors.length > 0) return undefined;
  const keys = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const node = document.getIn(keys, true) as Node | undefined;
  const put = (from: number, to: number, text: string): string =>
    file.slice(0, start + from) + text + file.slice(start + to);

  if (node !== undefined) {
    if (!isScalar(node) || !node.range) return undefined;
    const [from, to] = node.range;
    // A folded text ends with the line; its place is taken by one value on that line.
    const end = source[to - 1] === '\n' ? to - 1 : to;
    if (value !== undefined) return put(from, end, written(value, typeof node.value));
    return withoutPair(source, document.getIn(keys.slice(0, -1), true) ?? document.contents, keys.at(-1), put);
  }
  const owner = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  const key = keys.at(-1);
  if (value === undefined || !isMap(owner) || typeof key !== 'string') return undefined;
  return withPair(source, owner, `${key}: ${written(value, guess(value))}`, put);
}

/** Leaves out items of a top-level list: `accepted` without those of one person. */
export function withoutItems(file: string, list: string, leaveOut: (item: unknown) => boolean): string {
  const { start, source } = yamlIn(file);
  const document = parseDocument(source, { version: '1.2', schema: 'core' });
  const node = document.get(list, true);
  if (!isSeq(node)) return file;
  const going = node.items.filter((item) => leaveOut((item as Node).toJS(document)));
  if (going.length === 0) return file;
  const lines = source.split('\n');
  const cut = new Set<number>();
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length - 1;
  const whole = going.length === node.items.length;
  const pair = isMap(document.contents) ? pairOf(document.contents, list) : undefined;
  if (whole && pair) {
    const end = (node.range?.[2] ?? source.length) - 1;
    for (let line = lineOf((pair.key as Node).range?.[0] ?? 0); line <= lineOf(end); line += 1) cut.add(line);
  } else {
    for (const item of going) {
      const [from = 0, , to = 0] = (item as Node).range ?? [];
      for (let line = lineOf(from); line <= lineOf(Math.max(from, to - 1)); line += 1) cut.add(line);
    }
  }
  const kept = lines.filter((_, index) => !cut.has(index)).join('\n');
  return file.slice(0, start) + kept + file.slice(start + source.length);
}

/** The YAML of a Markdown file's front matter, or a whole JSON file, which is YAML too. */
export function yamlIn(file: string): { start: number; source: string } {
  if (!file.startsWith('---\n')) return { start: 0, source: file };
  const end = file.indexOf('\n---', 4);
  return { start: 4, source: file.slice(4, end + 1) };
}

function written(value: string, type: string): string {
  const plain =
    type === 'number' ? /^-?(?:0|[1-9]\d*)$/.test(value) : type === 'boolean' && /^(?:true|false)$/.test(value);
  return plain ? value : JSON.stringify(value);
}

/** A field that was not there is text unless it can only be a number or a truth value. */
function guess(value: string): string {
  return /^(?:true|false)$/.test(value) ? 'boolean' : /^\d{1,4}$/.test(value) ? 'number' : 'string';
}

type Put = (from: number, to: number, text: string) => string;

function withPair(source: string, owner: YAMLMap, pair: string, put: Put): string | undefined {
  const last = owner.items.at(-1);
  const key = last?.key as Node | undefined;
  if (!last || !key?.range || owner.flow) return undefined;
  const indent = key.range[0] - (source.lastIndexOf('\n', key.range[0] - 1) + 1);
  const end = endOfLine(source, (last.value as Node | null)?.range?.[1] ?? key.range[1]);
  return put(end, end, `${' '.repeat(indent)}${pair}\n`);
}

function withoutPair(source: string, owner: unknown, key: unknown, put: Put): string | undefined {
  if (!isMap(owner) || owner.flow || typeof key !== 'string') return undefined;
  const pair = pairOf(owner, key);
  const from = (pair?.key as Node | undefined)?.range?.[0];
  if (from === undefined) return undefined;
  const start = source.lastIndexOf('\n', from - 1) + 1;
  // `- name: …` opens an item of a list: the line holds more than the pair.
  if (source.slice(start, from).trim() !== '') return undefined;
  return put(start, endOfLine(source, (pair?.value as Node | null)?.range?.[1] ?? from), '');
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

export function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', source[offset - 1] === '\n' ? offset - 1 : offset);
  return end < 0 ? source.length : end + 1;
}
