import { noticeAddress, resultAddress } from '#site/address.ts';
import type { Publication, PublicRound } from '#site/publication.ts';

/** The pages that somebody may want to rely on: every notice and every result, the latest first. */
export function verifiablePages({ rounds }: Publication): { address: string; title: string }[] {
  return rounds.flatMap((round) => [
    ...round.results
      .map(({ data }, index) => ({ address: resultAddress(round.roundId, index + 1).slice(1), title: data.title }))
      .reverse(),
    ...round.sequence.toReversed().flatMap(noticesOf),
  ]);
}

function noticesOf({ id, notices, notice }: PublicRound): { address: string; title: string }[] {
  return notices
    .map(({ number }) => ({
      address: noticeAddress(id, number).slice(1),
      title: number === 1 ? notice.data.title : `${notice.data.title}（第${number}次公示）`,
    }))
    .reverse();
}
