import type { Rule, SiteRule } from '#core/judging/rule.ts';
import { actCorrections } from './act-corrections.ts';
import { acts } from './acts.ts';
import { approval } from './approval.ts';
import { approvedMap } from './approved-map.ts';
import { calendarMoved } from './calendar-moved.ts';
import { conditions } from './conditions.ts';
import { contactChannels } from './contact-channels.ts';
import { coverage } from './coverage.ts';
import { district } from './district.ts';
import { earlierPublicity } from './earlier-publicity.ts';
import { figures } from './figures.ts';
import { honour } from './honour.ts';
import { lineage } from './lineage.ts';
import { listOrder } from './list-order.ts';
import { listRepeated } from './list-repeated.ts';
import { nameCharacters } from './name-characters.ts';
import { nameCorrections } from './name-corrections.ts';
import { nominatingQuota } from './nominating-quota.ts';
import { nominationRoute } from './nomination-route.ts';
import { noticeParts } from './notice-parts.ts';
import { noticeSequence } from './notice-sequence.ts';
import { oneTruth } from './one-truth.ts';
import { outlets } from './outlets.ts';
import { pictureWords } from './picture-words.ts';
import { placeholderName } from './placeholder-name.ts';
import { publicityWindow } from './publicity-window.ts';
import { quota } from './quota.ts';
import { quote } from './quote.ts';
import { repeatHolder } from './repeat-holder.ts';
import { resultDates } from './result-dates.ts';
import { resultNames } from './result-names.ts';
import { resultReconciled } from './result-reconciled.ts';
import { reviewed } from './reviewed.ts';
import { rootFiles } from './root-files.ts';
import { samePersonTwice } from './same-person-twice.ts';
import { siteDuties } from './site-duties.ts';
import { skillLevel } from './skill-level.ts';
import { stageDates } from './stage-dates.ts';
import { strokeOrder } from './stroke-order.ts';
import { subject } from './subject.ts';
import { takenDown } from './taken-down.ts';
import { textLength } from './text-length.ts';
import { timeline } from './timeline.ts';
import { unexplainedChange } from './unexplained-change.ts';
import { uniqueIds } from './unique-ids.ts';
import { wording } from './wording.ts';
import { yearsInTrade } from './years-in-trade.ts';

/** What is judged of every round, in the order in which an office looks at it: the list, the people, the publicity, the result, and what happened since. */
export const roundRules: readonly Rule[] = [
  listOrder,
  strokeOrder,
  listRepeated,
  quota,
  nominatingQuota,
  subject,
  samePersonTwice,
  placeholderName,
  nameCharacters,
  nominationRoute,
  district,
  skillLevel,
  honour,
  yearsInTrade,
  conditions,
  repeatHolder,
  textLength,
  quote,
  figures,
  timeline,
  pictureWords,
  earlierPublicity,
  publicityWindow,
  outlets,
  contactChannels,
  coverage,
  noticeParts,
  noticeSequence,
  wording,
  oneTruth,
  stageDates,
  resultNames,
  resultDates,
  approval,
  unexplainedChange,
  acts,
  actCorrections,
  nameCorrections,
  reviewed,
  calendarMoved,
  resultReconciled,
  takenDown,
];

/** What is judged across rounds. */
export const siteRules: readonly SiteRule[] = [uniqueIds, lineage, siteDuties, rootFiles, approvedMap];
