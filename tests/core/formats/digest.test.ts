import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, canonicalText, fingerprint, type Json } from '#core/formats/digest.ts';
import { excerpts } from '#core/privacy/excerpt.ts';

describe('the canonical text', () => {
  it('is the same for the same visible text, however it was typed', () => {
    assert.equal(canonicalText('第一段 \r\n\r\n  第二段\t有 空格\r第三段'), '第一段\n第二段 有 空格\n第三段');
    assert.equal(canonicalText('e\u0301'), '\u00E9');
  });

  it('keeps what a reader sees: full-width spaces, quotation marks, dashes, rare characters', () => {
    for (const text of ['李　明', '“工匠”——精神', '𠮷野', '阿卜杜拉·买买提', 'Ａ１'])
      assert.equal(canonicalText(text), text);
  });

  it('of a canonical text is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        assert.equal(canonicalText(canonicalText(text)), canonicalText(text));
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

describe('canonical JSON', () => {
  it('orders keys by code unit, at every depth, and has no white space', () => {
    // The example of RFC 8785, section 3.2.3, less its fractions.
    const value: Json = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    assert.equal(
      canonicalJson(value),
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
    assert.equal(
      canonicalJson({ b: [3, null, true], a: { d: '', c: 'x' } }),
      '{"a":{"c":"x","d":""},"b":[3,null,true]}',
    );
  });

  it('refuses a fraction, whose digits two programs may print differently', () => {
    assert.throws(() => canonicalJson({ a: 0.1 }), RangeError);
  });

  it('does not depend on the order in which an object was filled', () => {
    const record = fc.dictionary(fc.string(), fc.string(), { maxKeys: 8 });
    fc.assert(
      fc.property(record, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        assert.equal(canonicalJson(reversed), canonicalJson(value));
        assert.deepEqual(JSON.parse(canonicalJson(value)), { ...value });
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });
});

describe('the fingerprint', () => {
  it('is the first 80 bits in groups of four', () => {
    // SHA-256 of “test”, as sha256sum prints it.
    const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    assert.equal(fingerprint(digest), '9f86 d081 884c 7d65 9a2f');
  });
});

describe('two texts in one sentence', () => {
  it('are whole when they are short', () => {
    assert.deepEqual(excerpts('车工', '铣工'), { old: '“车工”', now: '“铣工”' });
  });

  it('show where they differ when they are long', () => {
    const before = `${'前'.repeat(50)}二十二根${'后'.repeat(50)}`;
    const after = `${'前'.repeat(50)}三十二根${'后'.repeat(50)}`;
    assert.deepEqual(excerpts(before, after), {
      old: '“…前前前前前前前前二十二根后后后后后…”',
      now: '“…前前前前前前前前三十二根后后后后后…”',
    });
  });

  it('mask an identity, telephone or account number, and leave patents, years and document numbers alone', () => {
    // Invented: the first has no valid checksum, the second no assigned range.
    for (const number of [
      '110101190001011234',
      '11010119000101123X',
      '13800000000',
      '138 0000 0000',
      '6222 0000 0000 0000 000',
    ]) {
      const { now } = excerpts('简介', `简介${number}完`);
      assert.match(now, /^“简介＊+完”$/, number);
    }
    for (const harmless of ['ZL 2020 2 0000000.1', '2024-09-11', '威工发〔2026〕7号', '0000-0000000']) {
      assert.equal(excerpts('', harmless).now, `“${harmless}”`);
    }
  });
});
