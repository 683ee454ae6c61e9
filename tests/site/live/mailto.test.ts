import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailto, MAILTO_LIMIT } from '#site/live/mailto.ts';
import { objectionView } from '#site/pages/objection-view.ts';
import { aProgramme, aPublicRound } from '#tests/site/a-site.ts';

describe('a mailto address', () => {
  it('is encoded as RFC 6068 has it', () => {
    // Example of RFC 6068, section 6.1: a line break is %0D%0A.
    const link = mailto('infobot@example.com', { subject: 'current-issue', body: 'send current-issue\nsend index' });
    assert.equal(link, 'mailto:infobot@example.com?subject=current-issue&body=send%20current-issue%0D%0Asend%20index');
  });

  it('ends where mail programs cut off', () => {
    assert.equal(MAILTO_LIMIT, 1800);
    const room = 1800 - 'mailto:a@b.cn?body='.length;
    assert.equal(mailto('a@b.cn', { subject: '', body: 'x'.repeat(room) })?.length, 1800);
    assert.equal(mailto('a@b.cn', { subject: '', body: 'x'.repeat(room + 1) }), undefined);
  });

  it('survives half a character', () => {
    assert.match(mailto('a@b.cn', { subject: '\uD842', body: '' }) ?? '', /subject=%EF%BF%BD$/);
  });
});

describe('the skeleton of a letter', () => {
  it('keeps its headings in a mail of the longest round there can be', () => {
    const longest = '首'.repeat(400);
    const round = aPublicRound({ round: { edition: longest } }, aProgramme({ title: longest }));
    const { offices, corrections } = objectionView(round);
    const links = [...offices[0].channels, ...corrections].flatMap(({ kind, ways }) =>
      kind === 'email' ? ways.map(({ href }) => href ?? '') : [],
    );
    assert.equal(links.length, 2);
    for (const link of links) {
      assert.ok(link.length <= 1800, `${link.length}`);
      assert.match(decodeURIComponent(link), /&body=(?:异议对象|错在哪里)：/);
    }
  });
});
