import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';

const NOW = '2024-09-12T10:00:00+08:00';
const outage = {
  kind: 'extension',
  'reason-code': 'outage',
  reason: '网站中断一天，顺延公示。',
  'new-close': '2024-09-19',
};
const slip = { kind: 'correction', 'reason-code': 'slip', reason: '录入有误。' };

/** The fixture before its result: published 10 September, open from the 11th to the 18th of September 2024. */
async function openRound(): Promise<string> {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'), { force: true });
  return content;
}

function act(content: string, options: Record<string, string | boolean | string[]>, now = NOW) {
  return actCommand.run(given({ round: ROUND, content, ...options }), () => Date.parse(now));
}

const fileOf = (content: string, path: string) => readFile(join(content, ROUND_FOLDER, path), 'utf8');

describe('npm run act', () => {
  it('writes a dated record of an extension, with both dates', async () => {
    const content = await openRound();
    const outcome = await act(content, { ...outage, document: '澄工函〔2024〕3号' });
    assert.equal(outcome.exit, 0);
    assert.equal(
      outcome.text,
      `已记录：延长公示，2024年9月12日（星期四） 10:00 起公布。
理由：公示媒体或网站中断。网站中断一天，顺延公示。
公示截止日由 2024-09-18 改为 2024-09-19，页面上两个日期都会写明。
写入 ${ROUND_FOLDER}/acts/2024-09-12-extension.md
接下来：出校样（npm run proof -- --round chenghu-craftsman/2024 --act 2024-09-12-extension --out 校样.html），两个人看过以后记录（npm run approve -- --round chenghu-craftsman/2024 --act 2024-09-12-extension --approver 姓名 --reviewer 姓名），再重新生成网站（npm run build）。还没有到公布时刻的，npm run due 会说明何时生成。
`,
    );
    assert.equal(
      await fileOf(content, 'acts/2024-09-12-extension.md'),
      `---
kind: "extension"
date: "2024-09-12"
publishedTime: "10:00"
reason: "网站中断一天，顺延公示。"
document: "澄工函〔2024〕3号"
reasonCode: "outage"
oldClosesOn: "2024-09-18"
newClosesOn: "2024-09-19"
---
`,
    );
    assert.deepEqual(await checked(content), []);
  });

  it('numbers the second of a day, and carries the text of a notice', async () => {
    const content = await openRound();
    await act(content, outage);
    const text = join(content, '..', 'text.md');
    await writeFile(text, '因网站再次中断，再延长一日。\n\n澄湖市总工会\n');
    const outcome = await act(content, { ...outage, 'new-close': '2024-09-20', text }, '2024-09-12T16:30:00+08:00');
    assert.equal(outcome.exit, 0);
    const written = await fileOf(content, 'acts/2024-09-12-extension-2.md');
    assert.match(
      written,
      /publishedTime: "16:30"[^]*oldClosesOn: "2024-09-19"[^]*---\n\n因网站再次中断，再延长一日。\n\n澄湖市总工会\n$/,
    );
    assert.deepEqual(await checked(content), []);
  });

  it('computes the close of a resumed window', async () => {
    const content = await openRound();
    await act(content, { kind: 'suspension', 'reason-code': 'objection-examined', reason: '核实异议。' });
    const resumption = {
      kind: 'resumption',
      'reason-code': 'examination-finished',
      reason: '核实完毕。',
      'resumes-on': '2024-09-23',
    };
    await assert.rejects(
      act(content, { ...resumption, 'new-close': '2024-09-25' }, '2024-09-20T15:00:00+08:00'),
      new Refusal(
        'close-disagrees',
        '--new-close 写的是 2024-09-25，推算应为 2024-09-26。请改为 2024-09-26，或不写由程序推算。',
      ),
    );
    const outcome = await act(content, resumption, '2024-09-20T15:00:00+08:00');
    assert.deepEqual((outcome.json as { closesOn: object }).closesOn, { old: '2024-09-18', new: '2024-09-26' });
    assert.deepEqual(await checked(content), []);
  });

  it('opens a complete new window with a title of its own', async () => {
    const content = await openRound();
    const again = {
      kind: 're-publicity',
      'reason-code': 'material-change',
      reason: '名单有变动。',
      opens: '2024-09-26',
    };
    await act(content, again, '2024-09-20T15:00:00+08:00');
    const written = await fileOf(content, 'acts/2024-09-20-re-publicity.md');
    assert.match(
      written,
      /title: "关于2024年度澄湖工匠候选人的重新公示"\nopensOn: "2024-09-26"\nclosesOn: "2024-10-08"\n/,
    );
    assert.deepEqual(await checked(content), []);
  });

  it('withdraws a candidate, and revokes a title after the result', async () => {
    const content = await openRound();
    const withdraw = {
      kind: 'withdraw-candidate',
      'reason-code': 'own-wish',
      reason: '本人申请退出。',
      person: ['k7m2xq4'],
    };
    assert.equal((await act(content, withdraw)).exit, 0);
    const whole = await aContent();
    const revoke = { kind: 'revoke', 'reason-code': 'unlawful', reason: '违纪。', person: ['t5vb8nc'] };
    assert.equal((await act(whole, revoke, '2025-03-04T09:00:00+08:00')).exit, 0);
    assert.deepEqual(await checked(whole), []);
  });

  it('refuses what the state does not allow, and leaves everything as it was', async () => {
    const content = await openRound();
    const before = await snapshot(content);
    const late = await act(content, outage, '2024-09-19T00:00:00+08:00');
    assert.equal(late.exit, 1);
    assert.match(late.text, /现在的状态是“公示期满、等待结果”，不能办理“延长公示”。/);
    const shorter = await act(content, { ...outage, 'new-close': '2024-09-17' });
    assert.match(shorter.text, /延长后的截止日 2024-09-17 不晚于现在的截止日 2024-09-18。/);
    assert.deepEqual(await snapshot(content), before);
  });

  it('publishes nothing in the past', async () => {
    const content = await openRound();
    await assert.rejects(
      act(content, { ...outage, date: '2024-09-11' }),
      new Refusal(
        'act-backdated',
        '发布时刻 2024-09-11 00:00 已经过去，而这时公众还没有看到。请不写 --date 和 --time（以现在为准），或写一个将来的时刻。',
      ),
    );
    await assert.rejects(act(content, { ...outage, time: '09:59' }), /发布时刻 2024-09-12 09:59 已经过去/);
    assert.equal((await act(content, { ...outage, date: '2024-09-13' })).exit, 0);
    assert.match(await fileOf(content, 'acts/2024-09-13-extension.md'), /publishedTime: "00:00"/);
  });

  it('with --check-only writes nothing and says so', async () => {
    const content = await openRound();
    const before = await snapshot(content);
    const outcome = await act(content, { ...outage, 'check-only': true });
    assert.equal(outcome.exit, 0);
    assert.match(outcome.text, /^可以办理：延长公示[^]*只检查，没有写入。/);
    assert.deepEqual(await snapshot(content), before);
  });

  it('asks for what is missing in words', async () => {
    const content = await openRound();
    const wrong: [Record<string, string | boolean | string[]>, RegExp][] = [
      [
        { kind: 'extension', reason: '甲' },
        /^缺少 --reason-code。“延长公示”的理由可写：objection-examined（异议正在核实）、/,
      ],
      [{ ...outage, 'reason-code': 'slip' }, /^--reason-code 写的代码不能用。“延长公示”的理由可写：/],
      [{ kind: 'edit' }, /^--kind 只能是 更正（correction）、延长公示（extension）、/],
      [{ ...outage, 'new-close': '2024-02-30' }, /^--new-close 不是一个存在的日期。/],
      [{ kind: 'revoke', 'reason-code': 'unlawful', reason: '违纪。' }, /^请用 --person 写明撤销谁的称号/],
      [{ ...slip, field: 'name', old: '甲', new: '乙' }, /^请用 --person 写明更正谁的资料/],
      [
        { ...slip, person: ['p3wd9hz'], field: '身高', old: '甲', new: '乙' },
        /^没有“身高”这一项。可写：name（姓名）、employer（单位）/,
      ],
      [
        { ...slip, person: ['p3wd9hz'], field: 'name', old: '骆青川', new: '骆青山', date: '2024-09-13' },
        /^更正一写下就生效，不能写将来的/,
      ],
      [{ ...slip, person: ['p3wd9hz'], field: 'name' }, /^缺少 --old（现在的内容）和 --new（改成什么）/],
    ];
    for (const [options, message] of wrong) {
      await assert.rejects(act(content, options), (error) => {
        assert.ok(error instanceof UsageError, String(error));
        assert.match(error.message, message);
        return true;
      });
    }
  });
});

