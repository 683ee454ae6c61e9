import { chineseDate } from '#core/calendar/plain-date.ts';
import type { PublicProgramme } from '#site/publication.ts';
import { cited } from '#site/words/citation.ts';
import { limitText, publicityText } from '#site/words/programme-words.ts';
import { programmeRules, type RuleRow } from './programme-rules.ts';

/** A programme's page: its procedure as a picture, its rules with their clauses, the document, its rounds. */
export interface ProgrammeView {
  id: string;
  name: string;
  region: string;
  organisers: readonly string[];
  authority: readonly string[];
  jury: readonly string[];
  steeringOffice: string | undefined;
  /** `公示5个工作日`, or who says how long. */
  publicity: string;
  /** `20名左右`. */
  quota: string;
  stages: StageView[];
  rules: RuleRow[];
  source: { text: string; issuers: readonly string[]; date: string | undefined; address: string | undefined };
  remarks: readonly string[];
}

export interface StageView {
  name: string;
  text: string;
  clause: string;
  /** The stage at which citizens may object. */
  isPublicity: boolean;
}

export function programmeView({ id, data }: PublicProgramme): ProgrammeView {
  const { source } = data;
  return {
    id,
    name: data.name,
    region: data.region,
    organisers: data.organisers,
    authority: data.conferringAuthority,
    jury: data.jury,
    steeringOffice: data.steeringOffice,
    publicity: publicityText(data),
    quota: limitText(data.rules.quota),
    stages: data.stages.map(({ name, text, clause, kind }) => ({
      name,
      text,
      clause,
      isPublicity: kind === 'publicity',
    })),
    rules: programmeRules(data),
    source: {
      text: cited(source.title, source.number),
      issuers: source.issuers,
      date: source.date && chineseDate(source.date),
      address: source.address,
    },
    remarks: data.remarks,
  };
}
