import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { type Waiver, waiversSchema } from '#core/privacy/waiver.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { allowListOf, auditTree } from '#pipeline/gate/audit.ts';
import { auditPaths } from '#pipeline/gate/audit-paths.ts';
import { Chance } from '#tests/core/privacy/chance.ts';
import { leak } from '#tests/core/privacy/leaks.ts';
import { homeAddress, identityNumber, mobileNumber } from '#tests/core/privacy/private-values.ts';
import { notices } from '#tests/fixtures/privacy/notices.ts';

const nothing = new AllowList();
const id = identityNumber(new Chance(51));
const mobile = mobileNumber(new Chance(52));
const file = (path: string, text: string): { path: string; bytes: Uint8Array } => ({ path, bytes: Buffer.from(text) });

describe('findings', () => {
  it('name file, kind, place and a masked value, each value once per file', () => {
    const { files, findings } = auditTree([file('a.md', `张三\n${id}，${id}\n`), file('b.txt', '无')], nothing);
    assert.equal(files, 2);
    assert.deepEqual(findings, [
      {
        file: 'a.md',
        kind: 'identity-number',
        where: '第 2 行',
        masked: `${id[0]}${'*'.repeat(16)}${id[17]}`,
        line: 2,
      },
    ]);
  });

  it('never hold the value, whatever it is and however it is dressed (seeds 0 to 299)', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { name, text } = leak(new Chance(seed));
      const shown = JSON.stringify(auditTree([file(name, text)], nothing));
      assert.ok(!/[0-9]{5}/.test(shown), `${seed}: ${shown.replace(/[0-9]/g, 'n')}`);
      assert.ok(!/@[a-z]|单元|[A-Z][0-9]{4}/.test(shown), String(seed));
    }
  });
});

describe('what a content folder declares', () => {
  it('numbers with and without area code, addresses of mail, post and visits; and nothing else', () => {
    const office = `威海市环翠区文化路8号${homeAddress(new Chance(2)).replace(/^.*区/, '')}`;
    const local = `5${new Chance(1).digits(6)}`;
    const content = {
      site: { data: { channels: [{ kind: 'email', address: `a@${'example'}.org` }] } },
      programmes: [
        {
          rounds: [
            {
              round: {
                data: {
                  channels: [
                    { kind: 'phone', areaCode: '0631', number: local },
                    { kind: 'visit', address: office },
                  ],
                },
              },
            },
          ],
        },
      ],
    } as unknown as Parameters<typeof allowListOf>[0];
    const allow = allowListOf(content);
    const text = `电话：${local}，0631-${local}，a@${'example'}.org，${office}`;
    assert.deepEqual(auditTree([file('a.txt', text)], allow).findings, []);
    assert.equal(auditTree([file('a.txt', `${text}，b@${'example'}.org`)], allow).findings.length, 1);
  });
});

describe('channels of every form', () => {
  const channels = [
    { kind: 'phone', number: '0531-12380、0571-88888888转801' },
    { kind: 'phone', number: '400-810-1234', extension: '5' },
    { kind: 'phone', number: '13800001234' },
    { kind: 'fax', number: '88888887', areaCode: '0571' },
  ];
  const allow = allowListOf({ site: { data: { channels } }, programmes: [] } as unknown as Parameters<
    typeof allowListOf
  >[0]);
  const kinds = (text: string): string[] => auditTree([file('a.txt', text)], allow).findings.map(({ kind }) => kind);

  it('pass however a notice writes them', () => {
    for (const text of [
      '举报电话：0531-12380',
      '电话：0571-88888888转801，0571-88888888-801，88888888',
      '联系电话：+86-571-88888888',
      '电话：400-810-1234转5，4008101234',
      '手机：13800001234，138 0000 1234',
      '传真：0571-88888887，传真：88888887',
    ]) {
      assert.deepEqual([text, ...kinds(text)], [text]);
    }
  });

  it('let nothing else through', () => {
    for (const [text, kind] of [
      ['电话：0571-88888886转801', 'telephone'],
      ['电话：0572-81234567', 'telephone'],
      ['电话：400-810-1235', 'telephone'],
      ['手机：13800001235', 'mobile-number'],
      ['传真电话：0571-88888889', 'telephone'],
    ] as const) {
      assert.deepEqual([text, ...kinds(text)], [text, kind]);
    }
  });
});

