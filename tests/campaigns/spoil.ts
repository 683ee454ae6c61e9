import type { TreeFile } from '#pipeline/content/content-tree.ts';
import { there } from '#tests/there.ts';
import type { Chance } from './random.ts';

/** What one spoiling did, for the report of a failure. */
export interface Spoiled {
  tree: TreeFile[];
  file: string;
  how: string;
}

type Spoiler = (text: string, chance: Chance) => string;

/** Slips of the keyboard, broken transfers, clever tricks. */
const SPOILERS: Record<string, Spoiler> = {
  'a digit changed': (text, chance) => atMatch(text, /\d/g, chance, () => String(chance.below(10))),
  'a Han character changed': (text, chance) =>
    atMatch(text, /\p{Script=Han}/gu, chance, () => chance.pick([...'丁人口王李张𠮷䶮一〇'])),
  'a letter changed': (text, chance) => atMatch(text, /[a-z]/g, chance, () => chance.pick([...'abcxyzABC'])),
  'a character deleted': (text, chance) => cut(text, chance.below(text.length), 1),
  'a piece deleted': (text, chance) => cut(text, chance.below(text.length), 1 + chance.below(200)),
  'the end lost': (text, chance) => text.slice(0, chance.below(text.length)),
  'a line deleted': (text, chance) => lines(text, (all) => all.toSpliced(chance.below(all.length), 1)),
  'a line doubled': (text, chance) =>
    lines(text, (all) => {
      const at = chance.below(all.length);
      return all.toSpliced(at, 0, all[at] ?? '');
    }),
  'two lines exchanged': (text, chance) =>
    lines(text, (all) => {
      const [a, b] = [chance.below(all.length), chance.below(all.length)];
      return all.with(a, all[b] ?? '').with(b, all[a] ?? '');
    }),
  'an indent changed': (text, chance) =>
    atMatch(text, /\n +/g, chance, (found) => found + chance.pick([' ', '  ', '\t'])),
  'a quote lost': (text, chance) => atMatch(text, /"/g, chance, () => ''),
  'a colon widened': (text, chance) => atMatch(text, /: /g, chance, () => '：'),
  'something slipped in': (text, chance) => insert(text, chance, chance.pick(STRANGE)),
  'something slipped in at the top': (text, chance) => chance.pick(STRANGE) + text,
  'a very long line': (text, chance) =>
    insert(text, chance, chance.pick(['长', ' ', '[', '{', '-', '#', '*', '`', '>']).repeat(20_000)),
  'the file repeated': (text) => text + text,
  'the file emptied': () => '',
};

const STRANGE = [
  '\u200B',
  '\uFEFF',
  '\u202E',
  '\u0000',
  '\u00A0',
  '\uE000',
  '\uFFFD',
  '\r',
  '\t',
  '<script>alert(1)</script>',
  '<!-- x -->',
  '[a](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '---js\n',
  '+++\n',
  '---\n',
  '&a [x]',
  '*a',
  '!!js/function',
  '<<: *a\n',
  '? ',
  '|\n',
  '>\n',
  '"',
  "'",
  '{{',
  '${',
  '__proto__: 1\n',
  'constructor: 1\n',
  '2024-02-30',
  '0x10',
  '1e400',
  '.inf',
  '.nan',
  'null',
  '~',
  'yes',
  '08:30',
  '\n\n\n',
  '# ',
  '[x]: javascript:alert(1)\n',
];

/** One file of the tree spoiled in one to three ways, or the tree itself: a file lost, doubled under another name, exchanged. */
export function spoil(tree: readonly TreeFile[], chance: Chance): Spoiled {
  const texts = tree.filter((file) => file.bytes !== undefined);
  const file = chance.pick(texts);
  if (chance.below(12) === 0) return spoilTree(tree, texts, file, chance);
  let text = new TextDecoder().decode(file.bytes);
  const how: string[] = [];
  for (let times = 1 + chance.below(3); times > 0 && text !== ''; times -= 1) {
    const name = chance.pick(Object.keys(SPOILERS));
    text = there(SPOILERS[name])(text, chance);
    how.push(name);
  }
  let bytes: Uint8Array = new TextEncoder().encode(text);
  if (chance.below(20) === 0 && bytes.length > 0) {
    bytes = bytes.with(chance.below(bytes.length), chance.below(256));
    how.push('a byte changed');
  }
  const spoiled: TreeFile = { ...file, size: bytes.length, bytes };
  return { tree: tree.map((one) => (one === file ? spoiled : one)), file: file.path, how: how.join(', ') };
}

function spoilTree(tree: readonly TreeFile[], texts: readonly TreeFile[], file: TreeFile, chance: Chance): Spoiled {
  const other = chance.pick(texts);
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const name = chance.pick([
    'A.md',
    'x.mdx',
    '..%2f.md',
    '.htaccess',
    'a b.md',
    '名.md',
    'CON.md',
    `${'a'.repeat(80)}.md`,
    'x.svg',
  ]);
  switch (chance.below(4)) {
    case 0:
      return { tree: tree.filter((one) => one !== file), file: file.path, how: 'the file lost' };
    case 1:
      return {
        tree: [...tree, { ...file, path: folder + name }],
        file: folder + name,
        how: 'a copy under another name',
      };
    case 2:
      return {
        tree: tree.map((one) => (one === file ? { ...other, path: file.path } : one)),
        file: file.path,
        how: `the content of ${other.path}`,
      };
    default:
      return {
        tree: tree.map((one) => (one === file ? { path: file.path, kind: 'link', size: 9 } : one)),
        file: file.path,
        how: 'a link',
      };
  }
}

function atMatch(text: string, pattern: RegExp, chance: Chance, make: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const match = chance.pick(found);
  return text.slice(0, match.index) + make(match[0]) + text.slice(match.index + match[0].length);
}

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function insert(text: string, chance: Chance, what: string): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function lines(text: string, change: (all: string[]) => string[]): string {
  return change(text.split('\n')).join('\n');
}
