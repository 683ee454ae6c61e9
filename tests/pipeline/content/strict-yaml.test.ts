import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStrictYaml } from '#pipeline/content/strict-yaml.ts';
import { said } from '#tests/builders.ts';
import { costOf, growthOf } from '#tests/cost.ts';

const read = (source: string) => readStrictYaml(source, 'round.md', 2);
const refused = (source: string) => {
  const { data, findings } = read(source);
  assert.equal(data, undefined);
  return said(findings);
};

describe('what an input method types in the place of a colon and of quotes', () => {
  it('is named, and nothing of what follows from it', () => {
    assert.deepEqual(refused('title: "甲"\nyear：2024\noutlets:\n  - name： "乙"'), [
      '✗ round.md 第 3 行：项目名后面写成了中文（全角）冒号“：”。请改成英文冒号加一个空格，例如 name: "内容"。 [yaml-wide-colon]',
      '✗ round.md 第 5 行：项目名后面写成了中文（全角）冒号“：”。请改成英文冒号加一个空格，例如 name: "内容"。 [yaml-wide-colon]',
    ]);
    assert.deepEqual(refused('title: “甲市工匠”\nyear: 2024'), [
      '✗ round.md 第 2 行：内容两头写成了中文（全角）引号“”。请改成英文引号，例如 name: "内容"。 [yaml-wide-quotes]',
    ]);
  });

  it('stays where it belongs to the text', () => {
    assert.equal((read('title: "甲市：“工匠”"').data as { title: string }).title, '甲市：“工匠”');
    assert.equal((read('title: “甲市工匠”选树').data as { title: string }).title, '“甲市工匠”选树');
  });
});

describe('front matter as an office writes it', () => {
  it('is read as it stands, with the line of every field', () => {
    const source = [
      'title: "2024年度澄湖工匠选树"',
      'year: 2024',
      'confidential: true',
      'outlets:',
      '  - name: "《澄湖日报》"',
      '  - { name: "单位公示栏" }',
      'tags: []',
    ].join('\n');
    assert.deepEqual(read(source), {
      data: {
        title: '2024年度澄湖工匠选树',
        year: 2024,
        confidential: true,
        outlets: [{ name: '《澄湖日报》' }, { name: '单位公示栏' }],
        tags: [],
      },
      lines: {
        title: 2,
        year: 3,
        confidential: 4,
        outlets: 5,
        'outlets.0': 6,
        'outlets.0.name': 6,
        'outlets.1': 7,
        'outlets.1.name': 7,
        tags: 8,
      },
      findings: [],
    });
  });

  it('may be without quotation marks where nothing can be mistaken', () => {
    assert.deepEqual(read('name: 骆青川\nshare: 0.25\ncode: A-1\nyears: 2019年、2021年').data, {
      name: '骆青川',
      share: 0.25,
      code: 'A-1',
      years: '2019年、2021年',
    });
  });

  it('may hold in quotation marks what may not stand without', () => {
    const data = { areaCode: '0631', opensOn: '2024-09-11', from: '08:30', note: '&不 *是 !标记', none: 'null' };
    const source = Object.entries(data).map(([key, value]) => `${key}: "${value}"`);
    assert.deepEqual(read(source.join('\n')).data, data);
  });

  it('may be nested twenty-four deep, and hold any number of lists side by side', () => {
    assert.deepEqual(read(`a: ${'['.repeat(24)}${']'.repeat(24)}`).findings, []);
    assert.match(refused(`a: ${'['.repeat(25)}${']'.repeat(25)}`).join(), /\[yaml-unreadable\]$/);
    assert.deepEqual(read(`a: [${'[1], {b: 1}, '.repeat(30)}[2]]`).findings, []);
  });

  it('may be nested as deep in maps', () => {
    assert.deepEqual(read(`a: ${'{a: '.repeat(24)}1${'}'.repeat(24)}`).findings, []);
    assert.match(refused(`a: ${'{a: '.repeat(25)}1${'}'.repeat(25)}`).join(), /\[yaml-unreadable\]$/);
    assert.deepEqual(read(`a: [${'{b: 1}, '.repeat(30)}{b: 2}]`).findings, []);
    assert.deepEqual(read(`a: "${']'.repeat(30)}${'['.repeat(24)}"`).findings, []);
  });

  it('has no key that brings in others', () => {
    assert.deepEqual(read('<<: { a: 1 }\nb: 2').data, { '<<': { a: 1 }, b: 2 });
  });

  it('may break a long text over lines', () => {
    assert.deepEqual(read('text: >-\n  第一行\n  第二行').data, { text: '第一行 第二行' });
  });
});

