import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { appears, kindIn, lists, noticeLives } from '#core/lifecycle/notices-of.ts';
import { standingAt } from '#core/lifecycle/standing.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { FIRST_NOTICE, publishedAt } from '#core/records/notice.ts';
import { isHalted } from '#core/window/course.ts';

export const noticeSequence: Rule = {
  name: 'notice-sequence',
  description:
    '一届的各份公示先后相接：入围在前、拟命名在后，前一份期满才发下一份，增补的只是新增的人，退出的人不再列入，结果以决定以前的名单为准。',
  asks: 'round',
  check(dossier) {
    const all = noticeLives(dossier);
    return [
      ...unknownNotices(dossier, all),
      ...onShortlist(dossier, all),
      ...all.flatMap((one, index) => [
        ...order(one, all[index - 1]),
        ...(index === 0 ? [] : [...timing(one, all.slice(0, index)), ...people(one, all.slice(0, index))]),
      ]),
    ];
  },
};

function unknownNotices({ folder }: Dossier, all: readonly Dossier[]): Finding[] {
  const known = [FIRST_NOTICE, ...all.flatMap((one) => one.folder.part?.id ?? [])];
  const names = [...new Set(known)].join('、');
  return folder.acts.flatMap((act) => {
    const { notice } = act.data;
    if (notice === undefined || known.includes(notice)) return [];
    return [finding('act-notice-unknown', placeOf(act, 'notice'), { notice, known: names })];
  });
}

/** A decision rests on a list that was shown for it. */
function onShortlist({ folder }: Dossier, all: readonly Dossier[]): Finding[] {
  const { result } = folder;
  if (!result || all.some((one) => kindIn(one.folder).decides)) return [];
  return [finding('result-on-shortlist', placeOf(result, 'conferred'))];
}

/** Which kind can come behind which. */
function order({ folder }: Dossier, before: Dossier | undefined): Finding[] {
  const { notice } = folder;
  if (!notice) return [];
  const { words, follows } = kindIn(folder);
  const last = before ? kindIn(before.folder) : undefined;
  if (follows.includes(last?.kind ?? 'first')) return [];
  const where = placeOf(notice, 'kind');
  return [
    last
      ? finding('notice-kind-behind', where, { words, before: last.words })
      : finding('notice-kind-first', where, { words }),
  ];
}

/** The window before it is over where the kind asks for it, and a list that restarts it leaves the public no less time. */
function timing(one: Dossier, before: readonly Dossier[]): Finding[] {
  const { folder } = one;
  const { notice, result, round } = folder;
  if (!notice) return [];
  const { words, afterClose, restarts } = kindIn(folder);
  const at = appears(folder);
  const where = placeOf(notice, 'published');
  const late =
    result && publishedAt(result.data) <= at
      ? [finding('notice-after-result', where, { words, published: result.data.published })]
      : [];
  const last = before.findLast((earlier) => kindIn(earlier.folder).list === 'whole');
  const standing = last && standingAt(last, at - 1);
  const course = standing?.noticeWithdrawn ? undefined : standing?.course;
  if (!last || !course) return late;
  const { closes, closesOn } = course.stretch;
  if (afterClose && (isHalted(course) || closes > at)) {
    const args = { words, before: kindIn(last.folder).words, closesOn };
    return [...late, finding('notice-before-close', where, args)];
  }
  const own = round.data.publicity.closesOn;
  if (restarts && own < closesOn) {
    const place = placeOf(round, 'publicity.closesOn');
    return [...late, finding('re-publicity-closes-earlier', place, { closesOn: own, before: closesOn })];
  }
  return late;
}

/** Who is on the list that may not be, or that nobody has seen yet. */
function people(one: Dossier, before: readonly Dossier[]): Finding[] {
  const { roster } = one.folder;
  if (!roster) return [];
  const { words, list, follows } = kindIn(one.folder);
  const at = appears(one.folder);
  const last = before.at(-1);
  const gone = new Set(before.flatMap((earlier) => [...standingAt(earlier, at - 1).withdrawn.keys()]));
  const from = before.findLastIndex(({ folder }) => kindIn(folder).list === 'whole');
  const shown = before.slice(Math.max(0, from));
  const shortlisted = last !== undefined && kindIn(last.folder).state === 'shortlisted' && follows.includes('first');
  return roster.data.people.flatMap(({ id, name }, index): Finding[] => {
    const where: Place = placeOf(roster, `people.${index}.id`, name);
    if (gone.has(id)) return [finding('notice-names-withdrawn', where, { words, id })];
    const there = shown.some(({ folder }) => lists(folder, id));
    if (list === 'added' && there) return [finding('notice-person-again', where, { words, id })];
    if (shortlisted && !before.some(({ folder }) => lists(folder, id)))
      return [finding('notice-not-shortlisted', where, { words, id })];
    return [];
  });
}
