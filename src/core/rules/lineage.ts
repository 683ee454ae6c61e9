import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { SiteRule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';
import { isSameName } from '#core/text/person-name.ts';

export const lineage: SiteRule = {
  name: 'lineage',
  description: '师承里写了编号的人确在本网站，姓名一致；撤下了的人只留编号，网页不再写出。',
  check({ programmes }) {
    const rounds = programmes.flatMap((programme) => programme.rounds);
    // The list knows the name of whose own file is still to be mended.
    const people = new Map([
      ...rounds.flatMap(({ roster }) => roster?.data.people.map(({ id, name }) => [id, name] as const) ?? []),
      ...rounds.flatMap((round) => round.people.map(({ id, data }) => [id, data.name] as const)),
    ]);
    const gone = new Set(rounds.flatMap((round) => round.takenDown.map(({ id }) => id)));
    return rounds.flatMap((round) =>
      round.people.flatMap((owner) =>
        owner.data.lineage.flatMap(({ person: id, name }, index): Finding[] => {
          if (id === undefined) return [];
          const where = placeOf(owner, `lineage.${index}.person`, owner.data.name);
          if (id === owner.id) return [finding('lineage-person-self', where)];
          const known = people.get(id);
          // The record was approved with the name in it, and stays; the page leaves the person out.
          if (known === undefined) return gone.has(id) ? [] : [finding('lineage-person-unknown', where, { id })];
          return isSameName(known, name) ? [] : [finding('lineage-name-differs', where, { id, name, known })];
        }),
      ),
    );
  },
};
