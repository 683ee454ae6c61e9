import { isMap, isSeq, type Node, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import { endOfLine, pairOf, yamlIn } from './edit-front-matter.ts';

/**
 * Puts a value where there was none, or at the end of a list, in the text of a content file, and leaves every other character alone.
 * `undefined` where the place is none for such a change.
 * @param path `['rules', 'tiers']`; what is missing on the way is made
 * @param add the place is a list, and the value its new last item
 */
export function insertValue(file: string, path: readonly string[], value: unknown, add = false): string | undefined {
  const { start, source } = yamlIn(file);
  const document = parseDocument(source, { version: '1.2', schema: 'core' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const put = (from: number, to: number, text: string): string =>
    file.slice(0, start + from) + text + file.slice(start + to);

  const there = document.getIn(path, true) as Node | undefined;
  if (there !== undefined) {
    if (!add || !isSeq(there)) return undefined;
    const items = there.items as Node[];
    const [from = 0, end = 0] = there.range ?? [];
    if (there.flow) return put(from, end, flowText([...items.map((item) => item.toJS(document) as unknown), value]));
    const at = endOfLine(source, items.at(-1)?.range?.[1] ?? end);
    return put(at, at, blockText([value], columnOf(source, from)));
  }
  let depth = path.length - 1;
  while (depth > 0 && !isMap(document.getIn(path.slice(0, depth), true))) depth -= 1;
  const owner = (depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)) as YAMLMap;
  const last = owner.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (owner.flow || !last?.key.range) return undefined;
  const [own = '', ...below] = path.slice(depth);
  const inner = below.reduceRight<unknown>((held, key) => ({ [key]: held }), add ? [value] : value);
  const at = endOfLine(source, last.value?.range?.[1] ?? last.key.range[1]);
  return put(at, at, blockText({ [own]: inner }, columnOf(source, last.key.range[0])));
}

/** Takes a value and its key out of a block. */
export function removeValue(file: string, path: readonly string[]): string | undefined {
  const { start, source } = yamlIn(file);
  const document = parseDocument(source, { version: '1.2', schema: 'core' });
  const owner = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(owner) || owner.flow) return undefined;
  const pair = pairOf(owner, path.at(-1) ?? '') as Pair<Node, Node | null> | undefined;
  const from = pair?.key.range?.[0];
  if (from === undefined) return undefined;
  const first = source.lastIndexOf('\n', from - 1) + 1;
  if (source.slice(first, from).trim() !== '') return undefined;
  const end = endOfLine(source, pair?.value?.range?.[1] ?? from);
  return file.slice(0, start + first) + file.slice(start + end);
}

function blockText(value: unknown, indent: number): string {
  const text = stringify(value, STYLE);
  return text.replace(/^(?=.)/gmu, ' '.repeat(indent));
}

function flowText(value: unknown): string {
  return stringify(value, { ...STYLE, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** As `markdownFile` writes: every text quoted, nothing folded. */
const STYLE = {
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const;
