import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { aContent, checked, given, ROUND, ROUND_FOLDER } from '#tests/office.ts';
import { SHOWN, SHOWN_WORDS, showPerson } from '#tests/shown-person.ts';

const DECISION = {
  body: '澄湖市总工会',
  document: '澄工发〔2024〕9号',
  date: '2024-09-09',
  approver: '甲',
  reviewer: '乙',
};

/** Where in the file is told in other tests. */
async function told(content: string): Promise<string[]> {
  return (await checked(content)).map((line) => line.replace(/ 第 \d+ 行/u, '').replace(/。请改回.*$/u, ''));
}

async function approved(): Promise<string> {
  const content = await aContent();
  await showPerson(content);
  assert.deepEqual(await checked(content), []);
  const decision = given({ round: ROUND, content, ...DECISION, now: '2024-09-09T15:00:00+08:00' });
  const { exit, text } = await approveCommand.run(decision, Date.now);
  assert.equal(exit, 0, text);
  return content;
}

describe('a person with pictures and a film', () => {
  it('is approved with every file, each under its digest', async () => {
    const content = await approved();
    const media = join(content, ROUND_FOLDER, 'media', SHOWN);
    assert.deepEqual(await checked(content), []);
    await rm(join(media, 'film.mp4'));
    await writeFile(join(media, 'film.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\n改了。\n');
    assert.deepEqual(await told(content), [
      `candidates/${SHOWN}.md「film.file」（庾岚）：写了这个文件，却没有 media/${SHOWN}/film.mp4。请把文件放进去，或改正这里的文件名。 [media-missing]`,
      `candidates/${SHOWN}.md（庾岚）：庾岚的 film.mp4 在澄工发〔2024〕9号批准时有，现在没有了。请放回原来的文件；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-media-removed]`,
      `candidates/${SHOWN}.md（庾岚）：庾岚的 film.vtt 不是澄工发〔2024〕9号批准时的那一个。请换回原来的文件；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-media-changed]`,
    ]);
  });

  it('is approved with every word', async () => {
    const content = await approved();
    const path = join(content, ROUND_FOLDER, 'candidates', `${SHOWN}.md`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"四吨半"', '"八台"').replace('label: "一年少用回丝"', 'label: "看管细纱机"'));
    assert.deepEqual(await told(content), [
      `candidates/${SHOWN}.md「figures.1.value」（庾岚）：数字第2项·数值与批准的不同：澄工发〔2024〕9号批准的是“四吨半”，现在是“八台”`,
      `candidates/${SHOWN}.md「figures.1.label」（庾岚）：数字第2项·说明与批准的不同：澄工发〔2024〕9号批准的是“一年少用回丝”，现在是“看管细纱机”`,
    ]);
  });

  it('is taken down with all of it', async () => {
    const content = await approved();
    const now = '2024-09-12T10:00:00+08:00';
    const options = given({ content, person: SHOWN, 'reason-code': 'consent-withdrawn', now });
    const { exit, text } = await takedownCommand.run(options, () => Date.parse(now));
    assert.equal(exit, 0, text);
    const files = (await readdir(content, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    assert.deepEqual(
      files.map(({ name }) => name).filter((name) => /\.(?:mp4|vtt|jpg)$/u.test(name)),
      [],
    );
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name), 'utf8');
      for (const words of SHOWN_WORDS) assert.equal(bytes.includes(words), false, `${file.name} ${words}`);
    }
    assert.deepEqual(await checked(content), []);
  });
});
