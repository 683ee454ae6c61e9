import type { Act } from '#core/acts/act.ts';
import { chineseDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Entry } from '#core/records/content.ts';
import { FIRST_NOTICE } from '#core/records/notice.ts';
import { noticeAddress } from './address.ts';
import type { PublicRound } from './publication.ts';
import { dateRange } from './words/chinese-dates.ts';

/** What a notice is called beside the others of its round: `入围公示`; where a round has one list of candidates alone, `公示`. */
export function publicityWord({ kind, sequence, id }: Pick<PublicRound, 'kind' | 'sequence' | 'id'>): string {
  if (sequence.length < 2 && kind.kind === 'candidates') return '公示';
  const alike = sequence.filter((one) => one.kind.kind === kind.kind);
  const number = alike.findIndex((one) => one.id === id) + 1;
  return alike.length < 2 ? kind.words : `第${number}次${kind.words}`;
}

/** One notice of a round as a line that leads to it. */
export interface SequenceLine {
  word: string;
  title: string;
  address: string;
  /** `2026年11月20日`. */
  published: string;
  /** `2026年11月23日至27日`, as first published. */
  range: string;
  /** `入围人选50人`. */
  people: number;
}

/** All notices of a round in their order; empty where it has one. */
export function sequenceLines({ sequence }: PublicRound): SequenceLine[] {
  return sequence.length < 2 ? [] : sequence.map(sequenceLine);
}

export function sequenceLine(round: PublicRound): SequenceLine {
  const { notice, data, visible } = round;
  return {
    word: publicityWord(round),
    title: notice.data.title,
    address: noticeAddress(round.id),
    published: chineseDate(notice.data.published),
    range: dateRange(data.publicity.opensOn, data.publicity.closesOn),
    people: visible.length,
  };
}

/** The later notice whose list came in the place of this one's. */
export function followedBy({ sequence, id }: PublicRound): PublicRound | undefined {
  const at = sequence.findIndex((one) => one.id === id);
  return sequence.slice(at + 1).find(({ kind }) => kind.list === 'whole');
}

/** The acts that are told with this notice, each with one notice of its round. */
export function ownActs(round: PublicRound): Entry<Act>[] {
  return round.acts.filter((act) => {
    const telling = round.sequence.filter(({ acts }) => acts.some(({ id }) => id === act.id));
    const named = telling.find(
      ({ life }) => (life.folder.part?.id ?? FIRST_NOTICE) === (act.data.notice ?? FIRST_NOTICE),
    );
    return (named ?? telling[0] ?? round).id === round.id;
  });
}

/** The line of a person wherever the round lists them: of the decision's list first, then by the last notice. */
export function lineOf({ decided, sequence }: PublicRound, id: string): VisiblePerson | undefined {
  const all = [...decided, ...sequence.toReversed().flatMap(({ visible }) => visible)];
  return all.find((line) => line.id === id);
}
