import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderMarkdown } from '#pipeline/markdown.ts';
import { said } from '#tests/builders.ts';

const render = (source: string) => {
  const { sections, findings } = renderMarkdown(source, 'notice.md', 10);
  assert.deepEqual(said(findings), []);
  return sections;
};
const refused = (source: string) => said(renderMarkdown(source, 'notice.md', 10).findings);

describe('the text of an office', () => {
  it('is cut at its level-2 headings, each part with its line', () => {
    assert.deepEqual(render('先有一段。\n\n## 事迹材料\n\n第一段。\n\n第二段**要紧**。\n\n## 个人自述\n\n一句话。'), [
      { html: '<p>先有一段。</p>\n', text: '先有一段。', parts: [], line: 10 },
      {
        heading: '事迹材料',
        html: '<p>第一段。</p>\n<p>第二段<strong>要紧</strong>。</p>\n',
        text: '第一段。\n第二段要紧。',
        parts: [],
        line: 12,
      },
      { heading: '个人自述', html: '<p>一句话。</p>', text: '一句话。', parts: [], line: 18 },
    ]);
  });

  it('may be a heading alone, or nothing', () => {
    assert.deepEqual(render('## 个人自述'), [{ heading: '个人自述', html: '', text: '', parts: [], line: 10 }]);
    assert.deepEqual(render('\n\n'), []);
  });

  it('keeps its quotation marks, dashes and dots as they are', () => {
    const text = `"澄湖工匠"——'工匠'...--(c) 1/2`;
    assert.equal(render(text)[0]?.text, text);
  });

  it('may hold lists, quotations, smaller headings, links of four kinds', () => {
    const [section] = render(
      '### 小标题\n\n- 一\n- 二\n\n1. 甲\n\n> 引用\n\n[网站](https://example.org/) <https://example.org/> [信](mailto:a@example.org) [电话](tel:000)',
    );
    assert.equal(section?.text, '小标题\n一\n二\n甲\n引用\n网站 https://example.org/ 信 电话');
  });

  it('marks the place of what is generated, where it stands alone on its line', () => {
    const [section] = render('见【名单】。\n\n【名单】\n\n【公示时间】\n\n【附件】');
    assert.deepEqual(section?.parts, ['名单', '公示时间']);
    assert.match(
      section?.html ?? '',
      /<jb-part data-part="名单"><\/jb-part>\n<jb-part data-part="公示时间"><\/jb-part>/,
    );
    assert.match(section?.html ?? '', /<p>见【名单】。<\/p>/);
    assert.match(section?.html ?? '', /<p>【附件】<\/p>/);
  });
});

describe('what a text may not hold', () => {
  it('HTML, at its line', () => {
    assert.deepEqual(refused('第一段\n\n<script>alert(1)</script>'), [
      '✗ notice.md 第 12 行：正文里不能写网页代码（以 < 开头的标记）。请改成普通文字；要显示小于号请写全角＜。 [html-in-markdown]',
    ]);
    for (const source of ['a <b onclick="x">c</b>', '<!-- x -->', '<div\nonload=x>', '- <iframe src=x>', '<?php ?>']) {
      assert.match(refused(source).join('\n'), /\[html-in-markdown\]$/m, source);
    }
  });

  it('pictures', () => {
    assert.deepEqual(refused('![照片](https://example.org/x.jpg)'), [
      '✗ notice.md 第 10 行：正文里不能插入图片。照片请放入 photos 文件夹，由导入命令处理。 [image-in-markdown]',
    ]);
  });

  it('links that run something or lead nowhere', () => {
    assert.deepEqual(refused('[点这里](javascript:alert(1))'), [
      '✗ notice.md 第 10 行：链接只能以 http://、https://、mailto: 或 tel: 开头。请改正或删去这个链接。 [link-protocol]',
    ]);
    const [only, ...more] = refused('[甲](https://example.org/)\n\n## 二\n\n<https://example.org/> 与\n[丙](x.html)');
    assert.match(only ?? '', /^✗ notice\.md 第 15 行：.*\[link-protocol\]$/);
    assert.deepEqual(more, []);
    for (const target of [
      'JaVaScRiPt:alert(1)',
      'java&#115;cript:x',
      '\\javascript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//example.org',
      '/x',
      'x.html',
      '#x',
    ]) {
      assert.match(refused(`[a](${target})`).join('\n'), /\[link-protocol\]$/m, target);
    }
  });

  it('definitions of links, which a reader does not see', () => {
    assert.deepEqual(refused('[a]: https://example.org/'), [
      '✗ notice.md 第 10 行：不能用“[名称]: 地址”的写法。请把链接直接写成 [文字](地址)。 [link-definition]',
    ]);
  });

  it('forms that the page has no style for, named in Chinese', () => {
    const line = (element: string) =>
      `✗ notice.md 第 10 行：正文里不能用这种格式（${element}）。只能用二到四级标题、段落、列表、引用、加粗和链接。 [markup-not-allowed]`;
    assert.deepEqual(refused('# 大标题'), [line('一级标题')]);
    assert.deepEqual(refused('标题\n----'), [line('在下面画横线的标题')]);
    assert.deepEqual(refused('> ## 引用里的标题'), [line('引用、列表里的二级标题')]);
    assert.deepEqual(refused('##### 小标题'), [line('五级标题')]);
    assert.deepEqual(refused('用 `代码` 写'), [line('代码')]);
    assert.deepEqual(refused('    缩进四格'), [line('代码块')]);
  });

  it('characters nobody sees, behind an entity', () => {
    assert.deepEqual(refused('骆&#8203;青川'), [
      '✗ notice.md 第 10 行：这一行有不可见的控制字符 U+200B。请删去后重新输入这一行。 [control-character]',
    ]);
    assert.match(refused('&#x202E;骆青川').join(), /U\+202E/);
    assert.match(refused('## 事&#xFEFF;迹').join(), /U\+FEFF/);
    assert.deepEqual(refused('甲 &amp; 乙 &lt; 丙 &#32;'), []);
    assert.match(refused('骆&ZeroWidthSpace;青川').join(), /U\+200B/);
  });
});