describe('a correction', () => {
  it('changes the value in every place and nothing else', async () => {
    const content = await openRound();
    const before = await snapshot(content);
    const outcome = await act(content, {
      ...slip,
      person: ['k7m2xq4'],
      field: '姓名',
      new: '庾澜',
      'replace-former': true,
    });
    assert.equal(outcome.exit, 0, outcome.text);
    const after = await snapshot(content);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    assert.deepEqual(changed.sort(), [
      `${ROUND_FOLDER}/acts/2024-09-12-correction.md`,
      `${ROUND_FOLDER}/candidates/k7m2xq4.md`,
      `${ROUND_FOLDER}/roster.json`,
    ]);
    const text = (path: string, of: Record<string, string>) => Buffer.from(of[path] ?? '', 'base64').toString();
    for (const path of changed.filter((one) => !one.includes('/acts/'))) {
      assert.equal(text(path, after), text(path, before).replaceAll('庾岚', '庾澜'));
    }
    assert.match(
      await fileOf(content, 'acts/2024-09-12-correction.md'),
      /of: "person"\nperson: "k7m2xq4"\nfield: "name"\nold: "庾岚"\nnew: "庾澜"\nalsoIn:\n {2}- "texts\.0"\n/,
    );
    assert.deepEqual(await checked(content), []);
  });

  it('corrects a passage of a story, a number, a telephone, a title', async () => {
    const content = await openRound();
    const cases: [object, string, string, string][] = [
      [
        { person: ['k7m2xq4'], field: '事迹材料', old: '连续九个夜班', new: '连续七个夜班' },
        'candidates/k7m2xq4.md',
        '连续九个夜班',
        '连续七个夜班',
      ],
      [
        { person: ['k7m2xq4'], field: 'yearsInTrade', old: '12', new: '11' },
        'candidates/k7m2xq4.md',
        'yearsInTrade: 12',
        'yearsInTrade: 11',
      ],
      [
        { person: ['k7m2xq4'], field: 'honours.0.year', old: '2022', new: '2021' },
        'candidates/k7m2xq4.md',
        'year: 2022',
        'year: 2021',
      ],
      [
        { field: 'round.channels.0.number', old: '0000000', new: '0000001' },
        'round.md',
        'number: "0000000"',
        'number: "0000001"',
      ],
      [{ field: 'round.channels.0.hours.1.to', old: '17:30', new: '17:00' }, 'round.md', 'to: "17:30"', 'to: "17:00"'],
      [
        { field: 'notice.title', old: '关于2024年度澄湖工匠候选人的公示', new: '关于2024年度澄湖工匠候选人名单的公示' },
        'notice.md',
        '候选人的公示"',
        '候选人名单的公示"',
      ],
    ];
    for (const [index, [options, path, from, to]] of cases.entries()) {
      const before = await fileOf(content, path);
      const outcome = await act(content, { ...slip, ...options }, `2024-09-12T1${index}:00:00+08:00`);
      assert.equal(outcome.exit, 0, outcome.text);
      assert.equal(await fileOf(content, path), before.replace(from, to));
    }
    assert.deepEqual(await checked(content), []);
  });

  it('adds a field that was missing and takes away one that should not be there', async () => {
    const content = await openRound();
    const person = { ...slip, person: ['k7m2xq4'] };
    await act(content, { ...person, field: 'professionalTitle', new: '助理工程师' });
    assert.match(
      await fileOf(content, 'candidates/k7m2xq4.md'),
      /workMethods: \["三看两摸巡回法"\]\nprofessionalTitle: "助理工程师"\n---/,
    );
    await act(content, { ...person, field: 'post', old: '细纱挡车班长' }, '2024-09-12T11:00:00+08:00');
    assert.doesNotMatch(await fileOf(content, 'candidates/k7m2xq4.md'), /post:/);
    assert.deepEqual(await checked(content), []);
  });

  it('goes through the approval of the round', async () => {
    const content = await openRound();
    const decision = {
      body: '澄湖市总工会',
      document: '澄工发〔2024〕9号',
      date: '2024-09-09',
      approver: '甲',
      reviewer: '乙',
    };
    await approveCommand.run(given({ round: ROUND, content, ...decision, now: '2024-09-09T15:00:00+08:00' }), Date.now);
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, 'trade: "细纱挡车工"', 'trade: "细纱工"');
    assert.match((await checked(content)).join('\n'), /工种与批准的不同.*\[approval-field-changed\]/);
    // Changed by hand already: the record alone is missing.
    const done = await act(content, { ...slip, person: ['k7m2xq4'], field: '工种', old: '细纱挡车工', new: '细纱工' });
    assert.deepEqual((done.json as { changed: string[] }).changed, []);
    assert.deepEqual(await checked(content), []);
    // And one that changes the file itself.
    await act(content, {
      ...slip,
      person: ['t5vb8nc'],
      field: 'employer',
      old: '澄湖市湖滨宾馆（集团）',
      new: '澄湖市湖滨宾馆集团',
    });
    assert.deepEqual(await checked(content), []);
    await assert.rejects(
      act(content, { ...slip, person: ['p3wd9hz'], field: 'trade', old: '从来没有写过', new: '船舶轮机员' }),
      /批准的记录里没有 --old 的内容/,
    );
  });

  it('does not repeat an old text that must not be repeated', async () => {
    const content = await openRound();
    const options = { person: ['k7m2xq4'], field: '事迹材料', old: '去年试纺六十支紧密纱，她', new: '她' };
    const outcome = await act(content, { ...slip, ...options, 'reason-code': 'privacy', 'withhold-old': true });
    assert.equal(outcome.exit, 0);
    const record = await fileOf(content, 'acts/2024-09-12-correction.md');
    assert.match(record, /withheld: true/);
    for (const text of [record, outcome.text, JSON.stringify(outcome.json)]) assert.doesNotMatch(text, /紧密纱/);
    assert.deepEqual(await checked(content), []);
  });

  it('refuses an old value that does not stand there, a date, a decision, and markup', async () => {
    const content = await openRound();
    const before = await snapshot(content);
    const refusals: [object, RegExp][] = [
      [{ person: ['k7m2xq4'], field: 'name', old: '庾兰', new: '庾澜' }, /^姓名现在与 --old 写的不同。/],
      [{ person: ['k7m2xq4'], field: 'district', old: '东湾区', new: '西湾区' }, /^区市现在没有这一项。/],
      [
        { person: ['k7m2xq4'], field: '事迹材料', old: '断头', new: '断线' },
        /^正文“事迹材料”里出现 \d 次 --old 写的这段文字。/,
      ],
      [{ person: ['k7m2xq4'], field: '事迹材料', old: '没有这句话', new: '甲' }, /^正文“事迹材料”里找不到 --old/],
      [{ person: ['k7m2xq4'], field: '事迹材料', old: '走十六公里', new: '走**十六**公里' }, /格式符号/],
      [{ person: ['zz9'], field: 'name', old: '甲', new: '乙' }, /^公示名单里没有这个编号/],
      [{ person: ['k7m2xq4'], field: 'conditions', old: '1', new: '3' }, /没有这一项|不是单独的一行文字/],
    ];
    for (const [options, message] of refusals) {
      await assert.rejects(act(content, { ...slip, ...options }), (error) => {
        assert.ok(error instanceof Refusal, String(error));
        assert.match(error.message, message);
        return true;
      });
    }
    const date = await act(content, {
      ...slip,
      field: 'round.publicity.closesOn',
      old: '2024-09-18',
      new: '2024-09-14',
    });
    assert.equal(date.exit, 1);
    assert.match(date.text, /截止日不能用更正来改：公示期变动请用延长/);
    assert.deepEqual(await snapshot(content), before);
  });
});

describe('the command line of act', () => {
  it('prints one JSON value, and refuses with 1 and wrong usage with 2', async () => {
    const content = await openRound();
    const common = ['--content', content, '--round', ROUND, '--now', NOW, '--json'];
    const ok = run('act', ...common, '--kind', 'suspension', '--reason-code', 'outage', '--reason', '网站中断。');
    assert.equal(ok.exit, 0);
    assert.equal(ok.err, '');
    assert.equal((JSON.parse(ok.out) as { written: boolean }).written, true);
    const refused = run('act', ...common, '--kind', 'suspension', '--reason-code', 'outage', '--reason', '网站中断。');
    assert.equal(refused.exit, 1);
    assert.equal((JSON.parse(refused.out) as { written: boolean }).written, false);
    assert.equal(run('act', ...common).exit, 2);
    assert.match(run('act', '--help').out, /^npm run act -- \[选项\]/);
  });
});
