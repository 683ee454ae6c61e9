import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { makeKey, rotateKey, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import { Seal, type SealOptions } from '#pipeline/evidence/seal.ts';
import { withSealedCopy } from '#pipeline/evidence/sealed-copy.ts';
import { verifyCommand } from '#pipeline/evidence/verify-command.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { publishRemote, remoteLedger } from '#pipeline/publish/publish-remote.ts';
import { rclone } from '#pipeline/publish/rclone.ts';
import { rollBack } from '#pipeline/publish/rollback.ts';
import { archivedLedger, publishArchive } from '#pipeline/release/archive.ts';
import { aContent, aFolder, ROUND } from '#tests/office.ts';
import { missing } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';
import { emptyFolder, faulty, later, served, siteOf } from '../publish/a-target.ts';

const CHEAP = 16;
const PHRASE = 'eins zwei drei vier fuenf';
const file = makeKey('gongshi.example.org', PHRASE, '2026-11-25', CHEAP);

async function aSite(word: string): Promise<string> {
  const site = await siteOf(word);
  for (const [path, text] of [
    [`${ROUND}/notice/index.html`, `<nav>${word}</nav><main><h1>公示</h1><p>庾岚</p></main>`],
    ['evidence/content.txt', `${'0'.repeat(64)}\n`],
  ] as const) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
  return site;
}

async function seal(
  signer: Signer | undefined,
  now: number,
  directory?: string,
  more: Partial<SealOptions> = {},
): Promise<Seal> {
  const { content } = await checkContent(directory ?? (await aContent()));
  return new Seal({ content: there(content), signer, now, ...more });
}

async function publish(
  folder: string,
  word: string,
  minute: number,
  signer: Signer | undefined = signerOf(file, PHRASE),
) {
  const now = later(minute);
  return publishFolder({ disk: realDisk, folder }, await aSite(word), {
    now,
    first: true,
    seal: await seal(signer, now),
  });
}

async function verdict(place: string, options: Record<string, string> = {}) {
  const { exit, json, text } = await verifyCommand.run(new Arguments(options, [place]));
  const { findings, ledger } = json as {
    findings: { code: string; where: string; message: string }[];
    ledger?: { size: number; root: string };
  };
  return { exit, codes: findings.map(({ code }) => code), findings, ledger, text };
}

const entries = async (release: string): Promise<Record<string, unknown>[]> =>
  (await readFile(join(release, 'evidence/ledger.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a sealed folder', () => {
  it('is whole after each publication, its ledger one history, and a pin of before holds', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const first = await verdict(join(folder, 'current'));
    assert.deepEqual([first.exit, first.codes], [0, []]);
    await publish(folder, '乙', 1);
    const pinned = `${first.ledger?.size},${first.ledger?.root}`;
    const second = await verdict(join(folder, 'current'), { pinned });
    assert.deepEqual([second.exit, second.codes], [0, []]);
    assert.deepEqual(
      (await entries(join(folder, 'current'))).map(({ type }) => type),
      ['key', 'result', 'review', 'publish', 'publish'],
    );
    assert.equal((await verdict(join(folder, 'current'), { pinned: `1,${'0'.repeat(64)}` })).exit, 1);
    assert.equal((await verdict(join(folder, 'current'), { key: file.key })).exit, 0);
    const stranger = makeKey('gongshi.example.org', PHRASE, '2026-11-25', CHEAP).key;
    assert.deepEqual((await verdict(join(folder, 'current'), { key: stranger })).codes, ['key-distrusted']);
  });

  it('names no person, by name or by id', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const text = await readFile(join(folder, 'current/evidence/ledger.jsonl'), 'utf8');
    assert.doesNotMatch(text, /庾岚|k7m2xq4|p3wd9hz|t5vb8nc/);
    assert.match(text, new RegExp(ROUND));
  });

  it('says of a changed notice whether its words changed or its frame', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const copy = join(await aFolder(), 'copy');
    await cp(join(folder, 'current/'), copy, { recursive: true, dereference: true });
    const page = join(copy, `${ROUND}/notice/index.html`);
    await writeFile(page, '<nav>丁</nav><main><h1>公示</h1><p>庾岚</p></main>');
    assert.match(there((await verdict(copy)).findings[0]).message, /正文的文字没有变/);
    await writeFile(page, '<nav>甲</nav><main><h1>公示</h1><p>庾蓝</p></main>');
    assert.match(there((await verdict(copy)).findings[0]).message, /正文的文字变了/);
  });

  it('goes back by an entry and not behind it', async () => {
    const folder = await emptyFolder();
    const { release: first } = await publish(folder, '甲', 0);
    const { release: second } = await publish(folder, '乙', 1);
    const now = later(2);
    const done = await rollBack({ disk: realDisk, folder }, undefined, {
      now,
      seal: await seal(signerOf(file, PHRASE), now),
    });
    assert.deepEqual([done.from, done.to], [second, first]);
    assert.match(await readFile(join(folder, 'current/index.html'), 'utf8'), /甲/);
    const last = (await entries(join(folder, 'current'))).at(-1);
    assert.deepEqual([last?.['type'], last?.['from'], last?.['to']], ['rollback', second, first]);
    assert.equal((await verdict(join(folder, 'current'))).exit, 0);
  });

  it('refuses to go on from a cut or altered ledger, from a clock behind it, or under another key, and serves what it served', async () => {
    const folder = await emptyFolder();
    const { release } = await publish(folder, '甲', 10);
    const refused = async (code: string, work: Promise<unknown>): Promise<void> => {
      await assert.rejects(work, (error) => {
        assert.ok(error instanceof Refusal, String(error));
        assert.equal(error.code, code);
        assert.match(error.message, /网站保持原样/);
        return true;
      });
      assert.match(await readFile(join(folder, 'current/index.html'), 'utf8'), /甲/);
    };
    await refused('clock-wrong', publish(folder, '乙', 5));
    const other = signerOf(makeKey('gongshi.example.org', PHRASE, '2026-11-25', CHEAP), PHRASE);
    await refused('key-other', publish(folder, '乙', 11, other));
    const path = join(folder, 'releases', release, 'evidence/ledger.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, -30));
    await refused('ledger-damaged', publish(folder, '乙', 12));
    await writeFile(path, text.replace('"type":"result"', '"type":"act"'));
    await refused('ledger-damaged', publish(folder, '乙', 13));
  });

  it('is unsigned without a key when there never was one, and says so', async () => {
    const folder = await emptyFolder();
    const unsigned = await seal(undefined, later(0));
    await publishFolder({ disk: realDisk, folder }, await aSite('乙'), { now: later(0), first: true, seal: unsigned });
    assert.equal(unsigned.last?.signed, false);
    const found = await verdict(join(folder, 'current'));
    assert.deepEqual([found.exit, found.codes], [3, ['unsigned']]);
    await publish(folder, '丙', 2);
    assert.equal((await verdict(join(folder, 'current'))).exit, 0);
  });

  it('is signed once a key is in force, or said to be stripped until it is signed again', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const site = await aSite('乙');
    const bare = await seal(undefined, later(1));
    await assert.rejects(publishFolder({ disk: realDisk, folder }, site, { now: later(1), seal: bare }), {
      code: 'key-required',
      message: `账本里记着有效的公钥（${file.key}），不签名的一版会被人看作去掉了签名。请加 --key；密钥丢失的，加 --key-lost；来不及签而必须马上发布的，加 --unsigned，以后再用 --key 发布一次。网站保持原样。`,
    });
    const unsigned = await seal(undefined, later(1), undefined, { isUnsigned: true });
    await publishFolder({ disk: realDisk, folder }, site, { now: later(1), seal: unsigned });
    const found = await verdict(join(folder, 'current'));
    assert.deepEqual(
      [found.exit, found.findings],
      [
        1,
        [
          {
            code: 'signature-stripped',
            where: 'evidence/checkpoint',
            message: '账本记着一把有效的公钥，这一版却没有签名：签名被去掉了，或者不是公示单位发布的。',
          },
        ],
      ],
    );
    await publish(folder, '丙', 2);
    assert.equal((await verdict(join(folder, 'current'))).exit, 0);
  });

  it('hands over from key to key, and a revoked key signs no more', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const next = rotateKey(file, PHRASE, PHRASE, '2026-11-26', CHEAP);
    await publish(folder, '乙', 1, signerOf(next, PHRASE));
    assert.equal((await verdict(join(folder, 'current'), { key: file.key })).exit, 0);
    await publish(folder, '丙', 2, signerOf({ ...next, revoked: '2026-11-27' }, PHRASE));
    const struck = await verdict(join(folder, 'current'));
    assert.deepEqual([struck.exit, struck.codes], [3, ['unsigned']]);
    assert.equal((await entries(join(folder, 'current'))).at(-2)?.['action'], 'revoke');
    const signer = signerOf({ ...next, revoked: '2026-11-27' }, PHRASE);
    await publish(folder, '丁', 3, signer);
    assert.equal((await verdict(join(folder, 'current'))).exit, 3);
    await assert.rejects(publish(folder, '戊', 4, signerOf(next, PHRASE)), { code: 'key-struck' });
    await assert.rejects(publish(folder, '戊', 4, signerOf(file, PHRASE)), { code: 'key-struck' });
    const fresh = makeKey('gongshi.example.org', PHRASE, '2026-11-28', CHEAP);
    await publish(folder, '戊', 5, signerOf(fresh, PHRASE));
    const anew = await verdict(join(folder, 'current'));
    assert.deepEqual([anew.exit, anew.codes], [3, ['key-unvouched']]);
    assert.equal((await verdict(join(folder, 'current'), { key: fresh.key })).exit, 0);
    const pinned = `${anew.ledger?.size},${anew.ledger?.root}`;
    assert.equal((await verdict(join(folder, 'current'), { pinned })).exit, 0);
  });

  it('goes on under a new key when the old one is lost, and cannot be told whole until the new one is known', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const fresh = makeKey('gongshi.example.org', PHRASE, '2026-11-28', CHEAP);
    const site = await aSite('乙');
    const gone = async (minute: number, signer?: Signer) => {
      const made = await seal(signer, later(minute), undefined, { isKeyLost: true });
      return publishFolder({ disk: realDisk, folder }, site, { now: later(minute), seal: made });
    };
    await assert.rejects(gone(1, signerOf(file, PHRASE)), {
      code: 'key-not-lost',
      message: '账本里有效的正是 --key 的这一把，不能说它丢失了。请去掉 --key-lost。网站保持原样。',
    });
    await gone(1, signerOf(fresh, PHRASE));
    assert.deepEqual(
      (await entries(join(folder, 'current'))).flatMap(({ action }) => (action === undefined ? [] : [action])),
      ['add', 'lost', 'add'],
    );
    const found = await verdict(join(folder, 'current'));
    assert.deepEqual([found.exit, found.codes], [3, ['key-unvouched']]);
    assert.equal((await verdict(join(folder, 'current'), { key: fresh.key })).exit, 0);
    assert.equal((await verdict(join(folder, 'current'), { key: file.key })).exit, 1);
    await gone(2);
    assert.deepEqual((await verdict(join(folder, 'current'))).codes, ['unsigned']);
    await assert.rejects(gone(3), { code: 'key-not-lost' });
    await publish(folder, '丙', 4, signerOf(fresh, PHRASE));
    assert.deepEqual((await verdict(join(folder, 'current'))).codes, ['key-unvouched']);
  });
});

