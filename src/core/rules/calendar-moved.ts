import type { PlainDate } from '#core/calendar/plain-date.ts';
import type { CalendarDocument } from '#core/calendar/work-calendar.ts';
import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { isHalted } from '#core/window/course.ts';
import { chineseLength, type PublicityWindow } from '#core/window/publicity-window.ts';
import { promisedWindow } from '../lifecycle/promised-window.ts';
import { takenActs } from '../lifecycle/standing.ts';

export const calendarMoved: Rule = {
  name: 'calendar-moved',
  description:
    '放假安排在公示期间调整的（2020年1月有过），逐届列出截止日会变动的公示：少了日子的要办延长，多了日子的仍以公布的为准。',
  check(dossier) {
    const promise = promisedWindow(dossier);
    if (!promise || promise.computed.closesOn === promise.closesOn) return [];
    const { closesOn, computed } = promise;
    const args = {
      closesOn,
      expected: computed.closesOn,
      length: chineseLength(computed.length, computed.unit),
      cause: cause(computed, promise.since),
    };
    const where = placeOf(dossier.folder.round, 'publicity.closesOn');
    if (computed.closesOn < closesOn) return [finding('calendar-shortens-window', where, args)];
    return isAnswered(dossier, computed.closesOn) ? [] : [finding('calendar-moved-window', where, args)];
  },
};

/** By an extension that reaches far enough, by stopping the window, or by an end of it altogether. */
function isAnswered(dossier: Dossier, expected: PlainDate): boolean {
  return takenActs(dossier).some(
    ({ standing: { course, noticeWithdrawn } }) =>
      noticeWithdrawn !== undefined ||
      (course !== undefined && (course.publicity > 1 || isHalted(course) || course.stretch.closesOn >= expected)),
  );
}

/** The notice that came after the dates were approved and rules a day of the window. */
function cause({ days }: PublicityWindow, since: PlainDate | undefined): string {
  const documents = days.flatMap(({ document }) => (document ? [document] : []));
  const latest = documents.reduce<CalendarDocument | undefined>(
    (best, document) => (best === undefined || document.date > best.date ? document : best),
    undefined,
  );
  if (!latest || since === undefined || latest.date < since) return '按现在录入的放假安排，';
  return `《${latest.title}》${latest.number === undefined ? '' : `（${latest.number}）`}公布后，`;
}
