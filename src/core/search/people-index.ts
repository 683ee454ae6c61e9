import { fold } from './fold.ts';

/** One person as the search knows them: what stands on the profile anyway, and how the name is read. */
export interface SearchPerson {
  id: string;
  name: string;
  /** One syllable for each character of the folded name; empty where a character has none. */
  reading: readonly string[];
  employer: string;
  trade: string;
  /** The title or tier: 港城十大工匠. */
  title: string;
  district: string;
  /** 集体, 团队, 班组, 单位; absent of a person. */
  subject?: string | undefined;
}

export interface SearchRound {
  /** `<programme>/<edition>`. */
  id: string;
  programme: string;
  edition: string;
  year: number;
  /** 公示中, 公示已结束, 已公布结果, 已撤销: at the instant of the build. */
  state: string;
}

/** `search/people.json`: what every shard needs, and which there are, the latest year first. */
export interface PeopleDirectory extends CharacterPairs {
  rounds: SearchRound[];
  shards: { name: string; people: number }[];
  /** `wang:王汪 wei:伟卫`: how the characters of names are read unless a person says otherwise. */
  readings: string;
}

/** Traditional characters and, in the same order, the simplified ones. */
export interface CharacterPairs {
  traditional: string;
  simplified: string;
}

const COLUMNS = ['name', 'employer', 'trade', 'title', 'district'] as const;
/** One person's, in the order of COLUMNS. */
export type ColumnValues = [name: string, employer: string, trade: string, title: string, district: string];

/** `search/people/<name>.json`: people by round and in the office's order. */
export interface PeopleShard {
  /** Index of the round in the directory, and how many people of it follow. */
  rounds: [round: number, people: number][];
  /** In the order of COLUMNS. What is all different has a line for each person; what repeats, its values and a letter for each person. */
  columns: (string | [values: string, letters: string])[];
  /** Number within the shard → syllables, where the characters alone would be read otherwise. */
  readings: Record<string, string>;
  /** Number within the shard → 集体 …; absent where all are persons. */
  subjects?: Record<string, string>;
}

export interface BuiltPeopleIndex {
  directory: PeopleDirectory;
  shards: Map<string, PeopleShard>;
  /** The ids of a shard's people, fetched once a row of it is shown. */
  ids: Map<string, string[]>;
}

/** Years share a shard up to so many people; one year with more has several. */
const SHARD = 1500;

/** @param rounds in the order in which equals are shown: the latest first */
export function buildPeopleIndex(
  rounds: readonly { round: SearchRound; people: readonly SearchPerson[] }[],
  simple: ReadonlyMap<string, string>,
): BuiltPeopleIndex {
  const inOrder = [...rounds].sort((a, b) => b.round.year - a.round.year);
  const usual = usualReadings(
    inOrder.flatMap(({ people }) => people),
    simple,
  );
  const shards = new Map<string, PeopleShard>();
  const ids = new Map<string, string[]>();
  for (const { name, rows } of cut(inOrder)) {
    shards.set(name, shardOf(rows, usual, simple));
    ids.set(
      name,
      rows.map(({ person }) => person.id),
    );
  }
  const pairs = pairsIn(
    inOrder.flatMap(({ people }) => people.flatMap((person) => COLUMNS.map((key) => person[key]))),
    simple,
  );
  return {
    directory: {
      rounds: inOrder.map(({ round }) => round),
      shards: [...ids].map(([name, { length }]) => ({ name, people: length })),
      readings: readingsText(usual),
      ...pairs,
    },
    shards,
    ids,
  };
}

export function readingsOf(directory: PeopleDirectory): Map<string, string> {
  const readings = new Map<string, string>();
  for (const group of directory.readings.split(' ')) {
    const [syllable = '', characters = ''] = group.split(':');
    for (const character of characters) readings.set(character, syllable);
  }
  return readings;
}

export function simplifiedOf({ traditional, simplified }: CharacterPairs): Map<string, string> {
  const to = [...simplified];
  return new Map([...traditional].map((character, index) => [character, to[index] ?? character]));
}

/** The columns of a shard, a value for each person, in the order name, employer, trade, title, district. */
export function columnsOf({ columns }: PeopleShard): string[][] {
  return columns.map((column) => {
    if (typeof column === 'string') return column.split('\n');
    const values = column[0].split('\n');
    return [...column[1]].map((letter) => values[letter.charCodeAt(0) - FIRST_LETTER] ?? '');
  });
}

