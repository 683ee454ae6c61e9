import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Arguments, type Outcome, Refusal } from '#pipeline/commands/command-line.ts';
import { materialsWritten } from '#pipeline/materials/sbom-command.ts';
import { missingFromNpm } from '#tests/system-program.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

interface Component {
  'bom-ref': string;
  type: string;
  group?: string;
  name: string;
  version: string;
  scope?: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}
interface Bom {
  $schema: string;
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  version: number;
  metadata: { timestamp?: string; component: Component; properties: { name: string; value: string }[] };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

let desk: string;
before(async () => {
  desk = await mkdtemp(join(tmpdir(), 'sbom-'));
});
after(() => rm(desk, { recursive: true, force: true }));

const run = (values: Record<string, unknown> = {}, root = ROOT): Promise<Outcome> =>
  materialsWritten(new Arguments(values, []), root);
const bomIn = async (folder: string): Promise<Bom> =>
  JSON.parse(await readFile(join(folder, 'sbom.cdx.json'), 'utf8')) as Bom;

/** A program whose lock holds these packages. */
async function program(name: string, packages: Record<string, object>): Promise<string> {
  const root = join(desk, name);
  await mkdir(root, { recursive: true });
  const own = { name: 'own', version: '1.0.0', license: 'MIT', dependencies: { a: '1.0.0' } };
  const lock = { name: 'own', version: '1.0.0', lockfileVersion: 3, packages: { '': own, ...packages } };
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock));
  return root;
}
// RFC 4634's digest of “abc”, in base64 and in hex.
const ABC = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
const ABC_HEX =
  'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f';
const a = { version: '1.0.0', license: 'MIT', integrity: ABC };

