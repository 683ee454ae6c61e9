import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { probe } from '#pipeline/observe/probe.ts';
import { appendProbe, type Line, readRecord } from '#pipeline/observe/record.ts';
import { conclusion, reportPage } from '#pipeline/observe/report-page.ts';
import { verdictOn } from '#pipeline/observe/verdict.ts';

const ADDRESS = 'https://gongshi.example.org/notice/';

/** A day of looks every ten minutes; `change` spoils some of them. */
function day(change: (index: number) => Partial<Line> = () => ({})): Line[] {
  return Array.from({ length: 144 }, (_, index) => {
    const at = new Date(Date.parse('2026-11-25T00:00:00Z') + index * 600_000).toISOString();
    const seen = { address: ADDRESS, at, status: 200, serverDate: at, body: 'b', text: 't' };
    return { ...seen, number: index + 1, previous: '', ...change(index) };
  });
}

describe('the verdict on a day of 144 looks', () => {
  it('is continuous when all of them saw the same', () => {
    const verdict = verdictOn(ADDRESS, day());
    assert.deepEqual([verdict?.continuous, verdict?.coverage, verdict?.longestGap], [true, 100, 10]);
  });

  it('bears one failure in 144, not two', () => {
    assert.equal(
      verdictOn(
        ADDRESS,
        day((index) => (index === 7 ? { status: 502 } : {})),
      )?.continuous,
      true,
    );
    const two = verdictOn(
      ADDRESS,
      day((index) => (index === 7 || index === 90 ? { status: 502 } : {})),
    );
    assert.deepEqual([two?.continuous, two?.coverage], [false, 98.61]);
  });

  it('is not continuous with a gap over an hour, or with a changed text, and says when', () => {
    const gap = verdictOn(
      ADDRESS,
      day().filter((_, index) => index < 50 || index >= 56),
    );
    assert.deepEqual([gap?.continuous, gap?.longestGap], [false, 70]);
    const changed = verdictOn(
      ADDRESS,
      day((index) => (index >= 100 ? { body: 'c', text: 'u' } : {})),
    );
    assert.deepEqual(
      changed?.texts.map(({ probes }) => probes),
      [100, 44],
    );
    assert.match(changed ? conclusion(changed) : '', /正文改动 1 次/);
    assert.match(
      changed ? reportPage([changed], 'f'.repeat(64)) : '',
      /11月26日（星期四）00:40/,
      '16 hours 40 minutes after 08:00',
    );
  });
});

describe('the record of an observer', () => {
  it('chains its lines, drops a last line that was cut, and finds a changed one', async () => {
    let body = '<p>公示</p>';
    const server = createServer((_, answer) => answer.end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const file = join(await mkdtemp(join(tmpdir(), 'jiangbang-observed-')), 'observed.jsonl');
    const first = await appendProbe(file, await probe(address, Date.now));
    body = '<div><p> 公示 </p></div>';
    const second = await appendProbe(file, await probe(address, Date.now));
    server.close();
    server.closeAllConnections();
    const gone = await appendProbe(file, await probe(address, Date.now));
    assert.equal(first.status, 200);
    assert.notEqual(second.body, first.body);
    assert.equal(second.text, first.text);
    assert.equal(gone.status, undefined);
    assert.match(gone.error ?? '', /^(?:ECONNREFUSED|UND_ERR_SOCKET)$/);
    await appendFile(file, '{"number":4,"cu');
    await appendProbe(file, { address, at: '2026-11-25T00:00:00.000Z', error: 'X' });
    assert.equal((await readRecord(file)).lines.length, 4);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"status":200', '"status":201'));
    await assert.rejects(readRecord(file), /第 2 行/);
  });
});
