import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type ServedSite, serveSite } from '#pipeline/release/serve-site.ts';
import { pathOf } from '#pipeline/release/site-path.ts';

let folder: string;
let served: ServedSite;
let below: ServedSite;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangbang-serve-'));
  const out = join(folder, 'dist');
  await mkdir(join(out, 'about/empty'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await writeFile(join(out, 'index.html'), '<p>首页</p>');
  await writeFile(join(out, '404.html'), '<p>没有这个网页</p>');
  await writeFile(join(out, 'about/index.html'), '<p>关于</p>');
  await writeFile(join(out, 'data.json'), '{}');
  await writeFile(join(out, 'film.mp4'), '0123456789');
  await symlink(join(folder, 'secret.txt'), join(out, 'link.txt'));
  served = await serveSite({ out, base: '/', port: 0 });
  below = await serveSite({ out, base: '/gongjiang/', port: 0 });
});
after(async () => {
  await served.stop();
  await below.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  head: string;
  body: string;
}

/** A request line as it stands, past everything a client would tidy up. */
function ask(target: string | Buffer, method = 'GET', site = served, ...heads: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.address).port), '127.0.0.1');
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body: rest.join('\r\n\r\n') });
    });
    socket.write(`${method} `);
    socket.write(target);
    socket.write(` HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...heads].join('\r\n')}\r\n\r\n`);
  });
}

const MALFORMED = '400 网址的写法不对：只能是以 / 开头、按网址规则编码的路径。请从首页进入，或核对网址后重试。\n';

/** Addresses that mean nothing, two things, or a place outside. */
const HOSTILE: (string | Buffer)[] = [
  ...['/..%2fx', '/%2e%2e/secret.txt', '/../secret.txt', '/about/../../secret.txt', '/.', '/about/./index.html'],
  ...['/%2e%2e%2fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt', '/%5c%5chost%5cshare', '/about%2findex.html'],
  ...[
    '/%00',
    '/about%00.html',
    '/%',
    '/%zz',
    '/%c0%af',
    '/%e4%b8',
    '/%ff',
    '/%ed%a0%80',
    '/%0d%0aX:y',
    '/%7f',
    '/%c2%85',
  ],
  ...['//', '//secret.txt', '/about//', '///etc/passwd', '//evil.example/x'],
  ...[
    'http://127.0.0.1/',
    'http://evil.example/secret.txt',
    'https://x/..%2f',
    'file:///etc/passwd',
    '*',
    'about/',
    '?x',
  ],
  ...[`/${'a'.repeat(3000)}`, `/${'a/'.repeat(1500)}`, `/${'%61'.repeat(9000)}`, `/?${'q'.repeat(20_000)}`],
  ...[Buffer.from([0x2f, 0xff, 0xfe]), Buffer.from('/公示/'), Buffer.from([0x2f, 0x01]), Buffer.from('/a b')],
];

