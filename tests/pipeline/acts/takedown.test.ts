import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';
import { there } from '#tests/there.ts';

const NOW = '2024-09-12T10:00:00+08:00';
const LAN = 'k7m2xq4';

function takedown(content: string, options: Record<string, string | boolean> = {}, now = NOW) {
  const all = { content, person: LAN, 'reason-code': 'consent-withdrawn', now, ...options };
  return takedownCommand.run(given(all), () => Date.parse(now));
}

/** Every byte below a folder in which a text stands. */
async function filesWith(content: string, text: string): Promise<string[]> {
  const files = await readdir(content, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    if ((await readFile(path)).includes(text)) found.push(path.slice(content.length + 1));
  }
  return found.sort();
}

/** Approved, corrected twice and withdrawn once: everything that can hold a name. */
async function aLivedIn(): Promise<string> {
  const content = await aContent();
  await retype(
    content,
    `${ROUND_FOLDER}/candidates/${LAN}.md`,
    '\n---\n\n##',
    '\nphoto:\n  credit: "东湾纺织厂供图"\n  consent: "2024-06-20 本人签字同意"\n---\n\n##',
  );
  await mkdir(join(content, ROUND_FOLDER, 'photos'));
  await writeFile(join(content, ROUND_FOLDER, 'photos', `${LAN}.jpg`), 'a photo');
  await retype(content, `${ROUND_FOLDER}/roster.json`, '"orderedBy": "排名不分先后"', '"orderedBy": "排名 不分先后"');
  const decision = {
    body: '澄湖市总工会',
    document: '澄工发〔2024〕9号',
    date: '2024-09-09',
    approver: '甲',
    reviewer: '乙',
  };
  await approveCommand.run(given({ round: ROUND, content, ...decision, now: '2024-09-09T15:00:00+08:00' }), Date.now);
  const act = (options: Record<string, string | string[]>) =>
    actCommand.run(given({ round: ROUND, content, now: '2024-09-11T09:00:00+08:00', ...options }), Date.now);
  const slip = { kind: 'correction', 'reason-code': 'slip', person: [LAN] };
  await act({ ...slip, field: '姓名', old: '庾岚', new: '庾澜', reason: '庾岚应为庾澜。' });
  await act({ ...slip, field: '事迹材料', old: '庾岚看八台细纱机', new: '庾澜看八台细纱机', reason: '同上。' });
  return content;
}

