import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeArticle, plainText, wechatHtml } from '#site/feeds/article.ts';
import { embedCodes } from '#site/feeds/embed-code.ts';
import { aPerson, aPublication } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const { rounds, site } = aPublication(
  { rounds: [{ people: [aPerson('p1', { name: '欧阳<静>' })] }] },
  '2024-09-12T09:00:00+08:00',
);

describe('the article of a notice', () => {
  const article = noticeArticle(there(rounds[0]), site);

  it('has names and headings in an element that an editor keeps, and signs of mark-up escaped', () => {
    const html = wechatHtml(article);
    assert.match(html, /<p style="[^"]*">1．<strong>欧阳&lt;静&gt;<\/strong>，示例机床厂，钳工<\/p>/);
    assert.match(html, /<p style="[^"]*"><strong>关于2024年度示例工匠候选人的公示<\/strong><\/p>/);
    assert.doesNotMatch(html, /class=|<script|<img|https?:/);
  });

  it('reads the same as plain text', () => {
    assert.match(plainText(article), /\n1．欧阳<静>，示例机床厂，钳工\n/);
  });
});

describe('the code of a card', () => {
  it('is as wide as its place, at most 560 px, as high as it was said, and ends in a link where frames are stripped', () => {
    const { frame } = embedCodes('公示', '/a/', { embed: '/embed/a/', height: 321 }, site);
    assert.match(
      frame,
      /^<blockquote><a href="https:\/\/example\.org\/gongjiang\/a\/">公示<\/a><\/blockquote><iframe /,
    );
    assert.match(frame, / width="360" height="321" style="width:100%;max-width:560px;border:0" /);
  });
});
