import type { Candidate } from '#core/candidate/candidate.ts';
import type { Entry } from '#core/records/content.ts';

/** What the materials say of a person in running words, each text for itself: what is quoted or counted must stand in one of them. */
export function ownTexts({ data, sections }: Pick<Entry<Candidate>, 'data' | 'sections'>): string[] {
  const { summary, mentoring, yearsInTrade } = data;
  return [
    summary ?? '',
    ...sections.map(({ text }) => text),
    mentoring ?? '',
    // The page says it in these words, among the facts.
    yearsInTrade === undefined ? '' : `${yearsInTrade}年`,
  ]
    .map(squeezed)
    .filter((text) => text !== '');
}

/** Without white space, figures and letters in their plain form: a line broken elsewhere, a full-width digit change no word. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '').replace(/[０-９Ａ-Ｚａ-ｚ．％＋－]/gu, (sign) => sign.normalize('NFKC'));
}
