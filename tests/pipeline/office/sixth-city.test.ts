import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { before, describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { terminalOn } from '#pipeline/commands/ask.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { formCommand } from '#pipeline/intake/form-command.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { newRoundAsked } from '#pipeline/office/new-round-command.ts';
import { newSiteAsked } from '#pipeline/office/new-site-command.ts';
import { answersIn } from '#pipeline/office/programme/answers-file.ts';
import { newProgrammeAsked } from '#pipeline/office/programme/new-programme-command.ts';
import { programmeSteps } from '#pipeline/office/programme/steps.ts';
import { aFolder, given, told } from '#tests/office.ts';
import { listOf, registration, SIX } from './sixth-city.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'sixth');
const NOTICE = join(FIXTURES, '通知.txt');
const ANSWERS = join(FIXTURES, '回答.txt');
const ID = 'hecheng-craftsman';
const ROUND = `${ID}/2026`;

describe('a sixth city, from its notice to a checked round, with no file edited by hand', () => {
  let root: string;
  let content: string;
  before(async () => {
    root = await aFolder();
    content = join(root, 'content');
    const site = {
      name: '荷城工匠公示',
      organiser: '荷城市总工会',
      description: '荷城工匠的公示与结果。',
      address: 'https://hecheng.example.org/',
      'contact-name': '荷城市总工会经济部',
      email: 'office@example.org',
      'site-id-code': '0000000001',
      'icp-number': '示例ICP备00000000号',
      'public-security-number': '示例公网安备00000000号',
      programme: ['baotou-craftsman'],
    };
    assert.equal((await newSiteAsked(given({ content, ...site }), undefined)).exit, 0);
  });

  it('the programme is what the notice says, every word found in it', async () => {
    const outcome = await newProgrammeAsked(given({ content, id: ID, notice: NOTICE, answers: ANSWERS }), undefined);
    assert.equal(outcome.exit, 0);
    assert.equal(
      outcome.text,
      `已建立活动 hecheng-craftsman：${join(content, 'programmes', ID, 'programme.md')}。
原话都在通知里逐字找到了。

接下来：
  1. 教程序认识通知规定的表：npm run form -- learn 推荐表.docx --programme hecheng-craftsman --id nomination --clause 附件1 --content ${content}
  2. 建立一届：npm run new-round -- --programme hecheng-craftsman --edition 年份 --content ${content}
`,
    );
    const { content: read } = await checkContent(content);
    const programme = read?.programmes.find(({ id }) => id === ID)?.programme.data;
    assert.ok(programme);
    // Read off 通知.txt by eye.
    assert.deepEqual(programme.source, {
      title: '关于开展“荷城工匠”选树活动的通知',
      number: '荷工发〔2026〕8号',
      issuers: ['荷城市总工会'],
      date: '2026-02-10',
    });
    assert.deepEqual(programme.districts, ['荷东区', '荷西区', '莲溪县']);
    assert.deepEqual(
      programme.stages.map(({ kind, name, clause }) => [kind, name, clause]),
      [
        ['nomination', '基层推荐', '三、（一）'],
        ['eligibilityReview', '资格审核', '三、（二）'],
        ['expertReview', '专家评审', '三、（三）'],
        ['publicity', '社会公示', '三、（四）'],
        ['conferral', '命名表彰', '三、（五）'],
      ],
    );
    const { rules } = programme;
    assert.deepEqual(rules.publicity, {
      stated: true,
      length: 5,
      unit: 'working',
      countsFrom: 'opening-day',
      quote: '建议名单在《荷城日报》和市总工会网站公示5个工作日。',
      clause: '三、（四）',
    });
    assert.deepEqual([rules.quota.count, rules.quota.kind, rules.quota.clause], [6, 'at-most', '一']);
    assert.deepEqual(
      rules.tiers.map(({ key, name, limit, awards, prize }) => [key, name, limit?.count, awards, prize]),
      [
        ['great', '荷城大工匠', 2, ['证书', '奖牌'], 8000],
        ['craftsman', '荷城工匠', 4, ['证书', '奖牌'], 3000],
      ],
    );
    assert.deepEqual(rules.earlierPublicity?.atLeast, { length: 3, unit: 'working' });
    assert.deepEqual(rules.nominatingQuotas?.byKind, [
      { kind: 'county', name: '各县区总工会', atMost: 3 },
      { kind: 'association', name: '各行业协会', atMost: 1 },
    ]);
    assert.deepEqual([rules.skillLevel?.atLeast, rules.skillLevel?.strength], ['senior-worker', 'general']);
    assert.equal(rules.yearsInTrade?.atLeast, 8);
    assert.deepEqual(
      rules.texts.map(({ heading, atMost, clause }) => [heading, atMost, clause]),
      [
        ['summary', 60, '四、（二）'],
        ['匠心故事', 800, '四、（一）'],
      ],
    );
  });

  it('the same on a terminal, one question at a time', async () => {
    const answers = await answersIn(ANSWERS, programmeSteps);
    // What a clerk types: part after part, the clause and what is proposed by Enter, an empty line behind the last of several.
    const typed = programmeSteps.flatMap((step) => {
      const items = answers[step.flag] ?? [];
      const lines = items.flatMap((text) => {
        const parts = step.parts.length === 1 ? [text] : text.split('｜');
        return step.parts.map((_, index) => parts[index] ?? '');
      });
      return [...lines, ...(step.many || items.length === 0 ? [''] : [])];
    });
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.resume();
    const terminal = terminalOn(input, output);
    input.end(`${typed.join('\n')}\n`);
    const record = join(root, '记下的回答.txt');
    const id = 'hecheng-again';
    const outcome = await newProgrammeAsked(given({ content, id, notice: NOTICE, answers: record }), terminal);
    terminal.close();
    assert.equal(outcome.exit, 0);
    const text = (one: string) => readFile(join(content, 'programmes', one, 'programme.md'), 'utf8');
    assert.equal(await text(id), await text(ID));
    // What was kept on the way answers the whole again.
    const third = await newProgrammeAsked(
      given({ content, id: 'hecheng-third', notice: NOTICE, answers: record }),
      undefined,
    );
    assert.equal(third.exit, 0);
    assert.equal(await text('hecheng-third'), await text(ID));
  });

  it('its two forms are learnt, one of them blank', async () => {
    const blank = join(root, '推荐登记表.docx');
    const list = join(root, '推荐对象一览表.docx');
    await writeFile(blank, registration(undefined));
    await writeFile(list, listOf(SIX));
    const learn = (file: string, id: string, answers: string, clause: string) =>
      formCommand.run(
        new Arguments({ content, programme: ID, id, clause, answers: join(FIXTURES, answers) }, ['learn', file]),
      );
    assert.equal((await learn(blank, 'nomination', '登记表.txt', '附件1')).exit, 0);
    assert.equal((await learn(list, 'roster', '一览表.txt', '附件2')).exit, 0);
    const { content: read } = await checkContent(content);
    const forms = read?.programmes
      .find((one) => one.id === ID)
      ?.forms?.map(({ data }) => [data.kind, data.fields.length]);
    assert.deepEqual(forms, [
      ['person', 15],
      ['list', 11],
    ]);
  });

  it('a round is made, its papers come in together, and the check has nothing to say', async () => {
    const round = await newRoundAsked(
      given({
        content,
        programme: ID,
        edition: '2026',
        title: '2026年度荷城工匠选树',
        published: '2026-04-20',
        opens: '2026-04-21',
        closes: '2026-04-27',
        'contact-name': '荷城市总工会经济部',
        phone: '0000-0000000',
        email: 'office@example.org',
        postmark: 'dispatch',
        anonymous: 'refused',
        tier: ['great=2', 'craftsman=4'],
        'nominating-body': [
          '荷东区总工会=county',
          '荷西区总工会=county',
          '莲溪县总工会=county',
          '荷城市烹饪协会=association',
        ],
        'notice-title': '关于2026年度荷城工匠候选人的公示',
      }),
      undefined,
    );
    assert.equal(round.exit, 0);
    const forms = join(root, '登记表');
    await mkdir(forms);
    for (const one of SIX) await writeFile(join(forms, `登记表（${one.name}）.docx`), registration(one));
    const flags = {
      content,
      round: ROUND,
      all: ['本单位公示首日=2026-03-23', '本单位公示截止=2026-03-27'],
      'ordered-by': '排名不分先后',
      yes: true,
    };
    const outcome = await importCommand.run(new Arguments(flags, [join(root, '推荐对象一览表.docx'), forms]));
    assert.equal(outcome.exit, 0);
    assert.match(
      outcome.text,
      /已写入 hecheng-craftsman\/2026：新增 6 人，改动 0 人，未变 0 人，名单中消失 0 人。\n核对：/,
    );
    const { content: read, findings } = await checkContent(content);
    assert.deepEqual(told(findings), []);
    const people = read?.programmes.find(({ id }) => id === ID)?.rounds[0]?.people.map(({ data }) => data) ?? [];
    const public_ = (name: string) => people.find((one) => one.name === name);
    assert.equal(people.length, 6);
    for (const one of SIX) {
      const said = public_(one.name);
      assert.deepEqual(
        [said?.employer, said?.district, said?.trade, said?.post, said?.nominatingBody, said?.summary],
        [one.employer, one.district, one.trade, one.post, one.body, one.line],
      );
      assert.deepEqual(
        [said?.tier, said?.yearsInTrade],
        [one.tier === '荷城大工匠' ? 'great' : 'craftsman', Number(one.years)],
      );
    }
  });
});
