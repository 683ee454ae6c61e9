import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aContent, retype, ROUND_FOLDER } from '#tests/office.ts';
import { aDesk } from './a-desk.ts';
import { type Reply, words } from './browser-without-script.ts';

const content = await aContent();
for (const name of ['result.md', 'reviews.json']) await rm(join(content, ROUND_FOLDER, name));
const desk = await aDesk(content, { now: '2024-09-09T10:00:00+08:00' });
const ROUND = 'round=chenghu-craftsman%2F2024';
const inRound = (...parts: string[]): string => join(content, ROUND_FOLDER, ...parts);

/** The page after a form that was carried out. */
async function done(reply: Reply): Promise<string> {
  assert.equal(reply.status, 303, words(reply.body));
  assert.match(String(reply.headers['location']), /^\/done\?id=/);
  return words((await desk.after(reply)).body);
}

/** The fingerprint as it is printed on the sheet. */
async function onPaper(query: string): Promise<string> {
  const sheet = await desk.get(`/sheet?${query}`);
  assert.match(String(sheet.headers['content-security-policy']), /sandbox/);
  const [found] = /(?:[0-9a-f]{4} ){4}[0-9a-f]{4}/.exec(words(sheet.body)) ?? [];
  assert.ok(found !== undefined);
  return found;
}

/** Handed over by one, reviewed by another. */
async function signed(query: string): Promise<string> {
  await done(await desk.fill(`/approval?${query}`, { approver: '甲某' }));
  return done(await desk.fill(`/review?${query}`, { fingerprint: await onPaper(query), reviewer: '乙某' }));
}

describe('a list at the desk', () => {
  const query = `${ROUND}&notice=first`;

  it('waits on the first page for its proof', async () => {
    const page = words((await desk.get('/')).body);
    assert.match(page, /2024年度澄湖工匠选树 chenghu-craftsman\/2024 .*校样 ，现在 .*检查没有错误。 出校样，送复核/);
  });

  it('is handed over with what its approval rests on, and not without', async () => {
    const bare = await desk.fill(`/approval?${query}`, { approver: '甲某' });
    assert.equal(bare.status, 422);
    assert.match(words(bare.body), /请填写批准机关、文号、批准文件的日期。/);
    const page = await done(
      await desk.fill(`/approval?${query}`, {
        body: '市总工会',
        document: '澄工发〔2024〕5号',
        date: '2024-09-06',
        approver: '甲某',
      }),
    );
    assert.match(page, /校样已经出好。请打开、打印，交给另一个人照着复核。/);
    assert.match(
      words((await desk.get('/')).body),
      /批准 ，现在 .*名单和公示已由 甲某 送审，等复核人照校样核对。 复核/,
    );
    assert.match(page, /npm run proof -- --round chenghu-craftsman\/2024 --notice first --out /);
  });

  it('is approved by no fingerprint but the one on the paper, and by no second name of the same person', async () => {
    const wrong = await desk.fill(`/review?${query}`, { fingerprint: '0000 0000 0000 0000 0000', reviewer: '乙某' });
    assert.equal(wrong.status, 422);
    assert.match(words(wrong.body), /输入的指纹与送审的内容对不上。请照校样再核对一遍/);
    const paper = await onPaper(query);
    for (const path of [`/review?${query}`, `/approval?${query}`, '/record'])
      assert.ok(!words((await desk.get(path)).body).includes(paper), path);
    const alone = await desk.fill(`/review?${query}`, { fingerprint: paper, reviewer: '甲某' });
    assert.equal(alone.status, 422);
    assert.match(words(alone.body), /还没有办成 .*(?:同一个人|同一人)/);
    const nobody = await desk.fill(`/review?${query}`, { fingerprint: paper, reviewer: '' });
    assert.match(words(nobody.body), /请复核人填写自己的姓名。/);
    assert.deepEqual((await readdir(inRound())).includes('approval.json'), false);
  });

  it('is approved once, however often the button is pressed', async () => {
    const page = await desk.get(`/review?${query}`);
    const fields = { fingerprint: (await onPaper(query)).replaceAll(' ', '').toUpperCase(), reviewer: '乙某' };
    const [first, second] = await Promise.all([desk.fillIn(page, fields), desk.fillIn(page, fields)]);
    assert.equal(first.headers['location'], second.headers['location']);
    assert.match(
      await done(first),
      /已批准 chenghu-craftsman\/2024：3 人，市总工会 澄工发〔2024〕5号（2024-09-06）。 批准人 甲某，复核人 乙某/,
    );
    const { current, former } = JSON.parse(await readFile(inRound('approval.json'), 'utf8')) as {
      current: Record<string, string>;
      former: unknown[];
    };
    assert.deepEqual([current['approver'], current['reviewer'], former], ['甲某', '乙某', []]);
    assert.match(words((await desk.get('/')).body), /发布 ，现在 .*已经批准。公示定于2024年9月10日（星期二）发布。/);
  });
});

