import { there } from '#tests/there.ts';
import type { Chance } from '../random.ts';
import type { Corpus, CorpusPerson } from './corpus.ts';

export interface Query {
  kind: string;
  text: string;
}

/** Pieces of what the corpus holds, by kind; many have more than one answer. */
export function queriesOf({ people, planted }: Corpus, each: number, chance: Chance): Query[] {
  const kinds: Record<string, (person: CorpusPerson) => string> = {
    姓名: ({ name }) => name,
    姓: ({ name }) => there([...name][0]),
    名: ({ name }) => [...name].slice(1).join(''),
    单位片段: ({ employer }) => piece(employer, 2 + chance.below(4), chance),
    工种: ({ trade }) => trade,
    工种片段: ({ trade }) => piece(trade, 2, chance),
    姓名和单位: ({ name, employer }) => `${name} ${piece(employer, 3, chance)}`,
    拼音: ({ reading }) => reading.join(''),
    拼音首字母: ({ reading }) => reading.map((syllable) => syllable[0]).join(''),
    拼音前几个字母: ({ reading }) => reading.join('').slice(0, 4),
    年份和工种: ({ trade, round }) => `${2026 - Math.floor(round / 5)} ${trade}`,
  };
  const queries = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: each }, () => ({ kind, text: make(chance.pick(people)) })),
  );
  const prose = (kind: string, texts: readonly string[], length: () => number): Query[] =>
    Array.from({ length: each }, () => ({ kind, text: proseOf(chance.pick(texts), length(), chance) })).filter(
      ({ text }) => text !== '',
    );
  return [
    ...queries,
    ...prose(
      '真实文件4至8字',
      planted.map(({ text }) => text),
      () => 4 + chance.below(5),
    ),
    ...prose(
      '事迹4至8字',
      people.map(({ text }) => text),
      () => 4 + chance.below(5),
    ),
  ].filter(({ text }) => text !== '');
}

function piece(text: string, length: number, chance: Chance): string {
  const characters = [...text];
  const at = chance.below(Math.max(1, characters.length - length + 1));
  return characters.slice(at, at + length).join('');
}

/** A piece of prose of so many letters and digits, marks and all, within one line. */
function proseOf(text: string, length: number, chance: Chance): string {
  const lines = text.split('\n').filter((line) => (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= length);
  if (lines.length === 0) return '';
  const line = [...chance.pick(lines).trim()];
  for (let tries = 0; tries < 50; tries += 1) {
    const from = chance.below(line.length);
    let to = from;
    for (let seen = 0; seen < length && to < line.length; to += 1) if (/[\p{L}\p{N}]/u.test(there(line[to]))) seen += 1;
    const found = line.slice(from, to).join('').trim();
    if ((found.match(/[\p{L}\p{N}]/gu)?.length ?? 0) === length && !/\s/.test(found)) return found;
  }
  return '';
}
