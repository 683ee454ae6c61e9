import { chineseActKind, kindOf } from '#core/acts/act.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { chineseState } from '#core/acts/turn.ts';
import { chineseFullDate, type Instant } from '#core/calendar/plain-date.ts';
import { publicActs } from '#core/lifecycle/life.ts';
import { noticeState, promisedClose } from '#core/lifecycle/notice-state.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { chinesePersonState } from './person-words.ts';

/** What the acts public by now have made of the list that was approved: the sheet shows the list as it now is. */
export interface SinceApproval {
  /** `正在公示，截止2024年9月20日（星期五）`. */
  state: string;
  /** One line for each act, oldest first. */
  acts: string[];
  /** What is written behind a name, by id; nothing behind who is a candidate still. */
  marks: ReadonlyMap<string, string>;
  /** Numbers of those taken down. */
  takenDown: number[];
}

/** `undefined` while nothing has happened. */
export function sinceApproval(dossier: Dossier, now: Instant): SinceApproval | undefined {
  const acts = publicActs(dossier, now);
  const lines = visiblePeople(dossier, now);
  const takenDown = lines.filter(({ person }) => !person).map(({ position }) => position);
  if (acts.length === 0 && takenDown.length === 0) return undefined;
  const marks = lines.flatMap(({ id, person, state }) =>
    person && state.state !== 'candidate' && state.state !== 'shortlisted'
      ? [[id, chinesePersonState(state, dossier.programme.data)] as const]
      : [],
  );
  return {
    state: `${chineseState[noticeState(dossier, now).state]}，截止${chineseFullDate(promisedClose(dossier, now))}`,
    acts: acts.map(({ data }) => {
      const people = kindOf(data).whom(data);
      const names = people.map((id) => dossier.folder.people.find((one) => one.id === id)?.data.name ?? id);
      return `${data.date} ${[chineseActKind[data.kind], names.join('、')].filter(Boolean).join('：')}（${chineseReason[data.reasonCode]}）`;
    }),
    marks: new Map(marks),
    takenDown,
  };
}