describe('a notice that is public', () => {
  it('is corrected: the present text is shown, the new one typed, what comes of it said before it is done', async () => {
    desk.setClock('2024-09-12T10:00:00+08:00');
    const path = `/acts?${ROUND}&kind=correction&target=person+k7m2xq4&field=employer`;
    assert.match(words((await desk.get(path)).body), /单位 现在写的是： 澄湖市东湾纺织厂/);
    const look = await desk.fill(path, { new: '澄湖市东湾纺织有限公司', 'reason-code': 'slip', reason: '录入有误。' });
    assert.match(
      words(look.body),
      /可以办理：更正，.*原文：澄湖市东湾纺织厂 改为：澄湖市东湾纺织有限公司 只检查，没有写入。/,
    );
    assert.deepEqual(await readdir(inRound('acts')).catch(() => []), []);
    const page = await done(await desk.fillIn(look, {}, '记下更正'));
    assert.match(page, /已记录：更正，/);
    assert.match(
      page,
      /npm run act -- --round chenghu-craftsman\/2024 --kind correction --person k7m2xq4 --field employer --new 澄湖市东湾纺织有限公司/,
    );
    assert.match(await readFile(inRound('candidates/k7m2xq4.md'), 'utf8'), /澄湖市东湾纺织有限公司/);
    assert.match(
      await signed(`${ROUND}&act=2024-09-12-correction`),
      /已批准 chenghu-craftsman\/2024：2024年9月12日的更正。 批准人 甲某，复核人 乙某/,
    );
  });

  it('is watched: what is edited behind its back is the next thing to see', async () => {
    await retype(content, `${ROUND_FOLDER}/candidates/p3wd9hz.md`, '当天没有耽误一班船', '全年没有耽误一班船');
    assert.match(
      words((await desk.get('/')).body),
      /批准过、已经公布的内容被直接改动过。请改回；确要改的，用更正办理。 看改动了什么/,
    );
    const page = words((await desk.get(`/approval?${ROUND}&notice=first`)).body);
    assert.match(page, /批准以后改动过的地方 .*与批准的不同：澄工发〔2024〕5号批准的是.*当天.*现在是.*全年/);
    await retype(content, `${ROUND_FOLDER}/candidates/p3wd9hz.md`, '全年没有耽误一班船', '当天没有耽误一班船');
  });

  it('refuses what its kind cannot have, in the words of the form', async () => {
    const reply = await desk.fill(`/acts?${ROUND}&kind=extension`, {
      'new-close': '2024-09-17',
      'reason-code': 'outage',
      reason: '网站中断一天。',
    });
    assert.equal(reply.status, 422);
    assert.doesNotMatch(words(reply.body), /--|npm run/);
    const bare = await desk.fill(`/acts?${ROUND}&kind=withdraw-candidate`, {
      'reason-code': 'own-wish',
      reason: '本人书面提出。',
    });
    assert.equal(bare.status, 422);
    assert.doesNotMatch(words(bare.body), /--|npm run/);
  });

  it('lets somebody leave, and says so on the first page until it is reviewed', async () => {
    const look = await desk.fill(`/acts?${ROUND}&kind=withdraw-candidate`, {
      person: 't5vb8nc',
      'reason-code': 'own-wish',
      reason: '本人书面提出。',
    });
    await done(await desk.fillIn(look, {}, '记下取消候选资格'));
    assert.match(words((await desk.get('/')).body), /2024年9月12日的取消候选资格还没有复核，复核以后才能发布。/);
    await signed(`${ROUND}&act=2024-09-12-withdraw-candidate`);
    assert.match(
      words((await desk.get('/')).body),
      /正在公示。第 2 天，共 5 天。截止2024年9月18日（星期三），还有 6 天。/,
    );
  });
});

