import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { utf8 } from '#core/evidence/bytes.ts';
import { isSignedBy } from '#core/evidence/ed25519.ts';
import { parseKey } from '#core/evidence/signed-note.ts';
import { Arguments, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { makeKey, protectAnew, readKeyFile, rotateKey, signerOf } from '#pipeline/evidence/key-file.ts';
import { keysCommand } from '#pipeline/evidence/keys-command.ts';
import { aFolder } from '#tests/office.ts';

const refused = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, /[\u4e00-\u9fff]/);
  return true;
};
const keys = (verb: string, options: Record<string, string>) =>
  keysCommand.run(new Arguments(options, [verb]), () => Date.parse('2026-11-25T10:00:00+08:00'));

describe('a key', () => {
  const made = makeKey('gongshi.example.org', '甲 乙 丙 丁 戊', '2026-11-25', 16);
  it('signs under its passphrase, however its characters are composed, and under no other', () => {
    const signer = signerOf(made, '甲 乙 丙 丁 戊');
    assert.ok(isSignedBy(signer.key.publicKey, utf8('公示'), signer.sign(utf8('公示'))));
    const accented = makeKey('a', 'café un deux trois quatre', '2026-11-25', 16);
    assert.ok(signerOf(accented, 'cafe\u0301 un deux trois quatre'));
    assert.throws(() => signerOf(made, '甲 乙 丙 丁'), refused('key-passphrase'));
  });
  it('has nothing of its secret in the file, and another file each time', () => {
    const again = protectAnew(made, '甲 乙 丙 丁 戊', '己 庚 辛 壬 癸', 16);
    assert.notEqual(again.secret.sealed, made.secret.sealed);
    assert.equal(again.key, made.key);
    assert.throws(() => signerOf(again, '甲 乙 丙 丁 戊'), refused('key-passphrase'));
    assert.deepEqual(
      [...signerOf(again, '己 庚 辛 壬 癸').sign(utf8('a'))],
      [...signerOf(made, '甲 乙 丙 丁 戊').sign(utf8('a'))],
    );
  });
  it('hands over by its signature', () => {
    const next = rotateKey(made, '甲 乙 丙 丁 戊', '子 丑 寅 卯 辰', '2026-11-26', 16);
    assert.equal(next.handover?.from, made.key);
    assert.notEqual(next.key, made.key);
  });
});

describe('npm run keys', () => {
  it('says why a new passphrase is weak and what to take instead, without repeating it', async () => {
    const pass = join(await aFolder(), 'pass');
    const told = async (phrase: string): Promise<string> => {
      await writeFile(pass, `${phrase}\n`);
      const work = keys('make', { name: 'a.example', out: `${pass}.key`, 'passphrase-file': pass });
      return work.then(
        () => '',
        (error: Error) => error.message,
      );
    };
    assert.equal(
      await told('a b c d e f'),
      '口令太容易猜：有常见的词句，有按次序排列的字或词（如字母表、键盘、数数），不重复的内容太少。请随意挑五个以上互不相干的词（每个两个汉字或四个字母以上，中间空一格），或者用 16 个以上随机的字母、数字和符号。',
    );
    assert.match(await told('海棠 海棠 海棠 海棠 海棠 海棠'), /^口令太容易猜：有重复的部分，不重复的内容太少。/);
    assert.match(await told('37060219900101123X'), /^口令太容易猜：.*有一长串数字（号码和日期容易被猜到）/);
    assert.equal(await told('铜锣 拖拉机 海棠 墨水 纸鸢'), '');
  });
  it('makes a file for its owner alone, which shows its public half, and is never overwritten', async () => {
    const folder = await aFolder();
    const [out, pass] = [join(folder, 'a.key'), join(folder, 'pass')];
    await writeFile(pass, 'correct horse battery staple lamp\nsecond line\n');
    const outcome = await keys('make', { name: 'gongshi.example.org', out, 'passphrase-file': pass });
    assert.equal(outcome.exit, 0);
    assert.equal((await stat(out)).mode & 0o777, 0o600);
    const { key } = (await keys('show', { key: out })).json as { key: string };
    assert.equal(parseKey(key)?.name, 'gongshi.example.org');
    assert.equal((await readKeyFile(out)).secret.cost, 2 ** 17);
    await assert.rejects(keys('make', { name: 'a.example', out, 'passphrase-file': pass }), refused('key-unwritable'));
    await keys('revoke', { key: out, 'passphrase-file': pass });
    assert.equal((await readKeyFile(out)).revoked, '2026-11-25');
    const rotation = { key: out, out: join(folder, 'b.key'), 'passphrase-file': pass, 'new-passphrase-file': pass };
    await assert.rejects(keys('rotate', rotation), refused('key-revoked'));
  });
  it('refuses short passphrases, damaged and missing files, and says what is missing', async () => {
    const folder = await aFolder();
    const [out, pass] = [join(folder, 'a.key'), join(folder, 'pass')];
    await writeFile(pass, '123456\n');
    await assert.rejects(keys('make', { name: 'a.example', out, 'passphrase-file': pass }), refused('passphrase-weak'));
    await assert.rejects(
      keys('make', { name: 'a.example', out, 'passphrase-file': join(folder, 'none') }),
      refused('passphrase-missing'),
    );
    await assert.rejects(readKeyFile(out), refused('key-missing'));
    await writeFile(out, JSON.stringify(makeKey('a', 'x', '2026-11-25', 16)).slice(0, -10));
    await assert.rejects(readKeyFile(out), refused('key-damaged'));
    await writeFile(out, JSON.stringify({ ...makeKey('a', 'x', '2026-11-25', 16), key: 'a+00000000+AAAA' }));
    await assert.rejects(readKeyFile(out), refused('key-damaged'));
    await assert.rejects(keys('make', { name: '公示', out }), UsageError);
    await assert.rejects(keys('lose', {}), UsageError);
    assert.doesNotMatch(await readFile(out, 'utf8'), /123456/);
  });
});
