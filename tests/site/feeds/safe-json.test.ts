import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { siteFeed } from '#site/feeds/feed.ts';
import { jsonFeed } from '#site/feeds/feed-format.ts';
import { noticeStatus } from '#site/feeds/notice-status.ts';
import { noticeOEmbed, personOEmbed } from '#site/feeds/oembed.ts';
import { dataIndex, roundData } from '#site/feeds/open-data.ts';
import { jsonFile, safeJson } from '#site/feeds/safe-json.ts';
import { noticeData, personData, resultData } from '#site/feeds/structured-data.ts';
import { aPerson, aProgramme, aPublication, aSite } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

/** What ends or starts a script, a comment, a data section, or a line. */
const HOSTILE = [
  '</script>',
  '</ScRiPt/',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '\u2028',
  '\u2029',
  '<script',
  '&lt;',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''));

/** As a browser reads the page: the script must hold the very value, and nothing may stand behind it. */
function readBack(json: string): unknown {
  const [script, ...rest] = parseFragment(`<script type="application/ld+json">${json}</script>`).childNodes;
  assert.deepEqual(rest, []);
  assert.ok(script !== undefined && 'childNodes' in script);
  const [inside] = script.childNodes;
  assert.ok(inside !== undefined && 'value' in inside);
  return JSON.parse(inside.value);
}

const harmless = (json: string): void => assert.doesNotMatch(json, /[<>\u2028\u2029]/);

describe('JSON in a page or a file', () => {
  it('says every value and can neither end its script nor break its line', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text), fc.integer())), (value) => {
        for (const json of [safeJson(value), jsonFile(value)]) {
          harmless(json);
          assert.deepEqual(readBack(json), JSON.parse(JSON.stringify(value)));
        }
      }),
    );
    assert.equal(safeJson({ a: '</b>\u2028\u2029' }), '{"a":"\\u003c/b\\u003e\\u2028\\u2029"}');
  });

  it('holds hostile text from every field that an office can write, word for word', () => {
    const evil = `甲${HOSTILE.filter((piece) => piece.trim() === piece).join('')}乙`;
    const site = aSite({ name: evil, description: evil, organiser: evil });
    const programme = aProgramme({ name: evil, title: evil });
    const person = aPerson('p1', { employer: evil, trade: evil, post: evil, summary: evil });
    const result = { title: evil, issuers: [evil], documentNumber: evil };
    const rounds = [{ people: [person], round: { title: evil, edition: evil }, result }];
    const publication = aPublication({ site, programme, rounds });
    const round = there(publication.rounds[0]);
    const [line] = round.visible;
    assert.ok(line);
    const notice = { ...round.notices[0], title: evil };
    const made: Record<string, unknown> = {
      'notice JSON-LD': noticeData(round, notice, site),
      'result JSON-LD': resultData(round, site),
      'person JSON-LD': personData(line, round, site),
      'notice oEmbed': noticeOEmbed(round, site),
      'person oEmbed': personOEmbed(line, round, site),
      status: noticeStatus(round, publication),
      'open data': roundData(round, publication),
      'index of open data': dataIndex(publication),
    };
    for (const [name, value] of Object.entries(made)) {
      assert.ok(JSON.stringify(value).includes('甲'), name);
      harmless(safeJson(value));
      assert.deepEqual(readBack(safeJson(value)), JSON.parse(JSON.stringify(value)), name);
    }
    const feed = jsonFeed(siteFeed(publication, '/feed.json'));
    harmless(feed);
    assert.ok((JSON.parse(feed) as { title: string }).title.includes(evil));
  });

  it('is written by this one function wherever the site writes any', async () => {
    const wrong: string[] = [];
    for await (const file of glob('src/{pages,site,layouts,components}/**/*.{ts,astro}')) {
      // The key of a page is a digest: none of its JSON is written anywhere.
      if (file.endsWith('safe-json.ts') || file.endsWith('_page-key.ts')) continue;
      const source = await readFile(file, 'utf8');
      // In an attribute Astro escapes the quotation marks, and nothing in it can end a script.
      const bare = source.replaceAll(/data-[a-z]+=\{JSON\.stringify\([\w.]+\)\}/g, '');
      if (/JSON\.stringify|Response\.json/.test(bare)) wrong.push(file);
      const scripts = [...source.matchAll(/<script[^>]*set:html=\{([^}]*)\}/gs)].map(([, value = '']) => value.trim());
      wrong.push(...scripts.filter((value) => value !== 'data' && !value.startsWith('safeJson(')));
    }
    assert.deepEqual(wrong, []);
  });
});
