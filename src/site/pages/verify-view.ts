import { noticeAddress, resultAddress } from '#site/address.ts';
import type { Publication, PublicRound } from '#site/publication.ts';

/** The pages that somebody may want to rely on: every notice and every result, the latest first. */
export function verifiablePages({ rounds }: Publication): { address: string; title: string }[] {
  return rounds.flatMap((round) => [
    ...(round.result ? [{ address: resultAddress(round.roundId).slice(1), title: round.result.data.title }] : []),
    ...round.sequence.toReversed().flatMap(noticesOf),
  ]);
}

function noticesOf({ id, notices, notice }: PublicRound): { address: string; title: string }[] {
  return notices
    .map(({ number }) => ({
      address: noticeAddress(id, number).slice(1),
      title: number === 1 ? notice.data.title : `${notice.data.title}（第 ${number} 次公示）`,
    }))
    .reverse();
}
