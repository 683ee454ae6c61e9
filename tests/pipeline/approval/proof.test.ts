import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import sharp from 'sharp';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { aContent, aFolder, given, retype, ROUND, ROUND_FOLDER, run } from '#tests/office.ts';
import { there } from '#tests/there.ts';

type HtmlNode = DefaultTreeAdapterMap['node'];

async function proofOf(content: string, round = ROUND) {
  const out = join(await aFolder(), '校样.html');
  const outcome = await proofCommand.run(given({ content, round, out }), () => Date.parse('2024-09-12T10:00:00+08:00'));
  const source = await readFile(out, 'utf8');
  return { outcome, source, text: textOf(parse(source)) };
}

function approve(content: string, change: Record<string, string> = {}) {
  const decision = {
    body: '澄湖市总工会',
    document: '澄工发〔2024〕9号',
    date: '2024-09-09',
    approver: '甲',
    reviewer: '乙',
  };
  return approveCommand.run(given({ round: ROUND, content, ...decision, ...change }), () =>
    Date.parse('2024-09-09T15:00:00+08:00'),
  );
}

/** What a reader sees, without white space. */
function textOf(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.replace(/\s/g, '');
  if (!('childNodes' in node) || ('tagName' in node && node.tagName === 'style')) return '';
  return node.childNodes.map(textOf).join('');
}

function elements(node: HtmlNode): { tag: string; attributes: Record<string, string> }[] {
  if (!('childNodes' in node)) return [];
  const own =
    'tagName' in node
      ? [{ tag: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) }]
      : [];
  return [...own, ...node.childNodes.flatMap(elements)];
}

