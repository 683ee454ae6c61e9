import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import jsQrModule from 'jsqr';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import sharp from 'sharp';
import { builtSite, visibleText } from '#tests/built-site.ts';

type HtmlNode = DefaultTreeAdapterMap['node'];

// The package says module.exports, whose types say default.
const jsQr = jsQrModule as unknown as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;
const SITE = 'https://jiangbang.example.org/';
const STATES = /公示中|已结束|已命名|拟命名为|候选中|已公布|撤销|取消资格/;

let site: string;
before(async () => {
  site = await builtSite();
});

const text = (file: string): Promise<string> => readFile(join(site, file), 'utf8');
const json = async (file: string): Promise<unknown> => JSON.parse(await text(file));
async function files(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern, { cwd: site })) found.push(file);
  return found.sort();
}

/** https://oembed.com, section 2.3: what a response must hold, by its type. */
const OEMBED = {
  type: 'object',
  required: ['type', 'version', 'title'],
  properties: {
    type: { enum: ['photo', 'video', 'link', 'rich'] },
    version: { const: '1.0' },
    title: { type: 'string', minLength: 1 },
    author_name: { type: 'string' },
    provider_name: { type: 'string' },
    provider_url: { type: 'string', pattern: '^https?://' },
    cache_age: { type: 'integer', minimum: 0 },
  },
  allOf: [
    {
      if: { properties: { type: { const: 'rich' } } },
      then: {
        required: ['html', 'width', 'height'],
        properties: {
          html: { type: 'string', minLength: 1 },
          width: { type: 'integer', minimum: 1 },
          height: { type: 'integer', minimum: 1 },
        },
      },
    },
    {
      if: {
        anyOf: [{ required: ['thumbnail_url'] }, { required: ['thumbnail_width'] }, { required: ['thumbnail_height'] }],
      },
      then: { required: ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'] },
    },
  ],
};

describe('oEmbed', () => {
  it('answers for every person and notice by the rules of the specification, without a state', async () => {
    const valid = new Ajv().compile(OEMBED);
    const found = await files('oembed/**/*.json');
    assert.ok(found.length > 100);
    for (const file of found) {
      const answer = (await json(file)) as Record<string, string>;
      assert.ok(valid(answer), `${file} ${JSON.stringify(valid.errors)}`);
      assert.doesNotMatch(`${answer['title']} ${answer['html'] ?? ''}`, STATES, file);
    }
  });

  it('is discovered from the profile, the notice and the result', async () => {
    for (const page of ['jiaozuo-craftsman/2018/notice/', 'jiaozuo-craftsman/2018/result/']) {
      const html = await text(`${page}index.html`);
      assert.match(
        html,
        /<link rel="alternate" type="application\/json\+oembed"[^>]* href="https:\/\/jiangbang\.example\.org\/oembed\/jiaozuo-craftsman\/2018\.json"/,
      );
    }
    const [person] = await files('people/*/index.html');
    assert.match(await text(person ?? ''), /application\/json\+oembed/);
  });

  it('of somebody who is not shown any more is a link that names nobody', async () => {
    // 韩晓宁 of the first 焦作 round gave up during the window.
    const answer = (await json('oembed/people/7d5qdvf.json')) as Record<string, string>;
    assert.equal(answer['type'], 'link');
    assert.doesNotMatch(JSON.stringify(answer), /韩晓宁/);
  });
});

describe('structured data', () => {
  it('names offices and people, awards only who was conferred, and never birth, sex or picture', async () => {
    const pages = [...(await files('*/*/notice/index.html')), ...(await files('people/*/index.html'))];
    let awarded = 0;
    for (const page of pages) {
      const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text(page))?.[1];
      if (script === undefined) continue;
      assert.doesNotMatch(script, /birth|gender|image/i, page);
      const data = JSON.parse(script) as {
        publisher: { '@type': string };
        mainEntity: { '@type': string; award?: string };
      };
      assert.equal(data.publisher['@type'], 'GovernmentOrganization');
      if (data.mainEntity['@type'] === 'Person' && data.mainEntity.award !== undefined) awarded += 1;
    }
    // 20 + 10 + 19 + 6 + 20 + 50 were conferred; the ten of 2026 are candidates.
    assert.equal(awarded, 125);
  });
});

describe('the sitemap', () => {
  it('lists exactly the pages a search engine may keep', async () => {
    const xml = await text('sitemap.xml');
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/,
    );
    const listed = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => (url ?? '').slice(SITE.length)).sort();
    assert.equal(new Set(listed).size, listed.length);
    // The sample as a whole is kept out of search engines; what a page says of itself stands beside that.
    const pages = (await files('**/index.html')).filter((file) => !/^embed\/|(?:^|\/)share\//.test(file));
    const faded = pages.filter((file) => file.startsWith('people/7d5qdvf/'));
    assert.equal(faded.length, 1);
    const expected = pages.filter((file) => !faded.includes(file)).map((file) => file.replace(/index\.html$/, ''));
    assert.deepEqual(listed, expected.sort());
  });
});

