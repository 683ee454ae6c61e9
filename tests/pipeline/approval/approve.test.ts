import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { aContent, checked, retype, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { approve, digestOf, two, written } from './approvals.ts';

describe('approving a round', () => {
  it('writes who, by which document, when, and what was approved', async () => {
    const content = await aContent();
    const outcome = await approve(content);
    const { current, former, records } = await written(content);
    const { digest, parts, people, ...decision } = current;
    assert.deepEqual(decision, { ...two, approvedAt: '2024-09-09T15:04:05+08:00' });
    assert.deepEqual(former, []);
    assert.deepEqual(Object.keys(people), ['p3wd9hz', 'k7m2xq4', 't5vb8nc']);
    assert.equal(outcome.exit, 0);
    assert.equal(
      outcome.text,
      `已批准 ${ROUND}：3 人，澄湖市总工会 澄工发〔2024〕9号（2024-09-09）。
批准人 甲，复核人 乙
指纹 ${digest.slice(0, 20).replace(/(.{4})(?=.)/g, '$1 ')}
摘要 ${digest}
写入 ${ROUND_FOLDER}/approval.json。从现在起，批准过的内容如有改动，npm run check 会逐项指出。
`,
    );

    const lan = there(records[there(people['k7m2xq4']).record]);
    assert.deepEqual(
      { ...lan, 'texts.0.text': there(lan['texts.0.text']).slice(0, 12) },
      {
        name: '庾岚',
        employer: '澄湖市东湾纺织厂',
        post: '细纱挡车班长',
        trade: '细纱挡车工',
        skillLevel: 'senior-worker',
        route: 'unionNomination',
        nominatingBody: '东湾区总工会',
        yearsInTrade: '12',
        'conditions.0': '1',
        'conditions.1': '2',
        'earlierPublicity.opensOn': '2024-07-04',
        'earlierPublicity.closesOn': '2024-07-08',
        summary: '细纱挡车工，单手接头每分钟二十二根，断头率全厂最低。',
        'honours.0.name': '示例省纺织行业技术能手',
        'honours.0.level': 'province',
        'honours.0.year': '2022',
        'workMethods.0': '三看两摸巡回法',
        'texts.0.heading': '事迹材料',
        'texts.0.text': '庾岚看八台细纱机，一个班',
        'texts.1.heading': '个人自述',
        'texts.1.text': '纱线断了可以接，手上的分寸要靠年头攒。',
        'listed.name': '庾岚',
        'listed.employer': '澄湖市东湾纺织厂',
      },
    );
    assert.deepEqual(records[there(parts['window'])], {
      length: '5',
      unit: 'working',
      countsFrom: 'opening-day',
      opensOn: '2024-09-11',
      closesOn: '2024-09-18',
    });
    assert.equal(
      there(there(records[there(parts['notice'])])['texts.0.text']).split('\n')[0],
      '根据《关于选树澄湖工匠的通知》（澄工发〔2024〕8号），现将候选人名单向社会公示。',
    );
  });

  it('names everything by digests that anybody can compute', async () => {
    const content = await aContent();
    await approve(content);
    const { current, records } = await written(content);
    for (const [digest, record] of Object.entries(records)) assert.equal(digestOf(record), digest);
    assert.equal(digestOf({ parts: current.parts, people: current.people }), current.digest);
    const named = [...Object.values(current.parts), ...Object.values(current.people).map(({ record }) => record)];
    assert.deepEqual(new Set(named), new Set(Object.keys(records)));
  });

  it('is the same for the same content, whenever and by whomever', async () => {
    const [one, other] = [await aContent(), await aContent()];
    await approve(one);
    await approve(other, { approver: '丙', document: '另一号', date: '2024-09-08' });
    assert.equal((await written(one)).current.digest, (await written(other)).current.digest);
  });

  it('leaves check without a finding until something is changed', async () => {
    const content = await aContent();
    await approve(content);
    assert.deepEqual(await checked(content), []);
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    assert.deepEqual(await checked(content), [
      'candidates/k7m2xq4.md 第 22 行（庾岚）：正文“事迹材料”与批准的不同：澄工发〔2024〕9号批准的是“…机，一个班要走十六公里。她把巡回路…”，现在是“…机，一个班要走十七公里。她把巡回路…”。请改回批准的文字；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-field-changed]',
    ]);
  });
});

describe('approval is refused', () => {
  const refusal = async (content: string, change: Record<string, string | undefined>): Promise<string> => {
    const before = await snapshot(content);
    const error = await approve(content, change).catch((caught: unknown) => caught);
    assert.deepEqual(await snapshot(content), before);
    if (error instanceof Refusal) return `1 ${error.code}: ${error.message}`;
    if (error instanceof UsageError) return `2 ${error.message}`;
    throw error;
  };

  it('to one person alone without a reason, and to one person in two roles', async () => {
    const content = await aContent();
    assert.equal(
      await refusal(content, { reviewer: undefined }),
      '2 缺少 --reviewer（复核人）。批准要有两个人；确实只有一人的，请用 --sole-reason 写明原因。',
    );
    assert.equal(
      await refusal(content, { reviewer: ' 甲' }),
      '1 approval-same-person: 批准人和复核人是同一个人。请由另一个人复核；确实只有一人的，不写复核人，改写一人办理的原因。',
    );
    assert.equal(
      await refusal(content, { 'sole-reason': '复核岗位空缺' }),
      '1 approval-reason-not-needed: 既写了复核人，又写了一人办理的原因。请只留一项。',
    );
    const sole = await approve(content, { reviewer: undefined, 'sole-reason': '复核岗位空缺' });
    assert.match(sole.text, /批准人 甲（一人办理：复核岗位空缺）/);
    assert.equal((await written(content)).current['soleReason'], '复核岗位空缺');
  });

  it('with all missing options named at once', async () => {
    const content = await aContent();
    assert.equal(
      await refusal(content, { body: undefined, document: undefined, date: undefined, approver: undefined }),
      '2 缺少 --body（批准机关）、--document（文号）、--date（批准文件的日期）、--approver（批准人）。请补上。',
    );
    assert.equal(
      await refusal(content, { date: '2024-02-30' }),
      '2 --date 不是一个存在的日期。请按“年-月-日”写，例如 2026-11-23。',
    );
    assert.equal(await refusal(content, { body: '市\n总工会' }), '2 --body 要写一行文字，不能是空的，最多 400 个字。');
  });

  it('for a round that is not there, naming those that are', async () => {
    assert.equal(
      await refusal(await aContent(), { round: 'chenghu-craftsman/2025' }),
      '1 round-unknown: 内容目录里没有（或读不出）“chenghu-craftsman/2025”这一届。现有：chenghu-craftsman/2024。请核对 --round。',
    );
  });

  it('while the round has an error or an unaccepted warning, and nothing is written', async () => {
    const content = await aContent();
    // Five working days from Wednesday 11 September 2024 end on the 18th: 15 to 17 September are 中秋节.
    await retype(
      content,
      `${ROUND_FOLDER}/round.md`,
      '  closesOn: "2024-09-18"\noutlets',
      '  closesOn: "2024-09-19"\noutlets',
    );
    const before = await snapshot(content);
    const outcome = await approve(content);
    assert.equal(outcome.exit, 1);
    assert.match(outcome.text, /\[window-disagrees\]/);
    assert.match(
      outcome.text,
      /没有批准 chenghu-craftsman\/2024：请先改正上面的错误；提醒要么改正，要么写明谁看过、为什么保留（npm run accept）。什么也没有写入。\n$/,
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('while a warning stands that nobody has accepted with a reason', async () => {
    const content = await aContent();
    const path = `${ROUND_FOLDER}/round.md`;
    // 15 September 2024 is a day off; five working days from the 18th: 18, 19, 20, 23, 24.
    const [before, after] = [
      '"2024-09-11"\n  closesOn: "2024-09-18"\noutlets',
      '"2024-09-15"\n  closesOn: "2024-09-24"\noutlets',
    ];
    await retype(content, path, before, after);
    const outcome = await approve(content);
    assert.equal(outcome.exit, 1);
    assert.match(outcome.text, /^△ 提醒 {2}[^\n]+round\.md[^\n]+\n[^\n]+\[opens-on-rest-day\]\n/);
    await retype(
      content,
      path,
      'vote:',
      'accepted:\n  - { code: "opens-on-rest-day", reason: "报纸已经印发", by: "甲" }\nvote:',
    );
    assert.equal((await approve(content)).exit, 0);
  });

  it('only for this round: a fault elsewhere does not hold it up', async () => {
    const content = await aContent();
    await mkdir(join(content, 'programmes/other/rounds/2024'), { recursive: true });
    await writeFile(join(content, 'programmes/other/rounds/2024/round.md'), 'no front matter');
    assert.equal((await approve(content)).exit, 0);
  });

  it('while there is no list yet, and while there is no notice', async () => {
    const content = await aContent();
    for (const name of ['roster.json', 'result.md', 'candidates']) {
      await rm(join(content, ROUND_FOLDER, name), { recursive: true });
    }
    assert.match((await approve(content)).text, /\[roster-missing\]/);
    await rm(join(content, ROUND_FOLDER, 'notice.md'));
    assert.equal(
      await refusal(content, {}),
      '1 nothing-to-approve: chenghu-craftsman/2024 还没有名单或公示正文。请先导入名单，写好 notice.md。',
    );
  });
});

describe('npm run approve', () => {
  it('speaks through its exit code, and with --json through one value', async () => {
    const content = await aContent();
    const args = [
      '--round',
      ROUND,
      '--content',
      content,
      ...Object.entries(two).flatMap(([name, value]) => [`--${name}`, value]),
    ];
    const done = run('approve', ...args, '--now', '2024-09-09T15:04:05+08:00', '--json');
    assert.equal(done.exit, 0, done.err);
    const { digest } = (await written(content)).current;
    assert.deepEqual(JSON.parse(done.out), {
      approved: true,
      round: ROUND,
      file: `${ROUND_FOLDER}/approval.json`,
      people: 3,
      digest,
      fingerprint: digest.slice(0, 20).replace(/(.{4})(?=.)/g, '$1 '),
      approvedAt: '2024-09-09T15:04:05+08:00',
      former: 0,
    });
    const again = run('approve', ...args);
    assert.deepEqual([again.exit, again.out], [1, '']);
    const alone = run('approve', '--round', ROUND, '--content', content);
    assert.equal(alone.exit, 2);
    assert.match(alone.err, /^缺少 --body（批准机关）/);
  });
});
