import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PeopleIndex } from '#core/search/find-people.ts';
import { queryWords } from '#core/search/fold.ts';
import { buildPeopleIndex, type SearchPerson, type SearchRound, simplifiedOf } from '#core/search/people-index.ts';
import { simplified } from '#core/search/traditional.ts';
import { nameReading } from '#site/words/name-reading.ts';
import { there } from '#tests/there.ts';

const ROUNDS: SearchRound[] = [
  { id: 'a/2024', programme: '威海工匠', edition: '2024年', year: 2024, state: '公示中' },
  { id: 'b/2023', programme: '港城工匠', edition: '2023年', year: 2023, state: '已公布结果' },
];

function person(
  id: string,
  name: string,
  employer: string,
  trade: string,
  more: Partial<SearchPerson> = {},
): SearchPerson {
  return {
    id,
    name,
    employer,
    trade,
    title: '工匠',
    district: '示例区',
    reading: nameReading(name, undefined),
    ...more,
  };
}

const PEOPLE: SearchPerson[][] = [
  [
    person('p1', '王伟', '示例船厂', '电焊工'),
    person('p2', '李　明', '示例焊接设备有限公司', '数控车工'),
    person('p3', '单丽华', '示例（北方）机床厂', 'CNC操作工', { district: '高新区' }),
    person('p4', '阿依古丽·买买提', '示例医院', '护理'),
  ],
  [
    person('p5', '王伟', '示例港务公司', '装卸工'),
    person('p6', '覃海洋', '示例热电厂', '锅炉工', { reading: ['tan', 'hai', 'yang'] }),
    person('p7', '鍾麗華', '示例紡織厂', '织布工', { title: '港城十大工匠' }),
    person('p8', '吕布', '示例电力局', '220千伏检修'),
  ],
];

const built = buildPeopleIndex(
  ROUNDS.map((round, index) => ({ round, people: there(PEOPLE[index]) })),
  simplified,
);

function index(): PeopleIndex {
  // What a browser reads: the files, and no more.
  const { directory, shards } = JSON.parse(
    JSON.stringify({ directory: built.directory, shards: [...built.shards] }),
  ) as {
    directory: typeof built.directory;
    shards: [string, typeof built.shards extends Map<string, infer S> ? S : never][];
  };
  const people = new PeopleIndex(directory, simplifiedOf(directory));
  for (const [name, shard] of shards) people.add(name, shard);
  return people;
}

function found(query: string, filter = {}): (string | undefined)[] {
  const { directory, ids } = built;
  return index()
    .find(queryWords(query, simplifiedOf(directory)), filter)
    .map(({ shard, row }) => ids.get(shard)?.[row]);
}

