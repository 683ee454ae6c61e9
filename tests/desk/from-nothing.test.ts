import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '#pipeline/commands/root.ts';
import { programmeSteps } from '#pipeline/office/programme/steps.ts';
import { NOTICES } from '#tests/core/holidays/notices.ts';
import { aFolder } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { aDesk, formIn, type Reply, words } from './a-desk.ts';

const content = join(await aFolder(), 'content');
const desk = await aDesk(content, { now: '2026-11-30T10:00:00+08:00' });
const sixth = (name: string): Promise<string> => readFile(join(ROOT, 'tests/fixtures/sixth', name), 'utf8');

async function done(reply: Reply): Promise<string> {
  assert.equal(reply.status, 303, words(reply.body));
  return words((await desk.after(reply)).body);
}

/** The answers of the fixture as the fields of the form: 公示天数=5工作日｜建议名单… */
async function answered(): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const rows = new Map<string, number>();
  for (const line of (await sixth('回答.txt')).split('\n')) {
    const [, title = '', text = ''] = /^([^#=]+)=(.*)$/.exec(line) ?? [];
    const step = programmeSteps.find((one) => one.title === title);
    if (!step) continue;
    const row = rows.get(step.flag) ?? 0;
    rows.set(step.flag, row + 1);
    const parts = step.parts.length === 1 ? [text] : text.split('｜');
    for (const [index, part] of parts.entries()) fields[`${step.flag}.${row}.${index}`] = part;
  }
  return fields;
}

describe('an office that has nothing yet', () => {
  it('is shown the one thing to begin with', async () => {
    assert.match(words((await desk.get('/')).body), /首页 还没有内容。先 建立网站/);
  });

  it('makes its site in one form, and loses nothing of it by a slip', async () => {
    const site = {
      name: '荷城工匠公示',
      organiser: '荷城市总工会',
      description: '荷城工匠选树的公示与结果。',
      address: 'www.example.org',
      'contact-name': '市总工会经济部',
      phone: '0000-0000000',
      email: 'office@hecheng.example.org',
      programme: 'weihai-craftsman',
    };
    const slip = await desk.fill('/new-site', site);
    assert.equal(slip.status, 422);
    assert.match(words(slip.body), /“网站地址”要以 http:\/\/ 或 https:\/\/ 开头/);
    assert.ok(formIn(slip.body).standing.some(([name, value]) => name === 'phone' && value === '0000-0000000'));
    assert.deepEqual(await readdir(join(content, '..')), ['.jiangbang-desk-content']);
    const page = await done(await desk.fillIn(slip, { address: 'https://www.example.org/gongjiang/' }));
    assert.match(page, /里面没有任何示例人员。/);
    assert.ok((await readdir(content)).includes('site.json'));
  });

  it('makes its programme beside the text of its notice', async () => {
    const notice = await sixth('通知.txt');
    const fields = await answered();
    const more = await desk.fill('/programmes?id=hecheng-craftsman', {
      notice,
      'district.0.0': '荷东区',
      _more: 'district',
    });
    assert.equal(more.status, 303);
    const page = await desk.after(more);
    assert.deepEqual(
      formIn(page.body).standing.filter(([name]) => name.startsWith('district.')),
      [
        ['district.0.0', '荷东区'],
        ['district.1.0', ''],
        ['district.2.0', ''],
      ],
    );
    const astray = await desk.fillIn(page, { ...fields, 'publicity.0.1': '公示7个工作日。' });
    assert.equal(astray.status, 422);
    assert.match(words(astray.body), /公示天数.*在通知里没有找到这句话/);
    const made = await done(await desk.fillIn(astray, fields));
    assert.match(made, /已建立活动 hecheng-craftsman：.*原话都在通知里逐字找到了。/);
    assert.match(
      await readFile(join(content, 'programmes/hecheng-craftsman/programme.md'), 'utf8'),
      /name: "荷城工匠"/,
    );
  });

  it('makes a round: contacts from the site, units pasted, the window proposed with its days', async () => {
    const path = '/new-round?programme=hecheng-craftsman&edition=2026';
    const first = await desk.get(path);
    // 2026-11-30 is a Monday; five working days from Tuesday 1 December end on Monday 7 December.
    assert.match(words(first.body), /2026年12月1日（星期二）开始 → 2026年12月7日（星期一）24:00截止/);
    const standing = Object.fromEntries(formIn(first.body).standing);
    assert.deepEqual([standing['phone'], standing['email']], ['0000-0000000', 'office@hecheng.example.org']);
    const window = await desk.fillIn(first, { opens: '2026-12-04', _window: '1' });
    assert.equal(window.status, 303);
    // Friday 4, Monday 7 to Thursday 10 December.
    const strip = await desk.after(window);
    assert.match(
      words(strip.body),
      /截止2026年12月10日（星期四）24:00 （5个工作日）。.*12月5日 星期六 .* 不计 .*12月10日 星期四 .* 5 /,
    );
    const page = await done(
      await desk.fillIn(strip, {
        published: '2026-12-03',
        title: '2026年度荷城工匠选树',
        postmark: 'dispatch',
        anonymous: 'refused',
        'nominating-body': '荷东区总工会=county、荷西区总工会=county',
        'notice-title': '关于2026年度荷城工匠候选人的公示',
      }),
    );
    assert.match(page, /已建立 hecheng-craftsman\/2026：/);
    const round = await readFile(join(content, 'programmes/hecheng-craftsman/rounds/2026/round.md'), 'utf8');
    assert.match(round, /closesOn: "2026-12-10"/);
    assert.match(words((await desk.get('/')).body), /2026年度荷城工匠选树 .*导入 ，现在 .*还没有名单。 导入名单/);
  });

  it('reads a notice of days off back day by day, and takes it from two people only', async () => {
    const read = await desk.fill('/calendar', { notice: there(NOTICES[2025]) });
    assert.match(
      words(read.body),
      /春节 放假1月28日（星期二）至2月4日（星期二），共8天；1月26日（星期日）、2月8日（星期六）上班/,
    );
    const address = 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm';
    const alone = await desk.fillIn(read, { address, by: '甲某', reviewer: '甲某', again: 'yes' });
    assert.equal(alone.status, 422);
    assert.match(words(alone.body), /录入人和复核人是同一个人。/);
    const page = await done(await desk.fillIn(read, { address, by: '甲某', reviewer: '乙某', again: 'yes' }));
    assert.match(page, /录入人甲某，复核人乙某。/);
    assert.match(await readFile(join(content, 'calendar/confirmed.json'), 'utf8'), /"year": 2025/);
  });
});