interface Row {
  round: number;
  person: SearchPerson;
}

/** Whole years together, the latest first, and a large year by itself in pieces. */
function cut(
  rounds: readonly { round: SearchRound; people: readonly SearchPerson[] }[],
): { name: string; rows: Row[] }[] {
  const years = new Map<number, Row[]>();
  rounds.forEach(({ round, people }, index) => {
    const rows = years.get(round.year) ?? [];
    years.set(round.year, rows);
    rows.push(...people.map((person) => ({ round: index, person })));
  });
  const shards: { name: string; rows: Row[] }[] = [];
  for (const [year, rows] of years) {
    const last = shards.at(-1);
    if (last && last.rows.length + rows.length <= SHARD) last.rows.push(...rows);
    else {
      for (let at = 0; at < Math.max(1, rows.length); at += SHARD) {
        shards.push({ name: at === 0 ? String(year) : `${year}-${at / SHARD + 1}`, rows: rows.slice(at, at + SHARD) });
      }
    }
  }
  return shards;
}

function shardOf(
  rows: readonly Row[],
  usual: ReadonlyMap<string, string>,
  simple: ReadonlyMap<string, string>,
): PeopleShard {
  const rounds: PeopleShard['rounds'] = [];
  const readings: Record<string, string> = {};
  const subjects: Record<string, string> = {};
  rows.forEach(({ round, person }, index) => {
    const last = rounds.at(-1);
    if (last?.[0] === round) last[1] += 1;
    else rounds.push([round, 1]);
    if (person.subject !== undefined) subjects[index] = person.subject;
    const expected = [...fold(person.name, simple)].map((character) => usual.get(character) ?? '');
    if (expected.join(' ') !== person.reading.join(' ')) readings[index] = person.reading.join(' ');
  });
  const columns = COLUMNS.map((key) => packed(rows.map(({ person }) => person[key].replace(/\s+/g, ' '))));
  return { rounds, columns, readings, ...(Object.keys(subjects).length > 0 && { subjects }) };
}

/** `#`: the first that needs no escape in JSON, whatever follows it up to the backslash. */
const FIRST_LETTER = 35;

function packed(values: readonly string[]): PeopleShard['columns'][number] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size * 3 > values.length) return values.join('\n');
  const common = [...counts].sort(([, m], [, n]) => n - m).map(([value]) => value);
  const places = new Map(common.map((value, at) => [value, at]));
  return [
    common.join('\n'),
    values.map((value) => String.fromCharCode(FIRST_LETTER + (places.get(value) ?? 0))).join(''),
  ];
}

/** The reading that most names give a character. */
function usualReadings(people: readonly SearchPerson[], simple: ReadonlyMap<string, string>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { name, reading } of people) {
    [...fold(name, simple)].forEach((character, index) => {
      const syllable = reading[index] ?? '';
      const own = counts.get(character) ?? new Map<string, number>();
      counts.set(character, own);
      own.set(syllable, (own.get(syllable) ?? 0) + 1);
    });
  }
  return new Map([...counts].map(([character, own]) => [character, mostFrequent(own)]));
}

/** Of equally frequent readings the first by the alphabet: a build must not depend on the order of people. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const most = Math.max(...counts.values());
  const [first = ''] = [...counts.keys()].filter((syllable) => counts.get(syllable) === most).sort();
  return first;
}

function readingsText(usual: ReadonlyMap<string, string>): string {
  const groups = new Map<string, string[]>();
  for (const [character, syllable] of usual) {
    if (syllable !== '') groups.set(syllable, [...(groups.get(syllable) ?? []), character]);
  }
  return [...groups]
    .map(([syllable, characters]) => `${syllable}:${characters.sort().join('')}`)
    .sort()
    .join(' ');
}

/** The pairs of characters that a text can need. */
export function pairsIn(texts: Iterable<string>, simple: ReadonlyMap<string, string>): CharacterPairs {
  const used = new Set<string>();
  for (const text of texts) for (const character of text) used.add(character);
  const pairs = [...simple].filter(([from, to]) => used.has(from) || used.has(to));
  return { traditional: pairs.map(([from]) => from).join(''), simplified: pairs.map(([, to]) => to).join('') };
}
