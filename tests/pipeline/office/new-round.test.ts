import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { readContent } from '#pipeline/content/read-content.ts';
import { newRoundAsked } from '#pipeline/office/new-round-command.ts';
import { checked, given, run, snapshot } from '#tests/office.ts';
import { anOffice, newRound } from '#tests/pipeline/check/two-programmes.ts';

describe('a new round', () => {
  let content: string;
  before(async () => {
    content = await anOffice();
  });

  it('is written as two files that state nothing the programme already states', async () => {
    const outcome = await newRound(content);
    assert.equal(outcome.exit, 0, outcome.text);
    const folder = join(content, 'programmes/baotou-craftsman/rounds/2026');
    assert.deepEqual(Object.keys(await snapshot(folder)), ['notice.md', 'round.md']);
    assert.equal(
      await readFile(join(folder, 'round.md'), 'utf8'),
      `---
edition: "2026年度"
year: 2026
title: "2026年包头工匠选树"
publicity:
  opensOn: "2026-11-23"
  closesOn: "2026-11-27"
outlets:
  - name: "《包头日报》"
channels:
  - kind: "phone"
    name: "包头市总工会经济部"
    areaCode: "0472"
    number: "0000000"
    hours:
      - from: "08:30"
        to: "12:00"
      - from: "13:30"
        to: "17:30"
  - kind: "post"
    address: "包头市示例大街0号"
    postcode: "014000"
    addressee: "包头市总工会经济部"
objection:
  postmark: "dispatch"
  anonymous: "refused"
  confidential: true
nominatingBodies:
  - name: "青山区总工会"
    kind: "unit"
  - name: "市机械冶金工会"
    kind: "pilot"
  - name: "个人自荐"
stages:
  - kind: "publicity"
    opensOn: "2026-11-23"
    closesOn: "2026-11-27"
---
`,
    );
    assert.equal(
      await readFile(join(folder, 'notice.md'), 'utf8'),
      `---
title: "关于2026年包头工匠候选人的公示"
issuers:
  - "包头市总工会"
published: "2026-11-20"
---

根据《关于印发〈包头市2023年“包头工匠”选树工作方案〉的通知》（包总工办发〔2023〕2号），经推荐申报、审核、网络点赞（投票）、答辩，确定了2026年度包头工匠候选人。现将名单予以公示，接受社会监督。

【名单】

【公示时间】

公示期间，对公示人选有异议的，可按下列方式反映。以单位名义反映的，请加盖单位公章；以个人名义反映的，须署真实姓名并留下联系方式，匿名反映不予受理。来信以寄出地邮戳日期为准。反映情况应当实事求是。我们对反映人的信息和反映的内容严格保密。

【异议方式】

包头市总工会

2026年11月20日
`,
    );
  });

  it('passes the strict reader, and check names only what is truly still to be done', async () => {
    assert.deepEqual((await readContent(content)).findings, []);
    // Both for one reason: nobody is on the list before the import.
    assert.deepEqual(
      (await checked(content)).map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1]),
      ['roster-missing', 'quota-about'],
    );
  });

  it('is not written a second time over the first', async () => {
    const before = await snapshot(content);
    await assert.rejects(newRound(content), {
      code: 'round-exists',
      message: 'baotou-craftsman/2026 已经存在，没有覆盖。请换一个 --edition。',
    });
    assert.deepEqual(await snapshot(content), before);
  });

  it('must say how long the window is where the programme’s document does not', async () => {
    const gangcheng = {
      programme: 'gangcheng-craftsman',
      'nominating-body': ['海州区总工会=county'],
      tier: ['ten-great=10', 'craftsman=40'],
    };
    await assert.rejects(newRound(content, gangcheng), {
      message:
        '缺少 --length（公示几天（港城工匠的文件没有写明），例如 5）、--unit（天数单位：working 工作日，calendar 天，例如 工作日）。这里不能提问，请用选项写明。',
    });
    const outcome = await newRound(content, { ...gangcheng, length: '5', unit: 'working', 'closing-time': '17:00' });
    assert.equal(outcome.exit, 0, outcome.text);
    const { readable } = await readContent(content);
    const round = readable?.programmes.find(({ id }) => id === 'gangcheng-craftsman')?.rounds[0]?.round.data;
    assert.deepEqual(round?.publicity, {
      opensOn: '2026-11-23',
      closesOn: '2026-11-27',
      length: 5,
      unit: 'working',
      countsFrom: 'opening-day',
      closingTime: '17:00',
    });
    assert.deepEqual(round?.tiers, [
      { key: 'ten-great', count: 10 },
      { key: 'craftsman', count: 40 },
    ]);
  });

  it('takes a first day that begins late, more shown than honoured, and tiers that are settled later', async () => {
    const folder = async (edition: string, options: Record<string, string | string[]>) => {
      const gangcheng = { programme: 'gangcheng-craftsman', 'nominating-body': ['海州区总工会=county'] };
      const window = { length: '5', unit: '工作日', edition };
      const outcome = await newRound(content, { ...gangcheng, ...window, ...options });
      assert.equal(outcome.exit, 0, outcome.text);
      const { readable } = await readContent(content);
      const found = readable?.programmes.find(({ id }) => id === 'gangcheng-craftsman')?.rounds;
      return found?.find(({ id }) => id === `gangcheng-craftsman/${edition}`)?.round.data;
    };
    // As an office says it: by the tier's name, with counting words.
    const more = await folder('2030', {
      'opening-time': '09:00',
      tier: ['港城十大工匠＝15名，至多10名', '港城工匠=40'],
    });
    assert.equal(more?.publicity.openingTime, '09:00');
    assert.deepEqual(more.tiers, [
      { key: 'ten-great', count: 15, atMost: 10 },
      { key: 'craftsman', count: 40 },
    ]);
    const open = await folder('2031', { 'open-tiers': '市评审委员会＝至多50名' });
    assert.deepEqual(open?.openTiers, { by: '市评审委员会', atMost: 50 });
  });

  it('takes no number that cannot be, and no option that the programme leaves no room for', async () => {
    const before = await snapshot(content);
    const gangcheng = { programme: 'gangcheng-craftsman', edition: '2032', length: '5', unit: 'working' };
    await assert.rejects(newRound(content, { ...gangcheng, tier: ['港城工匠=40，至多41'] }), {
      message:
        '--tier（各档公示几名（港城十大工匠，港城工匠）；差额公示的再写至多命名几名）至多命名的人数不能是 0，也不能多于公示的人数。',
    });
    await assert.rejects(newRound(content, { edition: '2033', length: '5' }), {
      message: '包头工匠用不着 --length：活动的规定里已经写明，或没有这一项。请去掉。',
    });
    assert.deepEqual(await snapshot(content), before);
  });
});

