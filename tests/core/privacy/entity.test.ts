import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import { namedEntity } from '#core/privacy/entity.ts';

/** Names of HTML with what a browser shows for them, spaces and signs drawn alike as one. */
const NAMES =
  'amp AMP lt LT gt GT quot QUOT apos sup1 sup2 sup3 nbsp NonBreakingSpace ensp emsp emsp13 emsp14 numsp puncsp thinsp ThinSpace ' +
  'hairsp VeryThinSpace MediumSpace Tab NewLine shy zwj zwnj lrm rlm NoBreak ZeroWidthSpace NegativeThinSpace NegativeMediumSpace ' +
  'NegativeThickSpace NegativeVeryThinSpace ApplyFunction af InvisibleTimes it InvisibleComma ic hyphen dash ndash mdash horbar minus ' +
  'period middot centerdot CenterDot bull bullet comma semi colon sol bsol lowbar UnderBar vert verbar VerticalLine ast midast plus equals ' +
  'num commat lpar rpar lsqb lbrack rsqb rbrack lcub lbrace rcub rbrace percnt times';
const BARE = 'amp AMP lt LT gt GT quot QUOT nbsp shy sup1 sup2 sup3 middot times'.split(' ');

/** What the HTML tokeniser makes of a text. */
function tokenised(html: string): string {
  const [node] = parseFragment(html).childNodes;
  return node && 'value' in node ? node.value : '';
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace('\u2022', '·');

describe('named character references', () => {
  it('stand for what the HTML tokeniser reads', () => {
    for (const name of NAMES.split(' ')) {
      assert.deepEqual(
        namedEntity(`a&${name};b`, 1),
        { value: plain(tokenised(`&${name};`)), length: name.length + 2 },
        name,
      );
    }
  });

  it('some need no semicolon', () => {
    for (const name of NAMES.split(' ')) {
      const expected = BARE.includes(name)
        ? { value: plain(tokenised(`&${name}`)), length: name.length + 1 }
        : undefined;
      assert.deepEqual(namedEntity(`&${name}`, 0), expected, name);
      assert.deepEqual(namedEntity(`&${name}-x`, 0), expected, name);
    }
    assert.deepEqual(namedEntity('&ampx', 0), { value: '&', length: 4 });
    assert.deepEqual(namedEntity('&lt2', 0), { value: '<', length: 3 });
    assert.deepEqual(namedEntity('&sup19', 0), { value: '1', length: 5 });
    assert.deepEqual(namedEntity('&ampere;', 0), { value: '&', length: 4 });
  });

  it('others stand for themselves', () => {
    for (const text of [
      '&',
      '&;',
      '& amp;',
      '&hearts;',
      '&constructor;',
      '&toString;',
      '&nBsp;',
      '&x-amp;',
      '&NegativeVeryThinSpacexxxxx;',
    ])
      assert.equal(namedEntity(text, 0), undefined, text);
    assert.deepEqual(namedEntity('&NegativeVeryThinSpace;', 0), { value: '', length: 23 });
  });
});
