import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { chineseLength, computeWindow, countDays } from '#core/window/publicity-window.ts';

export const earlierPublicity: Rule = {
  name: 'earlier-publicity',
  description:
    '每个人上报之前先在本单位或区市公示过，出自各活动通知（rules.earlierPublicity），例如包总工办发〔2023〕2号五、（一）“不少于3个工作日”。',
  check(dossier) {
    const rule = dossier.programme.data.rules.earlierPublicity;
    return rule ? dossier.folder.people.flatMap((person) => judge(dossier, rule, person)) : [];
  },
};

function judge(
  { programme, folder, calendar }: Dossier,
  rule: NonNullable<Programme['rules']['earlierPublicity']>,
  person: Dossier['folder']['people'][number],
): Finding[] {
  const by = rule.by === 'employer' ? '所在单位' : '区市';
  const rests = basis(programme.data, rule.clause);
  const place = (field: string): Place => placeOf(person, field, person.data.name);
  const window = person.data.earlierPublicity;
  if (!window) return [finding('earlier-publicity-missing', place('earlierPublicity'), { by, basis: rests })];
  const { opensOn, closesOn } = window;
  if (closesOn < opensOn) {
    return [finding('earlier-publicity-reversed', place('earlierPublicity.closesOn'), { opensOn, closesOn })];
  }
  const findings: Finding[] = [];
  const first = folder.round.data.publicity.opensOn;
  if (closesOn >= first) {
    findings.push(
      finding('earlier-publicity-late', place('earlierPublicity.closesOn'), { by, closesOn, first, basis: rests }),
    );
  }
  if (!rule.atLeast) return findings;
  const { length, unit } = rule.atLeast;
  const count = countDays(opensOn, closesOn, unit, calendar);
  const needed = computeWindow({ opensOn, length, unit, countsFrom: 'opening-day' }, calendar);
  if (!needed.ok) {
    findings.push(finding('calendar-unknown', place('earlierPublicity'), { message: needed.refusal.message }));
  } else if (closesOn < needed.window.closesOn) {
    findings.push(
      finding('earlier-publicity-short', place('earlierPublicity.closesOn'), {
        by,
        opensOn,
        closesOn,
        count: chineseLength(count ?? 0, unit),
        required: chineseLength(length, unit),
        expected: needed.window.closesOn,
        basis: rests,
      }),
    );
  }
  return findings;
}
