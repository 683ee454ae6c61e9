import { actInstant, kindOf } from '#core/acts/act.ts';
import type { Instant, PlainDate } from '#core/calendar/plain-date.ts';
import type { Entry, Section } from '#core/records/content.ts';
import type { Notice } from '#core/records/notice.ts';
import { type Life, publicActs } from './life.ts';
import { type EffectiveWindow, effectiveWindow } from './notice-state.ts';
import { visiblePeople, type VisiblePerson } from './visible-people.ts';

/** One publicity notice of a round: its own, or a 重新公示, which is a notice with a complete window of its own. */
export interface PublicNotice {
  /** 1 for the round's own, 2 for the first 重新公示. */
  number: number;
  title: string;
  issuers: readonly string[];
  documentNumber: string | undefined;
  published: PlainDate;
  publishedTime: string;
  sections: readonly Section[];
  /** As first published. */
  printed: { opensOn: PlainDate; closesOn: PlainDate };
  /** As the acts have made it; of one that another took the place of, as it stood then. */
  effective: EffectiveWindow;
  /** The lines of its list: a 重新公示 leaves out who was withdrawn before it, and counts anew. */
  visible: VisiblePerson[];
  /** Another took its place. */
  replaced: boolean;
}

export function publicNotices(life: Life, notice: Entry<Notice>, now: Instant): [PublicNotice, ...PublicNotice[]] {
  const again = publicActs(life, now).flatMap((act) => {
    const opened = kindOf(act.data).notice?.(act.data);
    return opened ? [{ ...act, opened }] : [];
  });
  const visible = visiblePeople(life, now);
  const windowOf = (next: (typeof again)[number] | undefined): EffectiveWindow =>
    effectiveWindow(life, next ? actInstant(next.data) - 1 : now);
  const { title, issuers, documentNumber, published, publishedTime } = notice.data;
  const first: PublicNotice = {
    number: 1,
    title,
    issuers,
    documentNumber,
    published,
    publishedTime,
    sections: notice.sections,
    printed: life.folder.round.data.publicity,
    effective: windowOf(again[0]),
    visible,
    replaced: again.length > 0,
  };
  const others = again.map(({ data, sections, opened }, index): PublicNotice => ({
    number: index + 2,
    title: opened.title,
    issuers: opened.issuers ?? issuers,
    documentNumber: data.document,
    published: data.date,
    publishedTime: data.publishedTime,
    sections,
    printed: { opensOn: opened.opensOn, closesOn: opened.closesOn },
    effective: windowOf(again[index + 1]),
    visible: listedAgain(visible, actInstant(data)),
    replaced: index + 1 < again.length,
  }));
  return [first, ...others];
}

function listedAgain(visible: readonly VisiblePerson[], published: Instant): VisiblePerson[] {
  return visible
    .filter(({ state }) => !(state.state === 'withdrawn' && state.by === 'person' && state.since < published))
    .map((line, index) => ({ ...line, position: index + 1 }));
}
