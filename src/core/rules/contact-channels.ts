import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const contactChannels: Rule = {
  name: 'contact-channels',
  description: '提异议至少有一部电话和一种书面或当面的渠道，接待时间先始后止，因为各活动的公示都要“接受社会监督”。',
  check({ folder: { round } }) {
    const open = round.data.channels.filter(({ purpose }) => purpose.includes('objection'));
    const where = placeOf(round, 'channels');
    return [
      ...(open.some(({ kind }) => kind === 'phone') ? [] : [finding('channel-phone-missing', where)]),
      ...(open.some(({ kind }) => kind !== 'phone') ? [] : [finding('channel-written-missing', where)]),
      ...round.data.channels.flatMap((channel, index) =>
        ('hours' in channel ? (channel.hours ?? []) : []).flatMap(({ from, to }, span) =>
          from < to ? [] : [finding('hours-reversed', placeOf(round, `channels.${index}.hours.${span}`), { from, to })],
        ),
      ),
    ];
  },
};
