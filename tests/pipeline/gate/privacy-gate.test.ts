import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { sentence } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { auditOutput } from '#pipeline/gate/privacy-gate.ts';
import { withCheckCharacter } from '#tests/core/privacy/private-values.ts';
import { there } from '#tests/there.ts';

const PERSON = 'programmes/chenghu-craftsman/rounds/2024/candidates/k7m2xq4.md';
// Put together here, so that no ready-made number stands in the repository.
const IDENTITY = withCheckCharacter(`371002${'1975'}${'1012'}123`);

let directory: string;
let content: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangbang-gate-'));
  content = join(directory, 'content');
  await cp('tests/fixtures/content/base', content, { recursive: true });
});
after(() => rm(directory, { recursive: true }));

async function withText(text: string): Promise<void> {
  const base = await readFile(join('tests/fixtures/content/base', PERSON), 'utf8');
  await writeFile(join(content, PERSON), `${base}\n${text}\n`);
}

describe('the gate at the entrance', () => {
  it('lets clean content pass', async () => {
    assert.deepEqual((await checkContent(content)).findings, []);
  });

  it('stops an identity number in a person’s text, with file and line, and never repeats it', async () => {
    await withText(`证件 ${IDENTITY.split('').join(' ')}`);
    const { findings } = await checkContent(content);
    const [found] = findings;
    assert.equal(found?.code, 'identity-number');
    assert.equal(found.where.file, PERSON);
    assert.ok((found.where.line ?? 0) > 1);
    assert.ok(!JSON.stringify(findings).includes(IDENTITY));
    assert.match(sentence(found), /身份证号（\d\*+[\dX]）/);
  });

  it('a build is refused, and what was public stays as it was', async () => {
    const out = join(directory, 'dist');
    const build = (): Promise<unknown> =>
      promisify(execFile)('node', ['scripts/build.ts', '--content', content, '--out', out]);
    await withText('');
    await build();
    const before = await readFile(join(out, 'index.html'), 'utf8');
    await withText(`证件号 ${IDENTITY}`);
    await assert.rejects(build(), (error: { code: number; stdout: string; stderr: string }) => {
      assert.equal(error.code, 1);
      assert.match(error.stdout, /identity-number/);
      assert.ok(!(error.stdout + error.stderr).includes(IDENTITY));
      return true;
    });
    assert.equal(await readFile(join(out, 'index.html'), 'utf8'), before);
  });

  it('a reviewed exception lets one value pass, and is a finding when it is no longer needed', async () => {
    await withText(`证件 ${IDENTITY}`);
    const digest = (await import('node:crypto')).createHash('sha256').update(IDENTITY).digest('hex');
    const waiver = { file: PERSON, kind: 'identity-number', digest, reason: '测试', approver: '某机关' };
    await writeFile(join(content, 'waivers.json'), JSON.stringify({ waivers: [waiver] }));
    assert.deepEqual((await checkContent(content)).findings, []);
    await withText('');
    assert.deepEqual(
      (await checkContent(content)).findings.map(({ code }) => code),
      ['waiver-unused'],
    );
    await rm(join(content, 'waivers.json'));
  });
});

describe('the gate at the exit', () => {
  it('names the file of the output', async () => {
    const output = join(directory, 'output');
    await cp(join(directory, 'dist'), output, { recursive: true });
    const { readable } = await readContent(content);
    assert.deepEqual(await auditOutput(output, there(readable), []), []);
    await writeFile(join(output, 'about', 'note.txt'), `电话 1${'38'}${'0013'}8${'000'}`);
    const [found] = await auditOutput(output, there(readable), []);
    assert.equal(found?.code, 'mobile-number');
    assert.equal(found.where.file, 'dist/about/note.txt');
  });
});