describe('people by what a reader remembers', () => {
  for (const [query, expected] of [
    ['王伟', ['p1', 'p5']],
    ['王', ['p1', 'p5']],
    ['伟', ['p1', 'p5']],
    ['李明', ['p2']],
    ['李 明', ['p2']],
    ['買買提', ['p4']],
    ['阿依古丽•买买提', ['p4']],
    ['钟丽华', ['p7']],
    ['丽华', ['p3', 'p7']],
    ['焊', ['p1', 'p2']],
    ['王伟 港务', ['p5']],
    ['（北方）', ['p3']],
    ['cnc', ['p3']],
    ['ＣＮＣ', ['p3']],
    ['220千伏', ['p8']],
    ['纺织', ['p7']],
    ['十大', ['p7']],
    ['高新区', ['p3']],
    ['2023', ['p5', 'p6', 'p7', 'p8']],
    ['威海工匠 护理', ['p4']],
    ['wangwei', ['p1', 'p5']],
    ['ww', ['p1', 'p5']],
    ['shanlihua', ['p3']],
    ['danlihua', []],
    ['slh', ['p3']],
    ['tanhaiyang', ['p6']],
    ['qinhaiyang', []],
    ['lvbu', ['p8']],
    ['lubu', []],
    ['mmt', ['p4']],
    ['不存在', []],
  ] as const) {
    it(`${query}: ${expected.join(' ') || 'nobody'}`, () => assert.deepEqual(found(query), expected));
  }
  it('puts names before employers, and the latest round first among equals', () => {
    assert.deepEqual(found('示例').slice(0, 2), ['p1', 'p2']);
    assert.deepEqual(found('海'), ['p6', 'p1', 'p2', 'p3', 'p4']);
  });
  it('puts the whole name before its beginning, its beginning before its end, the whole reading before a piece', () => {
    const ordered = (query: string, ...names: string[]): string[] => {
      const people = names.map((name, at) => person(`n${at}`, name, '厂', '工'));
      const { directory, shards } = buildPeopleIndex([{ round: there(ROUNDS[0]), people }], simplified);
      const searched = new PeopleIndex(directory, simplifiedOf(directory));
      searched.add('2024', there(shards.get('2024')));
      return searched.find(queryWords(query, simplifiedOf(directory))).map(({ name }) => name);
    };
    assert.deepEqual(ordered('海洋', '李海洋', '海洋波', '海洋'), ['海洋', '海洋波', '李海洋']);
    assert.deepEqual(ordered('wanghai', '王海洋', '王海'), ['王海', '王海洋']);
    assert.deepEqual(ordered('wh', '王海洋', '王海'), ['王海洋', '王海']);
    assert.deepEqual(ordered('海 洋', '李海洋', '王海'), ['李海洋']);
  });
  it('narrows by what is chosen', () => {
    assert.deepEqual(found('王伟', { year: 2023 }), ['p5']);
    assert.deepEqual(found('示例', { district: '高新区' }), ['p3']);
    assert.deepEqual(found('示例', { trade: '焊工' }), ['p1']);
    assert.deepEqual(found('示例', { state: '公示中', programme: '港城工匠' }), []);
    assert.deepEqual(found('王伟', { state: '公示中' }), ['p1']);
    assert.deepEqual(found('王伟', { programme: '港城工匠' }), ['p5']);
    assert.deepEqual(found('', { state: '公示中' }), []);
  });
  it('knows the districts there are, and that some have none', () => {
    assert.deepEqual(index().districts(), ['示例区', '高新区']);
    const nowhere = [person('a', '王伟', '厂', '工', { district: '' })];
    const { directory, shards } = buildPeopleIndex([{ round: there(ROUNDS[0]), people: nowhere }], simplified);
    const people = new PeopleIndex(directory, simplifiedOf(directory));
    people.add('2024', there(shards.get('2024')));
    assert.deepEqual(people.districts(), []);
  });
});