describe('the site on this machine', () => {
  it('is served by page, file and folder, with types, and a page for what is not there', async () => {
    for (const [target, status, words] of [
      ['/', 200, '<p>首页</p>'],
      [`/?q=${'%E5%85%AC'.repeat(500)}`, 200, '<p>首页</p>'],
      ['/?utm=%zz', 200, '<p>首页</p>'],
      ['/about/', 200, '<p>关于</p>'],
      ['/%61bout/index.html', 200, '<p>关于</p>'],
      ['/data.json', 200, '{}'],
      ['/none', 404, '<p>没有这个网页</p>'],
      ['/%E5%85%AC%E7%A4%BA/', 404, '<p>没有这个网页</p>'],
      ['/data.json/', 404, '<p>没有这个网页</p>'],
      ['/about/empty', 404, '<p>没有这个网页</p>'],
      ['/%252e%252e/secret.txt', 404, '<p>没有这个网页</p>'],
      ['/link.txt', 404, '<p>没有这个网页</p>'],
      [`/${'a'.repeat(400)}`, 404, '<p>没有这个网页</p>'],
    ] as const) {
      const answer = await ask(target);
      assert.deepEqual([answer.status, answer.body], [status, words], target);
    }
    assert.match((await ask('/data.json')).head, /\r\nContent-Type: application\/json; charset=utf-8\r\n/);
    assert.match((await ask('/about?x=1')).head, /^HTTP\/1\.1 301[\s\S]*\r\nLocation: \/about\/\?x=1\r\n/);
    const head = await ask('/', 'HEAD');
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.match(head.head, /\r\nDate: /);
  });

  it('gives a film piece by piece', async () => {
    const piece = async (range: string): Promise<[number, string, string | undefined]> => {
      const { status, body, head } = await ask('/film.mp4', 'GET', served, `Range: ${range}`);
      return [status, body, /\r\nContent-Range: (.*)/u.exec(head)?.[1]];
    };
    assert.deepEqual(await piece('bytes=2-4'), [206, '234', 'bytes 2-4/10']);
    assert.deepEqual(await piece('bytes=7-'), [206, '789', 'bytes 7-9/10']);
    assert.deepEqual(await piece('bytes=-3'), [206, '789', 'bytes 7-9/10']);
    assert.deepEqual(await piece('bytes=8-99'), [206, '89', 'bytes 8-9/10']);
    assert.deepEqual(await piece('bytes=10-'), [416, '', 'bytes */10']);
    for (const range of ['bytes=4-2', 'bytes=-', 'items=0-1', 'bytes=0-1,4-5', 'bytes=a-b'])
      assert.deepEqual(await piece(range), [200, '0123456789', undefined], range);
    assert.match((await ask('/film.mp4')).head, /\r\nContent-Type: video\/mp4\r\n[\s\S]*\r\nAccept-Ranges: bytes\r\n/u);
  });

  it('answers every malformed address with one sentence', async () => {
    for (const target of HOSTILE) {
      const answer = await ask(target);
      assert.deepEqual([answer.status, answer.body], [400, MALFORMED], target.toString().slice(0, 60));
    }
  });

  it('takes no request but reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      assert.deepEqual(await ask('/', method).then(({ status, body }) => [status, body]), [
        405,
        '405 这里只能读取网页（GET、HEAD）。\n',
      ]);
    }
  });

  it('below a path says where it is', async () => {
    assert.equal((await ask('/gongjiang/about/', 'GET', below)).status, 200);
    for (const target of ['/', '/gongjiang', '/gongjiangx/', '/about/']) {
      assert.deepEqual(await ask(target, 'GET', below).then(({ status, body }) => [status, body]), [
        404,
        '404 本机上的网站在 /gongjiang/ 下面。请打开 /gongjiang/。\n',
      ]);
    }
    assert.equal((await ask('/gongjiang/..%2f', 'GET', below)).status, 400);
  });

  it('never answers with a fault of its own, a stack, a path of the disk or a file outside', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '%2e',
        '%2f',
        '%5c',
        '\\',
        '%00',
        '%',
        '%c0%af',
        '//',
        '/',
        'about',
        'index.html',
        '?',
        '#',
        ';',
      ),
      fc.constantFrom('secret.txt', '404.html', 'link.txt', ':', '@', '%25', '%ff', '\u0001', '汉', 'a'.repeat(300)),
      fc.string({ maxLength: 4 }).filter((text) => !/[\r\n ]/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (pieces, rooted) => {
        const { status, head, body } = await ask(Buffer.from((rooted ? '/' : '') + (pieces.join('') || 'x')));
        assert.ok([200, 301, 400, 404].includes(status), `${status}`);
        assert.doesNotMatch(head + body, /SECRET|\n\s+at |Error|node:|jiangbang-serve/);
        if (status >= 400) assert.match(body, /没有这个网页|网址的写法不对/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the path of a request', () => {
  it('has segments that are names and nothing else, for any target at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('/', '/a/b/'), (target, base) => {
        const path = pathOf(`/${target}`, base);
        if (typeof path === 'string') return;
        assert.doesNotMatch(path.join('\n'), /[/\\\0]|^\.\.?$/m);
        assert.ok(path.slice(0, -1).every((segment) => segment !== ''));
      }),
    );
  });
});
