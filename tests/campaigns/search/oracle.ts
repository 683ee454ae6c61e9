import { there } from '#tests/there.ts';
import type { Corpus, CorpusPerson } from './corpus.ts';

/** Brute force, and another way of levelling than the index has: what is no Han character, letter or digit goes, case goes. */
const level = (text: string): string =>
  [...text.normalize('NFKC').toUpperCase()]
    .filter((character) => /[\p{Script=Han}A-Z0-9\p{N}\p{L}]/u.test(character))
    .join('');

/** The people a query means: every word somewhere in their name, employer, trade, title, district, programme, year or reading. */
export function peopleOf(query: string, { people, rounds }: Corpus): Set<string> {
  const words = query
    .split(/\s+/)
    .map(level)
    .filter((word) => word !== '');
  const fieldsOf = (person: CorpusPerson): string[] => {
    const { programme, year, edition } = there(rounds[person.round]);
    const { name, employer, trade, title, district } = person;
    return [name, employer, trade, title, district, programme, String(year), edition].map(level);
  };
  return new Set(
    people
      .filter((person) => {
        const fields = fieldsOf(person);
        return words.every((word) => fields.some((field) => field.includes(word)) || isRead(word, person));
      })
      .map(({ id }) => id),
  );
}

/** The letters begin at a syllable: of the reading as a whole, or of its initials. */
function isRead(word: string, { reading }: CorpusPerson): boolean {
  if (!/^[A-Z]+$/.test(word)) return false;
  return reading.some((_, from) => {
    const rest = reading.slice(from);
    return [rest.join(''), rest.map((syllable) => syllable[0] ?? '').join('')].some((letters) =>
      letters.toUpperCase().startsWith(word),
    );
  });
}

/** The pages whose text has a piece. */
export function pagesOf(query: string, pages: readonly { address: string; text: string }[]): Set<string> {
  const word = level(query);
  return new Set(pages.filter(({ text }) => text.includes(word)).map(({ address }) => address));
}

export { level };
