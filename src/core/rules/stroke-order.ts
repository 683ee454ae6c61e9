import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { strokeDoubt } from '#core/judging/stroke-order.ts';
import { tierOf } from '#core/programme/tiers.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const strokeOrder: Rule = {
  name: 'stroke-order',
  description:
    '写明“按姓氏笔画排序”的名单逐人对照笔画表（通用规范汉字表、Unihan）：次序以主办单位审定的为准，不同之处逐人说明。',
  check(dossier) {
    const { roster } = dossier.folder;
    if (!roster || !/笔[画划]/u.test(roster.data.orderedBy)) return [];
    return roster.data.people.flatMap((row, index) => {
      const before = roster.data.people[index - 1];
      return before && isOneTier(dossier, before.id, row.id) ? judge(dossier, before.name, row.name, index) : [];
    });
  },
};

/** Each tier is a list of its own. */
function isOneTier({ folder, programme }: Dossier, one: string, other: string): boolean {
  const [first, second] = [one, other].map((id) => {
    const person = folder.people.find((entry) => entry.id === id);
    return person && tierOf(person.data, programme.data);
  });
  return first === second;
}

function judge({ folder: { roster } }: Dossier, before: string, name: string, index: number): Finding[] {
  const doubt = strokeDoubt(before, name);
  if (!doubt || !roster) return [];
  const where = placeOf(roster, `people.${index}.name`, name);
  if (doubt === 'shorter') return [finding('stroke-shorter-first', where, { name, before })];
  if ('unknown' in doubt) return [finding('stroke-unknown', where, { name, before, sign: doubt.unknown })];
  const { first, second, by } = doubt;
  const args = { name, before, a: first.sign, b: second.sign, more: first.strokes, fewer: second.strokes };
  return [finding(by === 'strokes' ? 'stroke-order-differs' : 'stroke-form-differs', where, args)];
}
