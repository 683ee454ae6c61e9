import { SUBJECTS } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Round } from '#core/records/round.ts';
import { lineSubject } from './list-tables.ts';
import type { VisiblePerson } from './visible-people.ts';

/**
 * What a person is called beside their name, in every carrier that leaves the page: `2024年度威海市首席技师` of whoever was named,
 * `2024年度威海市首席技师选拔人选` of everybody else, which is true before a decision and after it, whatever it says.
 */
export function heldTitle(line: VisiblePerson, programme: Programme, round: Round): string {
  return `${round.edition}${titleWords(line, programme, round)}`;
}

/** The same without its edition. */
export function titleWords(line: VisiblePerson, programme: Programme, round: Round): string {
  const { state } = line;
  if (state.state === 'honouree') {
    return programme.rules.tiers.find(({ key }) => key === state.tier)?.name ?? programme.title;
  }
  // As the round itself calls what is done: 威海市首席技师选拔, 威海工匠选树.
  const [choice = '选树'] = /选拔|评选|遴选|推选/.exec(round.title) ?? [];
  return `${programme.title}${choice}${SUBJECTS[lineSubject(line)].isPerson ? '人选' : '对象'}`;
}
