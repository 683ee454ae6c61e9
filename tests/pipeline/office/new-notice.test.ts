import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { newNoticeAsked } from '#pipeline/office/new-notice-command.ts';
import { aContent, checked, given, retype, ROUND, ROUND_FOLDER, snapshot } from '#tests/office.ts';

describe('a new notice', () => {
  let content: string;
  beforeEach(async () => {
    content = await aContent();
    await rm(join(content, ROUND_FOLDER, 'result.md'));
  });

  const asked = (values: Record<string, string | string[]>) =>
    newNoticeAsked(given({ content, round: ROUND, ...values }), undefined);
  /** 11 to 14 and 18 September 2024 are the days of the first notice of the fixture; 9 to 12 and 14 October those asked for. */
  const final = { kind: '拟命名公示', published: '2024-10-08', opens: '2024-10-09' };

  it('is two files with a computed close, the people before it, and the words of its kind', async () => {
    await retype(content, `${ROUND_FOLDER}/notice.md`, '\nissuers:', '\nkind: shortlist\nissuers:');
    const outcome = await asked(final);
    assert.equal(outcome.exit, 0, outcome.text);
    const folder = join(content, ROUND_FOLDER, 'notices/final');
    const notice = await readFile(join(folder, 'notice.md'), 'utf8');
    assert.match(notice, /^---\nkind: "candidates"\ntitle: "关于2024年度澄湖工匠拟命名人选的公示"\n/);
    assert.match(notice, /publicity:\n {2}opensOn: "2024-10-09"\n {2}closesOn: "2024-10-14"\n/);
    const roster = JSON.parse(await readFile(join(folder, 'roster.json'), 'utf8')) as { people: { name: string }[] };
    assert.deepEqual(
      roster.people.map(({ name }) => name),
      await names(),
    );
    assert.deepEqual(await checked(content), []);
  });

  it('leaves out whom it is told to, and says what the limit asks for', async () => {
    await retype(content, `${ROUND_FOLDER}/notice.md`, '\nissuers:', '\nkind: shortlist\nissuers:');
    const [first = ''] = await names();
    const outcome = await asked({ ...final, 'leave-out': [first] });
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /notices\/final\/roster\.json 第 3 行「people」\n {4}名单上“澄湖工匠”有 2 人，而名额为 3 人/,
    );
  });

  it('refuses a date that disagrees, and writes nothing', async () => {
    await retype(content, `${ROUND_FOLDER}/notice.md`, '\nissuers:', '\nkind: shortlist\nissuers:');
    const before = await snapshot(content);
    await assert.rejects(asked({ ...final, closes: '2024-10-15' }), {
      code: 'close-disagrees',
      message: '--closes 写的是 2024-10-15，推算应为 2024-10-14。请改为 2024-10-14，或不写由程序推算。',
    });
    assert.deepEqual(await snapshot(content), before);
  });

  it('refuses what cannot follow', async () => {
    const before = await snapshot(content);
    const outcome = await asked({ ...final, kind: '入围公示' });
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /入围公示不能接在拟命名公示之后。请核对 kind 和发布日期（published）。 \[notice-kind-behind\]/,
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('asks for a person by a name that the round knows', async () => {
    await assert.rejects(asked({ ...final, 'leave-out': ['查无此人'] }), {
      message: '--leave-out 写的“查无此人”不在这一届的人选里。请核对姓名或编号。',
    });
  });

  async function names(): Promise<string[]> {
    const text = await readFile(join(content, ROUND_FOLDER, 'roster.json'), 'utf8');
    return (JSON.parse(text) as { people: { name: string }[] }).people.map(({ name }) => name);
  }
});
