import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { readContent } from '#pipeline/content/read-content.ts';
import { builtSite } from '#tests/built-site.ts';
import { there } from '#tests/there.ts';

/** Every file of the output by which a notice can be followed, read by parsers that are not this project's. */
let site: string;
let rounds: { id: string; title: string; opensOn: string; closesOn: string; names: string[] }[];

before(async () => {
  site = await builtSite();
  const { content } = await readContent('content');
  rounds = there(content)
    .programmes.flatMap((programme) => programme.rounds)
    .map((folder) => ({
      id: folder.id,
      title: there(folder.notice).data.title,
      opensOn: folder.round.data.publicity.opensOn,
      closesOn: folder.round.data.publicity.closesOn,
      names: folder.people.map(({ data }) => data.name),
    }));
});

const text = (path: string): Promise<string> => readFile(join(site, path), 'utf8');

async function files(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern, { cwd: site })) found.push(file);
  return found.sort();
}

function events(calendar: string): { uid: string; first: string; last: string }[] {
  return new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const last = event.endDate.clone();
    last.adjust(-1, 0, 0, 0);
    return { uid: event.uid, first: event.startDate.toString(), last: last.toString() };
  });
}

describe('what is built to be followed', () => {
  it('every Atom feed leads to pages that are there and names nobody', async () => {
    const feeds = await files('**/feed.xml');
    // Of the site, of five programmes, of six notices.
    assert.equal(feeds.length, 12);
    for (const file of feeds) {
      const written = await text(file);
      const { entries = [], links } = parseAtomFeed(written);
      assert.ok(entries.length > 0, file);
      assert.equal(links?.[0]?.href, `https://jiangbang.example.org/${file}`);
      for (const { links: targets } of entries) {
        await text(`${new URL(targets?.[0]?.href ?? '').pathname.slice(1)}index.html`);
      }
      for (const name of rounds.flatMap(({ names }) => names)) assert.ok(!written.includes(name), `${file}: ${name}`);
    }
  });

  it('every JSON feed says what its Atom feed says', async () => {
    const feeds = await files('**/feed.json');
    assert.equal(feeds.length, 12);
    for (const file of feeds) {
      const { items = [] } = parseJsonFeed(await text(file));
      const { entries = [] } = parseAtomFeed(await text(file.replace('.json', '.xml')));
      assert.deepEqual(
        items.map(({ id, title, content_text: words }) => [id, title, words]),
        entries.map(({ id, title, summary }) => [id, title?.value, summary?.value]),
      );
    }
  });

  it('no two items of the site share an id', async () => {
    const { entries = [] } = parseAtomFeed(await text('feed.xml'));
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
    assert.ok(entries.length >= 2 * rounds.length - 1);
  });

  it('every notice has a calendar file with the printed days, the last one included, and the site has them all', async () => {
    const all = events(await text('calendar.ics'));
    const votes = all.filter(({ uid }) => uid.startsWith('vote.'));
    assert.equal(all.filter(({ uid }) => uid.startsWith('window-')).length, rounds.length);
    // 包头 2023: 网络点赞, five days; 威海工匠 2023: 公众投票, a week. The other documents know no vote.
    assert.deepEqual(votes.map(({ first, last }) => [first, last]).sort(), [
      ['2023-03-19', '2023-03-23'],
      ['2023-07-20', '2023-07-26'],
    ]);
    for (const { id, opensOn, closesOn } of rounds) {
      const own = events(await text(`${id}/notice.ics`)).filter(({ uid }) => uid.startsWith('window-'));
      assert.deepEqual(
        own.map(({ first, last }) => [first, last]),
        [[opensOn, closesOn]],
      );
      assert.ok(all.some(({ uid, last }) => uid === own[0]?.uid && last === closesOn));
    }
  });

  it('calendars and cards are folded at 75 octets with CRLF throughout', async () => {
    const folded = await files('**/*.{ics,vcf}');
    assert.equal(folded.length, 2 * rounds.length + 1);
    for (const file of folded) {
      const written = await text(file);
      assert.doesNotMatch(written, /(?<!\r)\n|\r(?!\n)/, file);
      for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${file}: ${line}`);
    }
  });

  it('every notice has a status file with its printed days', async () => {
    for (const { id, opensOn, closesOn } of rounds) {
      const status = JSON.parse(await text(`${id}/status.json`)) as { round: string; printed: object };
      assert.equal(status.round, id);
      assert.deepEqual(status.printed, { opensOn, closesOn });
    }
  });

  it('a notice names its calendar, its own feed and its programme’s feed in its head', async () => {
    for (const { id } of rounds) {
      const html = await text(`${id}/notice/index.html`);
      const alternates = [...html.matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g)].map(
        ([, type, href]) => [type, new URL(href ?? '', `https://x.invalid/${id}/notice/`).pathname],
      );
      const programme = id.slice(0, id.indexOf('/'));
      for (const expected of [
        ['application/atom+xml', `/programmes/${programme}/feed.xml`],
        ['application/atom+xml', `/${id}/feed.xml`],
        ['text/calendar', `/${id}/notice.ics`],
      ]) {
        assert.ok(
          alternates.some((one) => one.join() === expected.join()),
          `${id}: ${expected.join(' ')}`,
        );
      }
    }
  });
});
