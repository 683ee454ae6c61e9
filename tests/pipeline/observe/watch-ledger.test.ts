import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { utf8 } from '#core/evidence/bytes.ts';
import { base64 } from '#core/evidence/bytes.ts';
import { checkpointText } from '#core/evidence/checkpoint.ts';
import { statementText } from '#core/evidence/key-history.ts';
import { append, lastDigest, type Ledger, ledgerRoot, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatKey, signatureLine } from '#core/evidence/signed-note.ts';
import { type SeenHead, watchLedger } from '#core/evidence/watch.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { makeKey, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import { observeCommand } from '#pipeline/observe/observe-command.ts';
import { readRecord } from '#pipeline/observe/record.ts';
import { there } from '#tests/there.ts';

const at = '2026-11-25T10:00:00+08:00';
const signer = (): Signer => signerOf(makeKey('a.example', 'x', '2026-11-25', 16), 'x');
const [office, stranger] = [signer(), signer()];
const event = (kind: string): NewEntry => ({ type: 'act', at, kind });
const added = (by: Signer, past = ''): NewEntry => ({
  ...{ type: 'key', at, action: 'add', key: formatKey(by.key) },
  signature: base64(by.sign(statementText('add', by.key, lastDigest(past.split('\n').slice(0, -1))))),
});

type Served = Record<'ledger.jsonl' | 'checkpoint' | 'key', string>;
function release(entries: readonly NewEntry[], by = office): Served {
  const ledger = append('', entries);
  const { lines } = readLedger(ledger) as Ledger;
  const text = checkpointText({ origin: 'a.example', size: lines.length, root: ledgerRoot(lines) });
  return {
    'ledger.jsonl': ledger,
    checkpoint: `${text}\n${signatureLine(by.key, by.sign(utf8(text)))}`,
    key: `${formatKey(by.key)}\n`,
  };
}
const one = release([added(office), event('a')]);
const two = release([added(office), event('a'), event('b')]);
const rewritten = release([added(office), event('x'), event('b'), event('c')]);
const longFork = release([added(office), event('x'), event('y')]);
const struck: NewEntry = { type: 'key', at, action: 'revoke', key: formatKey(office.key) };
const past = append('', [added(office), event('a'), struck]);
const taken = release([added(office), event('a'), struck, added(stranger, past)], stranger);

describe('a ledger seen again', () => {
  const seen = (served: Partial<Served>, last?: SeenHead) => {
    const { change, head, faults } = watchLedger(last, served);
    return [change, head?.size, ...faults];
  };
  const head = there(watchLedger(undefined, one).head);
  it('is seen first, is the same, or grew', () => {
    assert.deepEqual(seen(one), ['first', 2]);
    assert.deepEqual(seen(one, head), ['same', 2]);
    assert.deepEqual(seen(two, head), ['grew', 3]);
    assert.equal(head.checkpoint, one.checkpoint);
    assert.deepEqual(seen({}), ['absent', undefined]);
  });
  it('is forked, shrunk, gone or broken, and says what shows it', () => {
    assert.deepEqual(seen(rewritten, head), ['forked', 4, 'pin-differs']);
    assert.deepEqual(seen(one, watchLedger(undefined, two).head), ['shrunk', 2, 'pin-ahead']);
    assert.deepEqual(seen({}, head), ['gone', undefined]);
    assert.deepEqual(seen({ checkpoint: one.checkpoint }, head), ['broken', undefined, 'ledger-missing', 'pin-ahead']);
    assert.deepEqual(seen({ checkpoint: one.checkpoint }), ['broken', undefined, 'ledger-missing']);
    assert.deepEqual(seen(taken, head), ['broken', 4, 'key-revocation', 'key-other', 'signature-wrong']);
    assert.deepEqual(seen({ ...two, checkpoint: one.checkpoint }, head), ['broken', 3, 'checkpoint-differs']);
    assert.deepEqual(seen({ ...one, 'ledger.jsonl': 'x' }, head), ['broken', undefined, 'ledger-cut']);
    const unsigned = { ...two, checkpoint: two.checkpoint.slice(0, two.checkpoint.indexOf('\n\n') + 1) };
    assert.deepEqual(seen(unsigned, head), ['broken', 3, 'signature-stripped']);
  });
});

