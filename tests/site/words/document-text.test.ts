import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { phrases } from '#core/text/phrases.ts';
import { documentBlocks } from '#site/words/document-text.ts';
import { aSection } from '#tests/site/a-site.ts';

const SIGNED = { issuers: ['示例市总工会', '示例市人社局'], dates: [plainDate('2024-09-10')] };

describe('an official text', () => {
  it('is cut where the list, the dates and the channels are put in', () => {
    const html =
      '<p>现予公示。</p>\n<jb-part data-part="名单"></jb-part>\n<p>请反映。</p>\n<jb-part data-part="异议方式"></jb-part>';
    assert.deepEqual(documentBlocks([aSection(html)], SIGNED), [
      { kind: 'prose', html: '<p>现予公示。</p>' },
      { kind: 'part', part: '名单' },
      { kind: 'prose', html: '<p>请反映。</p>' },
      { kind: 'part', part: '异议方式' },
    ]);
  });

  it('ends with the issuers and the date at the right', () => {
    const html = '<p>现予公示。</p>\n<p>示例市总工会　示例市人社局</p>\n<p>2024年9月10日</p>';
    assert.deepEqual(documentBlocks([aSection(html)], SIGNED), [
      { kind: 'prose', html: '<p>现予公示。</p>' },
      { kind: 'signature', lines: ['示例市总工会　示例市人社局', '2024年9月10日'] },
    ]);
  });

  it('keeps a last paragraph that is no signature', () => {
    const html = '<p>示例市总工会负责解释。</p>';
    assert.deepEqual(documentBlocks([aSection(html)], SIGNED), [{ kind: 'prose', html }]);
  });

  it('opens with those it is sent to', () => {
    const html = '<p>各县总工会，市直各单位：</p>\n<p>现予公布。</p>';
    assert.deepEqual(documentBlocks([aSection(html)], SIGNED), [
      { kind: 'addressee', text: '各县总工会，市直各单位：' },
      { kind: 'prose', html: '<p>现予公布。</p>' },
    ]);
  });

  it('keeps its headings', () => {
    assert.deepEqual(documentBlocks([aSection('<p>文。</p>', '一、依据')], SIGNED)[0], {
      kind: 'heading',
      text: '一、依据',
    });
  });
});

describe('a title', () => {
  const words = ['港城工匠', '港城十大工匠', '2019年'];
  it('breaks between words, never inside the name of a title', () => {
    assert.deepEqual(phrases('关于2019年“港城十大工匠”和“港城工匠”拟表彰人选的公示', words), [
      '关于',
      '2019年',
      '“港城十大工匠”',
      '和',
      '“港城工匠”',
      '拟表彰人选的公示',
    ]);
  });
  it('is the same when its phrases are joined', () => {
    const title = '关于公布2024年度示例工匠名单的通知（示例）';
    assert.equal(phrases(title, ['示例工匠']).join(''), title);
  });
});
