import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderMarkdown } from '#pipeline/content/markdown.ts';
import { said } from '#tests/builders.ts';
import { costOf } from '#tests/cost.ts';

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

  it('is cut at no heading of a list', () => {
    const { sections, findings } = renderMarkdown('- 甲\n\n  ## 乙\n\n丙', 'notice.md', 10);
    assert.equal(sections.length, 1);
    assert.match(said(findings).join(), /^✗ notice\.md 第 12 行.*引用、列表里的二级标题/);
  });

  it('has its lines where its blocks and breaks are', () => {
    const source = '一**二**三\n四  \n五\n\n---\n\n- 六\n  - 七\n\n    八\n- 九\n\n> 十\n>\n> 百\n\n#### 千\n\n万';
    assert.equal(render(source)[0]?.text, '一二三\n四\n五\n六\n七\n八\n九\n十\n百\n千\n万');
  });

  it('has its heading without the blanks and signs around it', () => {
    assert.deepEqual(
      ['##   甲 乙  ', '## 甲 乙 ##', '   ## 甲 乙'].map((source) => render(source)[0]?.heading),
      ['甲 乙', '甲 乙', '甲 乙'],
    );
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
      '### 小标题\n\n- 一\n- 二\n\n1. 甲\n\n> 引用\n\n[旧站](http://example.org/) [网站](https://example.org/) <https://example.org/> [信](mailto:a@example.org) [电话](tel:000)',
    );
    assert.equal(section?.text, '小标题\n一\n二\n甲\n引用\n旧站 网站 https://example.org/ 信 电话');
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

describe('whatever a text holds', () => {
  it('is made of the elements that the pages have a style for, or refused', () => {
    const known = new Set(['p', 'h3', 'h4', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a', 'br', 'hr']);
    const pieces = [
      '# ',
      '## ',
      '### ',
      '#### ',
      '##### ',
      '> ',
      '- ',
      '1. ',
      '**甲**',
      '*乙*',
      '`丙`',
      '    ',
      '---\n',
      '===\n',
    ];
    pieces.push(
      '![a](http://b)',
      '[a](http://b)',
      '<http://b>',
      '<b>',
      '&lt;',
      '\\',
      '\n',
      '\n\n',
      '字',
      '~~~\n',
      '[a]: b\n',
    );
    for (let at = 0; at < pieces.length ** 3; at += 7) {
      const source = [0, 1, 2].map((place) => pieces[Math.floor(at / pieces.length ** place) % pieces.length]).join('');
      const { sections, findings } = renderMarkdown(source, 'notice.md', 1);
      if (findings.length > 0) continue;
      for (const [, name = ''] of sections
        .map(({ html }) => html)
        .join('')
        .matchAll(/<([a-z0-9]+)/g)) {
        assert.ok(known.has(name), `${name} in ${JSON.stringify(source)}`);
      }
    }
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
    assert.deepEqual(refused('###### 小标题'), [line('六级标题')]);
    assert.deepEqual(refused('#'), [line('一级标题')]);
    assert.deepEqual(refused('标题\n===='), [line('在下面画横线的标题')]);
    assert.deepEqual(refused('- ## 列表里的标题'), [line('引用、列表里的二级标题')]);
    assert.deepEqual(refused('```\n代码\n```'), [line('代码块')]);
    assert.equal(refused('`一` 和 `二`').length, 1);
    assert.equal(refused('`一`\n`二`').length, 2);
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
    assert.equal(refused('骆&#8203;青&#8203;川').length, 1);
    assert.equal(refused('骆&#8203;青&#8204;川').length, 2);
    assert.equal(refused('骆&#8203;\n青&#8203;川').length, 2);
    assert.match(refused('甲 &amp; 乙\n骆&#8203;').join(), /^✗ notice\.md 第 11 行：/);
    assert.deepEqual(refused('&amp;#8203; &#x4E2D; &nbsp;'), []);
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

  it('is not rendered at all', () => {
    assert.deepEqual(renderMarkdown('> '.repeat(9), 'notice.md', 10).sections, []);
  });

  it('may still be long and rich: 2,000 characters with fifty bold words and a list in a list', () => {
    const paragraph = `${'**匠心**'.repeat(50)}${'字'.repeat(1700)}`;
    assert.equal(render(`${paragraph}\n\n- 一\n  - 二\n    - 三`).length, 1);
  });

  it('by indentation is refused from the ninth level on, whatever it is indented with', () => {
    const dense = (source: string): boolean => refused(source).join().includes('套了超过 8 层');
    assert.deepEqual(
      [16, 18].map((blanks) => dense(`${' '.repeat(blanks)}字`)),
      [false, true],
    );
    assert.deepEqual(
      [4, 5].map((tabs) => dense(`${'\t'.repeat(tabs)}字`)),
      [false, true],
    );
    assert.deepEqual(
      [dense(`字${' '.repeat(40)}字`), dense(`${'1. '.repeat(9)}字`), dense(`${'1) '.repeat(8)}字`)],
      [false, true, false],
    );
    assert.deepEqual(
      [dense('+ '.repeat(9)), dense('* - '.repeat(5)), dense('-'.repeat(9)), dense('1.2.3.4.5.6.7.8.9.1')],
      [true, true, false, false],
    );
  });

  it('by lists of two figures, or one that ends the line, is refused as well', () => {
    for (const source of ['10. '.repeat(9), '123456789) '.repeat(9), `${'> '.repeat(8)}-`, `${'> '.repeat(8)}1.`]) {
      assert.match(refused(source).join(), /套了超过 8 层/, source);
    }
    for (const source of [`${'> '.repeat(8)}字-`, `${'> '.repeat(8)}-字`, `字${'> '.repeat(9)}`]) {
      assert.doesNotMatch(refused(source).join(), /套了超过 8 层/, source);
    }
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
    it(`of nothing but ${JSON.stringify(piece)} is judged in time`, async () => {
      for (const length of [2_000, 60_000, 250_000]) {
        const text = piece.repeat(Math.floor(length / piece.length));
        const cost = await costOf(() => renderMarkdown(text, 'notice.md', 1));
        assert.ok(cost < 400, `${length}: ${cost} times the yardstick`);
      }
    });
  }
});
