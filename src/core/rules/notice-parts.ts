import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { NOTICE_PARTS } from '#core/records/notice.ts';

export const noticeParts: Rule = {
  name: 'notice-parts',
  description: '公示正文里名单、公示时间、异议方式各有且只有一处，由数据生成，使日期和电话只写在一个地方。',
  check({ folder: { notice } }) {
    if (!notice) return [];
    return NOTICE_PARTS.flatMap((part) => {
      const count = notice.sections.flatMap(({ parts }) => parts).filter((one) => one === part).length;
      if (count === 1) return [];
      return [finding(count === 0 ? 'notice-part-missing' : 'notice-part-twice', { file: notice.file }, { part })];
    });
  },
};
