import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { calendarYearSchema } from '#core/calendar/work-calendar.ts';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { programmeSchema } from '#core/programme/programme.ts';
import { resultSchema } from '#core/records/result.ts';
import { roundSchema } from '#core/records/round.ts';
import { schemaFindings } from '#core/records/schema-finding.ts';
import { siteSettingsSchema } from '#core/records/site-settings.ts';
import { said } from '#tests/builders.ts';

/** What is said about one value put at a place of an otherwise absent record; findings about what is absent are left out. */
function about(schema: z.ZodType, path: string, value: unknown): string[] {
  const parts = path === '' ? [] : path.split('.');
  const record = parts.reduceRight<unknown>((inner, part) => (/^\d+$/.test(part) ? [inner] : { [part]: inner }), value);
  const parsed = schema.safeParse(record, { reportInput: true });
  const issues = parsed.error?.issues.filter((issue) => issue.path.join('.').startsWith(path)) ?? [];
  return said(schemaFindings(issues, (field) => ({ file: 'x.md', ...(field && { field }) })));
}

describe('a value of the wrong kind', () => {
  it('is told the right one', () => {
    assert.deepEqual(about(candidateSchema, 'name', 123), [
      '✗ x.md「name」：这一项应当是一段文字（加引号）。请改正。 [wrong-type]',
    ]);
    assert.deepEqual(about(candidateSchema, 'yearsInTrade', '21'), [
      '✗ x.md「yearsInTrade」：这一项应当是一个数字（不加引号）。请改正。 [wrong-type]',
    ]);
    assert.deepEqual(about(candidateSchema, 'yearsInTrade', 2.5), [
      '✗ x.md「yearsInTrade」：这一项应当是一个整数（不加引号）。请改正。 [wrong-type]',
    ]);
    assert.deepEqual(about(candidateSchema, 'honours', '市技术能手'), [
      '✗ x.md「honours」：这一项应当是一个列表（每项一行，以短横线开头）。请改正。 [wrong-type]',
    ]);
    assert.deepEqual(about(roundSchema, 'publicity', '5天'), [
      '✗ x.md「publicity」：这一项应当是一组项目（换行缩进书写）。请改正。 [wrong-type]',
    ]);
    assert.deepEqual(about(roundSchema, 'objection.confidential', '是'), [
      '✗ x.md「objection.confidential」：这一项应当是 true 或 false（不加引号）。请改正。 [wrong-type]',
    ]);
  });
});

describe('a field that is absent', () => {
  it('is named, and its choices with it', () => {
    const parsed = candidateSchema.safeParse({}, { reportInput: true });
    assert.deepEqual(said(schemaFindings(parsed.error?.issues ?? [], (field) => ({ file: 'x.md', field }))), [
      '✗ x.md「name」：缺少“name”这一项。请补上。 [missing-field]',
      '✗ x.md「employer」：缺少“employer”这一项。请补上。 [missing-field]',
      '✗ x.md「route」：缺少“route”这一项。请补上，写下列之一：unionNomination、employerNomination、associationNomination、selfNomination。 [missing-choice]',
      '✗ x.md「nominatingBody」：缺少“nominatingBody”这一项。请补上。 [missing-field]',
    ]);
  });

  it('and decides about the rest of its group is asked for first', () => {
    assert.deepEqual(about(roundSchema, 'channels.0', { number: '0000000' }), [
      '✗ x.md「channels.0.kind」：缺少“kind”这一项。请补上，写下列之一：phone、fax、email、post、visit。 [missing-choice]',
    ]);
  });
});

describe('a choice that is none', () => {
  it('is told the choices', () => {
    assert.deepEqual(about(roundSchema, 'objection.postmark', '寄出'), [
      '✗ x.md「objection.postmark」：这一项只能写下列之一：dispatch、arrival。请改正。 [not-one-of]',
    ]);
    assert.deepEqual(about(roundSchema, 'channels.0.kind', 'telex'), [
      '✗ x.md「channels.0.kind」：这一项只能写下列之一：phone、fax、email、post、visit。请改正。 [not-one-of]',
    ]);
    assert.deepEqual(about(programmeSchema, 'rules.publicity.stated', '有'), [
      '✗ x.md「rules.publicity.stated」：这一项只能写下列之一：true、false。请改正。 [not-one-of]',
    ]);
  });
});

