import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { append, type NewEntry } from '#core/evidence/ledger.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Arguments, Refusal } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { writing } from '#pipeline/content/writing.ts';
import { headAt, type Ledgers, ledgerToContinue } from '#pipeline/evidence/continue-ledger.ts';
import { isRemote, remember, remembered } from '#pipeline/evidence/kept-head.ts';
import { makeKey, signerOf } from '#pipeline/evidence/key-file.ts';
import { Seal, type SealOptions } from '#pipeline/evidence/seal.ts';
import { sealFor } from '#pipeline/evidence/seal-for.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { rollBack } from '#pipeline/publish/rollback.ts';
import { aContent, aFolder } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { emptyFolder, later, served, siteOf } from '../publish/a-target.ts';

const entry = (kind: string): NewEntry => ({ type: 'act', at: '2026-11-25T10:00:00+08:00', kind });
const two = append('', [entry('a'), entry('b')]);
const three = append(two, [entry('c')]);
const fork = append(append('', [entry('a')]), [entry('x'), entry('y')]);
const head = there(headAt(two));

const answer = (ledgers: Partial<Ledgers>): string | undefined => {
  try {
    return ledgerToContinue({ served: undefined, ...ledgers });
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return `${error.message} [${error.code}]`;
  }
};
const LOST = (why: string, from: string) =>
  `目标里没有账本 evidence/ledger.jsonl，而${why}。从零另起一本，就和以前公开过的对不上，别人分不清是谁改的。请用 ${from} 接着记；确实从来没有、要从零开始的，加 --new-ledger。网站保持原样。 [ledger-lost]`;
const BACKUP = '--ledger 备份（账本文件，或者里面有账本的压缩包、文件夹）';
const FORKED = (other: string, remedy: string) =>
  `目标里正在提供的账本与${other}接不上：它比那一本短，或者被改写过。接着它记，历史就分成两支。请用 ${remedy} 接着完整的那一本记。网站保持原样。 [ledger-forked]`;

describe('the ledger that a publication goes on with', () => {
  it('is none where nothing says that there was one', () => {
    assert.equal(answer({}), undefined);
    assert.equal(answer({ others: [], isRecorded: false, hasPublished: false, isNew: false }), undefined);
  });
  it('is refused where it is gone, by whatever remembers it', () => {
    assert.equal(answer({ kept: head }), LOST(`上次发布到这里时有 2 条，总摘要 ${head.root}`, BACKUP));
    assert.equal(answer({ isRecorded: true }), LOST('以前各版的清单里有', BACKUP));
    assert.equal(answer({ hasPublished: true }), LOST('这里的内容以前发布过（published.json）', BACKUP));
    const others = [
      { release: 'r1', text: two },
      { release: 'r2', text: three },
    ];
    assert.equal(answer({ others }), LOST('更早的一版 r2 里有', '--ledger 目标/releases/r2/evidence/ledger.jsonl'));
    assert.equal(answer({ hasPublished: true, isNew: true }), undefined);
    assert.equal(answer({ hasPublished: true, given: two }), two);
    assert.equal(answer({ kept: head, given: three }), three);
  });
  it('is refused where another release, or the workspace, is ahead of it or differs', () => {
    const beside = FORKED('r2 那一版的账本', '--ledger 目标/releases/r2/evidence/ledger.jsonl');
    assert.equal(answer({ served: two, others: [{ release: 'r2', text: three }] }), beside);
    assert.equal(answer({ served: two, others: [{ release: 'r2', text: three }], kept: head }), beside);
    assert.equal(answer({ served: three, others: [{ release: 'r2', text: fork }] }), beside);
    assert.equal(answer({ served: three, others: [{ release: 'r1', text: two }] }), three);
    // A ledger begun on purpose is the one that the workspace knows; what lies beside it is of before.
    assert.equal(answer({ served: three, others: [{ release: 'r2', text: fork }], kept: head }), three);
    assert.equal(answer({ served: three, others: [{ release: 'r2', text: `${fork}cut` }] }), three);
    const kept = there(headAt(three));
    const known = FORKED(`上次发布后记下的 3 条、总摘要 ${kept.root}`, '--ledger 备份里的账本或压缩包');
    assert.equal(answer({ served: two, kept }), known);
    assert.equal(answer({ served: fork, kept }), known);
    assert.equal(answer({ served: three, kept }), three);
    assert.equal(answer({ served: two, kept, given: three }), three);
    assert.equal(answer({ given: two, kept }), known);
  });
  it('is the given one only where that goes on from what is served', () => {
    const other =
      '目标里已经有账本，而 --ledger 的那一本不是由它接着记下来的。请去掉 --ledger，或换成更完整的备份。网站保持原样。 [ledger-exists]';
    assert.equal(answer({ served: two, given: three }), three);
    assert.equal(answer({ served: three, given: two }), other);
    assert.equal(answer({ served: three, given: fork }), other);
    assert.equal(answer({ served: two, given: `${three}x` }), other);
    // What is served is damaged: the backup has to agree with what is left of it.
    assert.equal(answer({ served: three.slice(0, -9), given: three }), three);
    assert.equal(answer({ served: three.replace('"kind":"b"', '"kind":"z"'), given: three }), three);
    assert.equal(
      answer({ served: append(fork, [entry('z')]).slice(0, -9), given: append(two, [entry('c'), entry('d')]) }),
      other,
    );
    const both =
      '目标里已经有账本，或者写了 --ledger，不能再加 --new-ledger 从零开始。请去掉它再试。网站保持原样。 [ledger-exists]';
    assert.equal(answer({ served: two, isNew: true }), both);
    assert.equal(answer({ given: two, isNew: true }), both);
  });
  it('has a head at each of its sizes', () => {
    assert.deepEqual(headAt(three, 2), head);
    assert.equal(headAt(three)?.size, 3);
    assert.equal(headAt(two, 3), undefined);
    assert.equal(headAt('x\n'), undefined);
  });
});

