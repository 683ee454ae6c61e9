import { type Act, actId, readActId } from '#core/acts/act.ts';
import type { Remark } from '#core/acts/turn.ts';
import type { PlainDate } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { isHalted } from '#core/window/course.ts';
import { type TakenAct, takenActs } from '../lifecycle/standing.ts';

export const acts: Rule = {
  name: 'acts',
  description: '公示以后的每一份公告都有日期和理由，先后说得通：只延长不缩短，中止之后才恢复，撤销公示之后不再办理。',
  check(dossier) {
    const taken = takenActs(dossier);
    return taken.flatMap(({ act, remarks, standing }, index) => [
      ...misnamed(act, dossier),
      ...remarks
        .filter((remark) => !isAnswered(remark, standing, taken.slice(index + 1)))
        .map(({ code, field, args }) => finding(code, placeOf(act, field), args)),
    ]);
  },
};

function misnamed(act: Entry<Act>, { folder }: Dossier): Finding[] {
  const named = readActId(act.id);
  if (named?.date === act.data.date && named.kind === act.data.kind) return [];
  const taken = folder.acts.filter((other) => other !== act).map(({ id }) => id);
  return [finding('act-name-differs', { file: act.file }, { name: actId(act.data, taken) })];
}

/** A close that an amended calendar moved after it was published cannot be rewritten; a later act makes it good. */
function isAnswered({ args }: Remark, { course }: TakenAct['standing'], later: readonly TakenAct[]): boolean {
  const wanted = (args['expected'] ?? args['next']) as PlainDate | undefined;
  if (wanted === undefined || !course) return false;
  return later.some(
    ({ standing: { course: then, noticeWithdrawn } }) =>
      noticeWithdrawn !== undefined ||
      (then !== undefined && (then.publicity > course.publicity || isHalted(then) || then.stretch.closesOn >= wanted)),
  );
}
