import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Course } from '#core/window/course.ts';
import type { Remark } from './turn.ts';

/** All that the acts public so far have brought about; `E` is the record of an act as its reader has it. */
export interface Standing<E> {
  /** Absent where neither the programme nor the round states a length. */
  course: Course | undefined;
  noticeWithdrawn: E | undefined;
  withdrawn: ReadonlyMap<string, E>;
  /** Put off, and by which later act taken up again. */
  deferred: ReadonlyMap<string, { act: E; lifted: E | undefined }>;
  revoked: ReadonlyMap<string, E>;
  wholeRevoked: E | undefined;
}

/** What an act stands on beside the standing it finds. */
export interface Ground {
  calendar: WorkCalendar;
  /** Whether the person is on the list as published, those taken down included. */
  isOfRound(this: void, person: string): boolean;
  /** Ids of those whom a result public by then names. */
  conferred: ReadonlySet<string>;
  /** Whether a result is public by then. */
  announced: boolean;
}

export interface Taken<E> {
  next: Standing<E>;
  remarks: Remark[];
}
