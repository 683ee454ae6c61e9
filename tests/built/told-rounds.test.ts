import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { ROUNDS } from '#tests/told/rounds.ts';
import { toldContent } from '#tests/told/told-rounds.ts';
import { readSearchFiles } from './search-files.ts';

/** Real situations of notices and results, all in one content folder and one build; what they must show stands in the sources named there. */
let content: string;
let site: string;

before(async () => {
  content = await toldContent(ROUNDS);
  site = await buildInto({ content, now: '2026-12-08T10:00:00+08:00' });
});
after(async () => {
  await rm(dirname(content), { recursive: true });
  await rm(dirname(site), { recursive: true });
});

/** What the main part of a page shows, without white space: cells of a table have none between them. */
const page = async (address: string): Promise<string> => {
  const text = (await visibleText(site, address)).replace(/\s+/g, '');
  return text.replace('现在看到的可能已经过时。请刷新，或向公示单位核实。', '');
};
const file = (path: string): Promise<string> => readFile(join(site, path), 'utf8');
const json = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await file(path)) as Record<string, unknown>;
const peopleOf = async (round: string): Promise<Record<string, unknown>[]> =>
  (await json(`data/v1/${round}/2026.json`))['people'] as Record<string, unknown>[];

describe('a list of persons, a collective, a team and a unit', () => {
  it('is counted by what each is, on the notice, in the feed, on the card and in the data', async () => {
    const count = '2名个人、1个集体、1个团队、1个单位';
    const notice = await page('mixed-award/2026/notice/');
    assert.ok(notice.includes(`公示对象名单${count}，排名不分先后`), notice.slice(0, 900));
    assert.ok(notice.includes(`名单（${count}，排名不分先后）`));
    for (const text of [notice, await page(''), await page('mixed-award/2026/'), await page('embed/mixed-award/2026/')])
      assert.doesNotMatch(text, /5人/);
    assert.ok((await file('feed.xml')).includes(`公示对象${count}。`));
    assert.ok((await page('embed/mixed-award/2026/')).includes(`公示对象${count}`));
    assert.ok((await page('data/')).includes(count));
  });

  it('has tables of its own for each, with the numbers of the list', async () => {
    const notice = await page('mixed-award/2026/notice/');
    assert.match(notice, /序号姓名工作单位工种、等级主要事迹个人（2名）1卞颂安.*3仲跻海/);
    assert.match(notice, /序号名称所属单位主要事迹集体（1个）2澄湖市东湾区税务局办税服务中心澄湖市东湾区税务局/);
    assert.match(notice, /团队（1个）4第3机组检修团队澄湖发电有限公司.*单位（1个）5澄湖市自来水公司/);
  });

  it('asks a collective for no trade and no portrait, and is an Organization to programs', async () => {
    const profile = await page('people/mx2/');
    assert.match(profile, /2026年度示例先锋候选集体/);
    assert.match(profile, /对象集体/);
    assert.match(profile, /所属单位澄湖市东湾区税务局/);
    assert.doesNotMatch(profile, /工种焊工|候选人/);
    const html = await file('people/mx2/index.html');
    assert.doesNotMatch(html, /class="seal/);
    assert.match(
      html,
      /"@type":"Organization","name":"澄湖市东湾区税务局办税服务中心","parentOrganization":\{"@type":"Organization","name":"澄湖市东湾区税务局"\}/,
    );
    assert.doesNotMatch(html, /"@type":"Person"/);
    assert.doesNotMatch(await page('people/mx5/'), /所属单位/);
  });

  it('stands in the index of names apart from surnames, in the search, the letter and the open data', async () => {
    const search = await page('search/');
    assert.match(
      search,
      /集体和单位.*澄湖市东湾区税务局办税服务中心集体，澄湖市东湾区税务局，2026年度示例先锋选树对象/,
    );
    const shards = (await readdir(join(site, 'search/people'))).filter((name) => /^\d{4}\.json$/.test(name));
    const shard = await json(`search/people/${shards[0]}`);
    assert.deepEqual(Object.values(shard['subjects'] as object).sort(), ['单位', '团队', '集体']);
    assert.ok((await readSearchFiles(site)).placesOf('第3机组检修团队').includes('人选'));
    assert.match(await page('mixed-award/2026/objection/'), /澄湖市自来水公司(?!（)/);
    const people = await peopleOf('mixed-award');
    assert.deepEqual(
      people.map(({ subject }) => subject),
      [undefined, '集体', undefined, '团队', '单位'],
    );
    assert.match(await file('data/v1/mixed-award/2026.csv'), /候选集体/);
  });
});

describe('more names than places', () => {
  it('is said on the notice, with all of them shown', async () => {
    const notice = await page('margin-craftsman/2026/notice/');
    assert.ok(notice.includes('本次为差额公示，示例匠人至多命名3人。'));
    assert.ok(notice.includes('候选人名单4人，排名不分先后'));
  });
});

describe('tiers that the jury settles', () => {
  it('are open on the notice, and nobody has one', async () => {
    const notice = await page('open-craftsman/2026/notice/');
    assert.ok(notice.includes('等次由评议组评议确定，在结果中公布（示例十大巧匠1人，示例巧匠2人）。'));
    assert.match(await page('people/op1/'), /2026年度示例巧匠候选人/);
    assert.deepEqual(
      (await peopleOf('open-craftsman')).map(({ tier }) => tier),
      [undefined, undefined, undefined],
    );
  });
});

describe('reserves', () => {
  it('are numbered in the list and stand behind those they wait for', async () => {
    const notice = await page('reserve-craftsman/2026/notice/');
    assert.match(notice, /示例劳模（3人）.*后备人选（2人）4车令仪后备第1名，递补.*5矫云帆后备第2名/);
    assert.ok(notice.includes('后备人选按名单次序递补：示例劳模有空缺时，依次递补，不再另行公示。'));
  });

  it('move up in order, and are reconciled as 递补 and 未递补', async () => {
    const result = await page('reserve-craftsman/2026/result/');
    assert.ok(result.includes('命名示例劳模3人'));
    assert.match(result, /3车令仪递补/);
    assert.match(result, /4车令仪后备人选，示例朐阳机械有限公司示例劳模（递补）/);
    assert.match(result, /5矫云帆后备人选，示例朐阳机械有限公司未递补/);
    assert.doesNotMatch(result, /命名后备人选/);
    assert.match(await page('people/rs4/'), /2026年12月1日递补，被命名为示例劳模/);
    const people = await peopleOf('reserve-craftsman');
    assert.deepEqual(
      people.map(({ state, movedUp }) => [state, movedUp]),
      [
        ['honouree', undefined],
        ['withdrawn', undefined],
        ['honouree', undefined],
        ['honouree', true],
        ['notConferred', false],
      ],
    );
    assert.match(await file('data/v1/reserve-craftsman/2026.csv'), /获得者（递补）[\s\S]*未递补/);
    const search = await readSearchFiles(site);
    assert.ok(search.placesOf('车令仪').includes('人选'));
    assert.deepEqual(search.placesOf('矫云帆').includes('人选'), false);
  });

  it('and whoever leaves of their own will is said to have left, never to be disqualified', async () => {
    const notice = await page('reserve-craftsman/2026/notice/');
    assert.match(notice, /2毕澄.*2026年11月26日退出/);
    assert.match(notice, /退出：毕澄/);
    assert.match(await page('people/rs2/'), /不再展示/);
    for (const text of [
      notice,
      await page('people/rs2/'),
      await page('reserve-craftsman/2026/result/'),
      await file('feed.xml'),
    ])
      assert.doesNotMatch(text, /取消.{0,4}候选资格/);
    assert.match(await file('feed.xml'), /退出：关于2026年度示例劳模候选人的公示/);
  });
});

describe('who is not named, who is put off, and who is named later', () => {
  it('is said without a reason, and nothing on any page accuses', async () => {
    const result = await page('decided-craftsman/2026/result/');
    assert.match(result, /2柏青禾候选人，示例朐阳机械有限公司未命名(?!：)/);
    assert.deepEqual(
      (await peopleOf('decided-craftsman')).map(({ state }) => state),
      ['honouree', 'notConferred', 'deferred', 'honouree'],
    );
    assert.equal((await peopleOf('decided-craftsman'))[2]?.['reasonCode'], undefined);
  });

  it('keeps everything of whom the decision is put off, with a neutral remark', async () => {
    const profile = await page('people/dc3/');
    assert.match(profile, /2026年度示例名匠候选人，2026年11月30日暂缓命名，结果另行公布/);
    assert.match(profile, /多年在一线/);
    assert.doesNotMatch(profile, /核实|异议正在/);
    assert.match(await page('embed/people/dc3/'), /谷雨桥.*暂缓命名/);
    assert.match(await page('decided-craftsman/2026/result/'), /3谷雨桥.*暂缓命名，结果另行公布/);
    assert.ok((await readSearchFiles(site)).placesOf('谷雨桥').includes('人选'));
    assert.match(await file('feed.xml'), /2人暂缓命名，结果另行公布。详见网页。/);
  });

  it('has a dated document of its own for the further result, and the interim remark is gone', async () => {
    const further = await page('decided-craftsman/2026/result-2/');
    assert.match(further, /关于补充公布示例名匠的通知/);
    assert.match(further, /2026年12月4日发布/);
    assert.match(further, /命名示例名匠1人/);
    assert.match(further, /4阚明舟候选人，示例朐阳机械有限公司示例名匠/);
    assert.match(await page('people/dc4/'), /2026年12月4日被命名为示例名匠/);
    assert.doesNotMatch(await page('people/dc4/'), /暂缓/);
    assert.match(await file('people/dc4/index.html'), /href="[^"]*decided-craftsman\/2026\/result-2\/"/);
    assert.match(await page('decided-craftsman/2026/result/'), /补充公布：关于补充公布示例名匠的通知（2026年12月4日）/);
    assert.match(await page('decided-craftsman/2026/'), /命名示例名匠2人/);
    const status = await json('decided-craftsman/2026/status.json');
    assert.deepEqual(status['furtherResults'], [
      {
        title: '关于补充公布示例名匠的通知',
        published: '2026-12-04T00:00:00+08:00',
        conferredOn: '2026-12-04',
        address: 'https://gongshi.example.org/decided-craftsman/2026/result-2/',
      },
    ]);
    assert.match(await file('feed.xml'), /补充公布2026年度示例名匠选树结果/);
    assert.match(await file('sitemap.xml'), /decided-craftsman\/2026\/result-2\//);
    assert.ok(existsSync(join(site, 'decided-craftsman/2026/notice.ics')));
  });
});
