import { SUBJECTS } from '#core/formats/subject.ts';
import { titleWords } from '#core/lifecycle/held-title.ts';
import { formerNames } from '#core/lifecycle/name-changes.ts';
import { buildPeopleIndex, type BuiltPeopleIndex, type SearchRound } from '#core/search/people-index.ts';
import { simplified } from '#core/search/traditional.ts';
import { candidateWord, type PersonRow, personRow, standingGroups } from '#site/person-row.ts';
import { type Person, type Publication, publicPeople, type PublicRound } from '#site/publication.ts';
import { lineOf } from '#site/sequence.ts';
import { nameReading } from '#site/words/name-reading.ts';

/** Somebody a reader may look for. */
interface Standing {
  row: PersonRow;
  /** `威海市首席技师`, of a candidate `威海市首席技师选拔人选`. */
  held: string;
  /** The same, and what must be said with it. */
  title: string;
  reading: string[];
}

/**
 * Who was withdrawn or not conferred, who has faded and who was taken down is in no index; the others in the office's order. Whoever an
 * earlier list of the round showed alone follows, in the words that are said of it.
 */
function standing(round: PublicRound): Standing[] {
  const entry = (row: PersonRow, aside = ''): Standing[] => {
    const line = lineOf(round, row.id);
    if (row.faded || row.gone !== undefined || line === undefined) return [];
    const held = titleWords(line, round.programme.data, round.data);
    const reading = nameReading(row.name, personOf(round, row.id)?.data.pinyin);
    const deferred = line.state.state === 'deferred' ? `（${row.note ?? ''}）` : '';
    return [{ row, held, title: `${held}${aside}${deferred}${asides(row, round)}`, reading }];
  };
  const now = standingGroups(round).flatMap(({ rows }) => rows.flatMap((row) => entry(row)));
  const before = publicPeople({ rounds: [round] }).flatMap(({ person, round: shown }) =>
    person.state.state === 'notAdvanced'
      ? entry(personRow(person), `（${candidateWord(shown)}，${person.state.words}）`)
      : [],
  );
  return [...now, ...before];
}

/** What a hit must not keep silent: a title taken back, and the name a reader may still know. */
function asides({ id, mark }: PersonRow, { life, acts }: PublicRound): string {
  const former = formerNames({ ...life.folder, acts: [...acts] }, id).map(({ name }) => `更正前的姓名：${name}`);
  return [mark, ...former].flatMap((text) => (text === undefined ? [] : [`（${text}）`])).join('');
}

export function peopleIndex({ rounds }: Publication): BuiltPeopleIndex {
  return buildPeopleIndex(
    rounds.map((round) => ({
      round: searchRound(round),
      people: standing(round).map(({ row, title, reading }) => ({
        ...{ id: row.id, name: row.name, employer: row.employer, trade: row.trade, title, reading },
        district: personOf(round, row.id)?.data.district ?? '',
        ...(row.subject !== 'person' && { subject: SUBJECTS[row.subject].words }),
      })),
    })),
    simplified,
  );
}

function searchRound(round: PublicRound): SearchRound {
  const { roundId, programme, data } = round;
  return {
    id: roundId,
    programme: programme.data.title,
    edition: data.edition,
    year: data.year,
    state: stateWord(round),
  };
}

/** Coarse enough to hold until the site is built again. */
function stateWord({ state }: PublicRound): string {
  switch (state.state) {
    case 'announced':
      return '已公布结果';
    case 'withdrawn':
      return '已撤销公示';
    case 'closed':
      return '公示已结束';
    default:
      return '公示中';
  }
}

/** One line of the index of names: who is called the same is told apart by employer and round. */
export interface NameLine {
  id: string;
  name: string;
  employer: string;
  /** 集体 …; empty of a person. */
  subject: string;
  /** `2023年威海工匠`, of a candidate `2026年度威海市首席技师选拔人选`. */
  round: string;
  /** What became of the person by an act. */
  mark: string | undefined;
}

export interface NameLetter {
  /** `W`; `#` for names that have no reading, `&` for collectives and units, which have no surname. */
  letter: string;
  surnames: { surname: string; people: NameLine[] }[];
  people: number;
}

/** Everybody by surname, in the order of its reading, then of the whole name's. */
export function nameIndex({ rounds }: Publication): NameLetter[] {
  const lines = rounds.flatMap((round) =>
    standing(round).map(({ row, held, reading }) => ({
      key: `${reading.map((syllable) => syllable.padEnd(7)).join('')}${row.name}`,
      letter: SUBJECTS[row.subject].isPerson ? (reading[0]?.[0]?.toUpperCase() ?? '#') : '&',
      surname: [...row.name][0] ?? '',
      line: {
        id: row.id,
        name: row.name,
        employer: row.employer,
        subject: SUBJECTS[row.subject].isPerson ? '' : SUBJECTS[row.subject].words,
        round: `${round.data.edition}${held.includes(round.programme.data.title) ? '' : round.programme.data.title}${held}`,
        mark: row.mark,
      },
    })),
  );
  lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const letters = new Map<string, NameLetter>();
  for (const { letter, surname, line } of lines) {
    const of = letters.get(letter) ?? { letter, surnames: [], people: 0 };
    letters.set(letter, of);
    const last = of.surnames.find((one) => one.surname === surname);
    if (last) last.people.push(line);
    else of.surnames.push({ surname, people: [line] });
    of.people += 1;
  }
  const rank = ({ letter }: NameLetter): number => ['#', '&'].indexOf(letter);
  return [...letters.values()].sort((a, b) => rank(a) - rank(b) || (a.letter < b.letter ? -1 : 1));
}

/** What stands above a letter's names, and in an address of theirs. */
export function letterWords(letter: string): { title: string; key: string } {
  if (letter === '&') return { title: '集体和单位', key: 'groups' };
  return letter === '#' ? { title: '其他', key: 'other' } : { title: letter, key: letter.toLowerCase() };
}

/** More names than this have a page for each letter. */
export const NAMES_ON_ONE_PAGE = 400;

function personOf({ sequence }: PublicRound, id: string): Person | undefined {
  return sequence.flatMap(({ people }) => people).find((person) => person.id === id);
}
