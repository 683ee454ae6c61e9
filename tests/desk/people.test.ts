import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkScreen } from '#desk/screens/check.ts';
import { peopleScreen } from '#desk/screens/people/people-screen.ts';
import { faceScreen, photosScreen, pictureScreen } from '#desk/screens/photos/photos-screen.ts';
import { zipFile } from '#tests/pipeline/intake/envelope-files.ts';
import { aBench, type Bench, clear, filesIn, importFiles, put } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { portrait } from '#tests/pipeline/intake/photos/photo-samples.ts';
import { there } from '#tests/there.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';
import { fieldOf, upload } from './upload.ts';

const HEAD = ['姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹'];
const ROWS = [
  ['李明', '威海甲船业有限公司', '船体焊工', '技师', '个人自荐', '环翠区总工会', '焊接能手。'],
  ['王芳', '威海乙食品有限公司', '水产品加工工', '高级工', '社团推荐', '威海市食品行业协会', '一刀去骨。'],
];
const [LI, WANG] = ['bbbbbbc', 'bbbbbbd'];

const toldIn = (reply: Reply): string => words(reply.body);

let bench: Bench;
let clerk: Clerk;
let round: string;
const screens = [checkScreen, peopleScreen, photosScreen, pictureScreen, faceScreen];
before(async () => {
  bench = await aBench();
  await importFiles(bench, [await put(bench, '名单.xlsx', xlsxFile([{ name: 'a', rows: [HEAD, ...ROWS] }]))]);
  clerk = await aDesk(bench.content, { screens });
  round = encodeURIComponent(bench.round);
});
after(async () => {
  await clerk.stop();
  await clear(bench);
});

describe('the screen 名单与个人, without script', () => {
  const order = async (): Promise<string[]> =>
    (JSON.parse(await readFile(join(bench.folder, 'roster.json'), 'utf8')) as { people: { id: string }[] }).people.map(
      ({ id }) => id,
    );
  const list = (): string => `/people?round=${round}`;

  it('shows the list, and moves people by a button and by numbers', async () => {
    assert.match(toldIn(await clerk.get(list())), /李明 威海甲船业有限公司 船体焊工 没有.*王芳 威海乙食品有限公司/);
    assert.equal((await clerk.fill(list(), { down: LI }, '照此排序')).status, 303);
    assert.deepEqual(await order(), [WANG, LI]);
    const done = await clerk.fill(
      list(),
      { [`place.${LI}`]: '1', [`place.${WANG}`]: '2', orderedBy: '按姓氏笔画排序' },
      '照此排序',
    );
    assert.match(
      toldIn(await clerk.after(done)),
      /名单次序已经写入.*npm run edit -- --round .* --order bbbbbbc、bbbbbbd/,
    );
    assert.deepEqual(await order(), [LI, WANG]);
    const wrong = await clerk.fill(list(), { [`place.${LI}`]: '零' }, '照此排序');
    assert.match(toldIn(wrong), /李明的次序要写 1 以上的整数。/);
  });

  it('edits a person field by field, says what is wrong beside the field, and keeps what was typed', async () => {
    const at = `${list()}&person=${LI}`;
    const page = await clerk.get(at);
    assert.match(
      toldIn(page),
      /网页上会有的内容，手机的宽度 李明 工作单位 威海甲船业有限公司 工种 船体焊工 技能等级 技师.*焊接能手。/,
    );
    const summary = fieldOf(page.body, '简要事迹');
    const before = await filesIn(bench.folder);
    const faulty = await clerk.fill(at, { [summary]: '有事请拨 13812345678' }, '记下改动');
    assert.equal(faulty.status, 422);
    const beside = there(/<ul class="findings" data-rule="summary">([\s\S]*?)<\/ul>/.exec(faulty.body)?.[1]);
    assert.match(words(beside), /错误 这一格里有像手机号码的内容，不能公开，没有读取。请删去后再提交。/);
    assert.match(faulty.body, /有事请拨 13812345678<\/textarea>/);
    assert.deepEqual(await filesIn(bench.folder), before);

    const done = await clerk.fill(
      at,
      { [summary]: '焊接能手，二十年无返工。', 'set.skillLevel': '高级技师' },
      '记下改动',
    );
    assert.equal(done.status, 303, toldIn(done));
    const file = await readFile(join(bench.folder, 'candidates', `${LI}.md`), 'utf8');
    assert.match(file, /skillLevel: "senior-technician"[\s\S]*summary: "焊接能手，二十年无返工。"/);
    assert.match(toldIn(await clerk.fill(at, {}, '记下改动')), /没有改动，不用记。/);
  });

  it('writes over nothing that somebody changed meanwhile, and shows both', async () => {
    const at = `${list()}&person=${WANG}`;
    const path = join(bench.folder, 'candidates', `${WANG}.md`);
    const meddling: Clerk = {
      ...clerk,
      get: async (address) => {
        const page = await clerk.get(address);
        await writeFile(path, (await readFile(path, 'utf8')).replace('一刀去骨。', '三刀去骨。'));
        return page;
      },
    };
    const { body } = await meddling.get(at);
    const { hidden, standing } = formIn(body, '记下改动');
    const sent = new URLSearchParams([
      ...hidden,
      ...standing.filter(([name]) => name !== 'set.trade'),
      ['set.trade', '鱼糜工'],
    ]);
    const reply = await call(new URL(at, clerk.address).href, {
      method: 'POST',
      headers: { cookie: clerk.cookie, origin: clerk.address, 'content-type': 'application/x-www-form-urlencoded' },
      body: sent.toString(),
    });
    assert.equal(reply.status, 409);
    assert.match(toldIn(reply), /您看的内容已经有人改过.*一刀去骨。.*三刀去骨。/);
    assert.doesNotMatch(await readFile(path, 'utf8'), /鱼糜工/);
    await clerk.fill(at, { _drop: '1' }, '不要这些');
  });

  it('adds somebody, and lets go before the approval', async () => {
    const at = `${list()}&person=new`;
    const page = await clerk.get(at);
    const fields = Object.fromEntries(
      HEAD.map((head, index) => [fieldOf(page.body, `>${head}<`), (index === 0 ? '赵强' : ROWS[0]?.[index]) ?? '']),
    );
    const done = await clerk.fill(at, fields, '加进名单');
    assert.equal(done.status, 303, toldIn(done));
    const [, , id = ''] = await order();
    const gone = await clerk.fill(`${list()}&person=${id}`, {}, '把赵强移出名单');
    assert.equal(gone.status, 303, toldIn(gone));
    assert.deepEqual(await order(), [LI, WANG]);
  });

  it('keeps a warning with a reason and a name', async () => {
    const page = await clerk.get(list());
    const link = there(/href="(\/check\?[^"]*code=[^"]+)"/.exec(page.body)?.[1]).replaceAll('&amp;', '&');
    const done = await clerk.fill(link, { reason: '已经核对，没有错。', by: '张三' }, '记下，保留');
    assert.equal(done.status, 303, toldIn(done));
    assert.match(
      await readFile(join(bench.folder, 'round.md'), 'utf8'),
      /reason: "已经核对，没有错。"[\s\S]*by: "张三"/,
    );
    assert.ok(!(await clerk.get(list())).body.includes(link.replaceAll('&', '&amp;')));
  });
});