describe('npm run sbom over the own lock', () => {
  let bom: Bom;
  let folder: string;
  before(async () => {
    folder = join(desk, 'own');
    assert.equal((await run({ out: folder })).exit, 0);
    bom = await bomIn(folder);
  });

  it('is CycloneDX 1.6, with the essential rules of its schema', () => {
    assert.deepEqual(
      [bom.$schema, bom.bomFormat, bom.specVersion, bom.version],
      ['http://cyclonedx.org/schema/bom-1.6.schema.json', 'CycloneDX', '1.6', 1],
    );
    assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(bom.metadata.component.type, 'application');
    assert.ok(!('timestamp' in bom.metadata));
    for (const one of bom.components) {
      assert.ok(one.name !== '' && one.version !== '', one['bom-ref']);
      assert.ok(['required', 'optional', 'excluded'].includes(one.scope ?? ''), one['bom-ref']);
      assert.equal(one.licenses?.length, 1, one['bom-ref']);
      assert.ok(one.hashes?.every(({ alg, content }) => alg === 'SHA-512' && /^[0-9a-f]{128}$/.test(content)));
    }
  });

  it('every reference leads somewhere, once, and everything is reached from the product', () => {
    const refs = [bom.metadata.component, ...bom.components].map((one) => one['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    assert.deepEqual(bom.dependencies.map(({ ref }) => ref).sort(), [...refs].sort());
    const uses = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const queue = [bom.metadata.component['bom-ref']];
    for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
      if (reached.has(ref)) continue;
      reached.add(ref);
      const next = uses.get(ref);
      assert.ok(next, ref);
      queue.push(...next);
    }
    assert.deepEqual(
      refs.filter((ref) => !reached.has(ref)),
      [],
    );
  });

  it('names the digest by which the ledger of a release names the lock', async () => {
    const sha256 = createHash('sha256')
      .update(await readFile(join(ROOT, 'package-lock.json')))
      .digest('hex');
    assert.deepEqual(bom.metadata.properties, [{ name: 'jiangbang:package-lock:sha256', value: sha256 }]);
    assert.ok((await readFile(join(folder, 'licences.md'), 'utf8')).includes(sha256));
  });

  it('the same lock gives the same bytes; an instant stands in it when it is given', async () => {
    const [again, dated] = [join(desk, 'again'), join(desk, 'dated')];
    await run({ out: again });
    await run({ out: dated, now: '2026-11-25T10:00:00+08:00' });
    for (const name of await readdir(folder)) {
      assert.ok((await readFile(join(folder, name))).equals(await readFile(join(again, name))), name);
    }
    const other = await bomIn(dated);
    assert.equal(other.metadata.timestamp, '2026-11-25T02:00:00.000Z');
    assert.notEqual(other.serialNumber, bom.serialNumber);
  });

  it('lists every package once under its licence', async () => {
    const list = await readFile(join(folder, 'licences.md'), 'utf8');
    const lines = list.split('\n').filter((line) => line.startsWith('- '));
    assert.equal(lines.length, bom.components.length);
    // From the LICENSE file of duck; its package.json says “BSD”.
    assert.match(
      list,
      /\n## BSD-2-Clause（\d+ 个）\n\n宽松许可：保留版权声明即可。\n\n(?:- .*\n)*- duck@0\.1\.12（仅开发）\n/,
    );
  });

  it(
    'npm’s own bill names the same packages, digests, licences and dependencies',
    { skip: missingFromNpm('sbom') },
    () => {
      const flags = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'];
      const npm = JSON.parse(execFileSync('npm', flags, { cwd: ROOT, maxBuffer: 1 << 26 }).toString()) as Bom;
      const theirs = new Map(npm.components.map((one) => [one['bom-ref'], one.purl]));
      const own = npm.metadata.component;
      theirs.set(own['bom-ref'], own.purl);
      const licence = ({ licenses }: Component): string =>
        licenses?.map(({ license, expression }) => license?.id ?? expression).join() ?? '';
      const row = (one: Component): object => [one.purl, one.hashes, licence(one)];
      // npm leaves out what is no SPDX identifier: “BSD”.
      const sort = (rows: Component[]): unknown[] =>
        rows.map(row).sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
      const mine = bom.components.map((one) => (one.name === 'duck' ? { ...one, licenses: [] } : one));
      const yours = npm.components.map((one) => (one.name === 'duck' ? { ...one, licenses: [] } : one));
      assert.deepEqual(sort(mine), sort(yours));
      const graph = (rows: Bom['dependencies'], name: (ref: string) => string): unknown =>
        Object.fromEntries(rows.map(({ ref, dependsOn }) => [name(ref), [...new Set(dependsOn.map(name))].sort()]));
      assert.deepEqual(
        graph(bom.dependencies, (purl) => purl),
        graph(npm.dependencies, (ref) => theirs.get(ref) ?? `? ${ref}`),
      );
      const optional = (one: Component): boolean => one.scope !== 'required';
      assert.deepEqual(
        bom.components
          .filter(optional)
          .map(({ purl }) => purl)
          .sort(),
        npm.components
          .filter(optional)
          .map(({ purl }) => purl)
          .sort(),
      );
    },
  );
});

describe('a lock of its own', () => {
  it('scopes, scoped names, nested copies, aliases and what is not there', async () => {
    const root = await program('tree', {
      'node_modules/a': {
        ...a,
        dependencies: { '@s/b': '2.0.0' },
        optionalDependencies: { gone: '1.0.0' },
        peerDependencies: { peer: '1.0.0' },
        peerDependenciesMeta: { peer: { optional: true } },
      },
      'node_modules/a/node_modules/@s/b': { ...a, version: '2.0.0', license: '(MIT OR GPL-3.0-only)' },
      'node_modules/@s/b': { ...a, version: '1.0.0', dev: true },
      'node_modules/c': {
        ...a,
        name: 'real',
        version: '3.0.0-beta+1',
        optional: true,
        dependencies: { '@s/b': '1.0.0' },
      },
    });
    assert.equal((await run({ out: join(root, 'o') }, root)).exit, 0);
    const { components, dependencies } = await bomIn(join(root, 'o'));
    assert.deepEqual(
      components.map(({ purl, group, name, scope, licenses, hashes }) => [
        purl,
        group,
        name,
        scope,
        licenses?.[0],
        hashes,
      ]),
      [
        [
          'pkg:npm/%40s/b@1.0.0',
          '@s',
          'b',
          'excluded',
          { license: { id: 'MIT' } },
          [{ alg: 'SHA-512', content: ABC_HEX }],
        ],
        [
          'pkg:npm/%40s/b@2.0.0',
          '@s',
          'b',
          'required',
          { expression: '(MIT OR GPL-3.0-only)' },
          [{ alg: 'SHA-512', content: ABC_HEX }],
        ],
        [
          'pkg:npm/a@1.0.0',
          undefined,
          'a',
          'required',
          { license: { id: 'MIT' } },
          [{ alg: 'SHA-512', content: ABC_HEX }],
        ],
        [
          'pkg:npm/real@3.0.0-beta%2B1',
          undefined,
          'real',
          'optional',
          { license: { id: 'MIT' } },
          [{ alg: 'SHA-512', content: ABC_HEX }],
        ],
      ],
    );
    assert.deepEqual(dependencies, [
      { ref: 'pkg:npm/own@1.0.0', dependsOn: ['pkg:npm/a@1.0.0'] },
      { ref: 'pkg:npm/%40s/b@1.0.0', dependsOn: [] },
      { ref: 'pkg:npm/%40s/b@2.0.0', dependsOn: [] },
      { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/%40s/b@2.0.0'] },
      { ref: 'pkg:npm/real@3.0.0-beta%2B1', dependsOn: ['pkg:npm/%40s/b@1.0.0'] },
    ]);
  });

  it('a silent lock asks the installed package', async () => {
    const root = await program('silent', { 'node_modules/a': { ...a, license: undefined } });
    assert.equal((await run({}, root)).exit, 1);
    await mkdir(join(root, 'node_modules/a'), { recursive: true });
    await writeFile(join(root, 'node_modules/a/package.json'), '{"license":"ISC"}');
    assert.equal((await run({ out: join(root, 'o') }, root)).exit, 0);
    assert.deepEqual((await bomIn(join(root, 'o'))).components[0]?.licenses, [{ license: { id: 'ISC' } }]);
  });

  for (const [what, broken, said] of [
    [
      'a licence that is not allowed',
      { license: 'AGPL-3.0-only' },
      '许可“AGPL-3.0-only”不在允许之列。请换一个软件包；可以用的，连同理由加进 ALLOWED。 [licence-not-allowed]',
    ],
    [
      'one of two that both hold',
      { license: 'MIT AND (GPL-2.0-only OR SSPL-1.0)' },
      '许可“MIT AND (GPL-2.0-only OR SSPL-1.0)”不在允许之列。请换一个软件包；可以用的，连同理由加进 ALLOWED。 [licence-not-allowed]',
    ],
    [
      'an exception that nobody read',
      { license: 'MIT WITH Foo-exception' },
      '许可“MIT WITH Foo-exception”不在允许之列。请换一个软件包；可以用的，连同理由加进 ALLOWED。 [licence-not-allowed]',
    ],
    [
      'a name of every object',
      { license: 'constructor' },
      '许可“constructor”不在允许之列。请换一个软件包；可以用的，连同理由加进 ALLOWED。 [licence-not-allowed]',
    ],
    [
      'words',
      { license: 'SEE LICENSE IN LICENSE.txt' },
      '许可写作“SEE LICENSE IN LICENSE.txt”，不是 SPDX 的写法。请读它的许可文件，记在 READ_BY_HAND 里。 [licence-unclear]',
    ],
    [
      'no licence',
      { license: undefined },
      '锁文件和已安装的软件包都没有写许可。请先 npm ci；仍然没有的，读它的许可文件，记在 READ_BY_HAND 里。 [licence-missing]',
    ],
    [
      'no digest',
      { integrity: undefined },
      '锁文件里没有这个软件包的摘要，不能证明装的就是它。请改用注册表里的软件包，重新生成锁文件。 [material-without-digest]',
    ],
    [
      'a dependency that is not locked',
      { dependencies: { b: '1' } },
      '它要用 b，锁文件里却没有。请运行 npm install 补全锁文件。 [material-missing]',
    ],
  ] as const) {
    it(`${what} is a finding, exit 1, and nothing is written`, async () => {
      const root = await program('broken', { 'node_modules/a': { ...a, ...broken } });
      const { exit, text } = await run({ out: join(root, 'o') }, root);
      assert.equal(exit, 1);
      assert.equal(
        text,
        `own 1.0.0：1 个软件包，其中必需 1、可选 0、仅开发 0。\n✗ 错误  package-lock.json「node_modules/a」\n    ${said}\n\n共 1 个错误、0 条提醒。\n什么也没有写。\n`,
      );
      assert.deepEqual(await readdir(root), ['package-lock.json']);
    });
  }

  it('a hand’s reading of a licence falls when the package says otherwise', async () => {
    const duck = { ...a, version: '0.1.12', license: 'GPL-3.0-only' };
    const root = await program('stale', { 'node_modules/a': a, 'node_modules/duck': duck });
    const { exit, json } = await run({}, root);
    const { findings } = json as { findings: { code: string }[] };
    assert.deepEqual([exit, findings.map(({ code }) => code)], [1, ['licence-not-allowed', 'licence-reading-stale']]);
  });

  it('a lock that is none is refused', async () => {
    const root = join(desk, 'none');
    await mkdir(root);
    for (const text of [
      undefined,
      '{',
      '[]',
      '{"lockfileVersion":1,"packages":{}}',
      '{"lockfileVersion":3,"packages":{}}',
    ]) {
      if (text !== undefined) await writeFile(join(root, 'package-lock.json'), text);
      await assert.rejects(run({}, root), (error: Error) => {
        assert.ok(error instanceof Refusal);
        assert.equal(
          error.message,
          '读不出 package-lock.json。请在程序的文件夹里运行；文件坏了的，从版本库取回原来的一份。',
        );
        return true;
      });
    }
  });
});
