import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readableBase64 } from '#core/privacy/base64.ts';

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const SECRET = '张三 13x 0571';

describe('text hidden as base64 or hexadecimal', () => {
  it('is found in both alphabets, with and without filling', () => {
    for (const text of [SECRET, `${SECRET}1`, `${SECRET}12`, 'ÿÿ>>>???~~~~ ok', '\t\n\r a line', 'é'.repeat(8)]) {
      for (const coded of [encoded(text), encoded(text).replace(/=+$/, ''), Buffer.from(text).toString('base64url')])
        assert.deepEqual(readableBase64(`«${coded}»`), [{ at: 1, text }], coded);
    }
    assert.deepEqual(readableBase64(encoded(SECRET)), [{ at: 0, text: SECRET }]);
    assert.deepEqual(readableBase64(`${encoded(SECRET)} ${encoded('another secret')}`), [
      { at: 0, text: SECRET },
      { at: encoded(SECRET).length + 1, text: 'another secret' },
    ]);
    assert.deepEqual(readableBase64(`${encoded('twelve signs')}A`), [{ at: 0, text: 'twelve signs' }]);
  });

  it('is found behind a border of an address that is no digit of the base', () => {
    const coded = encoded('a secret in a path').replace(/=+$/, '');
    for (const border of ['/', '-', '_'])
      assert.ok(
        readableBase64(`https:x${border}${coded}`).some(({ text }) => text === 'a secret in a path'),
        border,
      );
    assert.deepEqual(readableBase64(`x/${coded}`), [{ at: 0, text: 'a secret in a path' }]);
  });

  it('hexadecimal from twenty-two digits on', () => {
    for (const text of ['eleven here', '张三张三', 'twelve signs'])
      for (const coded of [hex(text), hex(text).toUpperCase()])
        assert.deepEqual(readableBase64(`=${coded},`), [{ at: 1, text }], text);
    assert.deepEqual(readableBase64(hex('ten signs!')), []);
    assert.deepEqual(readableBase64(`${hex('eleven here')}0`), []);
    assert.deepEqual(readableBase64(`g${hex('eleven here')}`), []);
    assert.deepEqual(readableBase64(hex('eleven here').replace(/.$/, 'g')), []);
  });

  it('short tokens, words, digests and keys give none', () => {
    for (const text of [
      encoded('9 signs !').slice(0, 13),
      'configuration-of-everything',
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'internationalization',
      `${encoded('twelve signs')}${encoded('\x01\x02\x03')}`,
      encoded('a\0control sign'),
      encoded('deleted \x7f sign'),
      encoded('vertical \x0e sign'),
      Buffer.from('6162636465666768c328e28261', 'hex').toString('base64'),
      Buffer.from('61626364656667c1bf616263', 'hex').toString('base64'),
      Buffer.from('6162636465666768808080', 'hex').toString('hex'),
      Buffer.from('616263646566676869c3', 'hex').toString('base64'),
      Buffer.from('61626364656667f5808080', 'hex').toString('base64'),
      Buffer.from('616263646566eda08061626364', 'hex').toString('hex'),
      '',
    ])
      assert.deepEqual(readableBase64(text), [], text);
    assert.equal(readableBase64(encoded('10 signs !').replace(/=+$/, '')).length, 1);
  });
});
