import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { acceptCommand } from '#pipeline/approval/accept-command.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, snapshot } from '#tests/office.ts';

const accept = (content: string, options: Record<string, string>) =>
  acceptCommand.run(given({ content, round: ROUND, by: '甲', ...options }));

describe('npm run accept', () => {
  it('says once that a date in the text is something else', async () => {
    const content = await aContent();
    await retype(
      content,
      `${ROUND_FOLDER}/notice.md`,
      '（澄工发〔2024〕8号），',
      '（澄工发〔2024〕8号，3月5日印发），',
    );
    assert.match((await checked(content)).join(''), /正文写着“3月5日”.*\[prose-contradicts\]/);
    const outcome = await accept(content, { words: '3月5日', meaning: '通知印发的日期' });
    assert.equal(outcome.exit, 0, outcome.text);
    assert.deepEqual(await checked(content), []);
    const round = await readFile(join(content, ROUND_FOLDER, 'round.md'), 'utf8');
    assert.match(round, /otherFacts:\n {2}- words: "?3月5日"?\n {4}meaning: "?通知印发的日期"?\n {4}by: "?甲"?\n/);
  });

  it('lets a warning stand with who and why, of one person by the name', async () => {
    const content = await aContent();
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, 'name: "庾岚"', 'name: "王美珠"');
    await retype(content, `${ROUND_FOLDER}/roster.json`, '"庾岚"', '"王美珠"');
    assert.match((await checked(content)).join(''), /\[template-name-possible\]/);
    const outcome = await accept(content, { code: 'template-name-possible', person: '王美珠', reason: '对照过证件。' });
    assert.equal(outcome.exit, 0, outcome.text);
    assert.deepEqual(await checked(content), []);
  });

  it('refuses what lets nothing stand, an error, and half a sentence', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    await assert.rejects(accept(content, { code: 'repeat-holder-general', reason: '看过。' }), {
      code: 'accept-nothing',
      message:
        '没有提醒 repeat-holder-general，没有可以保留的。这一届现在没有提醒。请照 npm run check 每条末尾方括号里的代码写 --code；关于某一个人的，再写 --person。',
    });
    await assert.rejects(accept(content, { words: '3月5日', meaning: '印发的日期' }), {
      code: 'accept-nothing',
      message: '正文里没有与数据不一致的“3月5日”，不用写明。请照 npm run check 引用的文字写 --words，一字不差。',
    });
    await assert.rejects(accept(content, { code: 'x' }), UsageError);
    await assert.rejects(accept(content, { words: '3月5日' }), UsageError);
    assert.deepEqual(await snapshot(content), before);
  });
});
