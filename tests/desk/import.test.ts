import assert from 'node:assert/strict';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importProgressScreen, importScreen } from '#desk/screens/import/import-screen.ts';
import { zipFile } from '#tests/pipeline/intake/envelope-files.ts';
import { aBench, type Bench, clear, filesIn } from '#tests/pipeline/intake/office-bench.ts';
import { docxFile, xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { portrait } from '#tests/pipeline/intake/photos/photo-samples.ts';
import { there } from '#tests/there.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';
import { fieldOf, upload } from './upload.ts';

const SCREENS = [importScreen, importProgressScreen];
const HEAD = [
  '姓名',
  '工作单位',
  '工种',
  '技能等级',
  '推荐方式',
  '推荐单位',
  '简要事迹',
  '身份证号',
  '联系电话',
  '政治面貌',
  '带出高徒',
];
const row = (name: string, level: string): string[] => [
  name,
  `威海${name}船业有限公司`,
  '船体焊工',
  level,
  '个人自荐',
  '环翠区总工会',
  '焊接能手。',
  '11010519491231002X',
  '13812345678',
  '民盟盟员',
  '徒弟三人',
];
const SECRETS = ['11010519491231002X', '13812345678', '民盟盟员'];
const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);

/** A clerk of whom every byte that the desk sends is kept. */
interface Watched extends Clerk {
  sent: string[];
}

async function watched(bench: Bench): Promise<Watched> {
  const clerk = await aDesk(bench.content, { screens: SCREENS });
  const sent: string[] = [];
  const kept = async (reply: Promise<Reply>): Promise<Reply> => {
    const one = await reply;
    sent.push(JSON.stringify(one.headers), one.body);
    return one;
  };
  return {
    ...clerk,
    sent,
    get: (path) => kept(clerk.get(path)),
    fill: (...all) => kept(clerk.fill(...all)),
    after: (reply) => kept(clerk.after(reply)),
  };
}

const toldIn = (reply: Reply): string => words(reply.body);