describe('a second notice of a round', () => {
  it('is made from the list of the first, with a window that is counted, and waits for its own approval', async () => {
    const own = await aContent();
    for (const name of ['result.md', 'reviews.json']) await rm(join(own, ROUND_FOLDER, name));
    const second = await aDesk(own, { now: '2024-09-12T10:00:00+08:00' });
    const path = `/new-notice?${ROUND}&kind=re-publicity`;
    const early = await second.fill(path, { published: '2024-09-13', opens: '2024-09-31' });
    assert.match(words(early.body), /“公示首日”不是一个存在的日期，请按“年-月-日”写/);
    const made = await second.fill(path, { published: '2024-09-20', opens: '2024-09-23' });
    assert.equal(made.status, 303, words(made.body));
    // Monday 23 to Friday 27 September 2024.
    assert.match(await readFile(join(own, ROUND_FOLDER, 'notices/again/notice.md'), 'utf8'), /closesOn: "2024-09-27"/);
    assert.match(words((await second.get(`/approval?${ROUND}`)).body), /名单和公示（重新公示） 还没有批准/);
  });
});

describe('a window that has closed', () => {
  it('gets its result from the list: who left stands there and cannot be named', async () => {
    desk.setClock('2024-10-16T10:00:00+08:00');
    const path = `/result?${ROUND}`;
    assert.match(words((await desk.get(path)).body), /这一届公示期满、等待结果。/);
    const early = await desk.fill(path, { document: '澄政发〔2024〕9号', date: '2024-09-17' });
    assert.equal(early.status, 422);
    const look = await desk.fill(path, {
      document: '澄政发〔2024〕9号',
      date: '2024-10-16',
      'fate-p3wd9hz': 'out',
      received: '1',
    });
    assert.match(words(look.body), /命名：澄湖工匠 1 人。未命名 1 人，此前退出或取消资格 1 人。 只检查，没有写入。/);
    await done(await desk.fillIn(look, {}, '写出结果'));
    assert.match(await signed(`${ROUND}&result=result`), /已批准 chenghu-craftsman\/2024：结果。/);
    assert.match(words((await desk.get('/')).body), /结果已公布。/);
  });

  it('lets one person be taken down, after a list of what goes, and reviewed afterwards', async () => {
    const found = words((await desk.get('/takedown?name=骆青川')).body);
    assert.match(found, /骆青川（澄湖市远航渡轮有限公司） 2024年度澄湖工匠选树，编号 p3wd9hz/);
    const look = await desk.fill('/takedown?person=p3wd9hz', { 'reason-code': 'consent-withdrawn' });
    assert.match(words(look.body), /将会撤下编号 p3wd9hz（本人撤回公开同意）。 将删除 .*candidates\/p3wd9hz\.md/);
    const page = await done(await desk.fillIn(look, {}, '撤下'));
    assert.match(page, /已撤下编号 p3wd9hz/);
    assert.ok(!(await readdir(inRound('candidates'))).includes('p3wd9hz.md'));
    assert.match(await signed(`${ROUND}&takedown=p3wd9hz`), /已批准 chenghu-craftsman\/2024：编号 p3wd9hz 的撤下。/);
  });
});

describe('the record', () => {
  it('says who signed what and when, by fingerprint, and how each thing would be typed', async () => {
    const page = words((await desk.get('/record')).body);
    assert.match(page, /2024-10-16 10:00 2024年度澄湖工匠选树 结果 甲某、乙某/);
    assert.match(
      page,
      /2024-09-09 10:00 2024年度澄湖工匠选树 .*甲某、乙某 市总工会 澄工发〔2024〕5号（2024-09-06） [0-9a-f]{4} /,
    );
    assert.match(page, /npm run takedown -- --person p3wd9hz --reason-code consent-withdrawn --content /);
    const file = await desk.get('/record-file');
    assert.match(String(file.headers['content-disposition']), /^attachment; filename\*=UTF-8''/);
    assert.match(words(file.body), /2024年度澄湖工匠选树：结果已公布。/);
    assert.doesNotMatch(file.body, /<form|<script|<a /);
  });
});
