import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { SiteRule } from '#core/judging/rule.ts';

export const uniqueIds: SiteRule = {
  name: 'unique-ids',
  description: '一个编号在全站只属于一个人的一份材料，大小写不同也算相同，因为编号就是个人页面的网址。',
  check({ programmes }) {
    const people = programmes.flatMap(({ rounds }) => rounds.flatMap((round) => round.people));
    const seen = new Map<string, string>();
    return people.flatMap(({ id, file, data }): Finding[] => {
      const key = id.toLowerCase();
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, file);
        return [];
      }
      return [finding('id-twice', { file, person: data.name }, { id, other })];
    });
  },
};