describe('too little or too much', () => {
  it('is counted in characters, entries or numbers', () => {
    assert.deepEqual(about(candidateSchema, 'name', '骆'.repeat(41)), [
      '✗ x.md「name」：这一项最多 40 个字。请缩短。 [too-many]',
    ]);
    assert.deepEqual(about(roundSchema, 'outlets', []), ['✗ x.md「outlets」：这一项至少要有 1 项。请补上。 [too-few]']);
    assert.deepEqual(about(candidateSchema, 'yearsInTrade', 61), [
      '✗ x.md「yearsInTrade」：这个数太大，不能大于 60。请改正。 [number-too-big]',
    ]);
    assert.deepEqual(about(roundSchema, 'year', 24), [
      '✗ x.md「year」：这个数太小，不能小于 2000。请改正。 [number-too-small]',
    ]);
  });
});

describe('a telephone', () => {
  it('that is none is shown all the forms it may have', () => {
    const [only, ...more] = about(siteSettingsSchema, 'channels.0', { kind: 'phone', number: '电话 0000000' });
    assert.deepEqual(more, []);
    assert.equal(
      only,
      '✗ x.md「channels.0.number」：这里只能写电话号码：0631-0000000、0000000、12345、0631-12345、0631-0000000转801、400-000-0000 都可以；几个号码用顿号分开，每个都写全，不写“5190816/17”。部门写在 name，传真另写一项 kind: "fax"。请改正。 [not-a-telephone]',
    );
  });

  it('has its area code and its extension once', () => {
    const twice = { kind: 'phone', number: '0631-0000000转801', areaCode: '0631', extension: '801' };
    assert.deepEqual(about(siteSettingsSchema, 'channels.0', twice), [
      '✗ x.md「channels.0.areaCode」：号码里已经有区号，或者是手机、400、800 号码，不用再写 areaCode。请删去 areaCode，或把号码里的区号去掉。 [area-code-twice]',
      '✗ x.md「channels.0.extension」：extension（分机）只能写在一个固定电话或 400 号码上，而且号码里没有写过分机。请删去 extension，或改成“0631-0000000转801”的写法。 [extension-twice]',
    ]);
    assert.deepEqual(
      about(siteSettingsSchema, 'channels.0', { kind: 'phone', number: '0000000', areaCode: '0631', extension: '801' }),
      [],
    );
    assert.deepEqual(about(siteSettingsSchema, 'channels.0', { kind: 'phone', number: '12380', areaCode: '0531' }), []);
  });
});

