import { chinaInstant } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { decidingNotices } from '#core/lifecycle/decided.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { isHalted } from '#core/window/course.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import type { Standing } from '../lifecycle/phase.ts';
import { resultsOf } from '../lifecycle/results.ts';
import { standingAt } from '../lifecycle/standing.ts';

export const resultReconciled: Rule = {
  name: 'result-reconciled',
  description:
    '结果与公示以后发生的事对得上：期满（含延长、恢复、重新公示）之后才公布，取消了资格的人不在其中，撤销或中止的公示没有结果。',
  check(dossier) {
    if (!decides(dossier.folder)) return [];
    return resultsOf(dossier.folder).flatMap((result, index, all) => [
      ...reconciled(dossier, result),
      ...early(result, all[index - 1]),
    ]);
  },
};

function reconciled(dossier: Dossier, result: Result): Finding[] {
  // The acts public before the result; one made later finds the result announced.
  const standing = standingAt(dossier, publishedAt(result.data) - 1);
  if (standing.noticeWithdrawn) return [finding('result-after-withdrawal', placeOf(result, 'published'))];
  return [
    ...beforeClose(dossier, result, standing),
    ...withdrawn(result, standing),
    ...deferred(result, standing),
    ...late(result, dossier.calendar),
  ];
}

/** A 补充公布 is public after what it adds to. */
function early(result: Result, before: Result | undefined): Finding[] {
  if (!before || publishedAt(result.data) > publishedAt(before.data)) return [];
  const args = { published: result.data.published, before: before.data.published };
  return [finding('result-further-early', placeOf(result, 'published'), args)];
}

type Result = Entry<ResultAnnouncement>;

/** Of a round with several notices the decision rests on the last list and on what was added to it. */
function decides(folder: Dossier['folder']): boolean {
  return folder.part === undefined || decidingNotices(folder).some(({ part }) => part?.id === folder.part?.id);
}

function beforeClose({ folder: { round } }: Dossier, result: Result, { course }: Standing): Finding[] {
  if (!course) return [];
  if (isHalted(course)) return [finding('result-while-suspended', placeOf(result, 'published'))];
  const { closesOn, closes } = course.stretch;
  const { conferredOn, published } = result.data;
  const moved = closesOn !== round.data.publicity.closesOn || course.publicity > 1;
  // The printed close is compared with the day of the decision by another rule.
  const early = publishedAt(result.data) < closes || (moved && chinaInstant(conferredOn, '24:00') <= closes);
  return early ? [finding('result-before-close', placeOf(result, 'published'), { published, closesOn })] : [];
}

/** Whose decision is put off is named by nothing until that is over. */
function deferred(result: Result, { deferred }: Standing): Finding[] {
  return mentions(result).flatMap(({ id, field }) => {
    const deferral = deferred.get(id);
    if (!deferral || deferral.lifted) return [];
    return [finding('result-names-deferred', placeOf(result, field), { id, date: deferral.act.data.date })];
  });
}

function mentions({ data }: Result): { id: string; field: string }[] {
  return [
    ...data.conferred.flatMap(({ people }, group) =>
      people.map((id, index) => ({ id, field: `conferred.${group}.people.${index}` })),
    ),
    ...data.notConferred.map(({ person }, index) => ({ id: person, field: `notConferred.${index}.person` })),
  ];
}

function withdrawn(result: Result, { withdrawn }: Standing): Finding[] {
  return mentions(result).flatMap(({ id, field }) => {
    const act = withdrawn.get(id);
    return act ? [finding('result-names-withdrawn', placeOf(result, field), { id, date: act.data.date })] : [];
  });
}

function late(result: Result, calendar: WorkCalendar): Finding[] {
  const { conferredOn, published } = result.data;
  const due = computeWindow({ opensOn: conferredOn, length: 20, unit: 'working', countsFrom: 'next-day' }, calendar);
  if (!due.ok || published <= due.window.closesOn) return [];
  const args = { conferredOn, published, latest: due.window.closesOn };
  return [finding('result-published-late', placeOf(result, 'published'), args)];
}
