import { programmeSchema } from '#core/programme/programme.ts';
import { chineseSource } from '#core/records/source-title.ts';
import type { Answers } from '#pipeline/commands/ask.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';
import { type Entry, itemsOf, type Step } from './step.ts';

/** What the answers say of the programme, each for its place. */
export function entriesOf(steps: readonly Step[], answers: Answers): Entry[] {
  return steps.flatMap((step) => {
    const [first, ...more] = itemsOf(step, answers);
    return first ? step.put([first, ...more], answers).filter(({ value }) => value !== undefined) : [];
  });
}

/** A new `programme.md`, its keys in the order of the schema. */
export function programmeText(steps: readonly Step[], answers: Answers): string {
  const programme: Tree = {};
  for (const entry of entriesOf(steps, answers)) place(programme, entry);
  const ordered = inOrder(programme, Object.keys(programmeSchema.shape));
  ordered['rules'] = inOrder((programme['rules'] ?? {}) as Tree, Object.keys(programmeSchema.shape.rules.shape));
  const { name, organisers, source } = programme as unknown as Opening;
  const opening = `${name}选树由${organisers.join('、')}组织。依据是${chineseSource(source)}。`;
  return markdownFile(withoutEmpty(ordered) as Tree, [opening]);
}

type Tree = Record<string, unknown>;

interface Opening {
  name: string;
  organisers: string[];
  source: { title: string; number?: string };
}

function place(tree: Tree, { path, value, add }: Entry): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) place((tree[key] ??= {}) as Tree, { path: rest, value, ...(add && { add }) });
  else if (add) ((tree[key] ??= []) as unknown[]).push(value);
  else tree[key] = value;
}

function inOrder(tree: Tree, keys: readonly string[]): Tree {
  return Object.fromEntries(keys.flatMap((key) => (key in tree ? [[key, tree[key]]] : [])));
}

/** `quote: undefined` is no line of a file. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withoutEmpty(inner)]])),
  );
}