describe('open data', () => {
  it('is what its own schema says, and names nobody who may not be shown', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const valid = ajv.compile((await json('data/v1/schema/round.json')) as object);
    const rounds = (await files('data/v1/*/*.json')).filter((file) => !file.includes('schema/'));
    assert.equal(rounds.length, 6);
    for (const file of rounds) {
      const data = (await json(file)) as { people: { id: string; shown: boolean; name?: string }[] };
      assert.ok(valid(data), `${file} ${JSON.stringify(valid.errors)}`);
      for (const person of data.people) assert.equal(person.name !== undefined, person.shown);
    }
    assert.doesNotMatch(await text('data/v1/jiaozuo-craftsman/2018.json'), /韩晓宁/);
    const index = ajv.compile((await json('data/v1/schema/index.json')) as object);
    assert.ok(index(await json('data/v1/index.json')));
  });

  it('as a table has one row a person, in the order of the list, and no formula', async () => {
    for (const file of await files('data/v1/*/*.csv')) {
      const rows = parseCsv(await readFile(join(site, file)), { bom: true, columns: true }) as unknown as Record<
        string,
        string
      >[];
      const { people } = (await json(file.replace('.csv', '.json'))) as { people: { id: string; name?: string }[] };
      assert.deepEqual(
        rows.map((row) => [row['编号'], row['姓名']]),
        people.map(({ id, name = '' }) => [id, name]),
      );
      for (const cell of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(cell, /^[=+\-@\t]/);
    }
  });
});

describe('codes', () => {
  it('decode to the address of their page, of a notice with the fingerprint on the signed sheet, as SVG and as PNG', async () => {
    const approval = JSON.parse(
      await readFile('content/programmes/weihai-chief-technician/rounds/2026/approval.json', 'utf8'),
    ) as { current: { digest: string } };
    const printed = approval.current.digest.slice(0, 20);
    assert.match(
      await visibleText(site, 'weihai-chief-technician/2026/notice/'),
      new RegExp(`批准名单的指纹 ?${(printed.match(/.{4}/g) ?? []).join(' ')}`),
    );
    for (const [name, target] of [
      ['weihai-chief-technician-2026', `weihai-chief-technician/2026/notice/#${printed}`],
      ['people/7d5qdvf', 'people/7d5qdvf/'],
    ]) {
      for (const format of ['svg', 'png']) {
        const { data, info } = await sharp(await readFile(join(site, `qr/${name}.${format}`)))
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        assert.equal(jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data, SITE + target);
      }
    }
  });
});

describe('what a newspaper copies', () => {
  const area = (html: string, id: string): string => {
    let found: string | undefined;
    const visit = (node: HtmlNode): void => {
      if (defaultTreeAdapter.isElementNode(node) && node.attrs.some((one) => one.name === 'id' && one.value === id)) {
        found = node.childNodes
          .map((child) => ('value' in child ? child.value : ''))
          .join('')
          .trim();
      }
      if ('childNodes' in node) node.childNodes.forEach(visit);
    };
    visit(parse(html));
    return found ?? '';
  };

  it('keeps the limits of a 公众号, and has no class, script, picture or foreign address', async () => {
    const pages = [...(await files('*/*/share/index.html')), ...(await files('people/*/share/index.html'))];
    let longest = 0;
    for (const page of pages) {
      const html = await text(page);
      const article = area(html, 'article');
      if (article === '') continue;
      longest = Math.max(longest, article.length);
      assert.ok(article.length < 20_000, `${page} ${article.length}`);
      assert.doesNotMatch(article, /class=|<script|<img|https?:/, page);
      const facts = [...html.matchAll(/<dd>(.*?)<\/dd>/gs)].map(
        ([, fact]) => [...(fact ?? '').replace(/<[^>]*>/g, '').trim()].length,
      );
      assert.ok(
        (facts[0] ?? 99) <= 32 && (facts[1] ?? 99) <= 16 && (facts[2] ?? 999) <= 128,
        `${page} ${facts.join()}`,
      );
    }
    assert.ok(longest > 2000);
  });

  it('leaves a plain link where frames are stripped', async () => {
    const code = area(await text('weihai-craftsman/2023/share/index.html'), 'frame');
    assert.match(code, /<a href="https:\/\/jiangbang\.example\.org\/weihai-craftsman\/2023\/notice\/">/);
    assert.match(
      code,
      /<iframe src="https:\/\/jiangbang\.example\.org\/embed\/weihai-craftsman\/2023\/" title="[^"]+"/,
    );
    assert.doesNotMatch(code, STATES);
  });
});
