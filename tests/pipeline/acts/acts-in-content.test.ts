import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readContent } from '#pipeline/content/read-content.ts';
import { aContent, checked, ROUND_FOLDER } from '#tests/office.ts';

async function withFile(path: string, text: string): Promise<string> {
  const content = await aContent();
  const file = join(content, ROUND_FOLDER, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return content;
}

const REVOKE = `---
kind: "revoke"
date: "2025-03-04"
publishedTime: "09:00"
reasonCode: "unlawful"
reason: "经查实，存在违纪行为。"
document: "澄工发〔2025〕2号"
people: ["t5vb8nc"]
---

决定撤销称号，收回证书。
`;

describe('an act written by hand', () => {
  it('is read with its text, and belongs to its round', async () => {
    const { content } = await readContent(await withFile('acts/2025-03-04-revoke.md', REVOKE));
    const [act] = content?.programmes[0]?.rounds[0]?.acts ?? [];
    assert.equal(act?.id, '2025-03-04-revoke');
    assert.equal(act?.data.kind, 'revoke');
    assert.equal(act?.sections[0]?.text, '决定撤销称号，收回证书。');
    assert.deepEqual(await checked(await withFile('acts/2025-03-04-revoke.md', REVOKE)), []);
  });

  it('is told in Chinese what is wrong with it, with its line', async () => {
    const cases: [from: string, to: string, said: string][] = [
      [
        'kind: "revoke"',
        'kind: "delete"',
        'acts/2025-03-04-revoke.md 第 2 行「kind」：这一项只能写下列之一：correction、extension、suspension、resumption、re-publicity、withdraw-candidate、deferral、lift-deferral、withdraw-notice、revoke。请改正。 [not-one-of]',
      ],
      [
        'date: "2025-03-04"',
        'date: "2025-02-30"',
        'acts/2025-03-04-revoke.md 第 3 行「date」：“2025-02-30”不是一个存在的日期。请按“年-月-日”写，例如 "2026-11-23"。 [not-a-date]',
      ],
      [
        'publishedTime: "09:00"',
        'publishedTime: "9点"',
        'acts/2025-03-04-revoke.md 第 4 行「publishedTime」：时间要写成 "17:00" 的样子，当天结束写 "24:00"。请改正。 [not-a-time]',
      ],
      [
        'people: ["t5vb8nc"]\n',
        '',
        'acts/2025-03-04-revoke.md「people」：撤销称号要么写明是哪些人（people），要么写 whole: true 撤销整个决定，只写一项。 [revoke-whom]',
      ],
      [
        'reasonCode: "unlawful"',
        'reasonCode: "slip"',
        'acts/2025-03-04-revoke.md 第 5 行「reasonCode」：这一项只能写下列之一：identity-untrue、deeds-insufficient、disciplined、safety-accident、materials-untrue、ineligible、unlawful、duty-neglected、own-wish、left-post、objection-upheld、procedure-faulty、superior-decision。请改正。 [not-one-of]',
      ],
      [
        'people: ["t5vb8nc"]',
        'people: ["t5vb8nc"]\nphone: "x"',
        'acts/2025-03-04-revoke.md 第 9 行「phone」：没有“phone”这一项。请改正或删去；不公开的信息不能写进内容目录。 [unknown-key]',
      ],
    ];
    for (const [from, to, said] of cases) {
      assert.deepEqual(await checked(await withFile('acts/2025-03-04-revoke.md', REVOKE.replace(from, to))), [said]);
    }
  });

  it('lies in its folder under a name that can be an address', async () => {
    const [found] = await checked(await withFile('acts/撤销.md', REVOKE));
    assert.match(found ?? '', /\[bad-id\]$/);
    const [stray] = await checked(await withFile('acts/note.txt', '…'));
    assert.match(stray ?? '', /acts\/日期-种类\.md、taken-down\/编号\.json.*\[unexpected-file\]$/);
  });
});

describe('the policy of decay', () => {
  const round = async (decay: string) => {
    const content = await aContent();
    const file = join(content, ROUND_FOLDER, 'round.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('nominatingBodies:', `${decay}\nnominatingBodies:`));
    return content;
  };

  it('is on unless something else is said, and off only with a reason', async () => {
    const { content } = await readContent(await aContent());
    assert.deepEqual(content?.programmes[0]?.rounds[0]?.round.data.decay, { after: 'close', days: 0 });
    assert.deepEqual(await checked(await round('decay: { after: "result", days: 30 }')), []);
    assert.deepEqual(await checked(await round('decay: { after: "never", reason: "经本人同意长期保存。" }')), []);
    assert.deepEqual(await checked(await round('decay: { after: "never" }')), [
      'round.md 第 23 行「decay.reason」：缺少“reason”这一项。请补上。 [missing-field]',
    ]);
  });
});