const kept = (content: string, to: string, last: Parameters<typeof remember>[2]) =>
  writing(content, { verb: 'publish' }, (held) => remember(held, to, last));

describe('what a workspace remembers', () => {
  it('is the last head of each target, and whether it ever published', async () => {
    const content = await aContent();
    assert.deepEqual(await remembered(content, '/srv/a'), { kept: undefined, hasPublished: false });
    await kept(content, '/srv/a/', { ...head });
    assert.deepEqual(await remembered(content, '/srv/x/../a'), { kept: head, hasPublished: true });
    assert.deepEqual(await remembered(content, 'oss:a'), { kept: undefined, hasPublished: true });
    await kept(content, 'oss:a/', there(headAt(three)));
    assert.equal((await remembered(content, 'oss:a')).kept?.size, 3);
    assert.equal((await remembered(content, '/srv/a')).kept?.size, 2);
    await writeFile(join(content, 'published.json'), '{"addresses":["index.html"]}');
    assert.deepEqual(await remembered(content, '/srv/a'), { kept: undefined, hasPublished: true });
    await writeFile(join(content, 'published.json'), '{"addresses":[],"ledgers":{"/srv/a":{"size":1,"root":"x"}}}');
    await assert.rejects(remembered(content, '/srv/a'), { code: 'published-unreadable' });
  });
  it('tells a remote from a folder and an archive', () => {
    for (const to of ['oss:a/b', ':local:/srv', 'my remote:x']) assert.ok(isRemote(to), to);
    for (const to of ['/srv/a', 'a.zip', 'oss:a.zip', './a', 'D:\\gongshi', 'd:\\']) assert.ok(!isRemote(to), to);
    // rclone: “on Windows a one letter remote is a drive”; elsewhere it may be anybody's remote.
    for (const to of ['D:/gongshi', 'D:'])
      assert.deepEqual([isRemote(to, 'win32'), isRemote(to, 'linux')], [false, true]);
  });
  it('comes with the seal of a command, and so does the ledger of a file, a folder or an archive', async () => {
    const content = await aContent();
    const to = await emptyFolder();
    await kept(content, to, head);
    const folder = await aFolder();
    await mkdir(join(folder, 'evidence'));
    await writeFile(join(folder, 'evidence/ledger.jsonl'), three);
    const make = async (known: { ledger?: string; isNew?: boolean }) => {
      const seal = await sealFor(new Arguments({ content }, []), to, () => later(0), known);
      const site = await aSite();
      await publishFolder({ disk: realDisk, folder: to }, site, { now: later(0), first: true, seal });
      return seal.last?.files.get('ledger.jsonl');
    };
    await assert.rejects(make({}), { code: 'ledger-lost' });
    await assert.rejects(make({ ledger: join(folder, 'none') }), { code: 'ledger-missing' });
    await assert.rejects(make({ ledger: join(folder, 'none.zip') }), { code: 'ledger-missing' });
    assert.ok((await make({ ledger: folder }))?.startsWith(three));
    await rm(to, { recursive: true });
    await mkdir(to);
    assert.ok((await make({ ledger: join(folder, 'evidence/ledger.jsonl') }))?.startsWith(three));
    await rm(to, { recursive: true });
    await mkdir(to);
    assert.ok(!(await make({ isNew: true }))?.startsWith(two));
  });
});

