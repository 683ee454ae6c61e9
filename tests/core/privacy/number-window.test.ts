import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DigitGroups } from '#core/privacy/digit-group.ts';
import { isInAddress, standsAlone, windowAt } from '#core/privacy/number-window.ts';
import { windowOf } from './window-of.ts';

describe('a window on neighbouring groups', () => {
  it('knows digits, groups, place and shape', () => {
    const { text, digits, groups, start, end, shape, label } = windowOf('电话：«138-0571 26»，');
    assert.deepEqual(
      { text, digits, groups, start, end, shape, label },
      {
        text: '电话：138-0571 26，',
        digits: '138057126',
        groups: ['138', '0571', '26'],
        start: 3,
        end: 14,
        shape: '3-4-2',
        label: { kind: 'telephone', direct: true },
      },
    );
  });

  it('knows the sort of its gaps', () => {
    for (const [text, gaps] of [
      ['138', 'single'],
      ['1 2 3', 'tight'],
      ['1-2-3', 'tight'],
      ['1-2 3', 'mixed'],
      ['1,2', 'comma'],
      ['1\n2\n3', 'line'],
      ['1|2|3', 'cell'],
      ['1|2|«3|4»|5 6', 'cell'],
      ['1:2', 'colon'],
      ['1、2', 'list'],
      ['1&2', 'odd'],
      ['1元2', 'none'],
      ['1 «2-3» 4', 'tight'],
      ['1-«2-3-4» 5', 'tight'],
    ] as const)
      assert.equal(windowOf(text).gaps, gaps, text);
  });

  it('is loose with a gap of a list, an odd one or a colon, and broken with a line end or a border', () => {
    for (const [sign, loose, broken] of [
      [' ', false, false],
      [',', false, false],
      ['、', true, false],
      ['&', true, false],
      [':', true, false],
      ['\n', false, true],
      ['|', false, true],
    ] as const) {
      for (const text of [`1${sign}2`, `1${sign}2-3`, `1-2${sign}3`]) {
        assert.equal(windowOf(text).loose, loose, text);
        assert.equal(windowOf(text).broken, broken, text);
      }
      assert.equal(windowOf(`«1-2»${sign}3`).loose, false);
      assert.equal(windowOf(`1${sign}«2-3»${sign}4`).broken, false);
      assert.equal(windowOf(`1${sign}«2»${sign}4`).loose, false);
    }
  });

  it('stands in a row or in a list from five further figures on', () => {
    for (const [text, inRow, inList] of [
      ['1 2 3 4 «5 6»', false, false],
      ['1 2 3 4 5 «6 7»', true, true],
      ['«6 7» 1 2 3 4 5', true, true],
      ['«6 7» 1 2 3 4', false, false],
      ['1 2 «6 7» 1 2 3', true, true],
      ['1 2 3 «6 7» 1', false, false],
      ['1,2,3,4,5 «6 7»', false, true],
      ['1 2 3 4,5 «6 7»', false, true],
      ['1,2,«6 7» 1,2,3', false, true],
      ['1,2,3,4元5 «6 7»', false, false],
      ['1 2 3 4 «6 7»元1', false, false],
      ['«6 7»元1 2 3 4 5', false, false],
    ] as const) {
      assert.equal(windowOf(text).inRow, inRow, text);
      assert.equal(windowOf(text).inList, inList, text);
    }
  });
});

