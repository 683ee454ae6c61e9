import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withNumeralsAsDigits } from '#core/privacy/numeral.ts';
import { putTogether } from '#core/privacy/one-by-one.ts';
import { TrackedText } from '#core/privacy/tracked-text.ts';

const read = (text: string, ...expected: string[]): void =>
  assert.deepEqual(
    withNumeralsAsDigits(new TrackedText(text)).map((one) => one.text),
    expected,
    text,
  );

describe('Chinese numerals spelt one by one', () => {
  it('are digits in rows of seven and more', () => {
    read('电话五二三一七六四。', '电话5231764。');
    read('伍贰叁壹柒陆肆', '5231764');
    read('洞幺两拐五二三', '0127523');
    read('五二三一七六');
    read('五二三一76四', '5231764');
    read('一2345○○', '1234500');
    read('523176');
    read('5231764');
    read('○○○○○○○');
    read('五二三一七六四与五二三一七六五', '5231764与5231765');
  });

  it('with up to six separators between two', () => {
    for (const sign of [...' \t\n-.,·/\\|_:\'"、()[]']) {
      read([...'五二三一七六四'].join(sign), [...'5231764'].join(sign));
      read(`五二三${sign.repeat(6)}一七六四`, `523${sign.repeat(6)}1764`);
      read(`五二三${sign.repeat(7)}一七六四`);
      read(`${sign}五二三一七六四${sign}`, `${sign}5231764${sign}`);
    }
    for (const sign of ['；', '！', 'x', '+', '中', '。']) read([...'五二三一七六四'].join(sign));
    read('五二三；一七六四五二三', '五二三；1764523');
    read('五二三        一七六四五二三', '五二三        1764523');
  });

  it('are no numbers of paragraphs', () => {
    read('一、二、三、四、五、六、七');
    read('1，一、二、三、四、五、六'.replace('，', ','));
    read('九、一、二、三、四、五、六', '9、1、2、3、4、5、6');
    read('一、二、四、四、五、六、七', '1、2、4、4、5、6、7');
  });

  it('may be the end of a name: then both ways are read', () => {
    for (const sign of [' ', '\t', '-', '.', ',', '·', '/', '|', ':', "'", '"', '、', '(', ' , : ('])
      read(`张三${sign}五二三一七六四`, `张3${sign}5231764`, `张三${sign}5231764`);
    read('三、五二三一七六四', '3、5231764');
    read('张三五二三一七六四', '张35231764');
    read('x三,五二三一七六四', 'x3,5231764');
    read('张三,五,二,三,一,七,六,四', '张3,5,2,3,1,7,6,4');
    read('张三,52,三一七六四', '张3,52,31764', '张三,52,31764');
    read('张三,五二三一七六', '张3,523176', '张三,五二三一七六');
    read('张三,5231764', '张3,5231764', '张三,5231764');
    read('张三,五二 三 一 七 六', '张3,52 3 1 7 6', '张三,五二 三 一 七 六');
    read('李四、五二三一七六四;张三,五二三一七六五', '李4、5231764;张3,5231765', '李四、5231764;张三,5231765');
  });
});

describe('letters drawn like digits', () => {
  it('are digits where most of seven to twenty-four are', () => {
    for (const [text, expected] of [
      ['138O571', '1380571'],
      ['l38057l', '1380571'],
      ['I380571', '1380571'],
      ['138о571О', '13805710'],
      ['138ο571Ο', '13805710'],
      ['13OOl57', '1300157'],
      ['13OOlI57', '13001157'],
      [`O${'1'.repeat(23)}`, `0${'1'.repeat(23)}`],
    ] as const) {
      read(text, expected);
      read(`电话${text}。`, `电话${expected}。`);
    }
    for (const text of [
      '138O57',
      '13OOlI5',
      'OOOOOOO',
      '1380571',
      `O${'1'.repeat(24)}`,
      'x138O571',
      '138O571x',
      '138O571x',
      'a138O571',
      '138O5718Z',
    ])
      read(text);
    read('138O571 l38057l', '1380571 1380571');
    read('I38 O571 2233，13O-0571-22l3', '138 0571 2233，130-0571-2213');
    read('I38 O5ll OOll');
    read('138 0571 2233');
    read('138O571；五二三一七六四', '1380571；5231764');
    read('五二三一七六四；138O571', '5231764；1380571');
  });
});

describe('signs one by one', () => {
  const together = (text: string): string => putTogether(new TrackedText(text)).text;

  it('six and more in cells of a form are put together, unless digits alone', () => {
    assert.equal(together('鲁 K 1 2 3 4'), '鲁K1234');
    assert.equal(together('姓名 a\tb\nc  d e f，'), '姓名 a\tb\nc  d e f，');
    assert.equal(together('姓名 a\tb\nc  d e f 。'), '姓名 abcdef。');
    for (const sign of '-Aza中()@') assert.equal(together(`${sign} 1 2 3 4 5`), `${sign}12345`, sign);
    for (const text of [
      '1 2 3 4 5 6',
      '1 2 3 4 5 6 。',
      'a b c d e',
      'ab c d e f g'.slice(0, 10),
      'a b c d e fg',
      'a b cd e f g',
      `a b c${' '.repeat(13)}d e f`,
    ])
      assert.equal(together(text), text, text);
    assert.equal(together(`a b c${' '.repeat(12)}d e f`), 'abcdef');
    assert.equal(together('ab c d e f g h'), 'ab cdefgh');
    const plain = new TrackedText('1 2 3');
    assert.equal(putTogether(plain), plain);
  });

  it('of a very long row four hundred and one', () => {
    const row = Array.from({ length: 500 }, () => 'a').join(' ');
    assert.ok(together(row).startsWith('a'.repeat(401)));
    assert.equal(together(row).slice(401, 403), ' a');
  });
});