describe('the screen 导入, without script', () => {
  let bench: Bench;
  let clerk: Watched;
  let page: string;
  before(async () => {
    bench = await aBench();
    page = `/import?round=${encodeURIComponent(bench.round)}`;
    clerk = await watched(bench);
  });
  after(async () => {
    await clerk.stop();
    await clear(bench);
  });

  const dropped = async (files: Record<string, Uint8Array>): Promise<string> => {
    const reply = await upload(clerk, page, '放入，看计划', files);
    assert.equal(reply.status, 303, toldIn(reply));
    return String(reply.headers['location']);
  };

  it('leads from a drop with a fault, an unknown column and photos to a written list, and no private value out', async () => {
    const zip = zipFile([
      { name: '照片/李明.jpg', bytes: await portrait(), as: 'gbk' },
      { name: '照片/谁的.jpg', bytes: await portrait(400, 500), as: 'gbk' },
      { name: '合同.dwg', bytes: Buffer.from('x'), as: 'gbk' },
    ]);
    const at = await dropped({ '汇总表.xlsx': list(row('李明', '特级大师'), row('王芳', '高级工')), '照片.zip': zip });
    const first = await clerk.get(at);
    const told = toldIn(first);
    assert.match(told, /新增 2 人，改动 0 人，未变 0 人，名单中消失 0 人。 ?还有 1 个问题、1 格要改、0 处别的错误。/);
    // Every file, with what became of it.
    assert.match(told, /照片\.zip\/照片\/李明\.jpg 照片/);
    assert.match(told, /合同\.dwg 不用 文件夹里的这个文件不是表格或 Word 文件，没有读取。/);
    assert.match(told, /照片\.zip\/照片\/谁的\.jpg 要问报送单位 文件名对不上名单里的任何人，没有采用。/);
    assert.match(told, /不公开、没有读取：身份证号、联系电话、政治面貌/);
    assert.equal(told.split('政治面貌').length, 2, 'private columns are one line');
    assert.match(told, /汇总表\.xlsx D2「技能等级」（李明）.*文件里 特级大师 改为/);

    const saved = await clerk.fill(
      at,
      {
        [fieldOf(first.body, '改为')]: '高级技师',
        [fieldOf(first.body, '“带出高徒”是什么？')]: '传帮带',
        [fieldOf(first.body, '张照片的署名')]: '威海船业供图',
        [fieldOf(first.body, '本人怎样同意公开照片')]: '本人书面同意',
        [fieldOf(first.body, '名单怎样排序')]: '排名不分先后',
      },
      '记下，再看计划',
    );
    assert.equal(saved.status, 303, toldIn(saved));
    const second = await clerk.after(saved);
    assert.match(toldIn(second), /名单中消失 0 人。 ?可以写入。/);
    assert.match(toldIn(second), /文件里 特级大师 改为/);
    assert.match(toldIn(second), /汇总表\.xlsx 读取/);

    const done = await clerk.fill(at, {}, '写入名单');
    assert.equal(done.status, 303, toldIn(done));
    const last = await clerk.after(done);
    assert.match(toldIn(last), /名单已经写入.*给 1 张没有认出的照片选人/);
    assert.match(toldIn(last), /npm run import -- .*--cell '汇总表\.xlsx D2=高级技师' --head 带出高徒=传帮带/);

    const files = await filesIn(bench.folder);
    const people = Object.entries(files).filter(([name]) => name.startsWith('candidates/'));
    assert.equal(people.length, 2);
    const li = there(people.find(([, text]) => text.includes('name: "李明"'))?.[1]);
    assert.match(li, /skillLevel: "senior-technician"[\s\S]*mentoring: "徒弟三人"[\s\S]*credit: "威海船业供图"/);
    assert.equal(Object.keys(files).filter((name) => name.startsWith('photos/')).length, 1);
    for (const secret of SECRETS) {
      assert.ok(!clerk.sent.join('\n').includes(secret), `${secret} left the desk`);
      assert.ok(!JSON.stringify(files).includes(secret), secret);
    }
    // The office's files are gone; the picture that nobody claimed waits for somebody.
    const own = join(bench.root, '.jiangbang-desk-content');
    assert.deepEqual(await readdir(join(own, 'imports')), []);
    assert.equal((await readdir(join(own, 'pictures'))).length, 1);
    const left = (await readdir(own, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    for (const { parentPath, name } of left)
      for (const secret of SECRETS)
        assert.ok(
          !(await readFile(join(parentPath, name), 'latin1')).includes(Buffer.from(secret).toString('latin1')),
          name,
        );
  });

  it('asks whether two are one person, beside each other, and remembers what a head means', async () => {
    const moved = row('李明', '高级技师').map((text) =>
      text === '威海李明船业有限公司' ? '威海丁电机有限公司' : text,
    );
    const at = await dropped({ '改动.xlsx': list(moved, row('王芳', '高级工')) });
    const first = await clerk.get(at);
    assert.ok(!first.body.includes('“带出高徒”是什么'));
    assert.match(toldIn(first), /这批材料：第 2 行 .*威海丁电机有限公司.*原名单：编号 \w{7} .*威海李明船业有限公司/);
    const name = fieldOf(first.body, '李明是同一个人吗？');
    const id = there(/value="(\w{7})"[^>]*>就是 李明/.exec(first.body)?.[1]);
    const saved = await clerk.fill(at, { [name]: id }, '记下，再看计划');
    const second = toldIn(await clerk.after(saved));
    assert.match(second, /新增 0 人，改动 1 人，未变 1 人/);
    assert.match(second, /已经回答的 1 项 (?:提交 )?第 2 行就是编号/);

    const back = await clerk.fill(at, { back: 'rows 2' }, '收回选中的回答');
    assert.match(toldIn(await clerk.after(back)), /还有 \d 个问题/);
  });

  it('writes nothing but what was seen', async () => {
    const at = await dropped({ '新.xlsx': list(row('李明', '高级技师'), row('王芳', '高级工'), row('赵强', '技师')) });
    const before = await filesIn(bench.folder);
    const { hidden } = formIn((await clerk.get(at)).body, '写入名单');
    const sent = new URLSearchParams(hidden.map(([name, value]) => [name, name === 'digest' ? '0' : value]));
    const refused = await call(new URL(at, clerk.address).href, {
      method: 'POST',
      headers: {
        cookie: clerk.cookie,
        origin: clerk.address,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: sent.toString(),
    });
    assert.equal(refused.status, 422);
    assert.match(toldIn(refused), /计划在您看过以后有了变化（文件、回答、照片或内容目录），什么也没有写入。/);
    assert.deepEqual(await filesIn(bench.folder), before);
    const erased = await clerk.fill(at, {}, '现在就删去这一批材料');
    assert.equal(erased.status, 303);
    assert.match(toldIn(await clerk.get(at)), /这一批材料已经不在了/);
  });

  it('asks once who sent a batch of forms', async () => {
    const form = (name: string): Uint8Array =>
      docxFile({
        tables: [
          [
            ['姓名', name, '工作单位', `威海${name}船业有限公司`],
            ['工种', '船体焊工', '技能等级', '技师'],
            ['推荐方式', '个人自荐', '所属区县', '环翠区'],
          ],
        ],
      });
    const at = await dropped({ '1.docx': form('孙伟'), '2.docx': form('周杰') });
    const first = await clerk.get(at);
    assert.match(
      toldIn(first),
      /这 2 份都是一个推荐单位报来的.*1\.docx 是哪个推荐单位报来的？.*2\.docx 是哪个推荐单位报来的？/,
    );
    const saved = await clerk.fill(at, { fromAll: '环翠区总工会' }, '记下，再看计划');
    const second = toldIn(await clerk.after(saved));
    assert.doesNotMatch(second, /是哪个推荐单位报来的/);
    assert.match(second, /新增 2 人/);
    assert.match(second, /这一批 由环翠区总工会报来/);
  });

  it('takes a file out of a batch that stands in its way', async () => {
    const people = list(row('李明', '高级技师'), row('王芳', '高级工'));
    const at = await dropped({ '名单.xlsx': people, '另一份.xlsx': list(row('赵强', '技师')), 'a.zip': zipFile([]) });
    assert.match(toldIn(await clerk.get(at)), /有不止一份像名单的表，读哪一个工作表？/);
    const page = await clerk.get(at);
    assert.match(toldIn(page), /a\.zip 要问报送单位 压缩包是空的。/);
    assert.equal((await clerk.fill(at, {}, '不要 a.zip')).status, 303);
    assert.doesNotMatch(toldIn(await clerk.get(at)), /a\.zip/);
    const forged = await clerk.fillIn(page, { leave: '../session.json' }, '不要 a.zip');
    assert.match(toldIn(forged), /\.\.\/session\.json 不能单独拿走/);
  });

  it('refuses a hostile workbook with a sentence, and stays', async () => {
    const doctype = xlsxFile([{ name: 'x', rows: [HEAD] }], {
      'xl/worksheets/sheet1.xml':
        '<!DOCTYPE a [<!ENTITY i SYSTEM "file:///etc/passwd">]><worksheet><i>&i;</i></worksheet>',
    });
    const told = toldIn(await clerk.get(await dropped({ '名单.xlsx': doctype })));
    assert.match(told, /文件的压缩结构不正常（里面有不该有的实体定义），为安全起见没有打开。/);
    const markup = list(row('<script>alert(1)</script>', '技师'));
    const page = await clerk.get(await dropped({ '<img src=x>.xlsx': markup }));
    assert.ok(!page.body.includes('<script>alert'));
    assert.ok(!page.body.includes('<img src=x'));
    const none = await upload(clerk, '/import?round=' + encodeURIComponent(bench.round), '放入，看计划', {});
    assert.match(toldIn(none), /还没有选文件。请选好再放入。/);
  });

  it('refuses 300 MB before they are read', async () => {
    const reply = await call(`${clerk.address}${page}`, {
      method: 'POST',
      headers: {
        cookie: clerk.cookie,
        origin: clerk.address,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(300 * 1024 * 1024),
      },
      body: 'x',
    });
    assert.equal(reply.status, 413);
    assert.match(words(reply.body), /送来的内容超过了这一页能收的大小，没有收下。照片、视频很多的，请分几次送/);
  });
});

describe('the forms of the five offices at the desk', async () => {
  const OFFICES = join(import.meta.dirname, '..', 'fixtures', 'offices');
  for (const name of (await readdir(OFFICES)).filter((one) => one.startsWith('own-'))) {
    it(`${name}: at most one question a file, and three a batch`, async () => {
      const given = JSON.parse(await readFile(join(OFFICES, name, 'case.json'), 'utf8')) as { round: string };
      const bench = await aBench(given.round);
      const clerk = await aDesk(bench.content, { screens: SCREENS });
      try {
        await cp(join(OFFICES, name, 'in'), join(bench.root, 'in'), { recursive: true });
        const paths = Object.keys(await filesIn(join(bench.root, 'in')));
        const files = await Promise.all(
          paths.map(async (path) => [path, await readFile(join(bench.root, 'in', path))] as const),
        );
        const page = `/import?round=${encodeURIComponent(given.round)}`;
        const reply = await upload(clerk, page, '放入，看计划', Object.fromEntries(files));
        const plan = await clerk.after(reply);
        const questions = plan.body.split('<h2>可以在这里改的格</h2>')[0]?.match(/class="question"/g)?.length ?? 0;
        const perFile = plan.body.match(/是哪个推荐单位报来的？/g)?.length ?? 0;
        assert.ok(perFile <= files.length, `${perFile} questions about ${files.length} files`);
        assert.ok(questions - perFile <= 3, `${questions} questions: ${words(plan.body).slice(0, 400)}`);
      } finally {
        await clerk.stop();
        await clear(bench);
      }
    });
  }
});
