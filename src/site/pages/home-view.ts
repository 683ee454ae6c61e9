import { countOfLines } from '#site/person-row.ts';
import { type Publication, publicPeople, type PublicRound } from '#site/publication.ts';
import { followedBy } from '#site/sequence.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';
import { type ProgrammeView, programmeView } from './programme-view.ts';
import { type RoundView, roundView } from './round-view.ts';

/** The home page: what awaits a decision, what was decided lately, the programmes. */
export interface HomeView {
  /** `2026年11月25日 10:00`, the instant this site was made. */
  updated: string;
  /** `6届公示，122人`. */
  holdings: string;
  /** Not yet decided, the latest window first; whether one is open only a clock can tell. */
  undecided: RoundView[];
  /** The latest decision first. */
  decided: RoundView[];
  programmes: ProgrammeView[];
}

export function homeView({ rounds, notices, programmes, now }: Publication): HomeView {
  const people = countOfLines(publicPeople({ rounds }).map(({ person }) => person));
  return {
    updated: chineseInstant(now),
    holdings: `${programmes.length}个项目，${rounds.length}届公示，${people}`,
    undecided: notices.filter(isUndecided).map(roundView),
    decided: rounds
      .filter(({ result }) => result)
      .sort(latestDecisionFirst)
      .map(roundView),
    programmes: programmes.map(programmeView),
  };
}

/** Not decided yet, and its list not gone on to another notice. */
export function isUndecided(round: PublicRound): boolean {
  return !round.result && round.state.state !== 'withdrawn' && followedBy(round) === undefined;
}

function latestDecisionFirst(a: PublicRound, b: PublicRound): number {
  const [first, second] = [a, b].map(({ id, result }) => `${result?.data.published}${id}`) as [string, string];
  return first < second ? 1 : first > second ? -1 : 0;
}
