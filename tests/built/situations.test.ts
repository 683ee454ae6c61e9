import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { aContent, checked, retype, ROUND, ROUND_FOLDER } from '#tests/office.ts';

/** Channels of every form, two lists with an office each, an hour at which the window opens, and a vote by the hour: one site for all. */
const ROUND_MD = `---
edition: "2024年度"
year: 2024
title: "2024年度澄湖工匠选树"
publicity:
  opensOn: "2024-09-11"
  closesOn: "2024-09-18"
  openingTime: "09:00"
outlets:
  - name: "《澄湖日报》"
  - name: "候选人所在单位公示栏"
channels:
  - kind: "phone"
    name: "市委组织部"
    areaCode: "0531"
    number: "12380"
    tiers: ["great"]
  - kind: "phone"
    name: "市总工会经济部"
    number: "0571-88888888转801、88888889"
    tiers: ["craftsman"]
    hours:
      - { from: "08:30", to: "12:00" }
  - kind: "phone"
    name: "服务热线"
    number: "400-000-0000"
  - kind: "fax"
    name: "市总工会经济部"
    number: "0571-88888887"
    tiers: ["craftsman"]
  - kind: "email"
    name: "市委组织部"
    address: "great@chenghu.example.org"
    tiers: ["great"]
  - kind: "email"
    name: "市总工会经济部"
    address: "objection@chenghu.example.org"
    tiers: ["craftsman"]
objection:
  postmark: "dispatch"
  anonymous: "refused"
tiers: []
nominatingBodies:
  - { name: "东湾区总工会", kind: "county" }
  - { name: "市财贸工会", kind: "unit" }
  - { name: "个人自荐" }
vote:
  opensOn: "2024-08-05"
  opensAt: "09:00"
  closesOn: "2024-08-15"
  closesAt: "09:00"
  address: "https://vote.chenghu.example.org/"
  text: "公众投票占一定比例。"
accepted:
  - code: "first-day-cut"
    reason: "报纸当天见报，网站上午九点同时公布。"
    by: "甲某"
---
`;

const TIERS = `  tiers:
    - key: "great"
      name: "澄湖大工匠"
      limit: { count: 1, kind: "exactly" }
      clause: "二"
    - key: "craftsman"
      name: "澄湖工匠"
      limit: { count: 2, kind: "exactly" }
      clause: "二"
`;

async function situations(): Promise<string> {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await writeFile(join(content, ROUND_FOLDER, 'round.md'), ROUND_MD);
  const programme = 'programmes/chenghu-craftsman/programme.md';
  const text = await readFile(join(content, programme), 'utf8');
  await writeFile(join(content, programme), text.replace(/ {2}tiers:\n(?: {4}.*\n)+/, TIERS));
  for (const [id, tier] of [
    ['p3wd9hz', 'great'],
    ['k7m2xq4', 'craftsman'],
    ['t5vb8nc', 'craftsman'],
  ]) {
    await retype(content, `${ROUND_FOLDER}/candidates/${id}.md`, 'trade: "', `tier: "${tier}"\ntrade: "`);
  }
  await retype(
    content,
    `${ROUND_FOLDER}/notice.md`,
    'published: "2024-09-10"',
    'published: "2024-09-11"\npublishedTime: "08:45"',
  );
  await retype(content, `${ROUND_FOLDER}/notice.md`, '2024年9月10日', '2024年9月11日');
  return content;
}