describe('a text that is made to hurt', () => {
  it('by marks, levels, lines or length is refused with what is too much', () => {
    assert.deepEqual(refused(`开头。\n\n${'**a'.repeat(300)}`), [
      '✗ notice.md 第 12 行：正文这一段的格式符号（* _ [ < & 等）超过 400 个，没有办法排版。请改成普通段落，删去多余的符号和内容。 [markup-too-dense]',
    ]);
    assert.deepEqual(refused('> '.repeat(9)), [
      '✗ notice.md 第 10 行：正文这一行套了超过 8 层列表或引用，没有办法排版。请改成普通段落，删去多余的符号和内容。 [markup-too-dense]',
    ]);
    assert.deepEqual(refused('一\n'.repeat(3001)), [
      '✗ notice.md 第 10 行：正文有 3002 行，超过 3000 行，没有办法排版。请改成普通段落，删去多余的符号和内容。 [markup-too-dense]',
    ]);
    assert.deepEqual(refused('一'.repeat(65_537)), [
      '✗ notice.md 第 10 行：正文超过 65536 个字符，没有办法排版。请改成普通段落，删去多余的符号和内容。 [markup-too-dense]',
    ]);
  });

  it('may still be long and rich: 2,000 characters with fifty bold words and a list in a list', () => {
    const paragraph = `${'**匠心**'.repeat(50)}${'字'.repeat(1700)}`;
    assert.equal(render(`${paragraph}\n\n- 一\n  - 二\n    - 三`).length, 1);
  });

  it('is one mark, level, line or character below the limit in order', () => {
    assert.deepEqual(refused(`${'* '.repeat(1)}${'\\'.repeat(399)}`), []);
    assert.deepEqual(refused(`${'_'.repeat(300)}\n\n${'_'.repeat(300)}`), []);
    assert.deepEqual(refused(`${'> '.repeat(8)}引用`), []);
    assert.deepEqual(refused('\n'.repeat(2999)), []);
    assert.deepEqual(refused('一'.repeat(65_536)), []);
  });

  // Each of these kept the renderer busy for more than ten seconds, or overflowed its stack.
  const hostile = [
    '>',
    '> - 1. ',
    '1. ',
    '**a',
    '*a_ ',
    '[a](',
    '<!--',
    'a<?',
    '[a][b]',
    'a  \n',
    '- a\n',
    '[]',
    '`',
    '&#x202E;',
    '#',
    '~',
    '|',
  ];
  for (const piece of hostile) {
    it(`of nothing but ${JSON.stringify(piece)} is judged in time`, () => {
      for (const length of [2_000, 60_000, 250_000]) {
        const start = process.cpuUsage();
        renderMarkdown(piece.repeat(Math.floor(length / piece.length)), 'notice.md', 1);
        assert.ok(process.cpuUsage(start).user < 2_000_000, `${length}`);
      }
    });
  }
});
