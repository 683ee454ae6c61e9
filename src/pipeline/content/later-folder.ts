import type { LaterFolder, RoundFolder } from '#core/records/content.ts';

/** The folder of a later notice of a round, begun when the first of its files is met. */
export function laterIn(round: Partial<RoundFolder>, id: string): LaterFolder {
  round.later ??= [];
  const known = round.later.find((one) => one.id === id);
  if (known) return known;
  const folder: LaterFolder = { id, notice: undefined, roster: undefined, approval: undefined };
  round.later.push(folder);
  return folder;
}