describe('npm run observe, on every visit', () => {
  let server: Server;
  let site: Partial<Served> | 'silent';
  let base: string;
  let record: string;
  before(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      const name = /^\/gongshi\/evidence\/(.*)$/.exec(path)?.[1] as keyof Served | undefined;
      if (path === '/gongshi/2026/notice/') return void response.end('<main>公示</main>');
      if (site === 'silent') return void response.writeHead(503).end();
      const text = name && site[name];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    record = join(await mkdtemp(join(tmpdir(), 'jiangbang-watched-')), 'observed.jsonl');
  });
  const visit = async (served: typeof site) => {
    site = served;
    const address = `${base}/gongshi/2026/notice/`;
    const { exit, json } = await observeCommand.run(new Arguments({ record, times: '1' }, [address]), Date.now);
    return [exit, (json as { alarms: number }).alarms];
  };
  const report = async () => {
    const out = `${record}.html`;
    const { exit, json, text } = await observeCommand.run(new Arguments({ record, out }, ['report']), Date.now);
    const { ledgers } = json as { ledgers: { visits: number; unanswered: number; alarms: { visits: number }[] }[] };
    return { exit, ledgers, text: text.replaceAll(base, ''), page: await readFile(out, 'utf8') };
  };

  it('finds the ledger above the page, and says in the report that it only grew', async () => {
    assert.deepEqual(await visit(one), [0, 0]);
    assert.deepEqual(await visit('silent'), [0, 0]);
    assert.deepEqual(await visit(two), [0, 0]);
    const { exit, ledgers, text, page } = await report();
    assert.equal(exit, 0);
    assert.deepEqual([ledgers[0]?.visits, ledgers[0]?.unanswered], [3, 1]);
    assert.match(text, /\/gongshi\/\n {2}看了 2 次，账本只增不改，从 2 条增加到 3 条。另有 1 次没有取到。\n/);
    assert.match(page, new RegExp(`<h2>账本 ${base}/gongshi/</h2>`));
  });

  it('alarms at a fork as long as it lasts, with both signed heads kept', async () => {
    await visit(one);
    await visit(two);
    assert.deepEqual(await visit(longFork), [1, 1]);
    assert.deepEqual(await visit(longFork), [1, 1]);
    assert.deepEqual(await visit('silent'), [0, 0]);
    assert.deepEqual(await visit(longFork), [1, 1]);
    const { exit, ledgers, text, page } = await report();
    assert.equal(exit, 1);
    assert.deepEqual(
      ledgers[0]?.alarms.map(({ visits }) => visits),
      [3],
    );
    assert.match(
      text,
      /账本有警报 1 起：\/gongshi\/ 的账本分叉：前 3 条与以前看到的不同，历史被改写过。\[ledger-forked\]另有 1 次没有取到。/,
    );
    for (const { checkpoint } of [two, longFork]) assert.ok(page.includes(checkpoint), checkpoint);
    const { lines } = await readRecord(record);
    const last = lines.at(-1)?.ledger;
    assert.deepEqual([last?.head?.checkpoint, last?.before?.checkpoint], [longFork.checkpoint, two.checkpoint]);
    // What fits the head seen before is in order again.
    assert.deepEqual(await visit(two), [0, 0]);
  });

  it('alarms when an old release is served again, when the ledger is gone, and when the key was taken over', async () => {
    await visit(two);
    assert.deepEqual(await visit(one), [1, 1]);
    assert.deepEqual(await visit({}), [1, 1]);
    assert.deepEqual(await visit(taken), [1, 1]);
    const { text } = await report();
    assert.match(
      text,
      /账本变短：以前看到 3 条，现在只有 2 条，是旧的一版又被放了出来，或者记录被删掉了。\[ledger-shrunk\]/,
    );
    assert.match(text, /账本不见了：以前看到 3 条。\[ledger-gone\]/);
    assert.match(text, /的账本分叉：前 3 条与以前看到的不同/);
  });

  it('says nothing of a site that never had one', async () => {
    assert.deepEqual(await visit({}), [0, 0]);
    assert.deepEqual((await report()).ledgers, []);
    assert.equal((await readRecord(record)).lines[0]?.ledger?.change, 'absent');
  });
});
