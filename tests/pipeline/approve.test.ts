import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { approveCommand } from '#pipeline/approve-command.ts';
import { Refusal, UsageError } from '#pipeline/command-line.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';

const NOW = Date.parse('2024-09-09T15:04:05+08:00');

const two = { body: '澄湖市总工会', document: '澄工发〔2024〕9号', date: '2024-09-09', approver: '甲', reviewer: '乙' };

function approve(content: string, change: Record<string, string | undefined> = {}) {
  const all = { round: ROUND, content, ...two, ...change };
  const stated = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return approveCommand(given(Object.fromEntries(stated)), () => NOW);
}

interface Written {
  current: Record<string, unknown> & {
    digest: string;
    parts: Record<string, string>;
    people: Record<string, { record: string; photo?: string }>;
  };
  former: Written['current'][];
  records: Record<string, Record<string, string>>;
}

async function written(content: string): Promise<Written> {
  return JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as Written;
}

/** Sorted keys all the way down: an independent reading of what the digest is said to cover. */
function digestOf(value: unknown): string {
  const sorted = (at: unknown): unknown =>
    at !== null && typeof at === 'object' && !Array.isArray(at)
      ? Object.fromEntries(
          Object.entries(at)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : at;
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

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

    const lan = records[people['k7m2xq4']!.record]!;
    assert.deepEqual(
      { ...lan, 'texts.0.text': lan['texts.0.text']!.slice(0, 12) },
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
    assert.deepEqual(records[parts['window']!], {
      length: '5',
      unit: 'working',
      countsFrom: 'opening-day',
      opensOn: '2024-09-11',
      closesOn: '2024-09-18',
    });
    assert.equal(
      records[parts['notice']!]!['texts.0.text']!.split('\n')[0],
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
      /没有批准 chenghu-craftsman\/2024：请先改正上面的错误；提醒要么改正，要么在 round\.md 的 accepted 里写明理由。什么也没有写入。\n$/,
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

describe('approving again', () => {
  it('is a deliberate act with a reason', async () => {
    const content = await aContent();
    await assert.rejects(approve(content, { again: '更正' }), (error: Refusal) => {
      assert.equal(error.code, 'not-yet-approved');
      assert.equal(error.message, `${ROUND} 还没有批准过，不需要 --again。请去掉它再试。`);
      return true;
    });
    await approve(content);
    await assert.rejects(approve(content), {
      code: 'already-approved',
      message: '这一届已由澄湖市总工会以澄工发〔2024〕9号（2024-09-09）批准，内容没有变化，不需要再批准。',
    });
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    await assert.rejects(approve(content), {
      code: 'already-approved',
      message:
        '这一届已由澄湖市总工会以澄工发〔2024〕9号（2024-09-09）批准，之后内容有改动（npm run check 会逐项列出）。确需按现在的内容重新批准的，请加 --again 和原因。',
    });
  });

  it('keeps the former approval with its texts, each text once', async () => {
    const content = await aContent();
    await approve(content);
    const first = await written(content);
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    const outcome = await approve(content, { document: '澄工发〔2024〕10号', again: '路程写错' });
    const second = await written(content);
    assert.match(outcome.text, /以前的 1 次批准保留在文件里/);
    assert.equal(second.current['document'], '澄工发〔2024〕10号');
    assert.equal(second.current['again'], '路程写错');
    assert.deepEqual(second.former, [first.current]);
    assert.equal(Object.keys(second.records).length, Object.keys(first.records).length + 1);
    const before = second.records[second.former[0]!.people['k7m2xq4']!.record]!;
    assert.match(before['texts.0.text']!, /十六公里/);
    assert.deepEqual(await checked(content), []);
  });
});

describe('the approval file itself', () => {
  it('cannot be made to agree by hand', async () => {
    const content = await aContent();
    await approve(content);
    const path = `${ROUND_FOLDER}/approval.json`;
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    await retype(content, path, '十六公里', '十七公里');
    const altered =
      'approval.json：批准记录本身被改动过：其中的内容与摘要对不上。批准记录只由 npm run approve 写入，请从备份恢复这个文件。 [approval-altered]';
    assert.deepEqual(await checked(content), [altered]);
    await retype(content, path, '十七公里', '十六公里');
    await retype(content, path, '"p3wd9hz": {', '"aaaaaaa": {');
    assert.ok((await checked(content)).includes(altered));
    const outcome = await approve(content, { again: '更正' });
    assert.equal(outcome.exit, 1, 'an altered record is restored, not approved away');
  });

  it('notices another photo, a missing one and one too many', async () => {
    const content = await aContent();
    const photos = join(content, ROUND_FOLDER, 'photos');
    const person = `${ROUND_FOLDER}/candidates/k7m2xq4.md`;
    await mkdir(photos);
    await writeFile(join(photos, 'k7m2xq4.jpg'), 'one picture');
    await retype(
      content,
      person,
      'workMethods:',
      'photo: { credit: "厂工会供图", consent: "本人书面同意" }\nworkMethods:',
    );
    await approve(content);
    // sha256sum of “one picture”
    assert.equal((await written(content)).current.people['k7m2xq4']!.photo, digestOfText('one picture'));
    assert.deepEqual(await checked(content), []);
    await writeFile(join(photos, 'k7m2xq4.jpg'), 'other picture');
    assert.deepEqual(await checked(content), [
      'candidates/k7m2xq4.md（庾岚）：庾岚的照片不是澄工发〔2024〕9号批准时的那一张。请换回原来的照片；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-photo-changed]',
    ]);
  });

  it('survives that a text is taken down: the digest still tells whether the text is the approved one', async () => {
    const content = await aContent();
    await approve(content);
    const file = await written(content);
    const { record } = file.current.people['k7m2xq4']!;
    delete file.records[record];
    await writeFile(join(content, ROUND_FOLDER, 'approval.json'), JSON.stringify(file, null, 2));
    assert.deepEqual(await checked(content), []);
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    assert.deepEqual(await checked(content), [
      'candidates/k7m2xq4.md（庾岚）：庾岚的内容与澄工发〔2024〕9号批准时不同；批准时的文字已经撤下，只留有摘要，不能逐项列出。请核对这个人的文件。 [approval-person-changed]',
    ]);
  });

  it('is read strictly: an unknown key, a wrong digest, one signature are findings', async () => {
    const content = await aContent();
    await approve(content);
    const path = join(content, ROUND_FOLDER, 'approval.json');
    const file = await written(content);
    const broken = { ...file, current: { ...file.current, reviewer: undefined, phone: '1', digest: 'abc' } };
    await writeFile(path, JSON.stringify(broken, null, 2));
    const found = await checked(content);
    assert.equal(found.filter((line) => line.startsWith('approval.json')).length >= 2, true, found.join('\n'));
    await writeFile(path, JSON.stringify({ ...file, current: { ...file.current, reviewer: undefined } }, null, 2));
    assert.deepEqual(await checked(content), [
      'approval.json 第 2 行「current」：只有批准人，没有复核人。请写明复核人；确实只有一人的，请写明一人办理的原因。 [approval-one-signature]',
    ]);
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

function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
