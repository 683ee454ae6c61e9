import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { newFacts } from '#pipeline/evidence/facts.ts';
import { refuseUnreviewed } from '#pipeline/publish/unreviewed.ts';
import { aContent, aFolder, checked, given, retype, ROUND, ROUND_FOLDER } from '#tests/office.ts';
import { there } from '#tests/there.ts';

const NOW = Date.parse('2024-09-12T10:00:00+08:00');
const LAN = 'k7m2xq4';
type Asked = Record<string, string | boolean | string[]>;
const told = (content: string, options: Asked) => given({ content, round: ROUND, ...options });

async function openRound(): Promise<string> {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'));
  return content;
}

const act = (content: string, options: Asked) => actCommand.run(told(content, options), () => NOW);
const approve = (content: string, options: Asked) =>
  approveCommand.run(told(content, { approver: '甲', reviewer: '乙', ...options }), () => NOW + 600_000);
const extend = (content: string) =>
  act(content, { kind: 'extension', 'reason-code': 'outage', reason: '网站中断一天。', 'new-close': '2024-09-19' });
const contentOf = async (content: string) => (await checkContent(content)).content;

async function proofOf(content: string, options: Asked) {
  const out = join(await aFolder(), 'a.html');
  const outcome = await proofCommand.run(told(content, { out, ...options }), () => NOW);
  const page = await readFile(out, 'utf8');
  return { json: outcome.json as { fingerprint: string }, page: page.replace(/\s+/g, ' ') };
}

describe('an act', () => {
  it('is not published before two have looked at it', async () => {
    const content = await openRound();
    await extend(content);
    const open = await contentOf(content);
    assert.throws(
      () => refuseUnreviewed(open, NOW),
      new Refusal(
        'unreviewed',
        '还没有人复核：chenghu-craftsman/2024 的2024年9月12日的延长公示。请看过校样（npm run proof），再记录批准人和复核人（npm run approve）；只有一人的，用 --sole-reason 写明原因。网站保持原样。',
      ),
    );
    // An hour before, it was in no page yet.
    refuseUnreviewed(open, NOW - 3_600_000);
    const outcome = await approve(content, { act: '延长公示' });
    assert.equal(outcome.exit, 0);
    refuseUnreviewed(await contentOf(content), NOW);
    assert.deepEqual(
      (await checkContent(content)).findings.map(({ code }) => code),
      [],
    );
  });

  it('has one page: before and after, the deadline, the reason, the addresses, the fingerprint', async () => {
    const content = await openRound();
    await extend(content);
    const { json, page } = await proofOf(content, { act: '2024-09-12-extension' });
    for (const words of [
      '<h1>2024年9月12日的延长公示</h1>',
      '公示媒体或网站中断：网站中断一天。',
      '<dt>公示截止</dt> <dd>2024年9月18日（星期三） → 2024年9月19日（星期四）</dd>',
      'https://chenghu.example.org/chenghu-craftsman/2024/notice/',
      json.fingerprint,
    ])
      assert.ok(page.includes(words), `${words}\n${page}`);
    const outcome = await approve(content, { act: '延长' });
    assert.equal((outcome.json as { fingerprint: string }).fingerprint, json.fingerprint);
    const signed = await proofOf(content, { act: '延长' });
    assert.match(signed.page, /批准人（签字）<i>甲<\/i>.*复核人（签字）<i>乙<\/i>/);
  });

  it('is signed by two who are not one, or by one with a reason that stands on the record', async () => {
    const content = await openRound();
    await extend(content);
    await assert.rejects(approve(content, { act: '延长', reviewer: '甲 ' }), /批准人和复核人是同一个人/);
    const alone = told(content, { act: '延长', approver: '甲', 'sole-reason': '值班只有一人。' });
    assert.equal((await approveCommand.run(alone, () => NOW)).exit, 0);
    const file = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'reviews.json'), 'utf8')) as {
      reviews: { soleReason: string; id: string }[];
    };
    assert.deepEqual(
      file.reviews.map(({ id, soleReason }) => [id, soleReason]),
      [['2024-09-12-extension', '值班只有一人。']],
    );
    const facts = newFacts(there(await contentOf(content)), [], NOW + 600_000).filter(({ type }) => type === 'review');
    assert.deepEqual(
      facts.map(({ of, alone: one, date }) => [of, one, date]),
      [['act', true, '2024-09-12']],
    );
    assert.ok(!JSON.stringify(facts).includes('甲'));
  });

  it('that is changed afterwards wants to be looked at again', async () => {
    const content = await openRound();
    await extend(content);
    await approve(content, { act: '延长' });
    await assert.rejects(approve(content, { act: '延长' }), /已由甲批准，之后没有改动/);
    await retype(content, `${ROUND_FOLDER}/acts/2024-09-12-extension.md`, '网站中断一天。', '网站中断两天。');
    assert.match((await checked(content)).join(''), /复核以后又改动过.*\[review-differs\]/);
    await assert.rejects(approve(content, { act: '延长' }), /批准以后改动过/);
    assert.equal((await approve(content, { act: '延长', again: '理由写错' })).exit, 0);
    assert.deepEqual(await checked(content), []);
  });

  it('is found by its kind, its day or a name, and listed where several fit', async () => {
    const content = await openRound();
    await extend(content);
    await approve(content, { act: '延长' });
    await act(content, { kind: 'suspension', 'reason-code': 'outage', reason: '网站中断。' });
    await assert.rejects(
      approve(content, { act: '撤销' }),
      new Refusal(
        'review-of-nothing',
        'chenghu-craftsman/2024 没有“撤销”这一份。现有：2024-09-12-extension（2024年9月12日的延长公示）、2024-09-12-suspension（2024年9月12日的中止公示）。请写明是哪一份。',
      ),
    );
    await assert.rejects(approve(content, { act: '中止', result: true }), UsageError);
    assert.equal((await approve(content, { act: '中止' })).exit, 0);
  });
});

