import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { moduleState } from './module-state.ts';

/** Which rooms may import which; a room may always import itself. */
const ARROWS: Record<string, readonly string[]> = {
  'src/core': [],
  'src/pipeline': ['src/core'],
  'src/site': ['src/core'],
  'src/browser': ['src/site', 'src/core'],
  'src/components': ['src/browser', 'src/site', 'src/core', 'src/styles'],
  'src/layouts': ['src/components', 'src/browser', 'src/site', 'src/core', 'src/styles'],
  'src/pages': ['src/layouts', 'src/components', 'src/browser', 'src/site', 'src/core', 'src/styles'],
  // The second door to the same functions: whatever a screen does, a command does.
  'src/desk': ['src/pipeline', 'src/core'],
  scripts: ['src/desk', 'src/pipeline', 'src/core', 'tests'],
};

/** A room inside one of these that may import more: paper shows the pages' own views, so that there is no second truth. */
const MORE: Record<string, readonly string[]> = { 'src/pipeline/paper/': ['src/site'] };

const ALIASES: Record<string, string> = {
  '#core/': 'src/core/',
  '#pipeline/': 'src/pipeline/',
  '#site/': 'src/site/',
  '#browser/': 'src/browser/',
  '#desk/': 'src/desk/',
  '#tests/': 'tests/',
};

async function sources(room: string): Promise<{ file: string; text: string; imports: string[] }[]> {
  const found = [];
  for await (const file of glob(`${room}/**/*.{ts,astro,mdx,mjs}`)) {
    const text = await readFile(file, 'utf8');
    const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?from\s)?['"]([^'"]+)['"]/g)].map(
      (m) => m[1] ?? '',
    );
    found.push({ file, text, imports });
  }
  return found;
}

/** The repository path an import leads to; `undefined` for packages. */
function target(file: string, specifier: string): string | undefined {
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
  if (alias) return (ALIASES[alias] ?? '') + specifier.slice(alias.length);
  if (!specifier.startsWith('.')) return undefined;
  return new URL(specifier, `file:///${file}`).pathname.slice(1);
}

