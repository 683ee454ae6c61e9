import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { publishedSchema } from '#core/records/published-addresses.ts';
import { missingAddresses, recordAddresses } from '#pipeline/build/published-addresses.ts';
import { writing } from '#pipeline/content/writing.ts';

async function aSite(...files: string[]): Promise<string> {
  const site = await mkdtemp(join(tmpdir(), 'jiangbang-addresses-'));
  for (const file of files) {
    await mkdir(dirname(join(site, file)), { recursive: true });
    await writeFile(join(site, file), 'x');
  }
  return site;
}
const CARD = [
  'people/p1/index.html',
  'people/p1/share/index.html',
  'embed/people/p1/index.html',
  'oembed/people/p1.json',
  ...[1200, 900, 500].map((width) => `share/people/p1-${width}.png`),
  'qr/people/p1.svg',
  'qr/people/p1.png',
];

const recordIn = (content: string, site: string, address = 'https://example.org/'): Promise<number> =>
  writing(content, { verb: 'publish' }, (held) => recordAddresses(held, site, address));

describe('an address once published', () => {
  it('is written down at publication, what follows from it is not, and nothing is ever taken out', async () => {
    const content = await aSite();
    assert.equal(await recordIn(content, await aSite('index.html', 'feed.xml', 'pagefind/a.json', ...CARD)), 3);
    assert.equal(await recordIn(content, await aSite('index.html', 'about/index.html')), 1);
    const { addresses } = JSON.parse(await readFile(join(content, 'published.json'), 'utf8')) as {
      addresses: string[];
    };
    assert.deepEqual(addresses, ['', 'about/', 'feed.xml', 'people/p1/']);
    await rm(content, { recursive: true });
  });

  it('keeps the address of the first publication, from which ids are made, when the site moves', async () => {
    const content = await aSite();
    const identity = async (): Promise<unknown> =>
      (JSON.parse(await readFile(join(content, 'published.json'), 'utf8')) as { identity?: string }).identity;
    await recordIn(content, await aSite('index.html'), 'https://gongshi.example.org/');
    assert.equal(await identity(), 'https://gongshi.example.org/');
    await recordIn(content, await aSite('index.html', 'about/index.html'), 'https://www.example.net/gongshi/');
    assert.equal(await identity(), 'https://gongshi.example.org/');
    // Published before ids were kept: written down at the next publication, with nothing else new.
    await writeFile(join(content, 'published.json'), '{"addresses":["","about/"]}');
    await recordIn(content, await aSite('index.html'), 'https://gongshi.example.org/');
    assert.equal(await identity(), 'https://gongshi.example.org/');
    await rm(content, { recursive: true });
  });

  it('must answer in every later build, with its card, pictures and codes', async () => {
    assert.deepEqual(await missingAddresses(['people/p1/'], await aSite(...CARD)), []);
    const lacking = await aSite(...CARD.filter((file) => !file.startsWith('embed/')));
    assert.deepEqual(
      (await missingAddresses(['', 'people/p1/'], lacking)).map(
        ({ code, args }) => `${code} ${String(args['address'])}`,
      ),
      ['address-gone ', 'address-gone embed/people/p1/'],
    );
  });

  it('stays below the root of the site', () => {
    for (const address of ['../x', 'a/../../x', '/etc/x', 'a//b', '.git/config', 'a b']) {
      assert.ok(!publishedSchema.safeParse({ addresses: [address] }).success, address);
    }
    assert.ok(publishedSchema.safeParse({ addresses: ['', 'people/p1/', 'weihai-craftsman/2023/notice.ics'] }).success);
  });
});