describe('the sheet a leader signs', () => {
  it('shows title, window day by day, list in order, outlets, channels, and lines for two signatures', async () => {
    const { text } = await proofOf(await aContent());
    for (const part of [
      '关于2024年度澄湖工匠候选人的公示',
      '澄湖市总工会2024年9月10日发布',
      // 15 to 17 September 2024 are 中秋节; 14 September, a Saturday, is worked.
      '2024年9月11日至14日、18日（5个工作日），截止2024年9月18日（星期三）24:00。',
      '9月11日星期三第1个工作日9月12日星期四第2个工作日9月13日星期五第3个工作日9月14日星期六第4个工作日9月15日星期日中秋节放假不计9月16日星期一中秋节放假不计9月17日星期二中秋节放假不计9月18日星期三第5个工作日',
      '名单（3人，排名不分先后）1骆青川船舶轮机员澄湖市远航渡轮有限公司2庾岚细纱挡车工澄湖市东湾纺织厂3帕丽扎·铁木尔',
      '公示媒体《澄湖日报》；候选人所在单位公示栏',
      '电话0000-000000008:30至12:00，13:30至17:30（提出异议、更正文字）',
      '电子邮箱objection@chenghu.example.org（提出异议、更正文字）',
      '异议规定来信以寄出邮戳为准；匿名不予受理；对反映人和反映内容保密',
      '网址https://chenghu.example.org/chenghu-craftsman/2024/',
      '批准机关文号批准人（签字）复核人（签字）日期日期',
      '公示期内有异议的，请实名反映，来信以寄出地邮戳为准。',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it('shows the same fingerprint that the approval then records', async () => {
    const content = await aContent();
    const { outcome, text } = await proofOf(content);
    const approved = await approve(content);
    const { digest } = approved.json as { digest: string };
    assert.equal((outcome.json as { digest: string }).digest, digest);
    assert.ok(text.includes(digest));
    assert.ok(text.includes(digest.slice(0, 20)));
    const { current } = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as {
      current: { digest: string };
    };
    assert.equal(current.digest, digest);
  });

  it('shows every approved word of every person and of the notice, for all sample rounds', async () => {
    for (const round of [
      'weihai-craftsman/2023',
      'weihai-chief-technician/2026',
      'jiaozuo-craftsman/2018',
      'baotou-craftsman/2023',
      'gangcheng-craftsman/2019',
    ]) {
      const { text } = await proofOf('content', round);
      const folder = join('content/programmes', round.replace('/', '/rounds/'));
      const people = await readdir(join(folder, 'candidates'));
      for (const file of [...people.map((name) => join('candidates', name)), 'notice.md']) {
        const [, front = '', body = ''] = (await readFile(join(folder, file), 'utf8')).split(/^---$/m);
        const values = [...front.matchAll(/: "([^"]*)"|- "([^"]*)"|year: (\d+)|yearsInTrade: (\d+)/g)].map((match) =>
          there(match.slice(1).find(Boolean)),
        );
        const paragraphs = body.split('\n').map((line) => line.replace(/^(?:#+|[->]|\d+\.) /, '').replaceAll('**', ''));
        for (const words of [...values, ...paragraphs]) {
          // Words of the schema are shown in Chinese, dates of the notice written out.
          if (/^[a-zA-Z-]+$/.test(words) || (file === 'notice.md' && /^\d{4}-\d\d-\d\d$/.test(words))) continue;
          assert.ok(text.includes(words.replace(/\s/g, '')), `${round} ${file}: ${words}`);
        }
      }
    }
  });

  it('is one file without script, frame or anything from elsewhere', async () => {
    const { source } = await proofOf('content', 'baotou-craftsman/2023');
    for (const { tag, attributes } of elements(parse(source))) {
      assert.ok(!['script', 'iframe', 'link', 'object', 'embed', 'base', 'form'].includes(tag), tag);
      for (const [name, value] of Object.entries(attributes)) {
        assert.doesNotMatch(name, /^on|^srcset$|^href$/);
        if (name === 'src') assert.match(value, /^data:image\/jpeg;base64,/);
      }
    }
    assert.doesNotMatch(source, /url\(|@import/);
    assert.match(source, /content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/);
  });

  it('prints what somebody typed as text, never as markup', async () => {
    const content = await aContent();
    await retype(
      content,
      `${ROUND_FOLDER}/candidates/k7m2xq4.md`,
      '细纱挡车工，单手',
      '<script>alert(1)</script>&amp;',
    );
    await retype(
      content,
      `${ROUND_FOLDER}/round.md`,
      'title: "2024年度澄湖工匠选树"',
      `title: '</style><img src=x onerror=alert(1)>'`,
    );
    const { source, text } = await proofOf(content);
    assert.ok(text.includes('<script>alert(1)</script>&amp;'));
    assert.equal(elements(parse(source)).filter(({ tag }) => tag === 'script' || tag === 'img').length, 0);
  });

  it('carries the portraits in itself', async () => {
    const content = await aContent();
    await mkdir(join(content, ROUND_FOLDER, 'photos'));
    const jpeg = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#808080' } })
      .jpeg()
      .toBuffer();
    await writeFile(join(content, ROUND_FOLDER, 'photos/k7m2xq4.jpg'), jpeg);
    await retype(
      content,
      `${ROUND_FOLDER}/candidates/k7m2xq4.md`,
      'workMethods:',
      'photo: { credit: "厂工会供图", consent: "本人书面同意" }\nworkMethods:',
    );
    const { source, text } = await proofOf(content);
    const images = elements(parse(source)).filter(({ tag }) => tag === 'img');
    assert.deepEqual(
      images.map(({ attributes }) => attributes['alt']),
      ['庾岚的照片'],
    );
    const bytes = Buffer.from(there(there(there(images[0]).attributes['src']).split(',')[1]), 'base64');
    const { width, height, exif } = await sharp(bytes).metadata();
    assert.ok(width <= 180 && height <= 240 && exif === undefined);
    assert.ok(text.includes('照片署名厂工会供图；同意方式本人书面同意'));
  });
});

describe('the standing of the sheet', () => {
  it('is said when the content is already approved, and when it was changed since', async () => {
    const content = await aContent();
    await approve(content);
    assert.ok(
      (await proofOf(content)).text.includes(
        '以上内容已由澄湖市总工会以澄工发〔2024〕9号（2024-09-09）批准，之后没有改动。',
      ),
    );
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '十六公里', '十七公里');
    const { text } = await proofOf(content);
    assert.match(
      text,
      /注意：澄湖市总工会以澄工发〔2024〕9号（2024-09-09）批准的内容（指纹[0-9a-f]{20}）之后有改动。本页是改动后的内容，须重新批准。/,
    );
  });

  it('is a draft while a warning is open, and shows what was accepted and by whom', async () => {
    const content = await aContent();
    const path = `${ROUND_FOLDER}/round.md`;
    await retype(
      content,
      path,
      '"2024-09-11"\n  closesOn: "2024-09-18"\noutlets',
      '"2024-09-15"\n  closesOn: "2024-09-24"\noutlets',
    );
    const draft = await proofOf(content);
    assert.ok(
      draft.text.includes(
        '草稿：还有1条提醒没有处理，处理后指纹可能改变，现在不宜签字。公示首日2024-09-15是中秋节放假',
      ),
    );
    assert.match(draft.outcome.text, /还有 1 条提醒没有处理，校样上标明是草稿（npm run check 会逐条列出）。/);
    await retype(
      content,
      path,
      'vote:',
      'accepted:\n  - { code: "opens-on-rest-day", reason: "报纸已经印发", by: "甲" }\nvote:',
    );
    const { text } = await proofOf(content);
    assert.ok(text.includes('已知悉并保留的提醒1条：报纸已经印发（甲）'));
    assert.ok(!text.includes('草稿'));
  });

  it('is none at all while there is an error', async () => {
    const content = await aContent();
    await retype(content, `${ROUND_FOLDER}/round.md`, '"2024-09-18"\noutlets', '"2024-09-19"\noutlets');
    const folder = await aFolder();
    const outcome = await proofCommand.run(given({ content, round: ROUND, out: join(folder, 'a.html') }), Date.now);
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /\[window-disagrees\][\s\S]+chenghu-craftsman\/2024 还不能出校样：请先改正上面的错误。\n$/,
    );
    assert.deepEqual(await readdir(folder), []);
  });
});

describe('npm run proof', () => {
  it('says where the sheet is and its fingerprint', async () => {
    const out = join(await aFolder(), '校样.html');
    const args = ['--round', ROUND, '--content', 'tests/fixtures/content/base', '--out', out];
    const { exit, out: said, err } = run('proof', ...args);
    assert.equal(exit, 0, err);
    assert.match(
      said,
      /^校样已写到 .+校样\.html：3 人。用浏览器打开后打印，请领导签字。\n指纹 (?:[0-9a-f]{4} ){4}[0-9a-f]{4}\n$/,
    );
    assert.equal(run('proof', ...args.slice(0, 4), '--out', 'a.pdf').exit, 2);
  });
});
