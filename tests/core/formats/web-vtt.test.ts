import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVtt } from '#core/formats/web-vtt.ts';

describe('captions', () => {
  it('are read with their times, notes and settings aside', () => {
    const { cues, faults } = readVtt(
      'WEBVTT 听回波\nKind: captions\n\nNOTE 校对\n\nSTYLE\n::cue { color: red }\n\n一\n00:01.000 --> 00:04.500 line:80%\n<v 戚师傅>听，\n<i>三&amp;号</i>缸\n\n01:00:00.000 --> 01:00:01.000\n完',
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(cues, [
      { line: 10, from: 1, to: 4.5, text: '听，\n三&号缸' },
      { line: 14, from: 3600, to: 3601, text: '完' },
    ]);
  });

  const faultOf = (text: string): unknown => readVtt(text).faults;

  it('that a browser would drop are told by their line', () => {
    assert.deepEqual(faultOf('1\n00:00:01,000 --> 00:00:02,000\n听'), [{ line: 1, fault: 'head' }]);
    assert.deepEqual(faultOf('WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\n听'), [{ line: 4, fault: 'comma' }]);
    for (const times of [
      '0:01.000 --> 0:02.000',
      '00:01 --> 00:02',
      '00:01.000-->00:02.000',
      '00:61.000 --> 00:62.000',
      '听',
    ])
      assert.deepEqual(faultOf(`WEBVTT\n\n${times}\n听`), [{ line: 3, fault: 'times' }], times);
    assert.deepEqual(faultOf('WEBVTT\n\n00:02.000 --> 00:02.000\n听'), [{ line: 3, fault: 'backwards' }]);
    assert.deepEqual(faultOf('WEBVTT\n'), [{ line: 1, fault: 'empty' }]);
  });
});
