import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFrontMatter } from '#pipeline/content/front-matter.ts';
import { said } from '#tests/builders.ts';

const refused = (text: string) => {
  const { data, body, findings } = readFrontMatter(text, 'notice.md');
  assert.equal(data, undefined);
  assert.equal(body, '');
  return said(findings);
};
const missing = (line: number) =>
  `✗ notice.md 第 ${line} 行：文件要以单独一行 --- 开头，写完各项后再用单独一行 --- 结束。请补上。 [front-matter-missing]`;
const language =
  '✗ notice.md 第 1 行：第一行只能是三个短横线 ---，后面不能再写任何字。请删去后面的字。 [front-matter-language]';

describe('a file with front matter', () => {
  it('is split into fields and text, each with its line', () => {
    const text = '---\ntitle: "公示"\npublished: "2024-09-10"\n---\n\n正文\n\n---\n\n分隔线以后';
    assert.deepEqual(readFrontMatter(text, 'notice.md'), {
      data: { title: '公示', published: '2024-09-10' },
      lines: { title: 2, published: 3 },
      findings: [],
      body: '\n正文\n\n---\n\n分隔线以后',
      bodyLine: 5,
    });
  });

  it('may end with it', () => {
    assert.deepEqual(readFrontMatter('---\na: "1"\n---', 'notice.md').body, '');
    assert.deepEqual(readFrontMatter('---\na: "1"\n---\n', 'notice.md').data, { a: '1' });
  });

  it('holds something', () => {
    assert.deepEqual(said(readFrontMatter('---\n---\n正文', 'notice.md').findings), [
      '✗ notice.md 第 2 行：这一行的写法读不懂：请检查冒号后有没有空格、引号是否成对、缩进是否一致。 [yaml-unreadable]',
    ]);
  });

  it('is read the second time as it was the first', () => {
    const bad = '---\na: &x 1\n---\n正文';
    const first = readFrontMatter(bad, 'notice.md');
    assert.deepEqual(readFrontMatter(bad, 'notice.md'), first);
    assert.equal(first.findings.length, 1);
  });
});

describe('a file without', () => {
  it('is told how to begin and to end', () => {
    assert.deepEqual(refused('关于公示'), [missing(1)]);
    assert.deepEqual(refused(''), [missing(1)]);
    assert.deepEqual(refused('---\ntitle: "公示"\n'), [missing(1)]);
    assert.deepEqual(refused('\n---\ntitle: "公示"\n---\n'), [missing(1)]);
  });

  it('is told the line that only looks like an end', () => {
    assert.deepEqual(refused('---\ntitle: "公示"\n--- \n正文\n---\n'), [missing(3)]);
    assert.deepEqual(refused('---\ntitle: "公示"\n----\nissuers: ["市总工会"]\n---\n'), [missing(3)]);
  });
});

describe('front matter that would be run', () => {
  const payload = '\n(globalThis.pwned = true, { title: "x" })\n---\n';
  for (const opening of [
    '---js',
    '---JS',
    '--- js',
    '---javascript',
    '---JavaScript ',
    '---\tjs',
    '---coffee',
    '---json',
    '---toml',
    '---yaml',
    '---constructor',
    '---__proto__',
    '----',
  ]) {
    it(`is not, behind ${JSON.stringify(opening)}`, () => {
      assert.deepEqual([refused(opening + payload), refused(opening + payload)], [[language], [language]]);
      assert.equal((globalThis as { pwned?: unknown }).pwned, undefined);
    });
  }

  it('is not, in TOML', () => {
    assert.deepEqual(refused('+++\ntitle = "公示"\n+++\n'), [
      '✗ notice.md 第 1 行：文件用了 +++（TOML）。请改用 --- 包住各项，写成“项目: "内容"”的样子。 [front-matter-toml]',
    ]);
  });
});
