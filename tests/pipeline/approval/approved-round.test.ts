import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Refusal } from '#pipeline/commands/command-line.ts';
import { aContent, checked, retype, ROUND, ROUND_FOLDER } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { approve, written } from './approvals.ts';

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
    const before = there(second.records[there(there(second.former[0]).people['k7m2xq4']).record]);
    assert.match(there(before['texts.0.text']), /十六公里/);
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
    assert.equal(there((await written(content)).current.people['k7m2xq4']).photo, digestOfText('one picture'));
    assert.deepEqual(await checked(content), []);
    await writeFile(join(photos, 'k7m2xq4.jpg'), 'other picture');
    assert.deepEqual(await checked(content), [
      'candidates/k7m2xq4.md（庾岚）：庾岚的照片不是澄工发〔2024〕9号批准时的那一张。请换回原来的照片；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-photo-changed]',
    ]);
    await rm(join(photos, 'k7m2xq4.jpg'));
    assert.ok(
      (await checked(content)).includes(
        'candidates/k7m2xq4.md（庾岚）：庾岚的照片在澄工发〔2024〕9号批准时有，现在没有了。请放回原来的照片；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-photo-removed]',
      ),
    );
    await writeFile(join(photos, 'k7m2xq4.jpg'), 'one picture');
    await writeFile(join(photos, 'p3wd9hz.jpg'), 'surplus');
    assert.ok(
      (await checked(content)).includes(
        'candidates/p3wd9hz.md（骆青川）：骆青川现在有照片，澄工发〔2024〕9号批准时没有。请移走照片；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-photo-added]',
      ),
    );
  });

  it('survives that a text is taken down: the digest still tells whether the text is the approved one', async () => {
    const content = await aContent();
    await approve(content);
    const file = await written(content);
    const { record } = there(file.current.people['k7m2xq4']);
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

function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