describe('npm run takedown', () => {
  it('takes one person out of everything in one step', async () => {
    const content = await aLivedIn();
    const { current } = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as {
      current: { people: Record<string, { record: string }> };
    };
    const outcome = await takedown(content);
    assert.equal(outcome.exit, 0, outcome.text);
    for (const text of ['庾岚', '庾澜', '澄湖市东湾纺织厂', '三看两摸', 'a photo']) {
      assert.deepEqual(await filesWith(content, text), [], text);
    }
    const record = JSON.parse(
      await readFile(join(content, ROUND_FOLDER, 'taken-down', `${LAN}.json`), 'utf8'),
    ) as object;
    assert.deepEqual(Object.keys(record), [
      'id',
      'programme',
      'round',
      'date',
      'reasonCode',
      'digest',
      'position',
      'tier',
    ]);
    assert.deepEqual(record, {
      id: LAN,
      programme: 'chenghu-craftsman',
      round: '2024',
      date: '2024-09-12',
      reasonCode: 'consent-withdrawn',
      digest: (record as { digest: string }).digest,
      position: 2,
      tier: 'craftsman',
    });
    assert.notEqual(
      (record as { digest: string }).digest,
      there(current.people[LAN]).record,
      'corrected since it was approved',
    );
    assert.deepEqual(await checked(content), []);
  });

  it('takes what newspapers wrote of the person out of the round, by id or by the name in its title', async () => {
    const content = await aLivedIn();
    const file = join(content, ROUND_FOLDER, 'round.md');
    const report = (title: string, number: number, person = ''): string =>
      `  - title: "${title}"\n    outlet: "澄湖日报"\n    date: "2024-09-12"\n    address: "https://daily.example.org/${number}"\n${person}`;
    const coverage = `coverage:\n${report('织机旁', 1, `    person: "${LAN}"\n`)}${report('庾岚和她的织机', 2)}${report('名单公示', 3)}`;
    const before = await readFile(file, 'utf8');
    const end = before.indexOf('\n---', 4) + 1;
    await writeFile(file, before.slice(0, end) + coverage + before.slice(end));
    assert.equal((await takedown(content)).exit, 0);
    const after = await readFile(file, 'utf8');
    assert.equal(after, `${before.slice(0, end)}coverage:\n${report('名单公示', 3)}${before.slice(end)}`);
    assert.deepEqual(await checked(content), []);
  });

  it('leaves the digest of the record as it was approved', async () => {
    const content = await aContent();
    const decision = {
      body: '澄湖市总工会',
      document: '澄工发〔2024〕9号',
      date: '2024-09-09',
      approver: '甲',
      reviewer: '乙',
    };
    await approveCommand.run(given({ round: ROUND, content, ...decision, now: '2024-09-09T15:00:00+08:00' }), Date.now);
    await takedown(content);
    const approval = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as {
      current: { people: Record<string, { record: string }> };
      records: Record<string, object>;
    };
    const { digest } = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'taken-down', `${LAN}.json`), 'utf8')) as {
      digest: string;
    };
    assert.equal(digest, there(approval.current.people[LAN]).record);
    assert.equal(approval.records[digest], undefined);
    assert.deepEqual(await checked(content), []);
  });

  it('done twice changes nothing the second time', async () => {
    const content = await aLivedIn();
    await takedown(content);
    const before = await snapshot(content);
    const again = await takedown(content, {}, '2024-09-20T10:00:00+08:00');
    assert.deepEqual(await snapshot(content), before);
    assert.equal(again.exit, 0);
    assert.equal(again.text, '编号 k7m2xq4 已于 2024-09-12 撤下，没有要改的。\n');
  });

  it('keeps the numbers of the list when several are taken down', async () => {
    const content = await aContent();
    await takedown(content, { person: 'p3wd9hz' });
    await takedown(content, { person: 't5vb8nc' });
    const positions = await Promise.all(
      ['p3wd9hz', 't5vb8nc'].map(async (id) => {
        const text = await readFile(join(content, ROUND_FOLDER, 'taken-down', `${id}.json`), 'utf8');
        return (JSON.parse(text) as { position: number }).position;
      }),
    );
    assert.deepEqual(positions, [1, 3]);
    assert.deepEqual(await checked(content), []);
  });

  it('takes the acceptance with it that was about the person', async () => {
    const content = await aContent();
    await retype(
      content,
      `${ROUND_FOLDER}/round.md`,
      'nominatingBodies:\n',
      `accepted:\n  - code: "text-about"\n    person: "${LAN}"\n    reason: "庾岚自述从简。"\n    by: "办公室"\nnominatingBodies:\n`,
    );
    await takedown(content);
    assert.doesNotMatch(await readFile(join(content, ROUND_FOLDER, 'round.md'), 'utf8'), /accepted|庾岚/);
    assert.deepEqual(await checked(content), []);
  });

  it('keeps a revocation of several people without the one name', async () => {
    const content = await aContent();
    const revoke = {
      kind: 'revoke',
      'reason-code': 'unlawful',
      person: ['p3wd9hz', 't5vb8nc'],
      reason: '骆青川等二人违纪。',
    };
    await actCommand.run(given({ round: ROUND, content, ...revoke, now: '2025-03-04T09:00:00+08:00' }), Date.now);
    await takedown(content, { person: 'p3wd9hz' }, '2025-03-05T09:00:00+08:00');
    const text = await readFile(join(content, ROUND_FOLDER, 'acts/2025-03-04-revoke.md'), 'utf8');
    assert.match(text, /reason: "该人选等二人违纪。"[^]*people:\n {2}- "p3wd9hz"\n {2}- "t5vb8nc"/);
    assert.deepEqual(await checked(content), []);
  });

  it('says where the name still stands, by line and not by name, and who else is called so', async () => {
    const content = await aContent();
    await retype(
      content,
      `${ROUND_FOLDER}/notice.md`,
      '现将候选人名单向社会公示。',
      '现将庾岚等三人的名单向社会公示。',
    );
    const outcome = await takedown(content);
    const json = outcome.json as { mentions: { file: string; line: number }[] };
    assert.deepEqual(json.mentions, [{ file: `${ROUND_FOLDER}/notice.md`, line: 7 }]);
    assert.doesNotMatch(outcome.text + JSON.stringify(outcome.json), /庾岚/);
  });

  it('lists what it would do with --check-only', async () => {
    const content = await aLivedIn();
    const before = await snapshot(content);
    const outcome = await takedown(content, { 'check-only': true });
    assert.match(outcome.text, /^将会撤下编号 k7m2xq4[^]*将删除 .*\/k7m2xq4\.jpg\n[^]*只检查，没有写入。/);
    assert.deepEqual(await snapshot(content), before);
  });

  it('refuses strangers, people not yet public, and no reason', async () => {
    const content = await aContent();
    await assert.rejects(
      takedown(content, { person: 'zz9' }),
      new Refusal('person-unknown', '内容目录里没有（或读不出）这个编号的人。请核对 --person。'),
    );
    await assert.rejects(takedown(content, {}, '2024-09-09T10:00:00+08:00'), /公示还没有发布/);
    await assert.rejects(takedown(content, { 'reason-code': 'slip' }), UsageError);
    const bare = run('takedown', '--content', content, '--person', LAN);
    assert.equal(bare.exit, 2);
    assert.match(bare.err, /^缺少 --reason-code（为什么撤下）。可写：own-wish（本人放弃）、/);
  });

  it('publishes at no time that somebody made up, and writes nothing then', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const told =
      '发布、签名和清理只按本机的时钟，不能用 --now 另写一个时刻：账本里的时间要与发布的时间一致。请去掉 --now，或者去掉 --to，撤下以后另行生成和发布。什么也没有写入。';
    const asked = given({
      content,
      person: LAN,
      'reason-code': 'consent-withdrawn',
      now: NOW,
      to: ['/srv/none'],
      key: 'x.key',
    });
    await assert.rejects(
      takedownCommand.run(asked, () => Date.parse(NOW)),
      new Refusal('clock-made-up', told),
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('cannot be undone by writing the person back by hand', async () => {
    const content = await aContent();
    const file = join(content, ROUND_FOLDER, 'candidates', `${LAN}.md`);
    const text = await readFile(file, 'utf8');
    await takedown(content);
    await writeFile(file, text);
    const codes = (await checkContent(content)).findings.map(({ code }) => code);
    assert.ok(codes.includes('taken-down-still-there'));
    await takedown(content);
    assert.deepEqual(await checked(content), []);
  });
});