describe('the screen 照片, without script', () => {
  it('shows a wall, takes pictures, and writes what a second person has compared', async () => {
    const at = `/photos?round=${round}`;
    const none = await upload(clerk, at, '放入照片', { '说明.txt': Buffer.from('x') });
    assert.match(toldIn(none), /里面没有照片（.jpg、.png 等），没有收下。/);
    const drop = await upload(clerk, at, '放入照片', {
      '谁的.jpg': await portrait(),
      '照片.zip': zipFile([{ name: '照片/另一张.jpg', bytes: await portrait(400, 500) }]),
      '说明.txt': Buffer.from('x'),
    });
    assert.match(toldIn(await clerk.after(drop)), /另有 1 个文件不是照片，没有收下。/);
    assert.equal(drop.status, 303);
    const wall = await clerk.get(at);
    assert.match(toldIn(wall), /李明 威海甲船业有限公司.*还没有主人的照片（2 张）/);
    const pictures = [...wall.body.matchAll(/data-picture="(\w+)"/g)].map(([, key]) => key ?? '');
    const source = there(/src="(\/photos\/picture\?[^"]+)"/.exec(wall.body)?.[1]).replaceAll('&amp;', '&');
    const picture = await clerk.get(source);
    assert.deepEqual([picture.status, picture.headers['content-type']], [200, 'image/jpeg']);

    const [first = '', second = ''] = pictures;
    const said = { credit: '威海甲船业供图', consent: '本人书面同意', by: '张三' };
    const twice = await clerk.fill(at, { [`whose.${first}`]: LI, [`whose.${second}`]: LI, ...said }, '交第二个人核对');
    assert.match(toldIn(twice), /给李明选了不止一张照片。请只留一张。/);
    const laid = await clerk.fill(
      at,
      { [`whose.${first}`]: LI, [`whose.${second}`]: '', [`x.${first}`]: '50', [`y.${first}`]: '40', ...said },
      '交第二个人核对',
    );
    assert.equal(laid.status, 303, toldIn(laid));
    const before = await filesIn(bench.folder);

    const check = await clerk.after(laid);
    assert.match(toldIn(check), /由 另一个人 逐张核对.*李明/);
    const unticked = await clerk.fill(at, { checkedBy: '李四' }, '都是本人，写入');
    assert.match(toldIn(unticked), /还有 1 张没有勾“是本人”。/);
    const alone = await clerk.fill(at, { ok: first, checkedBy: '张三' }, '都是本人，写入');
    assert.match(toldIn(alone), /核对人要是另一个人：给照片选人的，不能自己核对。/);
    assert.deepEqual(await filesIn(bench.folder), before);

    const done = await clerk.fill(at, { ok: first, checkedBy: '李四' }, '都是本人，写入');
    assert.equal(done.status, 303, toldIn(done));
    assert.match(toldIn(await clerk.after(done)), /照片已经写入.*经办 张三，核对 李四。.*--checked-by 李四/);
    assert.match(await readFile(join(bench.folder, 'candidates', `${LI}.md`), 'utf8'), /credit: "威海甲船业供图"/);
    const after = await clerk.get(at);
    assert.match(toldIn(after), /还没有主人的照片（1 张）/);
    const face = await clerk.get(`/photos/face?round=${round}&person=${LI}`);
    assert.equal(face.headers['content-type'], 'image/jpeg');
    assert.match(toldIn(await clerk.get(`/photos/face?round=${round}&person=..%2F..%2Fsite`)), /没有这张照片/);
  });
});