describe('a round is not set up', () => {
  it('with dates that are not the programme’s, with the right one named', async () => {
    const content = await anOffice();
    const before = await snapshot(content);
    // Monday 23 to Thursday 26 November 2026 are four working days.
    const outcome = await newRound(content, { closes: '2026-11-26' });
    assert.deepEqual(
      [outcome.exit, outcome.text],
      [
        1,
        `✗ 错误  programmes/baotou-craftsman/rounds/2026/round.md「publicity」
    公示截止写的是 2026-11-26，自 2026-11-23 起5个工作日应为 2026-11-27。请改为 2026-11-27，或核对公示首日与天数。 [window-disagrees]

共 1 个错误、0 条提醒。
没有建立 baotou-craftsman/2026，什么也没有写。
`,
      ],
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('beyond the days anybody knows', async () => {
    const content = await anOffice();
    const before = await snapshot(content);
    const outcome = await newRound(content, {
      edition: '2027',
      published: '2027-11-19',
      opens: '2027-11-22',
      closes: '2027-11-26',
    });
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /公示期要用到 2027-11-22，但缺少国务院办公厅关于2027年部分节假日安排的通知（已录入的工作日历到 2026-12-31 为止），那一天是否上班无法断定。/,
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('for values that fit no round', async () => {
    const content = await anOffice();
    const cases: [Record<string, string | string[]>, string][] = [
      [
        { programme: 'taishan' },
        '内容目录里没有（或读不出）选树活动“taishan”。现有：baotou-craftsman、gangcheng-craftsman。请核对 --programme。',
      ],
      [{ edition: '2026年' }, '--edition（本届的文件夹名，用年份）只能用小写英文字母、数字和短横线，例如 2027。'],
      [{ opens: '2026-11-31' }, '--opens（公示首日）不是一个存在的日期，请按“年-月-日”写，例如 2026-11-23。'],
      [
        { postmark: '随便' },
        '--postmark（来信以哪天的邮戳为准：dispatch 寄出，arrival 到达）只能是 dispatch、arrival 之一。',
      ],
      [
        { 'nominating-body': ['青山区总工会=county'] },
        '--nominating-body（推荐单位，等号后写类别（unit 各直属工会、产业工会和相关单位、社会团体，pilot 产改试点单位（可多报1—2名）））等号后面只能是 unit、pilot 之一。',
      ],
    ];
    const before = await snapshot(content);
    for (const [change, message] of cases) await assert.rejects(newRound(content, change), { message });
    assert.deepEqual(await snapshot(content), before);
  });

  it('without a terminal when an answer is missing: exit 2, every option named', async () => {
    const content = await anOffice();
    const { exit, out, err } = run(
      'new-round',
      '--content',
      content,
      '--programme',
      'baotou-craftsman',
      '--edition',
      '2026',
    );
    assert.deepEqual([exit, out], [2, '']);
    assert.equal(
      err,
      `缺少 --title（本届的名称，例如 2026年度包头工匠选树）、--published（公示发布之日，例如 2026-11-20）、--opens（公示首日，例如 2026-11-23）、--closes（公示截止日，例如 2026-11-27）、--outlet（公示媒体，例如 威海日报）、--contact-name（负责接待的部门，例如 市总工会经济部）、--postmark（来信以哪天的邮戳为准：dispatch 寄出，arrival 到达）、--anonymous（匿名反映：refused 不受理，discouraged 提倡实名）、--nominating-body（推荐单位，等号后写类别（unit 各直属工会、产业工会和相关单位、社会团体，pilot 产改试点单位（可多报1—2名）），例如 环翠区总工会=unit）、--notice-title（公示的标题，例如 关于2026年度包头工匠候选人的公示）。这里不能提问，请用选项写明。
用法见：npm run new-round -- --help
`,
    );
  });
});

describe('a new round in the words of the office', () => {
  it('takes Chinese words and dates, a pasted list of units, the contacts of the site, and a step back', async () => {
    const content = await anOffice();
    const asked: string[] = [];
    const lines: Record<string, string[]> = {
      公示发布之日: ['2026年11月20日'],
      公示首日: ['2026.11.24', '2026年11月23日'],
      首日几点开始: ['', '上一步', ''],
      公示截止日: ['上一步', '2026年11月27日'],
      来信以哪天的邮戳为准: ['寄出为准'],
      匿名反映: ['不受理'],
      推荐单位: ['青山区总工会=unit、昆都仑区总工会=unit；市直机关工会=unit', ''],
      公示媒体: ['包头日报', ''],
      本届的名称: ['2026年度包头工匠选树'],
      公示的标题: ['关于2026年度包头工匠候选人的公示'],
    };
    const terminal = {
      ask: (prompt: string) => {
        asked.push(prompt);
        const key = Object.keys(lines).find((about) => prompt.startsWith(about)) ?? '';
        const next = prompt.startsWith('\u3000下一个') ? '' : (lines[key]?.shift() ?? '');
        return Promise.resolve(next);
      },
      say: () => undefined,
      close: () => undefined,
    };
    const outcome = await newRoundAsked(given({ content, programme: 'baotou-craftsman', edition: '2026' }), terminal);
    assert.equal(outcome.exit, 0, outcome.text);
    const round = await readFile(join(content, 'programmes/baotou-craftsman/rounds/2026/round.md'), 'utf8');
    assert.match(round, /opensOn: "2026-11-23"\n {2}closesOn: "2026-11-27"/);
    assert.match(round, /postmark: "dispatch"/);
    assert.match(round, /anonymous: "refused"/);
    for (const unit of ['青山区总工会', '昆都仑区总工会', '市直机关工会'])
      assert.ok(round.includes(`name: "${unit}"`), unit);
    assert.ok(
      asked.some((prompt) => /^办公(?:电话|邮箱)（.*直接回车即为：/.test(prompt)),
      asked.join('\n'),
    );
  });
});
