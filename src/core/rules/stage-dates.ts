import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const stageDates: Rule = {
  name: 'stage-dates',
  description: '各阶段和网络投票先始后止，公示在命名之前，因为各活动都是公示之后才决定人选。',
  check(dossier) {
    return [...reversed(dossier), ...earlyConferral(dossier)];
  },
};

function reversed({ folder: { round } }: Dossier): Finding[] {
  const { stages, vote } = round.data;
  const inStages = stages.flatMap(({ opensOn, closesOn }, index) =>
    closesOn !== undefined && closesOn < opensOn
      ? [finding('stage-reversed', placeOf(round, `stages.${index}.closesOn`), { opensOn, closesOn })]
      : [],
  );
  if (vote?.opensOn === undefined || vote.closesOn === undefined || vote.opensOn <= vote.closesOn) return inStages;
  const { opensOn, closesOn } = vote;
  return [...inStages, finding('vote-reversed', placeOf(round, 'vote.closesOn'), { opensOn, closesOn })];
}

function earlyConferral({ folder: { round } }: Dossier): Finding[] {
  const { stages, publicity } = round.data;
  const shown = stages.find(({ kind }) => kind === 'publicity')?.opensOn ?? publicity.opensOn;
  const last = shown > publicity.closesOn ? shown : publicity.closesOn;
  return stages.flatMap(({ kind, opensOn }, index) =>
    kind === 'conferral' && opensOn <= last
      ? [finding('conferral-before-publicity', placeOf(round, `stages.${index}.opensOn`), { opensOn, last })]
      : [],
  );
}
