import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PeopleIndex } from '#core/search/find-people.ts';
import { queryWords } from '#core/search/fold.ts';
import { buildPeopleIndex, simplifiedOf, type SearchPerson, type SearchRound } from '#core/search/people-index.ts';
import { simplified } from '#core/search/traditional.ts';
import { nameReading } from '#site/name-reading.ts';

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
  ROUNDS.map((round, index) => ({ round, people: PEOPLE[index]! })),
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
  it('narrows by what is chosen', () => {
    assert.deepEqual(found('王伟', { year: 2023 }), ['p5']);
    assert.deepEqual(found('示例', { district: '高新区' }), ['p3']);
    assert.deepEqual(found('示例', { trade: '焊工' }), ['p1']);
    assert.deepEqual(found('示例', { state: '公示中', programme: '港城工匠' }), []);
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
    const { shards, ids, directory } = buildPeopleIndex([{ round: ROUNDS[0]!, people: many }], simplified);
    assert.deepEqual([...shards.keys()], ['2024', '2024-2', '2024-3']);
    assert.deepEqual(
      directory.shards.map(({ people }) => people),
      [1500, 1500, 200],
    );
    assert.equal(ids.get('2024-3')?.at(-1), 'x3199');
  });
});
