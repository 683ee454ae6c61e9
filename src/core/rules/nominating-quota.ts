import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { basis } from '#core/judging/basis.ts';
import { listedPeople } from '#core/judging/listed.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const nominatingQuota: Rule = {
  name: 'nominating-quota',
  description:
    '每个推荐单位都在本届名册里，推荐人数不超过它那一类的名额，名额出自各活动通知的推荐名额条款（rules.nominatingQuotas）。',
  check(dossier) {
    return [...unknownBodies(dossier), ...overdrawn(dossier)];
  },
};

function unknownBodies({ folder }: Dossier): Finding[] {
  const known = new Set(folder.round.data.nominatingBodies.map(({ name }) => name));
  return listedPeople(folder)
    .filter(({ data }) => !known.has(data.nominatingBody))
    .map((person) =>
      finding('nominating-body-unknown', placeOf(person, 'nominatingBody', person.data.name), {
        body: person.data.nominatingBody,
      }),
    );
}

function overdrawn({ programme, folder }: Dossier): Finding[] {
  const rule = programme.data.rules.nominatingQuotas;
  if (!rule) return [];
  const allowed = rule.byKind.map(({ kind, name }) => `${kind}（${name}）`).join('、');
  return folder.round.data.nominatingBodies.flatMap(({ name: body, kind }, index) => {
    const where = placeOf(folder.round, `nominatingBodies.${index}`);
    const nominated = listedPeople(folder).filter(({ data }) => isPerson(data) && data.nominatingBody === body);
    if (kind === undefined) {
      const others = nominated.filter(({ data }) => data.route !== 'selfNomination');
      return others.length > 0 ? [finding('nominating-kind-missing', where, { body, allowed })] : [];
    }
    const limit = rule.byKind.find((one) => one.kind === kind);
    if (!limit) return [finding('nominating-kind-unknown', where, { body, kind, allowed })];
    if (nominated.length <= limit.atMost) return [];
    const code = rule.strength === 'general' ? 'nominating-quota-exceeded-general' : 'nominating-quota-exceeded';
    return [
      finding(code, where, {
        body,
        count: nominated.length,
        people: nominated.map(({ data }) => data.name).join('、'),
        kind: limit.name,
        limit: limit.atMost,
        basis: basis(programme.data, rule.clause),
      }),
    ];
  });
}
