import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '#pipeline/commands/root.ts';
import { NOTICES } from '#tests/core/holidays/notices.ts';
import { aFolder } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { aDesk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';
import { answered, sixth } from './sixth.ts';

const content = join(await aFolder(), 'content');
const desk = await aDesk(content, { now: '2026-11-30T10:00:00+08:00' });
async function done(reply: Reply): Promise<string> {
  assert.equal(reply.status, 303, words(reply.body));
  return words((await desk.after(reply)).body);
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
        'nominating-body': '荷东区总工会\tcounty\r\n荷西区总工会\t各县区总工会',
        'notice-title': '关于2026年度荷城工匠候选人的公示',
      }),
    );
    assert.match(page, /已建立 hecheng-craftsman\/2026：/);
    const round = await readFile(join(content, 'programmes/hecheng-craftsman/rounds/2026/round.md'), 'utf8');
    assert.match(round, /closesOn: "2026-12-10"/);
    assert.match(round, /荷东区总工会"\n {4}kind: "county"\n {2}- name: "荷西区总工会"\n {4}kind: "county"/);
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

  it('learns a form from its labels, of which each is said what it means, and keeps nothing of the paper', async () => {
    const path = '/forms?programme=weihai-craftsman';
    const paper = await readFile(
      join(ROOT, 'tests/fixtures/offices/own-weihai-craftsman/in/威海工匠/威海工匠申报表-丛砺海.docx'),
    );
    const { hidden } = formIn((await desk.get(path)).body);
    const body = new FormData();
    for (const [name, value] of hidden) body.append(name, value);
    body.append('form', new File([paper], '申报表.docx'));
    const request = new Request('http://x/', { method: 'POST', body });
    const headers = {
      cookie: desk.cookie,
      origin: desk.address,
      'content-type': there(request.headers.get('content-type')),
    };
    const sent = await call(`${desk.address}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(await request.arrayBuffer()),
    });
    assert.equal(sent.status, 303, words(sent.body));
    const page = await desk.after(sent);
    const standing = formIn(page.body).standing;
    // What the office's form asks for, and what of it nobody may publish.
    assert.match(words(page.body), /表上有 \d+ 项。.*姓名.*身份证号/);
    assert.doesNotMatch(words(page.body), /丛砺海/);
    const open = standing.filter(([name, value]) => name.startsWith('label-') && value === '').map(([name]) => name);
    const fields = {
      id: 'declaration',
      clause: '附件1',
      ...Object.fromEntries(open.map((name) => [name, '不是一项'])),
    };
    const made = await done(await desk.fillIn(page, fields));
    assert.match(made, /已写入 .*forms\/declaration\.json，共 \d+ 项：/);
    const form = JSON.parse(
      await readFile(join(content, 'programmes/weihai-craftsman/forms/declaration.json'), 'utf8'),
    ) as {
      fields: { label: string; means: string }[];
    };
    assert.ok(form.fields.some(({ label, means }) => label === '姓名' && means === 'name'));
    const left = await readdir(join(content, '..', '.jiangbang-desk-content', 'uploads'));
    assert.ok(!left.some((name) => name.startsWith('form-')));
  });

  it('puts more into a programme that is there, and changes nothing that stands without being told to', async () => {
    const notice = await sixth('通知.txt');
    const path = '/programmes?id=hecheng-craftsman';
    const stands = { notice, 'quota.0.0': '不超过5名', 'quota.0.1': '全市选树荷城工匠不超过6名' };
    const refused = await desk.fill(path, stands);
    assert.equal(refused.status, 422);
    const page = await done(
      await desk.fill(path, { notice, 'district.0.0': '莲溪县', 'quota.0.0': '', 'quota.0.1': '' }),
    );
    assert.match(page, /已补进 /);
    assert.match(await readFile(join(content, 'programmes/hecheng-craftsman/programme.md'), 'utf8'), /莲溪县/);
  });
});
