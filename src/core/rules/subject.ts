import { ALL_FIELDS, type Candidate, valueOf } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isPerson, subjectOf, SUBJECTS } from '#core/formats/subject.ts';
import type { Rule } from '#core/judging/rule.ts';
import type { Programme } from '#core/programme/programme.ts';
import { takes } from '#core/programme/tiers.ts';
import { type Entry, placeOf } from '#core/records/content.ts';
import { isPlainlyCollective } from '../roster/name-doubt.ts';

export const subject: Rule = {
  name: 'subject',
  description:
    '个人、集体、团队、班组、单位各按各的公示：集体不写工种、等级和照片，也不算作一个人，例如湖北2024年的公示把个人和集体分开列名。',
  check({ programme, folder }) {
    return folder.people.flatMap((record) => [
      ...unstated(record),
      ...foreignFields(record),
      ...otherTier(record, programme.data),
    ]);
  },
};

/** A name that can be nobody's, of a record that says it is a person's. */
function unstated(record: Entry<Candidate>): Finding[] {
  const { name } = record.data;
  if (!isPerson(record.data) || !isPlainlyCollective(name)) return [];
  return [finding('subject-unstated', placeOf(record, 'name', name), { name })];
}

function foreignFields(record: Entry<Candidate>): Finding[] {
  if (isPerson(record.data)) return [];
  const { words } = SUBJECTS[subjectOf(record.data)];
  return ALL_FIELDS.filter((field) => field.of === 'person' && isGiven(valueOf(record.data, field))).map((field) =>
    finding('subject-field', placeOf(record, field.key, record.data.name), {
      subject: words,
      what: field.words,
      field: field.key,
    }),
  );
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function otherTier(record: Entry<Candidate>, { rules }: Programme): Finding[] {
  const tier = rules.tiers.find(({ key }) => key === record.data.tier);
  if (!tier || takes(tier, subjectOf(record.data))) return [];
  const args = {
    subject: SUBJECTS[subjectOf(record.data)].words,
    tier: tier.name,
    allowed: (tier.subjects ?? []).map((key) => SUBJECTS[key].words).join('、'),
  };
  return [finding('subject-tier', placeOf(record, 'tier', record.data.name), args)];
}