describe('notices like the five of the programmes', () => {
  for (const [name, make] of Object.entries(notices)) {
    it(`${name} passes whole with its office's telephone, mail and address allowed`, () => {
      const { text, allowed } = make(new Chance(1));
      assert.deepEqual(auditTree([file(`${name}.txt`, text)], new AllowList(allowed)).findings, []);
      const kinds = auditTree([file(`${name}.txt`, text)], nothing).findings.map(({ kind }) => kind);
      assert.ok(
        kinds.every((kind) => kind === 'telephone' || kind === 'email'),
        kinds.join(),
      );
      assert.equal(kinds.length, allowed.length);
    });
  }
});

describe('waivers', () => {
  const digest = createHash('sha256').update(mobile).digest('hex');
  const waiver: Waiver = {
    file: 'a.txt',
    kind: 'mobile-number',
    digest,
    reason: '值班电话，已征得同意',
    approver: '某某',
  };

  it('one takes away its finding and no other', () => {
    assert.deepEqual(auditTree([file('a.txt', mobile)], nothing, [waiver]).findings, []);
    const kinds = auditTree([file('a.txt', `${mobile} ${id}`), file('b.txt', mobile)], nothing, [waiver]).findings;
    assert.deepEqual(
      kinds.map(({ file: where, kind }) => `${where} ${kind}`),
      ['a.txt identity-number', 'b.txt mobile-number'],
    );
  });

  it('one that is not needed is itself a finding', () => {
    const { findings } = auditTree([file('a.txt', '无')], nothing, [waiver]);
    assert.deepEqual(findings, [
      { file: 'a.txt', kind: 'waiver-unused', where: `mobile-number ${digest.slice(0, 8)}`, masked: '' },
    ]);
  });

  it('one for a whole file holds the digest of its bytes', () => {
    const bytes = Buffer.from([0, 1, 2, 0xff, 0xfe, 0x80]);
    const whole: Waiver = {
      ...waiver,
      file: 'a.bin',
      kind: 'unknown-binary',
      digest: createHash('sha256').update(bytes).digest('hex'),
    };
    assert.deepEqual(auditTree([{ path: 'a.bin', bytes }], nothing, [whole]).findings, []);
    assert.equal(
      auditTree([{ path: 'a.bin', bytes: Buffer.concat([bytes, bytes]) }], nothing, [whole]).findings.length,
      2,
    );
  });

  it('needs file, kind, digest, reason and approver, and takes no value', () => {
    assert.ok(waiversSchema.safeParse({ waivers: [waiver] }).success);
    for (const wrong of [
      { ...waiver, value: mobile },
      { ...waiver, reason: '' },
      { ...waiver, digest: mobile },
      { ...waiver, kind: 'waiver-unused' },
      { ...waiver, approver: undefined },
    ]) {
      assert.ok(!waiversSchema.safeParse({ waivers: [wrong] }).success);
    }
  });
});

describe('npm run audit', () => {
  it('walks folders, counts files, refuses links, and exits by what it found', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'audit-'));
    try {
      await mkdir(join(directory, 'sub'));
      await writeFile(join(directory, 'sub', 'leak.md'), `手机：${mobile}\n`);
      await writeFile(join(directory, 'clean.md'), '公示\n');
      const { exit, json } = await audit(directory, '--json');
      assert.equal(exit, 1);
      assert.deepEqual(JSON.parse(json), {
        files: 2,
        findings: [
          {
            file: join(directory, 'sub/leak.md'),
            kind: 'mobile-number',
            where: '第 1 行',
            masked: `1*********${mobile[10]}`,
          },
        ],
      });
      assert.deepEqual(JSON.parse((await audit(directory, '--allow', mobile, '--json')).json), {
        files: 2,
        findings: [],
      });
      assert.equal((await audit(directory, '--allow', mobile)).exit, 0);
      await symlink(join(directory, 'clean.md'), join(directory, 'link.md'));
      assert.deepEqual(
        (await auditPaths([directory], new AllowList([mobile]))).findings.map(({ kind }) => kind),
        ['unreadable'],
      );
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('wants a path, and one that exists', async () => {
    assert.equal((await audit('--json')).exit, 2);
    const { exit, json } = await audit('/nowhere/at/all', ROOT, `/nowhere/${mobile}.md`, '--json');
    assert.equal(exit, 1);
    const shown = `/nowhere/1*********${mobile.at(-1)}.md`;
    assert.deepEqual(JSON.parse(json), {
      error: { code: 'path-missing', message: `找不到 /nowhere/at/all、${shown}。请核对后重写。` },
    });
  });
});

function audit(...args: string[]): Promise<{ exit: number; json: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'scripts/audit.ts'), ...args], { cwd: ROOT }, (error, stdout) => {
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, json: stdout });
    });
  });
}
