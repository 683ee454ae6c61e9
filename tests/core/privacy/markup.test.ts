import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { separatorOf, withoutMarkup } from '#core/privacy/markup.ts';
import { TrackedText } from '#core/privacy/tracked-text.ts';

const strips = (text: string, expected: string): void =>
  assert.equal(withoutMarkup(new TrackedText(text)).text, expected, text);
/** Elements that the standard's own style sheet renders as blocks, and those of Office files that hold a line. */
const BLOCKS =
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
  'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option p pre script section select style ' +
  'summary table tbody template textarea tfoot thead title tr ul svg text w:p w:tr row si';

describe('markup taken out of a text', () => {
  it('leaves a line end for a block, a tab for a cell, nothing for the rest', () => {
    for (const name of BLOCKS.split(' ')) assert.equal(separatorOf(name), '\n', name);
    for (const name of ['td', 'th', 'w:tc', 'c']) assert.equal(separatorOf(name), '\t', name);
    for (const name of ['', 'b', 'span', 'a', 'i', 'em', 'w:r', 'h7', 'P']) assert.equal(separatorOf(name), '', name);
  });

  it('tags of any case, with attributes', () => {
    strips('1<b>2</b>3', '123');
    strips('1<P class="a">2</DIV>3<TD>4<w:tc>5<h1>6', '1\n2\n3\t4\t5\n6');
    strips('1<br/>2<br />3', '1\n2\n3');
    strips('1<!DOCTYPE html>2<?xml version="1.0"?>3', '123');
    strips('1</>2<!>3<?>4', '1234');
    strips('1<abcdefghijklmnopqrstuvwxyz>2', '12');
  });

  it('comments, of a script too, and the borders of character data', () => {
    strips('1<!-- <p> -->2', '12');
    strips('1<!-->2', '1<!-->2'.replace('<!-->', ''));
    strips('1/* <p> */2/**/3', '123');
    strips('1/*/2*/3', '13');
    strips('1<![CDATA[2<b>]]>3', '123');
    strips(']]>1', '1');
  });

  it('what does not end, or does not begin, stays', () => {
    for (const text of [
      '1<2',
      '1 < 2 >',
      '<',
      '<中>',
      '1<b',
      '/* 2',
      '1 */ 2',
      '<!-- 2',
      '<-',
      '1 > 2',
      ']]',
      '<=1>',
    ]) {
      const tracked = new TrackedText(text);
      if (!text.startsWith('<!--')) assert.equal(withoutMarkup(tracked), tracked, text);
    }
    strips('<!-- 2 >3', '<!-- 2 >3');
    strips('/* 2 <b>3', '/* 2 3');
    strips('<b 1 <i>2', '2');
    strips('<!-- 1 <b>2</b>', '<!-- 1 2');
    strips('<b>1 <b', '1 <b');
  });

  it('knows what came from where', () => {
    const out = withoutMarkup(new TrackedText('1<b>2</b><p>3'));
    assert.equal(out.text, '12\n3');
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => out.origin(index)),
      [0, 4, 9, 12],
    );
  });
});
