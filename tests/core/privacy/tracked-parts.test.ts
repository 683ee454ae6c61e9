import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Rewriter, TrackedText } from '#core/privacy/tracked-text.ts';

/** A text in which each of the places was replaced. */
function rewritten(text: string, ...places: readonly (readonly [from: number, to: number, by: string])[]): TrackedText {
  const out = new Rewriter(new TrackedText(text));
  for (const [from, to, by] of places) out.replace(from, to, by);
  return out.finish();
}

describe('a text that knows where it came from', () => {
  it('through one and through several steps', () => {
    const once = rewritten('abcdefgh', [1, 3, 'X'], [5, 5, 'YZ'], [6, 8, '']);
    assert.equal(once.text, 'aXdeYZf');
    assert.deepEqual(once.changes, [
      [1, 2],
      [4, 6],
      [7, 7],
    ]);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((index) => once.origin(index)),
      [0, 1, 3, 4, 5, 5, 5],
    );
    const out = new Rewriter(once);
    out.replace(0, 2, 'longer');
    const twice = out.finish();
    assert.equal(twice.text, 'longerdeYZf');
    assert.deepEqual(
      [0, 1, 2, 3, 6, 7, 8].map((index) => twice.origin(index)),
      [0, 1, 3, 3, 3, 4, 5],
    );
    assert.equal(twice.respelt('LONGERDEYZF').origin(7), 4);
    assert.equal(new TrackedText('abc').origin(2), 2);
  });

  it('is the parent itself when nothing was replaced', () => {
    const plain = new TrackedText('abc');
    assert.equal(new Rewriter(plain).finish(), plain);
    assert.equal(rewritten('', [0, 0, 'a']).text, 'a');
    assert.equal(rewritten('ab', [2, 2, 'c']).text, 'abc');
  });
});

describe('the surroundings of what was replaced', () => {
  const MARGIN = 120;
  const han = (count: number): string => '字'.repeat(count);
  const around = (text: string, ...places: readonly (readonly [number, number, string])[]): TrackedText =>
    rewritten(text, ...places).surroundings();

  it('are 120 signs on either side, up to a Han character', () => {
    const found = around(han(1000), [500, 501, 'x']);
    assert.equal(found.text, `${han(MARGIN)}x${han(MARGIN)}`);
    assert.equal(found.origin(0), 380);
    assert.equal(found.origin(MARGIN), 500);
    assert.equal(found.origin(2 * MARGIN), 620);
  });

  it('of several places, parted by a break, or as one where they meet', () => {
    const far = around(han(2000), [500, 501, 'x'], [1500, 1501, 'y']);
    assert.equal(far.text, `${han(MARGIN)}x${han(MARGIN)}\uFDD0${han(MARGIN)}y${han(MARGIN)}`);
    assert.equal(far.origin(2 * MARGIN + 2), 1380);
    assert.equal(around(han(2000), [500, 501, 'x'], [741, 742, 'y']).text.length, 241 + 241);
    assert.equal(around(han(2000), [500, 501, 'x'], [742, 743, 'y']).text.length, 241 + 1 + 241);
    assert.equal(
      around(han(2000), [500, 501, 'x'], [600, 601, 'y'], [610, 611, 'z']).text,
      `${han(120)}x${han(99)}y${han(9)}z${han(120)}`,
    );
  });

  it('are the text itself where that is most of it', () => {
    const parent = rewritten(han(300), [150, 151, 'x']);
    assert.equal(parent.surroundings(), parent);
    assert.equal(around(han(322), [150, 151, 'x']).text.length, 241);
    const most = rewritten(han(321), [150, 151, 'x']);
    assert.equal(most.surroundings(), most);
    const first = around(han(1000), [0, 1, 'x']);
    assert.equal(first.text, `x${han(MARGIN)}`);
    assert.equal(around(han(1000), [999, 1000, 'x']).text, `${han(MARGIN)}x`);
  });

  it('reach on to the end of a word or an address, at most as far again', () => {
    const word = 'abc@example-1.org';
    const text = `${han(300)}${word}${'，'.repeat(110)}#${'，'.repeat(110)}${word}${han(300)}`;
    const at = text.indexOf('#');
    assert.equal(around(text, [at, at + 1, '!']).text, `${word}${'，'.repeat(110)}!${'，'.repeat(110)}${word}`);
    const signs = `${han(300)}${'，'.repeat(500)}#${'，'.repeat(500)}${han(300)}`;
    assert.equal(around(signs, [800, 801, '!']).text, `${'，'.repeat(240)}!${'，'.repeat(240)}`);
    const spaced = `${han(300)} tel ${'，'.repeat(118)}#${'，'.repeat(118)} tel ${han(300)}`;
    const hash = spaced.indexOf('#');
    assert.equal(around(spaced, [hash, hash + 1, '!']).text, `tel ${'，'.repeat(118)}!${'，'.repeat(118)} tel`);
    const digits = `${han(300)}12 34${'，'.repeat(118)}#${'，'.repeat(118)}12 34${han(300)}`;
    const sharp = digits.indexOf('#');
    assert.equal(around(digits, [sharp, sharp + 1, '!']).text, `12 34${'，'.repeat(118)}!${'，'.repeat(118)}12 34`);
  });
});
