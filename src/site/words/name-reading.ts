import { pinyin } from 'pinyin-pro';
import { fold } from '#core/search/fold.ts';
import { simplified } from '#core/search/traditional.ts';

/**
 * One syllable for each character of the folded name, ü as v, empty for what has none. A dictionary of surnames reads the beginning
 * (单 as shan); what the candidate's own `pinyin` says goes before it.
 */
export function nameReading(name: string, stated: string | undefined): string[] {
  const characters = [...fold(name, simplified)];
  const own = stated?.replaceAll('ü', 'v').split(' ');
  if (own?.length === characters.length) return own;
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'spaced' } as const;
  const read = pinyin(characters.join(''), options);
  return characters.map((character, index) => {
    const syllable = read[index] ?? '';
    return syllable !== character && /^[a-z]+$/.test(syllable) ? syllable : '';
  });
}
