import { finding } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const nominationRoute: Rule = {
  name: 'nomination-route',
  description:
    '每个人的推荐方式都是通知允许的，出自各活动通知的推荐方式条款（rules.routes），例如威人社函〔2024〕36号“不受理个人申请”。',
  check({ programme, folder }) {
    const { allowed, clause } = programme.data.rules.routes;
    return folder.people
      .filter(({ data }) => !allowed.some(({ route }) => route === data.route))
      .map((person) =>
        finding('route-not-allowed', placeOf(person, 'route', person.data.name), {
          route: person.data.route,
          allowed: allowed.map(({ route, name }) => `${route}（${name}）`).join('、'),
          basis: basis(programme.data, clause),
        }),
      );
  },
};