describe('the arrows of the house', () => {
  for (const [room, allowed] of Object.entries(ARROWS)) {
    it(`${room} imports only ${['itself', ...allowed].join(', ')}`, async () => {
      const wrong: string[] = [];
      const files = await sources(room);
      for (const { file, imports } of files) {
        const more = Object.keys(MORE).find((folder) => file.startsWith(folder));
        for (const specifier of imports) {
          const to = target(file, specifier);
          if (to === undefined) continue;
          if (![room, ...allowed, ...(MORE[more ?? ''] ?? [])].some((place) => to.startsWith(`${place}/`)))
            wrong.push(`${file} → ${specifier}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('there is something in every room', async () => {
    for (const room of Object.keys(ARROWS)) assert.ok((await sources(room)).length > 0, room);
  });
});

/** From the ground up: a room imports from its own floor's rooms never, from the floors below freely. */
const FLOORS: Record<string, readonly (readonly string[])[]> = {
  'src/core': [
    ['calendar', 'film', 'search'],
    ['formats'],
    ['channels', 'evidence', 'programme'],
    ['notices', 'privacy'],
    ['catalogue'],
    ['holidays', 'text', 'window'],
    ['acts', 'candidate'],
    ['motifs', 'records'],
    ['judging', 'lifecycle', 'roster'],
    ['prose'],
    ['rules'],
  ],
  'src/pipeline': [
    ['commands'],
    ['content'],
    ['gate', 'materials'],
    ['check', 'release'],
    ['intake', 'observe', 'acts', 'office'],
    ['paper'],
    ['build'],
    ['approval', 'evidence'],
    ['publish', 'portable'],
  ],
  'src/desk': [['frame'], ['server', 'screens'], ['start']],
};

describe('the rooms', () => {
  for (const [house, floors] of Object.entries(FLOORS)) {
    it(`of ${house} lean on the floors below, and each has its floor`, async () => {
      const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
      const wrong: string[] = [];
      for (const { file, imports } of await sources(house)) {
        const [, , room = ''] = file.split('/');
        const floor = floorOf.get(room);
        if (floor === undefined) wrong.push(`${file}: no floor`);
        for (const specifier of imports) {
          const path = target(file, specifier) ?? '';
          const to = path.startsWith(`${house}/`) ? path.split('/')[2] : undefined;
          const below = to === undefined ? undefined : floorOf.get(to);
          if (to !== room && below !== undefined && floor !== undefined && below >= floor)
            wrong.push(`${file} → ${to}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describe('docs/architecture.md', () => {
  it('names places that are there, and every room', async () => {
    const text = await readFile('docs/architecture.md', 'utf8');
    const places = [...text.matchAll(/`((?:src|content|scripts|tests)[\w./-]*)`/g)].map(([, path = '']) => path);
    assert.ok(places.length > 25);
    assert.deepEqual(
      places.filter((path) => !existsSync(path)),
      [],
    );
    for (const room of ['src/core', 'src/pipeline', 'src/desk']) {
      const rooms = (await readdir(room, { withFileTypes: true })).filter((entry) => entry.isDirectory());
      assert.deepEqual(
        rooms.filter(({ name }) => !text.includes(`\`${name}\``)).map(({ name }) => name),
        [],
      );
    }
  });
});

describe('the ten changes', () => {
  const CHANGES = [
    'a programme',
    'a rule',
    'a field of a person',
    'a kind of act',
    'an output format',
    'a page',
    'a message',
    'a holiday year',
  ];

  it('have a line each, and none needs more than three places', async () => {
    const [, section = ''] = (await readFile('docs/architecture.md', 'utf8')).split('## To change X, go to Y');
    const lines = [...section.matchAll(/^\| (an? [^|]+?) \| (.+) \|$/gm)].map(([, what = '', where = '']) => ({
      what,
      places: [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
    }));
    const wide = lines.filter(({ places }) => places.length < 1 || places.length > 3);
    assert.deepEqual(wide, []);
    assert.deepEqual(
      CHANGES.filter((change) => lines.filter(({ what }) => what === change).length !== 1),
      [],
    );
  });
});

describe('the imports', () => {
  it('go round in no circle, those of types included', async () => {
    const all = (await Promise.all(['src', 'scripts', 'tests'].map(sources))).flat();
    const edges = new Map(
      all.map(({ file, imports }) => [
        file,
        imports.flatMap((one) => target(file, one) ?? []).filter((to) => to !== file),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, above: readonly string[]): void => {
      const at = above.indexOf(file);
      if (at >= 0) circles.push([...above.slice(at), file].join(' → '));
      if (at >= 0 || done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });
});

describe('an exception from the lint', () => {
  it('says why, and asserts that something is there in twenty places at most', async () => {
    const own = fileURLToPath(import.meta.url);
    const all = (await Promise.all(['src', 'scripts', 'tests'].map(sources))).flat();
    const directives = all
      .filter(({ file }) => resolve(file) !== own)
      .flatMap(({ file, text }) =>
        [...text.matchAll(/eslint-disable[^\n]*/g)].map(([words]) => ({
          file,
          words: words.replace(/\s*\*\/.*$/, ''),
        })),
      );
    assert.deepEqual(
      directives.filter(
        ({ words }) => !/^eslint-disable(?:-next)?-line [\w@/-]+(?:, [\w@/-]+)* -- \S.{9,}$/.test(words),
      ),
      [],
    );
    const asserted = directives.filter(({ words }) => words.includes('no-non-null-assertion'));
    assert.ok(asserted.length <= 20, `${asserted.length} non-null assertions`);
  });
});

describe('the pure core', () => {
  it('imports zod and itself', async () => {
    const wrong = (await sources('src/core')).flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => specifier !== 'zod' && target(file, specifier) === undefined)
        .map((specifier) => `${file} → ${specifier}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('reads no clock, no chance, no environment', async () => {
    const wrong = (await sources('src/core')).flatMap(({ file, text }) =>
      [
        ...text.matchAll(/Date\.now\(|new Date\(\)|Math\.random\(|process\.|globalThis\.|performance\.|Temporal\.Now/g),
      ].map((match) => `${file}: ${match[0]}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps nothing from one call to the next', async () => {
    const wrong = (await sources('src/core')).flatMap(({ file, text }) => moduleState(file, text));
    assert.deepEqual(wrong, []);
  });

  it('knows no programme by name', async () => {
    // As a value of its own; an example in a sentence or a comment is welcome.
    const literal =
      /(?<!example: )['"`](?:weihai-craftsman|weihai-chief-technician|jiaozuo-craftsman|baotou-craftsman|gangcheng-craftsman)['"`]/;
    const wrong = (await sources('src')).flatMap(({ file, text }) => (literal.test(text) ? [file] : []));
    assert.deepEqual(wrong, []);
  });
});

describe('what a module keeps from one call to the next', () => {
  const places = (text: string): string[] => moduleState('a.ts', text).map((one) => one.replace(/^a\.ts:\d+ /, ''));

  it('is told from a table that nobody writes', () => {
    for (const text of [
      `const TABLE = new Map([['a', 1]]); export const get = (key: string) => TABLE.get(key);`,
      `const SET: ReadonlySet<string> = new Set('abc'.split('')); export function has(a: string) { return SET.has(a); }`,
      `const LIST = [1, 2, 3]; export function sorted() { return [...LIST].sort(); }`,
      `const built = table(); function table() { const all = new Map(); all.set('a', 1); return all; }`,
      `const BYTES = Uint8Array.from({ length: 4 }, (_, at) => at); const MORE = new Uint8Array([1, 2]);`,
      `export function f() { let n = 0; const seen = new Set(); seen.add(n); n += 1; return seen; }`,
      `const seen = 1; export function f() { const seen = new Map(); seen.set(1, 2); return seen; }`,
      `const ZERO = 0n; export function f() { let sum = ZERO; sum += 1n; return sum; }`,
      `import { list } from './b.ts'; export const f = (list: number[]) => list.push(1);`,
      `const SIGN = /[a-z]/; export const f = (a: string) => SIGN.test(a);`,
      `const ALL = /[a-z]/g; export const f = (a: string) => a.replace(ALL, '');`,
      `const known = new WeakMap(); export function f(a: object) { known.set(a, 1); }`,
      `class Table { private readonly rows = new Map(); add() { this.rows.set(1, 2); } static readonly MOST = 3; }`,
    ])
      assert.deepEqual(places(text), [], text);
  });

  it('is found in every form', () => {
    for (const [text, what] of [
      [`let count = 0;`, 'let or var'],
      [`export var count: number;`, 'let or var'],
      [`const known = new Map<string, number>();`, 'a container that waits to be filled'],
      [`const known = new Set();`, 'a container that waits to be filled'],
      [`const known: string[] = [];`, 'a container that waits to be filled'],
      [`const known = {} as Record<string, number>;`, 'a container that waits to be filled'],
      [`const known = new Uint16Array(0x10000);`, 'a container that waits to be filled'],
      [`const known = new Map([['', 0]]); function f() { known.set('a', 1); }`, `written: known.set('a', 1)`],
      [`const known = [0]; const f = () => known.push(1);`, 'written: known.push(1)'],
      [`const known = { a: 0 }; function f() { known.a += 1; }`, 'written: known.a += 1'],
      [`const known = { a: 0 }; function f() { known.a++; }`, 'written: known.a++'],
      [`const known = { a: [0] }; function f() { known.a[0] = 1; }`, 'written: known.a[0] = 1'],
      [`const known = { a: 0 }; function f() { delete known.a; }`, 'written: delete known.a'],
      [
        `const known = { a: 0 }; function f() { Object.assign(known, { b: 1 }); }`,
        'written: Object.assign(known, { b: 1 })',
      ],
      [`const known = built(); function f() { const alias = known.rows; alias.push(1); }`, 'written: alias.push(1)'],
      [`const known = built(); function f() { for (const row of known) row.n = 1; }`, 'written: row.n = 1'],
      [`const known = built(); function f() { known.get('a')?.add(1); }`, `written: known.get('a')?.add(1)`],
      [`const known = built(); function f() { [known[0]] = [1]; }`, 'written: [known[0]] = [1]'],
      [`import { known } from './b.ts'; function f() { known.add(1); }`, 'written: known.add(1)'],
      [`class Table { static count = 0; }`, 'static field'],
      [`class Table { static readonly rows = new Map(); }`, 'a container that waits to be filled'],
      [`const ALL = /a/g; function f(a: string) { return ALL.test(a); }`, 'an expression that keeps its place'],
      [`const ALL = new RegExp('a', 'y'); const f = (a: string) => ALL.exec(a);`, 'an expression that keeps its place'],
      [
        `const f = (() => { const seen = new Map(); return (a: string) => seen.get(a); })();`,
        'a function that keeps the variables around it',
      ],
    ] as const)
      assert.deepEqual(places(text), [what], text);
  });
});
