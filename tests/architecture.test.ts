import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

/** Which rooms may import which; a room may always import itself. */
const ARROWS: Record<string, readonly string[]> = {
  'src/core': [],
  'src/pipeline': ['src/core'],
  'src/site': ['src/core'],
  'src/browser': ['src/site', 'src/core'],
  'src/components': ['src/browser', 'src/site', 'src/core', 'src/styles'],
  'src/layouts': ['src/components', 'src/browser', 'src/site', 'src/core', 'src/styles'],
  'src/pages': ['src/layouts', 'src/components', 'src/browser', 'src/site', 'src/core', 'src/styles'],
  scripts: ['src/pipeline', 'src/core', 'tests'],
};

const ALIASES: Record<string, string> = {
  '#core/': 'src/core/',
  '#pipeline/': 'src/pipeline/',
  '#site/': 'src/site/',
  '#browser/': 'src/browser/',
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
        for (const specifier of imports) {
          const to = target(file, specifier);
          if (to === undefined) continue;
          if (![room, ...allowed].some((place) => to.startsWith(`${place}/`))) wrong.push(`${file} → ${specifier}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('there is something in every room', async () => {
    for (const room of Object.keys(ARROWS)) assert.ok((await sources(room)).length > 0, room);
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

  it('knows no programme by name', async () => {
    // As a value of its own; an example in a sentence or a comment is welcome.
    const literal =
      /(?<!example: )['"`](?:weihai-craftsman|weihai-chief-technician|jiaozuo-craftsman|baotou-craftsman|gangcheng-craftsman)['"`]/;
    const wrong = (await sources('src')).flatMap(({ file, text }) => (literal.test(text) ? [file] : []));
    assert.deepEqual(wrong, []);
  });
});