describe('a sealed site behind an address', () => {
  it('is fetched file by file and judged; what does not answer cannot be told', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const broken = new Set<string>();
    const server = createServer((request, response) => {
      const path = (request.url ?? '/').replace(/^\/gongshi/, '').replace(/\/$/, '/index.html');
      if (broken.has(path)) return void response.writeHead(503).end();
      readFile(join(folder, 'current', path)).then(
        (bytes) => response.writeHead(200).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const address = `http://127.0.0.1:${port}/gongshi/`;
    try {
      assert.deepEqual((await verdict(address)).codes, []);
      broken.add(`/${ROUND}/notice/index.html`);
      const silent = await verdict(address);
      assert.deepEqual([silent.exit, silent.codes], [3, []]);
      broken.clear();
      const page = join(folder, 'current', ROUND, 'notice/index.html');
      await writeFile(page, '<main>伪</main>');
      const forged = await verdict(address);
      assert.deepEqual([forged.exit, forged.codes], [1, ['file-changed']]);
      assert.match(there(forged.findings[0]).message, /正文的文字变了/);
      await rm(join(folder, 'releases'), { recursive: true });
      assert.equal((await verdict(address)).exit, 3);
    } finally {
      server.close();
    }
    assert.equal((await verdict(address)).exit, 3);
  });
});

describe('the age of a release', () => {
  it('is told, and is judged by --max-age', async () => {
    const folder = await emptyFolder();
    await publish(folder, '甲', 0);
    const place = join(folder, 'current');
    const ask = (now: string, age?: string) => verdict(place, { now, ...(age !== undefined && { 'max-age': age }) });
    const fine = await ask('2026-11-25T21:00:00+08:00', '24h');
    assert.equal(fine.exit, 0);
    assert.match(fine.text, /最后一条记录 2026-11-25T11:00:00\+08:00，10 小时以前\n/);
    const old = await ask('2026-12-05T11:00:00+08:00', '7d');
    assert.deepEqual(
      [old.exit, old.findings],
      [
        1,
        [
          {
            code: 'outdated',
            where: '账本最后一条是 2026-11-25T11:00:00+08:00，10 天以前',
            message:
              '账本最后一条是 2026-11-25T11:00:00+08:00，10 天以前，超过您要求的期限：可能是把旧的一版又放了出来，也可能是公示单位很久没有发布。',
          },
        ],
      ],
    );
    assert.match(old.text, /^已过期：/);
    assert.equal((await ask('2026-11-25T11:59:00+08:00', '60m')).exit, 0);
    assert.equal((await ask('2026-11-25T12:01:00+08:00', '60m')).exit, 1);
    assert.match((await ask('2026-12-05T11:00:00+08:00')).text, /用 --max-age 写明最多隔多久/);
    for (const wrong of ['7', '0d', 'd', '7w', '-1h']) await assert.rejects(ask('2026-12-05T11:00:00+08:00', wrong));
  });

  it('of an old release served again shows by a note of a later one', async () => {
    const folder = await emptyFolder();
    const { release } = await publish(folder, '甲', 0);
    await publish(folder, '乙', 1);
    const { ledger } = await verdict(join(folder, 'current'));
    const replayed = join(folder, 'releases', release);
    assert.equal((await verdict(replayed)).exit, 0);
    const found = await verdict(replayed, { pinned: `${ledger?.size},${ledger?.root}` });
    assert.deepEqual(
      [found.exit, found.findings],
      [
        1,
        [
          {
            code: 'pin-ahead',
            where: '5',
            message: '账本比您记下的 5 条还短：更早的一版被重新放了出来，或者后来的记录被删掉了。',
          },
        ],
      ],
    );
  });
});

describe('a sealed folder and a fault at any step', () => {
  for (const code of ['ENOSPC', 'EROFS', 'ENOENT']) {
    it(`${code}: served as before, evidence and all, until one whole release takes its place`, async () => {
      const folder = await emptyFolder();
      await publish(folder, '甲', 0);
      const before = await served(folder);
      const site = await aSite('乙');
      let steps = 0;
      for (let fault = 1; ; fault += 1) {
        let call = 0;
        const now = later(fault);
        const disk = faulty(() => (call += 1) >= fault, code);
        const made = await seal(signerOf(file, PHRASE), now);
        const outcome = await publishFolder({ disk, folder }, site, { now, seal: made }).catch(
          (error: unknown) => error,
        );
        const { exit, ledger } = await verdict(join(folder, 'current'));
        assert.equal(exit, 0, `step ${fault}`);
        if (call < fault || (ledger?.size ?? 0) > 4) break;
        steps = fault;
        assert.ok(outcome instanceof Refusal, `step ${fault}: ${String(outcome)}`);
        assert.deepEqual(await served(folder), before);
      }
      assert.ok(steps > 30, `${steps} steps`);
      assert.match(await readFile(join(folder, 'current/index.html'), 'utf8'), /乙/);
    });
  }
});

describe('a sealed archive', () => {
  it('goes on from the archive it replaces, keeps its bytes when nothing changed, and is judged as it is', async () => {
    const zip = join(await aFolder(), 'site.zip');
    const content = await aContent();
    const write = async (word: string, minute: number): Promise<Buffer> => {
      const made = await seal(signerOf(file, PHRASE), later(minute), content);
      await withSealedCopy(await aSite(word), made, await archivedLedger(zip), (sealed) => publishArchive(sealed, zip));
      return readFile(zip);
    };
    const first = await write('甲', 0);
    assert.equal((await verdict(zip)).exit, 0);
    assert.ok((await write('甲', 1)).equals(first));
    const before = await verdict(zip);
    await write('乙', 2);
    const after = await verdict(zip, { pinned: `${before.ledger?.size},${before.ledger?.root}` });
    assert.equal(after.exit, 0);
    assert.equal(after.ledger?.size, (before.ledger?.size ?? 0) + 1);
    await writeFile(zip, 'no archive');
    await assert.rejects(archivedLedger(zip), /不是完整的压缩包/);
  });
});

describe('a sealed remote', () => {
  it('goes on from the ledger that lies there', { skip: missing('rclone') }, async () => {
    const remote = `:local:${await emptyFolder()}`;
    assert.equal(await remoteLedger(rclone, remote), undefined);
    for (const [minute, word] of ['甲', '乙'].entries()) {
      const made = await seal(signerOf(file, PHRASE), later(minute));
      await withSealedCopy(await aSite(word), made, await remoteLedger(rclone, remote), (sealed) =>
        publishRemote(rclone, sealed, remote),
      );
    }
    const ledger = await remoteLedger(rclone, remote);
    assert.equal(ledger?.split('\n').length, 6);
    const folder = remote.slice(':local:'.length);
    // The style of the site before stays until it is pruned.
    assert.deepEqual((await verdict(folder)).codes, ['file-added']);
    await rm(folder, { recursive: true });
  });
});
