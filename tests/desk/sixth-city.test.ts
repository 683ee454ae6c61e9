import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { aFolder, told } from '#tests/office.ts';
import { listOf, registration, SIX } from '#tests/pipeline/office/sixth-city.ts';
import { there } from '#tests/there.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';
import { answered, meanings, sixth } from './sixth.ts';
import { fieldOf, upload } from './upload.ts';

const ID = 'hecheng-craftsman';
const ROUND = `round=${ID}%2F2026`;

describe('the life of a round of a sixth city, at the desk, without a script, a command or a file edited by hand', () => {
  let content: string;
  let desk: Clerk;
  before(async () => {
    content = join(await aFolder(), 'content');
    desk = await aDesk(content, { now: '2026-04-10T10:00:00+08:00' });
  });

  async function done(reply: Reply): Promise<string> {
    assert.equal(reply.status, 303, words(reply.body));
    return words((await desk.after(reply)).body);
  }

  /** Handed over by one, reviewed by another from the paper. */
  async function signed(query: string, decision: Record<string, string> = {}): Promise<string> {
    await done(await desk.fill(`/approval?${query}`, { approver: '甲某', ...decision }));
    const [fingerprint = ''] =
      /(?:[0-9a-f]{4} ){4}[0-9a-f]{4}/.exec(words((await desk.get(`/sheet?${query}`)).body)) ?? [];
    return done(await desk.fill(`/review?${query}`, { fingerprint, reviewer: '乙某' }));
  }

  it('begins with a site and a programme from its notice', async () => {
    await done(
      await desk.fill('/new-site', {
        name: '荷城工匠公示',
        organiser: '荷城市总工会',
        description: '荷城工匠的公示与结果。',
        address: 'https://hecheng.example.org/',
        'contact-name': '荷城市总工会经济部',
        phone: '0000-0000000',
        email: 'office@example.org',
        'site-id-code': '0000000001',
        'icp-number': '示例ICP备00000000号',
        'public-security-number': '示例公网安备00000000号',
        programme: 'baotou-craftsman',
      }),
    );
    const fields = { notice: await sixth('通知.txt'), ...(await answered()) };
    assert.match(await done(await desk.fill(`/programmes?id=${ID}`, fields)), /原话都在通知里逐字找到了。/);
  });

  for (const [id, file, bytes, clause] of [
    ['nomination', '登记表.txt', registration(undefined), '附件1'],
    ['roster', '一览表.txt', listOf(SIX), '附件2'],
  ] as const) {
    it(`learns its form ${id}`, async () => {
      const path = `/forms?programme=${ID}`;
      const page = await desk.get(path);
      const { hidden } = formIn(page.body);
      const body = new FormData();
      for (const [name, value] of hidden) body.append(name, value);
      body.append('form', new File([Uint8Array.from(bytes)], '表.docx'));
      const request = new Request('http://x/', { method: 'POST', body });
      const headers = {
        cookie: desk.cookie,
        origin: desk.address,
        'content-type': request.headers.get('content-type') ?? '',
      };
      const sent = await call(`${desk.address}${path}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(await request.arrayBuffer()),
      });
      const form = await desk.after(sent);
      const field = new Map(
        [...form.body.matchAll(/<label for="f-([^"]+)"\s*>([^<]+)<\/label\s*>/g)].map(
          ([, name = '', label = '']): [string, string] => [label, name],
        ),
      );
      const chosen = [...(await meanings(file))].map(([label, means]): [string, string] => [
        there(field.get(label)),
        means,
      ]);
      await done(await desk.fillIn(form, { ...Object.fromEntries(chosen), id, clause }));
    });
  }

  it('makes its round and takes the papers in together', async () => {
    await done(
      await desk.fill(`/new-round?programme=${ID}&edition=2026`, {
        title: '2026年度荷城工匠选树',
        published: '2026-04-20',
        opens: '2026-04-21',
        postmark: 'dispatch',
        anonymous: 'refused',
        tier: 'great=2\ncraftsman=4',
        'nominating-body': '荷东区总工会=county\n荷西区总工会=county\n莲溪县总工会=county\n荷城市烹饪协会=association',
        'notice-title': '关于2026年度荷城工匠候选人的公示',
      }),
    );
    const papers = Object.fromEntries(SIX.map((one) => [`登记表（${one.name}）.docx`, registration(one)]));
    const page = `/import?${ROUND}`;
    const dropped = await upload(desk, page, '放入，看计划', { '推荐对象一览表.docx': listOf(SIX), ...papers });
    assert.equal(dropped.status, 303, words(dropped.body));
    const plan = await desk.after(dropped);
    const at = String(dropped.headers['location']);
    const answers = {
      [fieldOf(plan.body, '本单位公示首日（这一批都是）')]: '2026-03-23',
      [fieldOf(plan.body, '本单位公示截止（这一批都是）')]: '2026-03-27',
      [fieldOf(plan.body, '名单怎样排序')]: '排名不分先后',
    };
    const saved = await desk.fillIn(plan, answers, '记下，再看计划');
    assert.equal(saved.status, 303, words(saved.body));
    assert.match(
      words((await desk.after(saved)).body),
      /新增 6 人，改动 0 人，未变 0 人，名单中消失 0 人。 ?可以写入。/,
    );
    await done(await desk.fill(at, {}, '写入名单'));
    const { findings } = await checkContent(content);
    assert.deepEqual(told(findings), []);
    assert.match(
      words((await desk.get('/')).body),
      /2026年度荷城工匠选树 .*校样 ，现在 .*检查没有错误。 出校样，送复核/,
    );
  });

  it('is approved by two, corrected, left by one, and has its result', async () => {
    const decision = { body: '荷城市总工会', document: '荷工发〔2026〕20号', date: '2026-04-17' };
    assert.match(await signed(`${ROUND}&notice=first`, decision), /已批准 hecheng-craftsman\/2026：6 人/);
    const ids = new Map(
      (await checkContent(content)).readable?.programmes
        .find(({ id }) => id === ID)
        ?.rounds[0]?.people.map(({ id, data }) => [data.name, id]),
    );
    const idOf = (name: string): string => there(ids.get(name));
    const [slip, gone, out] = [idOf('闻人朔'), idOf('荆昱白'), idOf('阳川柏')] as const;
    desk.setClock('2026-04-22T10:00:00+08:00');
    const correction = `/acts?${ROUND}&kind=correction&target=person+${slip}&field=post`;
    const looked = await desk.fill(correction, {
      new: '磨工班班组长',
      'reason-code': 'slip',
      reason: '岗位名称录入不全。',
    });
    await done(await desk.fillIn(looked, {}, '记下更正'));
    await signed(`${ROUND}&act=2026-04-22-correction`);
    const leaving = { person: gone, 'reason-code': 'own-wish', reason: '本人书面申请退出。' };
    const left = await desk.fill(`/acts?${ROUND}&kind=withdraw-candidate`, leaving);
    await done(await desk.fillIn(left, {}, '记下取消候选资格'));
    await signed(`${ROUND}&act=2026-04-22-withdraw-candidate`);
    // Five working days from Tuesday 21 April end on Monday 27 April.
    assert.match(words((await desk.get('/')).body), /正在公示。第 2 天，共 5 天。截止2026年4月27日（星期一）/);

    desk.setClock('2026-05-12T10:00:00+08:00');
    const decided = { document: '荷工发〔2026〕25号', date: '2026-05-11', [`fate-${out}`]: 'out' };
    const seen = await desk.fill(`/result?${ROUND}`, decided);
    assert.match(words(seen.body), /命名：荷城大工匠 2 人，荷城工匠 2 人。未命名 1 人，此前退出或取消资格 1 人。/);
    await done(await desk.fillIn(seen, {}, '写出结果'));
    await signed(`${ROUND}&result=result`);
    assert.match(words((await desk.get('/')).body), /结果已公布。/);
  });

  it('lets somebody be taken down, and leaves a record of every signature', async () => {
    const [, id = ''] = /person=([a-z0-9]+)">阳川柏/.exec((await desk.get('/takedown?name=阳川柏')).body) ?? [];
    const listed = await desk.fill(`/takedown?person=${id}`, { 'reason-code': 'consent-withdrawn' });
    await done(await desk.fillIn(listed, {}, '撤下'));
    await signed(`${ROUND}&takedown=${id}`);
    const { findings } = await checkContent(content);
    assert.deepEqual(told(findings), []);
    const record = words((await desk.get('/record')).body);
    assert.equal([...record.matchAll(/甲某、乙某/g)].length, 5);
    // Nothing of it lies in the content but content.
    assert.ok((await readdir(content)).every((name) => !name.startsWith('.jiangbang')));
    assert.match(await readFile(join(content, '.gitignore'), 'utf8'), /\.jiangbang/);
  });
});