describe('people of several years and shards', () => {
  const round = (year: number): SearchRound => ({ ...there(ROUNDS[0]), id: `a/${year}`, edition: `${year}年`, year });
  const crowd = (year: number, count: number): SearchPerson[] =>
    Array.from({ length: count }, (_, at) =>
      person(
        `y${year}-${at}`,
        at === 0 ? `王${year === 2021 ? '年' : '岁'}` : '李某',
        `${year}厂${at}`,
        at % 2 ? '焊工' : '车工',
        {
          district: year === 2021 ? '东区' : '西区',
        },
      ),
    );
  const given = [2021, 2023, 2022].map((year) => ({ round: round(year), people: crowd(year, 900) }));
  const large = buildPeopleIndex(given, simplified);
  const load = (...names: string[]): PeopleIndex => {
    const people = new PeopleIndex(large.directory, simplifiedOf(large.directory));
    for (const name of names) people.add(name, there(large.shards.get(name)));
    return people;
  };

  it('stand the latest first, whatever order they are given in, which stays as it was', () => {
    assert.deepEqual(large.directory.shards, [
      { name: '2023', people: 900 },
      { name: '2022', people: 900 },
      { name: '2021', people: 900 },
    ]);
    assert.deepEqual(
      large.directory.rounds.map(({ year }) => year),
      [2023, 2022, 2021],
    );
    assert.deepEqual(
      given.map((one) => one.round.year),
      [2021, 2023, 2022],
    );
  });
  it('share a shard up to fifteen hundred', () => {
    const sizes = (first: number, second: number): number[] =>
      buildPeopleIndex(
        [
          { round: round(2023), people: crowd(2023, first) },
          { round: round(2022), people: crowd(2022, second) },
        ],
        simplified,
      ).directory.shards.map(({ people }) => people);
    assert.deepEqual(sizes(900, 600), [1500]);
    assert.deepEqual(sizes(900, 601), [900, 601]);
    assert.deepEqual(sizes(1501, 1), [1500, 2]);
  });
  it('keep their numbers whichever shards are there, in whatever order they came', () => {
    const people = load('2021', '2023');
    assert.equal(people.size, 1800);
    assert.deepEqual([people.has('2023'), people.has('2022'), people.has('2021')], [true, false, true]);
    assert.equal(people.at(0)?.name, '王岁');
    assert.equal(people.at(900), undefined);
    assert.equal(people.at(1800)?.name, '王年');
    assert.equal(people.at(2699)?.employer, '2021厂899');
    assert.equal(people.at(2700), undefined);
    assert.deepEqual(
      people.find(['王']).map(({ number }) => number),
      [0, 1800],
    );
    assert.deepEqual(people.districts(), ['东区', '西区']);
    assert.deepEqual(
      [people.isLeft(0, { year: 2021 }), people.isLeft(1800, { year: 2021 }), people.isLeft(900, {})],
      [false, true, false],
    );
  });
  it('have columns of values and letters where values repeat, and lines where they differ', () => {
    const [names, employers, trades] = there(large.shards.get('2023')).columns;
    assert.ok(Array.isArray(names) && Array.isArray(trades) && typeof employers === 'string');
    // The commonest value has the first letter.
    assert.deepEqual(names[0].split('\n'), ['李某', '王岁']);
    assert.equal(names[1].slice(0, 3), '$##');
    assert.equal(employers.split('\n').length, 900);
  });
  it('read a character as most names do, and the others by their own reading', () => {
    const readings = ['qin', 'tan', 'qin'].map((first, at) =>
      person(`r${at}`, `覃${'甲乙丙'[at]}`, '厂', '工', { reading: [first, 'x'] }),
    );
    const { directory, shards } = buildPeopleIndex([{ round: round(2023), people: readings }], simplified);
    assert.match(directory.readings, /(?:^| )qin:覃(?: |$)/);
    assert.deepEqual(there(shards.get('2023')).readings, { 1: 'tan x' });
    const others = ['tan', 'qin', 'tan'].map((first, at) => person(`r${at}`, '覃', '厂', '工', { reading: [first] }));
    assert.equal(buildPeopleIndex([{ round: round(2023), people: others }], simplified).directory.readings, 'tan:覃');
  });
  it('list the usual readings by the alphabet, the first of two as frequent, and none that a character has not', () => {
    const readings = (order: readonly number[]): string => {
      const named = [
        person('a', '覃乐A', '厂', '工', { reading: ['tan', 'yue', ''] }),
        person('b', '覃悦', '厂', '工', { reading: ['qin', 'yue'] }),
        person('c', '乐阿', '厂', '工', { reading: ['le', 'a'] }),
      ];
      return buildPeopleIndex([{ round: round(2023), people: order.map((at) => there(named[at])) }], simplified)
        .directory.readings;
    };
    assert.equal(readings([0, 1, 2]), 'a:阿 le:乐 qin:覃 yue:悦');
    assert.equal(readings([2, 1, 0]), 'a:阿 le:乐 qin:覃 yue:悦');
    const two = [person('a', '悦乐', '厂', '工', { reading: ['yue', 'yue'] })];
    assert.equal(buildPeopleIndex([{ round: round(2023), people: two }], simplified).directory.readings, 'yue:乐悦');
  });
  it('are counted round by round in their shard', () => {
    const people = [person('a', '王伟', '厂', '工'), person('b', '李明', '厂', '工')];
    const rounds = ['甲', '乙'].map((edition) => ({ round: { ...round(2023), edition }, people }));
    assert.deepEqual(there(buildPeopleIndex(rounds, simplified).shards.get('2023')).rounds, [
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('the files of the index', () => {
  it('hold no id but in the lists of ids, and no pair of characters the site cannot need', () => {
    assert.doesNotMatch(JSON.stringify([built.directory, [...built.shards]]), /"p[1-8]"/);
    assert.ok(built.directory.traditional.includes('鍾'));
    assert.ok(!built.directory.traditional.includes('龜'));
  });
  it('hold several small years together', () => {
    assert.deepEqual(built.directory.shards, [{ name: '2024', people: 8 }]);
  });
  it('are cut by year and size', () => {
    const many = Array.from({ length: 3200 }, (_, at) => person(`x${at}`, '王伟', '示例厂', '工'));
    const { shards, ids, directory } = buildPeopleIndex([{ round: there(ROUNDS[0]), people: many }], simplified);
    assert.deepEqual([...shards.keys()], ['2024', '2024-2', '2024-3']);
    assert.deepEqual(
      directory.shards.map(({ people }) => people),
      [1500, 1500, 200],
    );
    assert.equal(ids.get('2024-3')?.at(-1), 'x3199');
  });
});