describe('a round with two offices, a fax and hours', () => {
  let content = '';
  let site = '';
  const file = (path: string): Promise<string> => readFile(join(site, path), 'utf8');
  const unfolded = async (path: string): Promise<string> => (await file(path)).replaceAll('\r\n ', '');
  before(async () => {
    content = await situations();
    assert.deepEqual(await checked(content), []);
    site = await buildInto({ content, now: '2024-09-12T10:00:00+08:00' });
  });

  it('prints every channel, and dials what can be dialled', async () => {
    const text = await visibleText(site, `${ROUND}/notice/`);
    for (const line of [
      '联系电话：0531-12380（市委组织部，受理澄湖大工匠人选的异议）',
      '联系电话：0571-88888888转801、0571-88888889（市总工会经济部，工作日8:30—12:00，受理澄湖工匠人选的异议）',
      '联系电话：400-000-0000（服务热线）',
      '传真：0571-88888887（市总工会经济部，受理澄湖工匠人选的异议）',
    ]) {
      assert.ok(text.includes(line), line);
    }
    const html = await file(`${ROUND}/objection/index.html`);
    const dialled = new Set([...html.matchAll(/href="tel:([^"]*)"/g)].map(([, target]) => target));
    assert.deepEqual([...dialled].sort(), ['+86-57188888888;ext=801', '+86-57188888889', '053112380', '4000000000']);
    assert.match(html, /0571-88888887/);
  });

  it('says whether one can ring now of the telephone with hours, and of nothing else', async () => {
    const html = await file(`${ROUND}/objection/index.html`);
    const lines = [...html.matchAll(/data-hours="([^"]*)" data-deed="([^"]*)"/g)].map(([, hours, deed]) => [
      hours,
      deed,
    ]);
    assert.deepEqual(lines, [['510-720', '打电话']]);
  });

  it('shows the reader of each list its own office first', async () => {
    const text = await visibleText(site, `${ROUND}/objection/`);
    const [great = '', craftsman = ''] = text.split('对澄湖工匠人选的异议');
    assert.match(great, /对澄湖大工匠人选的异议市委组织部电话0531-12380.*great@chenghu\.example\.org.*400-000-0000/);
    assert.match(craftsman, /^市总工会经济部电话0571-88888888转801/);
    assert.match(await visibleText(site, 'people/p3wd9hz/'), /异议受理：市委组织部，电话 0531-12380；/);
    assert.match(
      await visibleText(site, 'people/k7m2xq4/'),
      /异议受理：市总工会经济部，电话 0571-88888888转801、0571-88888889；/,
    );
    assert.match(await file('people/k7m2xq4/index.html'), /objection\/#office-craftsman"/);
  });

  it('addresses the letter to the office of the person chosen', async () => {
    const html = await file(`${ROUND}/objection/index.html`);
    const options = [...html.matchAll(/<option data-to="([^"]*)" data-email="([^"]*)"[^>]*>\s*([^<（]*)/g)];
    assert.deepEqual(
      options.map(([, to, email, name]) => [name?.trim(), to, email]),
      [
        ['骆青川', '市委组织部', 'great@chenghu.example.org'],
        ['庾岚', '市总工会经济部', 'objection@chenghu.example.org'],
        ['帕丽扎·铁木尔', '市总工会经济部', 'objection@chenghu.example.org'],
      ],
    );
  });

  it('goes into an address book as two offices, the fax as a fax', async () => {
    const cards = (await unfolded(`${ROUND}/office.vcf`)).split('END:VCARD').slice(0, 2);
    const reached = cards.map((card) => card.split('\r\n').filter((line) => /^(?:FN|TEL|EMAIL)/.test(line)));
    assert.deepEqual(reached, [
      [
        'FN:市委组织部',
        'TEL;TYPE=WORK,VOICE:053112380',
        'EMAIL;TYPE=INTERNET:great@chenghu.example.org',
        'TEL;TYPE=WORK,VOICE:4000000000',
      ],
      [
        'FN:市总工会经济部',
        'TEL;TYPE=WORK,VOICE:+86-57188888888;ext=801',
        'TEL;TYPE=WORK,VOICE:+86-57188888889',
        'TEL;TYPE=WORK,FAX:+86-57188888887',
        'EMAIL;TYPE=INTERNET:objection@chenghu.example.org',
        'TEL;TYPE=WORK,VOICE:4000000000',
      ],
    ]);
  });

  it('opens at its hour on page, card, feed, calendar, status and open data alike', async () => {
    const range = '2024年9月11日9:00至9月18日';
    for (const address of [`${ROUND}/notice/`, 'people/p3wd9hz/', 'embed/people/p3wd9hz/']) {
      assert.ok((await visibleText(site, address)).includes(range), address);
    }
    assert.match(
      await visibleText(site, `${ROUND}/objection/`),
      /公示期2024年9月11日（星期三）9:00至2024年9月18日（星期三）/,
    );
    assert.match(await visibleText(site, `${ROUND}/`), /2024年9月11日（星期三）9:00开始/);
    assert.match(await file(`${ROUND}/notice/index.html`), /data-opens="2024-09-11T09:00\+08:00"/);
    assert.match(await file('feed.xml'), new RegExp(range));
    assert.match(await unfolded(`${ROUND}/notice.ics`), /5个工作日，首日9:00开始，2024年9月18日（星期三）24:00截止/);
    const status = JSON.parse(await file(`${ROUND}/status.json`)) as { window: { opensAt: string } };
    assert.equal(status.window.opensAt, '2024-09-11T09:00:00+08:00');
    const data = JSON.parse(await file(`data/v1/${ROUND}.json`)) as { window: { opensAt: string } };
    assert.equal(data.window.opensAt, '2024-09-11T09:00:00+08:00');
  });

  it('tells the vote by the hour, with its address', async () => {
    const text = await visibleText(site, `${ROUND}/`);
    assert.match(text, /网络投票公众投票占一定比例。2024年8月5日（星期一）9:00至2024年8月15日（星期四）9:00/);
    const html = await file(`${ROUND}/index.html`);
    assert.match(html, /data-vote-opens="2024-08-05T09:00:00\+08:00" data-vote-closes="2024-08-15T09:00:00\+08:00"/);
    assert.match(html, /<a href="https:\/\/vote\.chenghu\.example\.org\/">/);
    const vote = {
      opensAt: '2024-08-05T09:00:00+08:00',
      closesAt: '2024-08-15T09:00:00+08:00',
      address: 'https://vote.chenghu.example.org/',
    };
    assert.deepEqual((JSON.parse(await file(`${ROUND}/status.json`)) as { vote: object }).vote, vote);
    assert.deepEqual((JSON.parse(await file(`data/v1/${ROUND}.json`)) as { vote: object }).vote, {
      ...vote,
      text: '公众投票占一定比例。',
    });
    assert.match(await unfolded(`${ROUND}/notice.ics`), /SUMMARY:网络投票：2024年度澄湖工匠/);
  });

  it('gives its channels away as open data', async () => {
    const { channels } = JSON.parse(await file(`data/v1/${ROUND}.json`)) as { channels: object[] };
    assert.deepEqual(channels.slice(0, 4), [
      {
        kind: 'phone',
        label: '电话',
        name: '市委组织部',
        text: '0531-12380',
        uris: ['tel:053112380'],
        tiers: ['澄湖大工匠'],
      },
      {
        kind: 'phone',
        label: '电话',
        name: '市总工会经济部',
        text: '0571-88888888转801、0571-88888889',
        uris: ['tel:+86-57188888888;ext=801', 'tel:+86-57188888889'],
        tiers: ['澄湖工匠'],
      },
      { kind: 'phone', label: '电话', name: '服务热线', text: '400-000-0000', uris: ['tel:4000000000'] },
      { kind: 'fax', label: '传真', name: '市总工会经济部', text: '0571-88888887', uris: [], tiers: ['澄湖工匠'] },
    ]);
  });
});
