import { noticeAddress, resultAddress } from '#site/address.ts';
import type { Publication } from '#site/publication.ts';

/** The pages that somebody may want to rely on: every notice and every result, the latest first. */
export function verifiablePages({ rounds }: Publication): { address: string; title: string }[] {
  return rounds.flatMap(({ id, notices, notice, result }) => [
    ...(result ? [{ address: resultAddress(id).slice(1), title: result.data.title }] : []),
    ...notices
      .map(({ number }) => ({
        address: noticeAddress(id, number).slice(1),
        title: number === 1 ? notice.data.title : `${notice.data.title}（第 ${number} 次公示）`,
      }))
      .reverse(),
  ]);
}
