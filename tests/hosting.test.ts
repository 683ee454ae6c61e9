import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compareLive } from '#pipeline/observe/compare.ts';
import { apacheOver, caddyOver } from '#tests/more-servers.ts';
import { emptyFolder, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { missing } from '#tests/system-program.ts';

const text = (name: string): Promise<string> => readFile(`docs/hosting/${name}`, 'utf8');
const all = (source: string, form: RegExp): string[] => [...source.matchAll(form)].map(([, one]) => one ?? '');

/** Endings of the files of a built site; of nginx's own table none is taken in. */
const ENDINGS = [
  ...['html', 'css', 'js', 'json', 'xml', 'svg', 'png', 'jpg', 'webp', 'ics', 'vcf', 'csv', 'txt', 'sha256', 'jsonl'],
  ...['wasm', 'pagefind', 'pf_meta', 'pf_index', 'pf_fragment', 'pf_filter'],
];
/** IIS 7.5 and later know them. */
const KNOWN_TO_IIS = ['png', 'jpg'];

describe('the configurations of docs/hosting', () => {
  it('name no type twice in nginx, which would warn of it at every start', async () => {
    const types = /types \{([^}]*)\}/.exec(await text('nginx.conf'))?.[1] ?? '';
    const endings = all(types, /\s([a-z0-9]+)(?=[ ;])/g).filter((one) => !one.includes('/'));
    assert.ok(endings.length > 15);
    assert.deepEqual(
      endings.filter((one, at) => endings.indexOf(one) !== at),
      [],
    );
    const listed = all(await text('nginx.conf'), /charset_types ([^;]*);/g)
      .join(' ')
      .split(' ');
    assert.deepEqual(
      listed.filter((one, at) => listed.indexOf(one) !== at || one === 'text/html'),
      [],
    );
  });

  it('let IIS give every type of a site, none of them said twice, for that would be an error of it', async () => {
    const config = await text('web.config');
    const mapped = all(config, /<mimeMap fileExtension="\.(\w*)"/g);
    const removed = all(config, /<remove fileExtension="\.(\w*)"/g);
    assert.deepEqual(removed, mapped);
    assert.deepEqual(
      mapped.filter((one, at) => mapped.indexOf(one) !== at),
      [],
    );
    assert.deepEqual(
      ENDINGS.filter((one) => !mapped.includes(one) && !KNOWN_TO_IIS.includes(one)),
      [],
    );
    assert.ok(mapped.includes(''), 'files without an ending');
  });

  it('say of every page what compare asks for, whatever the server', async () => {
    for (const name of ['nginx.conf', 'Caddyfile', 'htaccess', 'web.config']) {
      const config = await text(name);
      for (const wanted of [
        'nosniff',
        'strict-origin-when-cross-origin',
        "frame-ancestors 'self'",
        'frame-ancestors *',
        'SAMEORIGIN',
      ]) {
        assert.ok(config.includes(wanted), `${name}: ${wanted}`);
      }
      assert.match(config, /text\/calendar/, name);
    }
  });
});

const SERVERS = { caddy: caddyOver, apache2: apacheOver } as const;

for (const [name, over] of Object.entries(SERVERS) as [keyof typeof SERVERS, typeof caddyOver][]) {
  describe(`a real ${name} by docs/hosting`, { skip: missing(name) }, () => {
    it('gives every file as built, with types and headers, folders without a slash, 404 and /.well-known/', async () => {
      const site = await siteOf('甲');
      const put = async (path: string, content: string): Promise<void> => {
        await mkdir(join(site, path, '..'), { recursive: true });
        await writeFile(join(site, path), content);
      };
      await put('404.html', '<p>没有这个网页</p>');
      await put('.well-known/security.txt', 'Contact: https://example.org/');
      await put('embed/a/index.html', '<p>卡片</p>');
      await put('evidence/ledger.jsonl', '{}\n');
      await put('evidence/checkpoint', 'x\n');
      await put('notice-1/notice.ics', 'BEGIN:VCALENDAR\r\n');
      await put('data/v1/index.json', '{}');
      await put('.hidden', 'x');
      const server = await over(site);
      const get = (path: string): Promise<Response> => fetch(`${server.address}${path}`, { redirect: 'manual' });
      try {
        const { files, differences } = await compareLive(site, server.address);
        assert.equal(files, 15);
        // A hidden file is none of a site's.
        assert.deepEqual(differences, [{ path: '.hidden', sentence: '状态是 403，应当是 200。' }]);
        const slashless = await get('/notice-1');
        assert.ok([301, 308].includes(slashless.status));
        assert.equal(new URL(slashless.headers.get('location') ?? '', server.address).pathname, '/notice-1/');
        const gone = await get('/keine/');
        assert.deepEqual([gone.status, await gone.text()], [404, '<p>没有这个网页</p>']);
        assert.match((await get('/evidence/checkpoint')).headers.get('content-type') ?? '', /^text\/plain/);
        const headers = async (path: string, header: string) => (await get(path)).headers.get(header);
        assert.equal(await headers('/embed/a/', 'content-security-policy'), 'frame-ancestors *');
        assert.equal(await headers('/embed/a/', 'cache-control'), 'max-age=300');
        assert.equal(await headers('/data/v1/index.json', 'access-control-allow-origin'), '*');
        assert.equal(await headers('/notice-1/', 'access-control-allow-origin'), null);
        assert.match((await headers('/notice-1/', 'cache-control')) ?? '', /^max-age=60,/);
        assert.equal(await headers('/evidence/ledger.jsonl', 'cache-control'), 'no-cache');
      } finally {
        await server.stop();
      }
    });
  });
}

describe('a real caddy', { skip: missing('caddy') }, () => {
  it('answers a certificate authority from the folder beside the site', async () => {
    const webroot = await emptyFolder();
    await mkdir(join(webroot, '.well-known'));
    await writeFile(join(webroot, '.well-known/token'), 'beside');
    const server = await caddyOver(await siteOf('甲'), webroot);
    try {
      assert.equal(await (await fetch(`${server.address}/.well-known/token`)).text(), 'beside');
      assert.equal((await fetch(`${server.address}/.well-known/keine`)).status, 404);
    } finally {
      await server.stop();
    }
  });
});
