import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { type Round, voteInstants } from '#core/records/round.ts';

export const stageDates: Rule = {
  name: 'stage-dates',
  description: '各阶段和网络投票先始后止，公示在命名之前，因为各活动都是公示之后才决定人选。',
  check(dossier) {
    return [...reversed(dossier), ...earlyConferral(dossier)];
  },
};

function reversed(dossier: Dossier): Finding[] {
  const { round } = dossier.folder;
  const { stages, vote } = round.data;
  const inStages = stages.flatMap(({ opensOn, closesOn }, index) =>
    closesOn !== undefined && closesOn < opensOn
      ? [finding('stage-reversed', placeOf(round, `stages.${index}.closesOn`), { opensOn, closesOn })]
      : [],
  );
  return [...inStages, ...(vote ? voteFindings(dossier, vote) : [])];
}

function voteFindings({ folder: { round } }: Dossier, vote: NonNullable<Round['vote']>): Finding[] {
  const hourless = (['opens', 'closes'] as const).filter(
    (end) => vote[`${end}At`] !== undefined && vote[`${end}On`] === undefined,
  );
  const { opens, closes } = voteInstants(round.data) ?? {};
  const at = (date: string | undefined, time: string | undefined): string => [date, time].filter(Boolean).join(' ');
  const args = { opensOn: at(vote.opensOn, vote.opensAt), closesOn: at(vote.closesOn, vote.closesAt) };
  const reversed = opens !== undefined && closes !== undefined && closes <= opens;
  return [
    ...hourless.map((end) => finding('vote-hour-without-day', placeOf(round, `vote.${end}At`))),
    ...(reversed ? [finding('vote-reversed', placeOf(round, 'vote.closesOn'), args)] : []),
  ];
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
