import { chineseDate } from '#core/calendar/plain-date.ts';
import type { PublicRound } from '#site/publication.ts';
import type { OfficialFrame } from './document.ts';

/** What `round.md` says under `paper`. */
export function frameOf({ data }: PublicRound): OfficialFrame {
  const { letterhead, signer, copiesTo, printedBy, printedOn, seal } = data.paper;
  return {
    letterhead,
    signer,
    copiesTo,
    printedBy,
    printedOn: printedOn && chineseDate(printedOn),
    seal,
  };
}

/** Names that no line may break, the longest first, so that a name inside another never cuts it. */
export function wholeOf(names: readonly string[]): string[] {
  return [...new Set(names)].filter((one) => [...one].length > 1).sort((a, b) => b.length - a.length);
}
