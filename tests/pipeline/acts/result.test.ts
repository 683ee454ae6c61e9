import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { resultCommand } from '#pipeline/acts/result-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';
import { approve } from '#tests/pipeline/approval/approvals.ts';

const AFTER = '2024-10-16T09:30:00+08:00';
const decision = { document: '澄工发〔2024〕12号', authority: ['澄湖市总工会'], date: '2024-10-16' };

/** The fixture before its result: three candidates, whose window closed on 18 September 2024. */
async function closedRound(): Promise<string> {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'), { force: true });
  return content;
}

function result(content: string, options: Record<string, string | boolean | string[]> = {}, now = AFTER) {
  return resultCommand.run(given({ round: ROUND, content, ...decision, ...options }), () => Date.parse(now));
}

const written = (content: string) => readFile(join(content, ROUND_FOLDER, 'result.md'), 'utf8');

describe('npm run result', () => {
  it('confers everybody who is neither left out nor withdrawn, in the order of the list', async () => {
    const content = await closedRound();
    const withdraw = {
      kind: 'withdraw-candidate',
      'reason-code': 'own-wish',
      reason: '本人申请退出。',
      person: ['t5vb8nc'],
    };
    await actCommand.run(given({ round: ROUND, content, ...withdraw, now: '2024-09-12T10:00:00+08:00' }), Date.now);
    const outcome = await result(content, { 'not-conferred': ['k7m2xq4=名额所限'], objections: '3,1,0' });
    assert.equal(outcome.exit, 0, outcome.text);
    assert.equal(
      await written(content),
      `---
title: "关于公布2024年度澄湖工匠名单的通知"
documentNumber: "澄工发〔2024〕12号"
issuers:
  - "澄湖市总工会"
conferredOn: "2024-10-16"
published: "2024-10-16"
publishedTime: "09:30"
conferred:
  - tier: "craftsman"
    people:
      - "p3wd9hz"
notConferred:
  - person: "k7m2xq4"
    reason: "名额所限"
objections:
  received: 3
  verified: 1
  affected: 0
---

根据《关于选树澄湖工匠的通知》（澄工发〔2024〕8号），经推荐申报、社会公示，澄湖市总工会决定（澄工发〔2024〕12号）命名2024年度澄湖工匠，现予公布。

澄湖市总工会

2024年10月16日
`,
    );
    assert.equal(
      outcome.text,
      `已写入：关于公布2024年度澄湖工匠名单的通知
澄湖市总工会，2024年10月16日决定，2024年10月16日 09:30 公布。
命名：澄湖工匠 1 人。未命名 1 人，此前退出或取消资格 1 人。
写入 ${ROUND_FOLDER}/result.md
接下来：核对 result.md 的标题和正文，出校样（npm run proof -- --round chenghu-craftsman/2024 --result --out 校样.html），两个人看过以后记录（npm run approve -- --round chenghu-craftsman/2024 --result --approver 姓名 --reviewer 姓名），再重新生成网站（npm run build）。
`,
    );
    assert.deepEqual(await checked(content), []);
  });

  it('waits for the close, to the second', async () => {
    const content = await closedRound();
    const before = await snapshot(content);
    await assert.rejects(
      result(content, { date: '2024-09-19' }, '2024-09-18T23:59:59+08:00'),
      new Refusal('window-open', '公示期到 2024年9月18日（星期三）才满，期满以后才能决定和公布结果。'),
    );
    assert.deepEqual(await snapshot(content), before);
    assert.equal((await result(content, { date: '2024-09-19' }, '2024-09-19T00:00:00+08:00')).exit, 0);
  });

  it('waits for an extension, and for a suspended window to go on', async () => {
    const act = async (options: Record<string, string>) => {
      const content = await closedRound();
      const now = '2024-09-12T10:00:00+08:00';
      await actCommand.run(
        given({ round: ROUND, content, reason: '网站中断。', 'reason-code': 'outage', now, ...options }),
        Date.now,
      );
      return content;
    };
    const extended = await act({ kind: 'extension', 'new-close': '2024-10-16' });
    await assert.rejects(result(extended), /公示期到 2024年10月16日（星期三）才满/);
    const suspended = await act({ kind: 'suspension' });
    await assert.rejects(result(suspended), /公示还在中止，没有满期。请先恢复公示/);
    const withdrawn = await act({ kind: 'withdraw-notice', 'reason-code': 'procedure-faulty' });
    await assert.rejects(result(withdrawn), /公示已经撤销，不能据此公布结果。/);
  });

  it('refuses strangers, a second result, more than the quota, and a result of nobody', async () => {
    const content = await closedRound();
    await assert.rejects(
      result(content, { 'not-conferred': ['zz9=名额所限'] }),
      new Refusal('person-unknown', '名单里没有编号 zz9。请核对 --not-conferred。'),
    );
    const all = ['p3wd9hz=甲', 'k7m2xq4=乙', 't5vb8nc=丙'];
    await assert.rejects(result(content, { 'not-conferred': all }), /没有一个人命名/);
    const programme = 'programmes/chenghu-craftsman/programme.md';
    await retype(content, programme, 'limit: { count: 3, kind: "exactly" }', 'limit: { count: 2, kind: "at-most" }');
    const over = await result(content);
    assert.equal(over.exit, 1);
    assert.match(over.text, /3 人.*不超过 2 人.*\[result-quota-missed\]/s);
    await result(content, { 'not-conferred': ['k7m2xq4=名额所限'] });
    await assert.rejects(result(content), /已经有结果（.*result\.md）。改正文字请用更正/);
  });

  it('does not ask for somebody who was taken down', async () => {
    const content = await closedRound();
    const now = '2024-09-12T10:00:00+08:00';
    await takedownCommand.run(given({ content, person: 'k7m2xq4', 'reason-code': 'consent-withdrawn', now }), Date.now);
    assert.equal((await result(content)).exit, 0);
    assert.deepEqual(await checked(content), []);
  });

  it('is published now or later, never before', async () => {
    const content = await closedRound();
    await assert.rejects(result(content, { published: '2024-10-15' }), /公布时刻 2024-10-15 00:00 已经过去/);
    const outcome = await result(content, { published: '2024-10-18' });
    assert.equal((outcome.json as { result: { publishedTime: string } }).result.publishedTime, '00:00');
  });

  it('asks for what is missing in words', async () => {
    const content = await closedRound();
    const wrong: [Record<string, string | string[]>, RegExp][] = [
      [{ authority: [], document: '' }, /^缺少 --authority（作出决定的机关）/],
      [{ 'not-conferred': ['=名额所限'] }, /^--not-conferred 要写成 编号（姓名），或 编号=理由/],
      [{ confer: ['craftsman='] }, /^--confer 要写成 编号（姓名），或 档次=编号,编号/],
      [{ objections: '3' }, /^--objections 要写成 收到,核实,涉及 三个数/],
      [{ objections: '1,3,0' }, /核实的件数多于收到的件数/],
      [{ time: '24:00' }, /^--time 要写成/],
    ];
    for (const [options, message] of wrong) {
      await assert.rejects(result(content, options), (error) => {
        assert.ok(error instanceof UsageError, String(error));
        assert.match(error.message, message);
        return true;
      });
    }
    assert.equal(run('result', '--content', content, '--round', ROUND).exit, 2);
  });
});

