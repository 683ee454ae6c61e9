import { fold } from './fold.ts';
import {
  columnsOf,
  type ColumnValues,
  type PeopleDirectory,
  type PeopleShard,
  readingsOf,
  type SearchRound,
} from './people-index.ts';
import { spells } from './reading.ts';

/** What a reader narrows the search to; absent fields narrow nothing. */
export interface SearchFilter {
  programme?: string | undefined;
  year?: number | undefined;
  district?: string | undefined;
  /** A piece of it. */
  trade?: string | undefined;
  state?: string | undefined;
}

/** One line to show. */
export interface FoundPerson {
  /** In the whole index. */
  number: number;
  shard: string;
  /** Within its shard: the place of the id. */
  row: number;
  name: string;
  employer: string;
  trade: string;
  title: string;
  round: SearchRound;
  /** 集体, 团队 …; absent of a person. */
  subject?: string;
}

interface Person extends FoundPerson {
  district: string;
  /** The folded name and its reading. */
  characters: string[];
  own: string;
  syllables: string[];
  /** Everything else that can be found, folded, field by field. */
  fields: string;
}

/** The people that were loaded so far, found in the order of the index. */
export class PeopleIndex {
  readonly #directory: PeopleDirectory;
  readonly #simple: ReadonlyMap<string, string>;
  readonly #readings: ReadonlyMap<string, string>;
  /** By the place of the shard in the directory; a shard not loaded is missing. */
  readonly #shards: Person[][] = [];
  readonly #folded = new Map<string, string>();

  constructor(directory: PeopleDirectory, simple: ReadonlyMap<string, string>) {
    this.#directory = directory;
    this.#simple = simple;
    this.#readings = readingsOf(directory);
  }

  /** How many people are loaded. */
  get size(): number {
    return this.#loaded().length;
  }

  /** Whether a shard of the directory is loaded. */
  has(shard: string): boolean {
    return this.#shards[this.#place(shard)] !== undefined;
  }

  add(shard: string, data: PeopleShard): void {
    const { rounds, readings, subjects = {} } = data;
    const columns = columnsOf(data);
    const place = this.#place(shard);
    const first = this.#directory.shards.slice(0, place).reduce((sum, { people }) => sum + people, 0);
    const people: Person[] = [];
    for (const [at, count] of rounds) {
      const round = this.#directory.rounds[at];
      if (!round) throw new Error(`shard ${shard} names round ${at}, which its directory does not have`);
      const ofRound = this.#once(`${round.programme}\n${round.year}\n${round.edition}`);
      for (let left = count; left > 0; left -= 1) {
        const row = people.length;
        const [name, employer, trade, title, district] = columns.map((column) => column[row] ?? '') as ColumnValues;
        const subject = subjects[row];
        const own = fold(name, this.#simple);
        const characters = [...own];
        const fields = [employer, trade, title, district, ...(subject === undefined ? [] : [subject])]
          .map((field) => this.#once(field))
          .join('\n');
        people.push({
          ...{ number: first + row, shard, row, name, employer, trade, title, district, round },
          ...(subject !== undefined && { subject }),
          ...{ own, characters, fields: `${fields}\n${ofRound}` },
          syllables: readings[row]?.split(' ') ?? characters.map((one) => this.#readings.get(one) ?? ''),
        });
      }
    }
    this.#shards[place] = people;
  }

  /** Whoever has every word in the name, its reading or another field; names first, and among equals the order of the index. */
  find(words: readonly string[], filter: SearchFilter = {}): FoundPerson[] {
    if (words.length === 0) return [];
    const found: { person: Person; rank: number }[] = [];
    for (const person of this.#loaded()) {
      if (!this.#passes(person, filter)) continue;
      let rank = 0;
      for (const word of words) {
        const own = rankOf(word, person);
        rank = own === 0 ? 0 : rank + own;
        if (own === 0) break;
      }
      if (rank > 0) found.push({ person, rank });
    }
    return found.sort((a, b) => b.rank - a.rank || a.person.number - b.person.number).map(({ person }) => person);
  }

  /** Somebody by their number, if loaded. */
  at(number: number): FoundPerson | undefined {
    return this.#person(number);
  }

  /** Whether a person of this number is left by a filter; of those not loaded nothing is known. */
  isLeft(number: number, filter: SearchFilter): boolean {
    const person = this.#person(number);
    return person !== undefined && this.#passes(person, filter);
  }

  /** Every district of the people loaded. */
  districts(): string[] {
    return [...new Set(this.#loaded().map(({ district }) => district))].filter((district) => district !== '').sort();
  }

  #place(shard: string): number {
    return this.#directory.shards.findIndex(({ name }) => name === shard);
  }

  #loaded(): Person[] {
    return this.#shards.flat();
  }

  #person(number: number): Person | undefined {
    let row = number;
    for (const [place, { people }] of this.#directory.shards.entries()) {
      if (row < people) return this.#shards[place]?.[row];
      row -= people;
    }
    return undefined;
  }

  #passes({ round, district, trade }: Person, filter: SearchFilter): boolean {
    return (
      (filter.programme === undefined || round.programme === filter.programme) &&
      (filter.year === undefined || round.year === filter.year) &&
      (filter.state === undefined || round.state === filter.state) &&
      (filter.district === undefined || district === filter.district) &&
      (filter.trade === undefined || this.#once(trade).includes(this.#once(filter.trade)))
    );
  }

  /** A line's fields folded; employers and trades repeat. */
  #once(text: string): string {
    let folded = this.#folded.get(text);
    if (folded === undefined) {
      folded = text
        .split('\n')
        .map((line) => fold(line, this.#simple))
        .join('\n');
      this.#folded.set(text, folded);
    }
    return folded;
  }
}

/** 0 where the word is nowhere. */
function rankOf(word: string, { own, characters, syllables, fields }: Person): number {
  if (own === word) return 6;
  if (own.startsWith(word)) return 5;
  if (own.includes(word)) return 4;
  if (/[a-z]/.test(word) && spells(word, characters, syllables)) return syllables.join('') === word ? 4 : 3;
  return fields.includes(word) ? 2 : 0;
}