describe('a form that does not fit', () => {
  it('is shown an example', () => {
    const examples: [z.ZodType, string, unknown, string][] = [
      [siteSettingsSchema, 'address', 'www.example.org', 'https://www.example.org/'],
      [siteSettingsSchema, 'channels.0', { kind: 'email', address: 'office' }, 'office@example.org'],
      [siteSettingsSchema, 'channels.0', { kind: 'phone', number: '0000000', areaCode: '631' }, '0631'],
      [candidateSchema, 'pinyin', 'Shan', 'shan li hua'],
      [candidateSchema, 'tier', '十大工匠', 'craftsman'],
      [candidateSchema, 'conditions.0', '一、2', '1'],
      [roundSchema, 'nominatingBodies.0', { name: '总工会', kind: '县' }, 'county'],
      [resultSchema, 'conferred.0', { tier: 'craftsman', people: ['骆青川'] }, '7tmn7wz'],
    ];
    for (const [schema, path, value, example] of examples) {
      const [only, ...more] = about(schema, path, value);
      assert.match(only ?? '', new RegExp(`：格式不对，应当像 ${example}。请改正。 \\[wrong-format\\]$`), path);
      assert.deepEqual(more, []);
    }
  });

  it('of a date or a time is told how it is written', () => {
    assert.deepEqual(about(roundSchema, 'publicity.opensOn', '2024-02-30'), [
      '✗ x.md「publicity.opensOn」：“2024-02-30”不是一个存在的日期。请按“年-月-日”写，例如 "2026-11-23"。 [not-a-date]',
    ]);
    assert.deepEqual(about(roundSchema, 'publicity.opensOn', '九月十一日'), [
      '✗ x.md「publicity.opensOn」：这里写的不是一个存在的日期。请按“年-月-日”写，例如 "2026-11-23"。 [not-a-date]',
    ]);
    assert.deepEqual(about(roundSchema, 'publicity.closingTime', '17点'), [
      '✗ x.md「publicity.closingTime」：时间要写成 "17:00" 的样子，当天结束写 "24:00"。请改正。 [not-a-time]',
    ]);
    assert.deepEqual(about(candidateSchema, 'employer', ' 东湾纺织厂'), [
      '✗ x.md「employer」：这一项只能是一行文字，前后不能有空格，中间不能换行。请改正。 [not-one-line]',
    ]);
  });

  it('of a calendar contradicts itself', () => {
    const year = {
      year: 2024,
      coverage: { from: '2024-01-01', to: '2024-12-31' },
      document: { title: '通知', date: '2023-10-25' },
      holidays: [{ name: '中秋节', daysOff: ['2024-09-14'], makeUpWorkdays: ['2024-09-14', '2024-09-18'] }],
    };
    const issues = calendarYearSchema.safeParse(year).error?.issues ?? [];
    assert.deepEqual(said(schemaFindings(issues, (field) => ({ file: '2024.json', field }))), [
      '✗ 2024.json「holidays.0.makeUpWorkdays」：2024-09-14 既写成放假又写成调休上班。请对照国务院办公厅的通知，只留一个。 [day-off-and-make-up]',
      '✗ 2024.json「holidays.0.makeUpWorkdays」：2024-09-18 是周一至周五，不会是调休上班日。请对照国务院办公厅的通知改正。 [make-up-on-weekday]',
    ]);
  });
});

describe('a key nobody knows', () => {
  it('is named when it is a word', () => {
    assert.deepEqual(about(candidateSchema, '', { 身份证号: '（略）' }).slice(-1), [
      '✗ x.md「身份证号」：没有“身份证号”这一项。请改正或删去；不公开的信息不能写进内容目录。 [unknown-key]',
    ]);
  });

  it('is not repeated when it may be a number, in the sentence or in the place', () => {
    assert.deepEqual(about(candidateSchema, '', { '13800000000': '手机' }).slice(-1), [
      '✗ x.md「…」：没有“（此处不重复）”这一项。请改正或删去；不公开的信息不能写进内容目录。 [unknown-key]',
    ]);
  });

  it('is not repeated when a number stands in it, or when it is a sentence', () => {
    for (const key of ['手机13800000000', '13800000000手机', '甲'.repeat(25), '手机：', '']) {
      const [line = ''] = about(candidateSchema, '', { [key]: '手机' }).slice(-1);
      assert.match(line, /「?…?」?：没有“（此处不重复）”这一项/, key);
      assert.doesNotMatch(line, /1380|甲甲/, key);
    }
    assert.match(about(candidateSchema, '', { ['甲'.repeat(24)]: 1 }).at(-1) ?? '', /没有“甲{24}”这一项/);
    assert.match(about(candidateSchema, '', { 'home-address_2': 1 }).at(-1) ?? '', /没有“（此处不重复）”这一项/);
    assert.match(about(candidateSchema, '', { home_address: 1 }).at(-1) ?? '', /没有“home_address”这一项/);
  });

  it('may not be the prototype of everything', () => {
    const record: unknown = JSON.parse('{ "__proto__": { "polluted": true }, "constructor": 1 }');
    const lines = about(candidateSchema, '', record);
    assert.ok(
      lines.some((line) => line.startsWith('✗ x.md「constructor」')),
      lines.join('\n'),
    );
    assert.ok(
      lines.some((line) => line.startsWith('✗ x.md「__proto__」')),
      lines.join('\n'),
    );
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