describe('the result of an approved round', () => {
  it('is remembered as announced: a slip, a lost file and a new approval later are told apart', async () => {
    const content = await closedRound();
    assert.equal((await approve(content)).exit, 0);
    assert.equal((await result(content, { objections: '3,1,0' })).exit, 0);
    assert.deepEqual(await checked(content), []);

    await retype(content, `${ROUND_FOLDER}/result.md`, 'received: 3', 'received: 2');
    await retype(content, `${ROUND_FOLDER}/result.md`, '2024年10月16日', '2024年10月17日');
    const tail = '请改回；公布时就写错的，改回以后用更正（npm run act -- --kind correction）。 [result-altered]';
    assert.deepEqual(
      (await checked(content)).filter((line) => line.includes('[result-altered]')),
      [
        `result.md 第 17 行「objections.received」：结果公告的异议情况·收到件数与 2024-10-16 公布时的不同：公布的是“3”，现在是“2”。${tail}`,
        `result.md 第 21 行：结果公告的正文与 2024-10-16 公布时的不同：公布的是“…024年10月16日”，现在是“…024年10月17日”。${tail}`,
      ],
    );

    await rm(join(content, ROUND_FOLDER, 'result.md'));
    assert.deepEqual(await checked(content), [
      'result.md：结果公告已于 2024-10-16 公布，现在这个文件不见了。请恢复这个文件；撤销称号请用 npm run act -- --kind revoke。 [result-lost]',
    ]);
  });

  it('may be corrected by an act, and keeps its seal when the round is approved again', async () => {
    const content = await closedRound();
    await approve(content);
    await result(content, { objections: '3,1,0' });
    const act = {
      kind: 'correction',
      'reason-code': 'slip',
      reason: '录入有误。',
      field: 'result.objections.received',
    };
    const options = { round: ROUND, content, ...act, old: '3', new: '2', now: '2024-10-17T10:00:00+08:00' };
    assert.equal((await actCommand.run(given(options), Date.now)).exit, 0);
    assert.match(await written(content), /received: 2/);
    assert.deepEqual(await checked(content), []);
    assert.equal((await approve(content, { again: '补报一份材料' })).exit, 0);
    await rm(join(content, ROUND_FOLDER, 'result.md'));
    assert.equal((await checked(content)).length, 1);
  });

  it('forgets the words in which it named a person who is taken down', async () => {
    const content = await closedRound();
    await approve(content);
    const text = join(content, '..', 'text.md');
    await writeFile(text, '现授予庾岚等同志称号。\n');
    assert.equal((await result(content, { text })).exit, 0);
    const gone = { person: 'k7m2xq4', 'reason-code': 'own-wish', now: '2024-10-20T10:00:00+08:00' };
    await takedownCommand.run(given({ round: ROUND, content, ...gone }), Date.now);
    assert.doesNotMatch(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8'), /庾岚/);
  });
});
