import { type Act, actInstant, type ActOf } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import { canonicalText } from '#core/formats/digest.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import type { Part, PublicRecord } from '#core/records/public-record.ts';
import { withNewName } from '#core/text/former-name.ts';
import { actsInOrder } from './life.ts';

export type Correction = ActOf<'correction'>;
/** What is corrected: a person's record, or a file of the round. */
export type Target = { of: 'person'; person: string } | { of: Exclude<Correction['of'], 'person'> };

/** The record that a correction is about. */
export function targetOf({ of, person }: Pick<Correction, 'of' | 'person'>): Target {
  return of === 'person' ? { of, person: person ?? '' } : { of };
}

/** The corrections of one record in order; only those public after an instant, where one is given. */
export function correctionsOf(
  folder: RoundFolder,
  target: Target,
  after?: Instant,
): (Entry<Act> & { data: Correction })[] {
  return actsInOrder({ folder }).filter((act): act is Entry<Act> & { data: Correction } => {
    const { data } = act;
    if (data.kind !== 'correction' || data.of !== target.of) return false;
    if (target.of === 'person' && data.person !== target.person) return false;
    return after === undefined || actInstant(data) > after;
  });
}

/** Which corrections explain a change in a part of an approval. */
export const PART_TARGETS: Record<Part, Target['of'] | undefined> = {
  list: 'list',
  window: undefined,
  publicity: 'round',
  notice: 'notice',
};

/** A record as the corrections have made it: what it may be now without anybody having edited in silence. */
export function corrected(record: PublicRecord, corrections: readonly Pick<Entry<Correction>, 'data'>[]): PublicRecord {
  return corrections.reduce((before, { data }) => apply(before, data), record);
}

/** Fields whose old or new value was withheld: any difference in them is explained. */
export function withheldFields(corrections: readonly Pick<Entry<Correction>, 'data'>[]): Set<string> {
  return new Set(
    corrections.flatMap(({ data }) => (data.withheld ? [...recordFields(data), ...otherFields(data)] : [])),
  );
}

/** Other fields in which a corrected name is replaced by the same act. */
export function otherFields({ alsoIn = [] }: Pick<Correction, 'alsoIn'>): string[] {
  return alsoIn.map((field) => (/^texts\.\d+$/.test(field) ? `${field}.text` : field));
}

/** The fields of a public record that a correction touches: the list repeats a person's name and employer. */
export function recordFields({ of, field }: Pick<Correction, 'of' | 'field'>): string[] {
  if (/^texts\.\d+$/.test(field)) return [`${field}.text`];
  return of === 'person' && (field === 'name' || field === 'employer') ? [field, `listed.${field}`] : [field];
}

function apply(record: PublicRecord, correction: Correction): PublicRecord {
  const next: Record<string, string> = { ...record };
  for (const field of recordFields(correction)) {
    const now = replaced(record[field], correction, isText(field));
    if (now === undefined) delete next[field];
    else next[field] = now;
  }
  const { old = '', new: now = '' } = correction;
  for (const field of otherFields(correction)) {
    const value = next[field];
    if (value !== undefined && old !== '') next[field] = withNewName(value, canonicalText(old), canonicalText(now));
  }
  return next;
}

/** A correction that does not find what it corrects leaves the value alone: it was made before this record was approved. */
function replaced(value: string | undefined, correction: Correction, text: boolean): string | undefined {
  const old = correction.old && canonicalText(correction.old);
  const now = correction.new && canonicalText(correction.new);
  if (!text) return value === old ? now : value;
  if (value === undefined || old === undefined || value.split(old).length !== 2) return value;
  return canonicalText(value.replace(old, () => now ?? ''));
}

export function isText(field: string): boolean {
  return /^texts\.\d+\.text$/.test(field);
}