const PHRASE = 'eins zwei drei vier fuenf';
const file = makeKey('gongshi.example.org', PHRASE, '2026-11-25', 16);

async function aSite(word = '甲'): Promise<string> {
  const site = await siteOf(word);
  await mkdir(join(site, 'evidence'));
  await writeFile(join(site, 'evidence/content.txt'), `${'0'.repeat(64)}\n`);
  return site;
}

async function publish(folder: string, word: string, minute: number, more: Partial<SealOptions> = {}) {
  const { content } = await checkContent(await aContent());
  const seal = new Seal({ content: there(content), signer: signerOf(file, PHRASE), now: later(minute), ...more });
  return publishFolder({ disk: realDisk, folder }, await aSite(word), { now: later(minute), first: true, seal });
}

describe('a target whose ledger is gone, or of before', () => {
  it('begins no second history, though current is gone, points elsewhere, or every release was dropped', async () => {
    const folder = await emptyFolder();
    const { release: first } = await publish(folder, '甲', 0);
    const { release: second } = await publish(folder, '乙', 1);
    const ledger = await readFile(join(folder, 'current/evidence/ledger.jsonl'), 'utf8');
    const before = await served(folder);
    const point = async (release: string | undefined): Promise<void> => {
      await rm(join(folder, 'current'), { force: true });
      if (release !== undefined) await symlink(`releases/${release}`, join(folder, 'current'));
    };
    await point(first);
    await assert.rejects(publish(folder, '丙', 2), { code: 'ledger-forked' });
    assert.match(await readlink(join(folder, 'current')), new RegExp(first));
    await point(undefined);
    await assert.rejects(publish(folder, '丙', 2), { code: 'ledger-lost' });
    await point(second);
    assert.deepEqual(await served(folder), before);
    await rm(join(folder, 'current/evidence/ledger.jsonl'));
    await assert.rejects(publish(folder, '丙', 2), { code: 'ledger-lost' });
    const seal = new Seal({
      content: there((await checkContent(await aContent())).content),
      signer: signerOf(file, PHRASE),
      now: later(3),
    });
    const back = rollBack({ disk: realDisk, folder }, first, { now: later(3), seal });
    await assert.rejects(back, { code: 'ledger-lost' });
    await point(undefined);
    for (const release of await readdir(join(folder, 'releases'))) {
      await rm(join(folder, 'releases', release), { recursive: true });
    }
    await assert.rejects(publish(folder, '丙', 2), {
      code: 'ledger-lost',
      message: LOST('以前各版的清单里有', BACKUP).replace(' [ledger-lost]', ''),
    });
    await publish(folder, '丙', 4, { history: ledger });
    assert.ok((await readFile(join(folder, 'current/evidence/ledger.jsonl'), 'utf8')).startsWith(ledger));
    await publish(folder, '丁', 5);
  });
  it('goes on after a ledger begun on purpose', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    await rm(join(folder, 'current'));
    await publish(folder, '乙', 1, { isNew: true });
    const kept = there(headAt(await readFile(join(folder, 'current/evidence/ledger.jsonl'), 'utf8')));
    await publish(folder, '丙', 2, { memory: { kept, hasPublished: true } });
  });
});