describe('values two readers would understand differently', () => {
  it('are quoted: dates and times', () => {
    assert.deepEqual(refused('publicity:\n  opensOn: 2024-09-11'), [
      '✗ round.md 第 3 行「publicity.opensOn」：日期和时间要加英文引号，例如 "2026-11-23"。请加上引号。 [unquoted-date]',
    ]);
    assert.deepEqual(
      refused('days: { from: 2024-09-11, to: 2024-09-18 }\nlist:\n  - 2024-09-11\n  - at: 8:30').map((line) =>
        line.slice(0, line.indexOf('，')),
      ),
      [
        '✗ round.md 第 2 行「days.from」：日期和时间要加英文引号',
        '✗ round.md 第 2 行「days.to」：日期和时间要加英文引号',
        '✗ round.md 第 4 行「list.0」：日期和时间要加英文引号',
        '✗ round.md 第 5 行「list.1.at」：日期和时间要加英文引号',
      ],
    );
    for (const value of [
      '2024-9-1',
      '2024/09/11',
      '2024-09',
      '2024-09-11T10:00:00',
      '2024-09-11 10:00',
      '8:30',
      '08:30:00',
    ]) {
      assert.match(refused(`at: ${value}`).join(), /\[unquoted-date\]$/, value);
    }
  });

  it('are quoted: numbers that lose digits or gain a meaning', () => {
    assert.deepEqual(refused('number: 05190816'), [
      '✗ round.md 第 2 行「number」：这串数字会被改写（开头的 0 丢失或位数太多）。请加上英文引号。 [unquoted-number]',
    ]);
    for (const value of [
      '010',
      '0x1F',
      '0o17',
      '1_000',
      '1e3',
      '.5',
      '+86',
      '371000199001011234',
      '.inf',
      '4.1E+17',
      '1975.',
    ]) {
      assert.match(refused(`at: ${value}`).join(), /\[unquoted-number\]$/, value);
    }
  });

  it('are quoted in every spelling that another reader takes for a number, and no text beside it is', () => {
    for (const number of [
      '.5',
      '+5',
      '-.5',
      '05190816',
      '1_000',
      '1,000',
      '4.1E+17',
      '4.1e-17',
      '4E17',
      '1e5',
      '5.',
      '1.2.3',
      '12e+34',
    ]) {
      assert.match(refused(`a: ${number}`).join(), /unquoted-number/, number);
    }
    for (const text of ['v1.2', '1x', '4E+', '4E', '1e5x', 'e5', '5号', '.a', '+', '1 000', '4.1EE17']) {
      assert.notEqual(read(`a: ${text}`).data, undefined, text);
    }
  });
  it('may be indented as deep as they are nested, by blanks or by the lines of lists', () => {
    const nested = (depth: number): string =>
      Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}k:`).join('\n') + ' "a"';
    assert.notEqual(read(nested(24)).data, undefined);
    assert.match(refused(nested(60)).join(), /\[yaml-unreadable\]$/);
    assert.match(refused(`a:\n${'- '.repeat(60)}"b"`).join(), /\[yaml-unreadable\]$/);
  });
  it('are written out: nothing at all', () => {
    assert.deepEqual(refused('post:\nname: "骆青川"'), [
      '✗ round.md 第 2 行「post」：这一项是空的。请填上内容，或删去这一行。 [empty-value]',
    ]);
    assert.deepEqual(refused('post: ~\nlist: [null]').length, 2);
  });
});

describe('what YAML can do and an office never needs', () => {
  it('anchors and aliases are refused, on every kind of value', () => {
    const line = (field: string) =>
      `✗ round.md 第 2 行「${field}」：不能使用 & 或 * 引用别处的内容。请把内容直接写在这里；文字本身有 & 或 * 时请加引号。 [yaml-alias]`;
    assert.deepEqual(refused('a: &x "1"'), [line('a')]);
    assert.deepEqual(refused('a: &x [1]'), [line('a')]);
    assert.deepEqual(refused('a: &x { b: 1 }'), [line('a')]);
    assert.deepEqual(refused('a: [&x 1, *x, *x]'), [line('a.0')]);
    assert.match(refused('a: &x [1]\nb: *x').at(-1) ?? '', /^✗ round.md 第 3 行「b」.*\[yaml-alias\]$/);
    assert.match(refused('<<: *x').join(), /\[yaml-alias\]$/);
  });

  it('an alias bomb is refused before anything is made of it', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, at) =>
        `${'abcdefghi'[at]}: &${'abcdefghi'[at]} [${at === 0 ? '"x"' : `*${'abcdefghi'[at - 1]}, `.repeat(9).slice(0, -2)}]`,
    );
    let said: string[] = [];
    const cost = await costOf(() => (said = refused(rows.join('\n'))));
    assert.ok(said.every((line) => line.endsWith('[yaml-alias]')));
    assert.ok(cost < 40, `${cost} times the yardstick`);
  });

  it('tags are refused, on every kind of value', () => {
    assert.match(refused('a: !x!y b').join(), /^✗ round.md 第 2 行.*\[yaml-tag\]/);
    for (const value of ['!!js/function "x"', '!!str 1', '!!seq [1]', '!!map { b: 1 }', '!x y']) {
      assert.match(refused(`a: ${value}`).join(), /^✗ round.md 第 2 行.*\[yaml-tag\]/, value);
    }
  });

  it('two documents in one file, a list, or nothing are no record', () => {
    for (const source of ['a: 1\n---\nb: 2', '- a', '"text"', '', '# nothing']) {
      assert.match(refused(source).join(), /\[(?:yaml-unreadable|empty-value)\]$/, source);
    }
  });
});

describe('slips of the keyboard', () => {
  const unreadable = (line: number) =>
    `✗ round.md 第 ${line} 行：这一行的写法读不懂：请检查冒号后有没有空格、引号是否成对、缩进是否一致。 [yaml-unreadable]`;

  it('are told once a line, at the line', () => {
    assert.deepEqual(refused('a: "1"\nb: x: y\nc: "3"'), [unreadable(3)]);
    assert.deepEqual(refused('a: @x\nb: `y'), [unreadable(2), unreadable(3)]);
    assert.deepEqual(refused('a:\n\t- b'), [unreadable(3)]);
  });

  it('are told a hundred times and no more', () => {
    const rows = Array.from({ length: 150 }, (_, at) => `k${at}: 2024-09-11`);
    assert.equal(refused(rows.slice(0, 100).join('\n')).length, 100);
    assert.equal(refused(rows.slice(0, 99).join('\n')).length, 99);
    assert.equal(refused(rows.join('\n')).length, 100);
  });

  it('hide the rest of the file from judgement: nobody knows what it means', () => {
    assert.deepEqual(refused('a: @x\nb: 2024-09-11\nb: &y 1'), [unreadable(2)]);
  });

  it('of a quotation mark left open are told where it opens, not where the file ends', () => {
    assert.deepEqual(refused('a: "1"\nb: "骆青川\nc: 3\nd: 4'), [unreadable(3)]);
    assert.deepEqual(refused("a: '骆青川\nb: 3"), [unreadable(2)]);
    assert.deepEqual(refused('a: "1"\nb: ["甲", "乙\nc: 3').slice(0, 1), [unreadable(3)]);
  });

  it('of keys that are no words are no repetition', () => {
    assert.ok(!refused('? [甲]\n: @\n? [乙]\n: "2"').join().includes('yaml-duplicate-key'));
    const { findings } = read('? [甲]\n: "1"\n? [乙]\n: "2"');
    assert.ok(!said(findings).join().includes('yaml-duplicate-key'));
  });

  it('of a key written twice are told at the second', () => {
    assert.deepEqual(refused('publicity:\n  opensOn: "2024-09-11"\n  opensOn: "2024-09-12"'), [
      '✗ round.md 第 4 行「publicity.opensOn」：同一个项目写了两次。请只留一个。 [yaml-duplicate-key]',
    ]);
    assert.match(refused('a: { b: 1, "b": 2 }').join(), /\[yaml-duplicate-key\]$/);
  });

  it('never repeat what was typed in the place of a key', () => {
    assert.deepEqual(refused('"13800000000": 2024-09-11'), [
      '✗ round.md 第 2 行「…」：日期和时间要加英文引号，例如 "2026-11-23"。请加上引号。 [unquoted-date]',
    ]);
  });
});

