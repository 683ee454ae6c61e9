import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '#pipeline/commands/root.ts';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { readSearchFiles } from './search-files.ts';

const run = promisify(execFile);

/** The five sample rounds, all made to run together: 16 to 20 November 2026 is Monday to Friday, five days either way of counting. */
const ROUNDS = [
  'weihai-craftsman/2023',
  'weihai-chief-technician/2024',
  'jiaozuo-craftsman/2018',
  'baotou-craftsman/2023',
  'gangcheng-craftsman/2019',
];
const PUBLISHED = '2026-11-13';
const RESULT = '2026-11-26';

let content: string;
const results = new Map<string, string>();

before(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'jiangbang-life-')), 'content');
  await cp(join(ROOT, 'content'), content, { recursive: true });
  await rm(join(content, 'programmes/weihai-chief-technician/rounds/2026'), { recursive: true });
  for (const round of ROUNDS) {
    const folder = folderOf(round);
    await rm(join(folder, 'acts'), { recursive: true, force: true });
    await rm(join(folder, 'approval.json'), { force: true });
    await edit(join(folder, 'round.md'), (text) =>
      text
        .replace(/^( {2}opensOn: )"[^"]*"/m, '$1"2026-11-16"')
        .replace(/^( {2}closesOn: )"[^"]*"/m, '$1"2026-11-20"')
        .replace(/^stages:\n(?: .*\n)*/m, '')
        .replace(/^vote:\n(?: .*\n)*/m, ''),
    );
    await edit(join(folder, 'notice.md'), (text) =>
      signed(text.replace(/^published: "[^"]*"/m, `published: "${PUBLISHED}"`), PUBLISHED),
    );
    const result = await readFile(join(folder, 'result.md'), 'utf8');
    results.set(round, signed(result.replace(/^(conferredOn|published): "[^"]*"/gm, `$1: "${RESULT}"`), RESULT));
    await rm(join(folder, 'result.md'));
    await rm(join(folder, 'reviews.json'));
  }
});
after(async () => {
  await rm(dirname(content), { recursive: true });
});

describe('the whole life of the five rounds, read from what was built after every step', { concurrency: 1 }, () => {
  let site: string;
  const build = async (now: string): Promise<void> => {
    if (site) await rm(dirname(site), { recursive: true, force: true });
    site = await buildInto({ content, now });
  };

  it('before publication nothing of them is in any file', async () => {
    await build('2026-11-12T23:59:59+08:00');
    const files = (await readdir(site, { recursive: true })).join('\n');
    for (const round of ROUNDS) {
      assert.doesNotMatch(files, new RegExp(`^${round}`, 'm'));
      const search = await readSearchFiles(site);
      for (const { id, name } of await peopleOf(round)) {
        assert.doesNotMatch(files, new RegExp(`people/${id}`));
        assert.deepEqual(search.placesOf(name), [], name);
      }
    }
  });

  it('while the window is open everybody is a candidate with all that was approved', async () => {
    await build('2026-11-17T10:00:00+08:00');
    for (const round of ROUNDS) {
      const notice = await visibleText(site, `${round}/notice/`);
      assert.match(notice, /2026年11月20日（星期五）/);
      assert.doesNotMatch(notice, /公示以来的变化/);
      const search = await readSearchFiles(site);
      for (const { name } of await peopleOf(round)) {
        assert.ok(notice.includes(name), name);
        assert.deepEqual(search.placesOf(name), ['人选', '文字', '词'], name);
      }
      const [first] = await peopleOf(round);
      const profile = await visibleText(site, `people/${first?.id}/`);
      assert.match(profile, /人选|候选人/);
      assert.doesNotMatch(profile, /被命名为/);
      const card = await visibleText(site, `embed/people/${first?.id}/`);
      assert.ok(card.includes(first?.name ?? '?') && card.includes('公示期2026年11月16日至11月20日'), card);
    }
  });

  it('an extension shows the old close and the new, on the notice and in its files', async () => {
    for (const round of ROUNDS) {
      await command('act', [
        ...['--round', round, '--kind', 'extension', '--new-close', '2026-11-23', '--reason-code', 'outage'],
        ...['--reason', '报纸停刊一天，顺延公示。', '--now', '2026-11-18T10:00:00+08:00'],
      ]);
    }
    await build('2026-11-18T10:00:00+08:00');
    for (const round of ROUNDS) {
      const notice = await visibleText(site, `${round}/notice/`);
      assert.match(notice, /原定2026年11月20日（星期五）截止/);
      assert.match(notice, /公示以来的变化/);
      assert.match(notice, /延长公示.*2026年11月20日（星期五）.*2026年11月23日（星期一）.*报纸停刊一天，顺延公示。/s);
      const status = JSON.parse(await readFile(join(site, round, 'status.json'), 'utf8')) as {
        window: { closesOn: string };
        acts: { kind: string }[];
      };
      assert.equal(status.window.closesOn, '2026-11-23');
      assert.deepEqual(
        status.acts.map(({ kind }) => kind),
        ['extension'],
      );
      assert.match(await readFile(join(site, round, 'notice.ics'), 'utf8'), /DTEND;VALUE=DATE:20261124/);
    }
  });

  it('after the close the records fade for everybody alike, and the list stands', async () => {
    await build('2026-11-24T00:00:01+08:00');
    for (const round of ROUNDS) {
      const [first] = await peopleOf(round);
      assert.ok((await visibleText(site, `${round}/notice/`)).includes(first?.name ?? '?'));
      const html = await readFile(join(site, `people/${first?.id}/index.html`), 'utf8');
      assert.ok(!html.includes(first?.name ?? ''), first?.name);
      assert.match(html, /公示已结束，人选材料不再展示，结果以正式公布为准。/);
      const card = await visibleText(site, `embed/people/${first?.id}/`);
      assert.ok(!card.includes(first?.name ?? '?') && card.includes('结果以正式公布为准'), card);
      assert.match(html, /<meta name="robots" content="noindex"/);
      assert.doesNotMatch(await visibleText(site, 'search/'), new RegExp(first?.name ?? '?'));
      const search = await readSearchFiles(site);
      for (const { name } of await peopleOf(round)) assert.deepEqual(search.placesOf(name), [], name);
    }
  });

  it('with the result who was conferred is an honouree, and who was not leaves a neutral page', async () => {
    for (const [round, text] of results) await writeFile(join(folderOf(round), 'result.md'), text);
    // 焦作 names one candidate fewer than it showed: 韩晓宁 gave up.
    await edit(join(folderOf('jiaozuo-craftsman/2018'), 'result.md'), (text) =>
      text.replace(/^objections:/m, 'notConferred:\n  - { person: "7d5qdvf", reason: "本人放弃" }\nobjections:'),
    );
    await build(`${RESULT}T10:00:00+08:00`);
    for (const round of ROUNDS) {
      const conferred = idsIn(results.get(round) ?? '');
      for (const { id, name } of await peopleOf(round)) {
        const page = await visibleText(site, `people/${id}/`);
        const card = await visibleText(site, `embed/people/${id}/`);
        assert.equal(card.includes(name), conferred.includes(id), `${round} ${id}`);
        if (conferred.includes(id)) assert.match(card, /2026年11月26日(?:被命名为|获得)/);
        if (conferred.includes(id)) assert.match(page, new RegExp(`${name}.*2026年11月26日(?:被命名为|获得)`, 's'));
        else assert.ok(!page.includes(name) && page.includes('该人选信息已不再展示'), `${round} ${id}`);
      }
      const result = await visibleText(site, `${round}/result/`);
      assert.match(result, /公示名单与命名名单对照/);
      assert.match(await visibleText(site, `${round}/notice/`), /已公布结果/);
    }
    assert.match(await visibleText(site, 'jiaozuo-craftsman/2018/result/'), /韩晓宁.*未命名：本人放弃/s);
  });

  it('a revocation marks profile, card and list; a takedown leaves no name in any file, and the number of the list', async () => {
    const gone = await Promise.all(ROUNDS.map(async (round) => ({ round, person: (await peopleOf(round))[1] })));
    for (const { person } of gone) {
      await command('takedown', [
        ...['--person', person?.id ?? '', '--reason-code', 'consent-withdrawn'],
        ...['--now', '2026-11-27T09:00:00+08:00'],
      ]);
    }
    const revoked = idsIn(results.get('weihai-craftsman/2023') ?? '')[4] ?? '';
    await command('act', [
      ...[
        '--round',
        'weihai-craftsman/2023',
        '--kind',
        'revoke',
        '--person',
        revoked,
        '--reason-code',
        'materials-untrue',
      ],
      ...['--reason', '经核查申报材料不实。', '--now', '2026-11-27T09:30:00+08:00'],
    ]);
    await build('2026-11-27T10:00:00+08:00');
    for (const address of [`embed/people/${revoked}/`, `people/${revoked}/`]) {
      assert.match(await visibleText(site, address), /该称号已于2026年11月27日撤销/);
    }
    for (const address of ['', 'notice/', 'result/']) {
      const page = await visibleText(site, `weihai-craftsman/2023/${address}`);
      assert.match(page, /2026年11月27日撤销称号（申报材料不实）/, address);
    }
    assert.match(
      await readFile(join(site, 'programmes/weihai-craftsman/feed.xml'), 'utf8'),
      /其中有的称号后来已撤销。/,
    );
    for (const { round, person } of gone) {
      const notice = await visibleText(site, `${round}/notice/`);
      assert.ok(!notice.includes(person?.name ?? '?'), `${round} still names ${person?.name}`);
      assert.match(notice, /2\s*该人选信息已不再展示/);
      assert.match(await visibleText(site, `people/${person?.id}/`), /该人选信息已不再展示/);
      assert.match(await visibleText(site, `embed/people/${person?.id}/`), /该人选信息已不再展示/);
      assert.ok(!(await visibleText(site, `${round}/result/`)).includes(person?.name ?? '?'));
    }
    await rm(dirname(site), { recursive: true });
  });
});

/** The day under a text is the day on which it is published. */
function signed(text: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return text.replace(/^\d{4}年\d{1,2}月\d{1,2}日$/m, `${year}年${month}月${day}日`);
}

function folderOf(round: string): string {
  return join(content, 'programmes', round.replace('/', '/rounds/'));
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text, file);
  await writeFile(file, changed);
}

async function peopleOf(round: string): Promise<{ id: string; name: string }[]> {
  const roster = JSON.parse(await readFile(join(folderOf(round), 'roster.json'), 'utf8')) as {
    people: { id: string; name: string }[];
  };
  return roster.people;
}

function idsIn(result: string): string[] {
  return [...result.matchAll(/^ {6}- "([a-z0-9]+)"/gm)].map(([, id]) => id ?? '');
}

async function command(verb: string, args: string[]): Promise<void> {
  await run('node', [join(ROOT, `scripts/${verb}.ts`), ...args, '--content', content], { cwd: ROOT });
}