describe('the edges of a window', () => {
  const edges = (marked: string): string => {
    const { leftEdge, rightEdge } = windowOf(marked);
    return `${leftEdge ? '|' : '-'}${rightEdge ? '|' : '-'}`;
  };

  it('are open where the same gap ties on another group', () => {
    for (const [text, expected] of [
      ['12 34', '||'],
      ['«12 34» 56', '|-'],
      ['12 «34 56»', '-|'],
      ['12 «34 56» 78', '--'],
      ['«12 34»、56', '||'],
      ['12、«34 56»', '||'],
      ['«12、34»、56', '|-'],
      ['«12、34» 56', '||'],
      ['«12&34»&56', '|-'],
      ['«12 34»元56', '||'],
      ['12元«34 56»', '||'],
    ] as const)
      assert.equal(edges(text), expected, text);
  });

  it('of a single group or of mixed gaps are open to tight gaps only', () => {
    for (const sign of [' ', '-', '.', '/', ')-']) {
      assert.equal(edges(`12${sign}«34»${sign}56`), '--', sign);
      assert.equal(edges(`12${sign}«34 56-78»${sign}56`), '--', sign);
    }
    for (const sign of [',', '、', '\n', '|', ':', '&', '元']) {
      assert.equal(edges(`12${sign}«34»${sign}56`), '||', sign);
      assert.equal(edges(`12${sign}«34 56-78»${sign}56`), '||', sign);
    }
    assert.equal(edges('12 «1»、56'), '||');
  });

  it('of single digits are open to single digits only, by the same gap when all are alike', () => {
    for (const [text, expected] of [
      ['1 «2 3» 4', '--'],
      ['12 «2 3» 45', '||'],
      ['1、«2 3»、4', '||'],
      ['1、«2»、4', '--'],
      ['1、«2 3-4»、4', '--'],
      ['12、«2 3-4»、45', '||'],
      ['1 «2 33» 4', '--'],
    ] as const)
      assert.equal(edges(text), expected, text);
  });

  it('are open where a figure holds closer to its neighbour, unless that is the code of a country', () => {
    for (const weak of [' ', '\n', '\t', ',', '、', ';', '|', ' -']) {
      for (const close of ['-', '.', '/', '_', ':']) {
        assert.equal(edges(`2${close}«19990000${weak}505»${close}31`), '--', weak + close);
        for (const country of ['86', '0086', '086', '0'])
          assert.equal(edges(`${country}${close}«138${weak}505»${close}${country}`), '||', country);
        for (const other of ['860', '186', '00', '6'])
          assert.equal(edges(`${other}${close}«138${weak}505»`), '-|', other);
      }
      for (const loose of ['--'.slice(1) + ' ', ',,-', '、-', '&', '-/'])
        assert.equal(edges(`2${loose}«19990000${weak}505»${loose}31`), weak === loose ? '--' : '||', weak + loose);
    }
    for (const strong of ['-', '.', '/', ':', '&', '!'])
      for (const close of ['_']) assert.equal(edges(`2${close}«1999${strong}505»${close}31`), '||', strong);
  });

  it('are closed by what was found before', () => {
    const groups = new DigitGroups('12 34 56 78');
    for (const [taken, left, right] of [
      [[0, 0, 0, 0], false, false],
      [[1, 0, 0, 0], true, false],
      [[0, 0, 0, 1], false, true],
      [[0, 1, 1, 0], false, false],
    ] as const) {
      const window = windowAt(groups, 1, 2, Uint8Array.from(taken), undefined);
      assert.deepEqual([window.leftEdge, window.rightEdge], [left, right]);
    }
  });
});

describe('digits one by one', () => {
  it('stand alone when four differ and nothing follows', () => {
    for (const [text, expected] of [
      ['1 2 3 4', true],
      ['1 2 3 1', false],
      ['«1 2 3 4» 5', false],
      ['9 «1 2 3 4» 5', false],
      ['1、2-3 4', false],
      ['1 2-3 4', true],
      ['1、2、3、4', true],
    ] as const)
      assert.equal(standsAlone(windowOf(text)), expected, text);
  });

  it('may have one serial number in front', () => {
    for (const before of ['9 ', '9\t', '甲 9 ', '甲、9 | '.replace(' | ', ' '), '12 元 9 '])
      assert.equal(standsAlone(windowOf(`${before}«1 2 3 4»`)), true, before);
    for (const before of ['8 9 ', '89 '.replace('89', '7-9'), '甲 8-9 '])
      assert.equal(standsAlone(windowOf(`${before}«1 2 3 4»`)), false, before);
  });
});

describe('an address of the web', () => {
  it('is known by its beginning, up to the next blank, quotation mark or bracket', () => {
    for (const before of [
      '//',
      'https://example.org/a/b_',
      'www.',
      'WWW.example.org/',
      'a/',
      'detail/x-',
      `//${'x'.repeat(70)}`,
    ])
      assert.equal(isInAddress(windowOf(`${before}«123»`)), true, before);
    for (const before of [
      '',
      '/',
      '12/',
      '字/',
      'www',
      '// ',
      '//"',
      "//'",
      '//<',
      '//>',
      'a/\n',
      `//${'x'.repeat(80)}`,
    ])
      assert.equal(isInAddress(windowOf(`${before}«123»`)), false, before);
  });
});