describe('characters nobody sees', () => {
  it('are refused behind an escape as well', () => {
    assert.deepEqual(refused('name: "骆\\u200B青川"'), [
      '✗ round.md 第 2 行「name」：这一行有不可见的控制字符 U+200B。请删去后重新输入这一行。 [control-character]',
    ]);
    for (const escape of ['\\0', '\\e', '\\x07', '\\u202E', '\\L', '\\U000E0041']) {
      assert.match(refused(`"a": "${escape}"`).join(), /\[control-character\]$/, escape);
    }
    assert.match(refused('"na\\u200Bme": "骆青川"').join(), /\[control-character\]$/);
  });
});

describe('a file that is made to hurt', () => {
  const hostile: Record<string, (size: number) => string> = {
    'open brackets': (size) => '['.repeat(size),
    'nested maps': (size) => `a: ${'{a: '.repeat(size / 4)}`,
    'nested questions': (size) => '? '.repeat(size / 2),
    'empty lines': (size) => '\n'.repeat(size),
    keys: (size) => Array.from({ length: size / 10 }, (_, at) => `k${at}: 1`).join('\n'),
    entries: (size) => `a:\n${'- b\n'.repeat(size / 4)}`,
    'quotation marks': (size) => '"'.repeat(size),
  };
  for (const [name, source] of Object.entries(hostile)) {
    it(`with nothing but ${name} costs less than three times as much when it is twice as long, with at most a hundred findings`, async () => {
      let found = Infinity;
      const growth = await growthOf((size) => (found = read(source(size)).findings.length), 30_000);
      assert.ok(growth < 3, `${growth} times`);
      assert.ok(found <= 100);
    });
  }
});