describe('a correction that puts another in the place', () => {
  const swap = {
    kind: 'correction',
    person: [LAN],
    field: '姓名',
    old: '庾岚',
    new: '李明华',
    'reason-code': 'slip',
    reason: '录入有误。',
    'replace-former': true,
  };

  it('is refused as a slip, and wants a document and two signatures', async () => {
    const content = await openRound();
    const refused = await act(content, swap);
    assert.equal(refused.exit, 1);
    assert.match(refused.text, /不是文字差错，等于换了一个公众没有看过的人.*\[correction-no-slip\]/);
    assert.equal((await act(content, { ...swap, document: '澄工发〔2024〕12号' })).exit, 0);
    const alone = { act: '更正', approver: '甲', 'sole-reason': '值班只有一人。' };
    const outcome = await approveCommand.run(told(content, alone), () => NOW);
    assert.equal(outcome.exit, 1);
    assert.match(outcome.text, /不能一人办理.*\[correction-one-signature\]/);
    assert.equal((await approve(content, { act: '更正' })).exit, 0);
  });
});

describe('a former name in the deeds', () => {
  it('is replaced by the same act, in every line', async () => {
    const content = await openRound();
    const file = `${ROUND_FOLDER}/candidates/${LAN}.md`;
    const slip = { kind: 'correction', person: [LAN], field: '姓名', old: '庾岚', new: '庾兰', 'reason-code': 'slip' };
    const refused = await act(content, { ...slip, reason: '录入有误。' });
    assert.equal(refused.exit, 1);
    assert.match(refused.text, /正文“事迹材料”里还写着旧姓名：“庾岚看八台细纱机/);
    const done = await act(content, { ...slip, reason: '录入有误。', 'replace-former': true });
    assert.equal(done.exit, 0, done.text);
    const after = await readFile(join(content, file), 'utf8');
    assert.ok(after.includes('\n庾兰看八台细纱机'));
    assert.ok(!after.includes('庾岚'));
    assert.deepEqual(await checked(content), []);
  });
});

describe('a takedown', () => {
  it('goes first, and is looked at afterwards', async () => {
    const content = await openRound();
    const options = given({ content, person: LAN, 'reason-code': 'privacy' });
    assert.equal((await takedownCommand.run(options, () => NOW)).exit, 0);
    refuseUnreviewed(await contentOf(content), NOW);
    const codes = async () => (await checkContent(content)).findings.map(({ code }) => code);
    assert.deepEqual(await codes(), ['review-missing-takedown']);
    const { page } = await proofOf(content, { takedown: LAN });
    assert.ok(page.includes('公开的个人资料 → 该人选信息已不再展示。'), page);
    assert.ok(!page.includes('庾岚'));
    assert.equal((await approve(content, { takedown: LAN })).exit, 0);
    assert.deepEqual(await codes(), []);
  });
});

describe('the proof of the list', () => {
  it('after acts shows it as it now is', async () => {
    const content = await openRound();
    await act(content, { kind: 'withdraw-candidate', person: [LAN], 'reason-code': 'own-wish', reason: '本人放弃。' });
    const { page } = await proofOf(content, {});
    assert.ok(page.includes('现在：正在公示，截止2024年9月18日（星期三）。'), page);
    assert.ok(page.includes('2024-09-12 取消候选资格：庾岚（本人放弃）'));
    assert.match(page, /<b>庾岚<\/b\s*>[^<]*（退出）/);
  });
});
