import { actInstant } from '#core/acts/act.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { canonicalText } from '#core/formats/digest.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { chineseField } from '#core/records/field-words.ts';
import type { PublicRecord } from '#core/records/public-record.ts';
import { presentRecord, targetsOf } from '../lifecycle/correctable.ts';
import { type Correction, correctionsOf, isText, recordFields, type Target } from '../lifecycle/corrected.ts';
import { actsInOrder } from '../lifecycle/life.ts';

export const actCorrections: Rule = {
  name: 'act-corrections',
  description: '每次更正写明原文和新文，前后相接，文件里现在就是更正后的内容；日期和决定不能用更正来改。',
  check(dossier) {
    const unknown = dossier.folder.acts.flatMap((act) => strangers(dossier, act));
    return [...unknown, ...targetsOf(dossier.folder).flatMap((target) => judged(dossier, target))];
  },
};

function strangers({ folder }: Dossier, act: Dossier['folder']['acts'][number]): Finding[] {
  const { data } = act;
  if (data.kind !== 'correction' || data.person === undefined) return [];
  const gone = folder.takenDown.some(({ id }) => id === data.person);
  if (gone || folder.people.some(({ id }) => id === data.person)) return [];
  return [finding('act-person-unknown', placeOf(act, 'person'), { id: data.person })];
}

function judged({ folder }: Dossier, target: Target): Finding[] {
  const corrections = correctionsOf(folder, target);
  const present = presentRecord(folder, target);
  if (!present) return [];
  const { record, file } = present;
  const fields = new Map<string, Chain>();
  for (const act of corrections) fields.set(act.data.field, [...(fields.get(act.data.field) ?? []), act]);
  return [...fields.values()].flatMap((chain) => {
    const refused = refusedField(chain[0], target, record);
    return refused.length > 0 ? refused : [...gaps(chain, record), ...unapplied(chain, folder, record, file)];
  });
}

/** The corrections of one field, in their order. */
type Chain = readonly [Entry<Correction>, ...Entry<Correction>[]];

/** Dates and the decision itself have acts of their own. */
function refusedField(act: Entry<Correction>, { of }: Target, record: PublicRecord): Finding[] {
  const { field } = act.data;
  const words = chineseField(field.replace(/^publicity\./, ''), record);
  const first = field.split('.')[0] ?? '';
  const at = (code: 'correction-of-dates' | 'correction-of-decision'): Finding[] => [
    finding(code, placeOf(act, 'field'), { field: words }),
  ];
  if (of === 'round' && first === 'publicity') return at('correction-of-dates');
  if ((of === 'notice' || of === 'result') && /^published(?:Time)?$/.test(first)) return at('correction-of-dates');
  if (of === 'result' && ['conferred', 'notConferred', 'conferredOn'].includes(first))
    return at('correction-of-decision');
  if (of === 'list' && first !== 'orderedBy') return at('correction-of-decision');
  const isThere = act.data.old === undefined || recordFields(act.data).some((one) => record[one] !== undefined);
  if (isThere || act.data.new === undefined || act.data.withheld) return [];
  const allowed = Object.keys(record).slice(0, 40).join('、');
  return [finding('correction-field-unknown', placeOf(act, 'field'), { field: words, allowed })];
}

/** A second correction begins where the first one ended. In a text each is about its own passage. */
function gaps(chain: Chain, record: PublicRecord): Finding[] {
  return chain.flatMap((act, index) => {
    const before = chain[index - 1];
    const { field, old, withheld } = act.data;
    if (!before || recordFields(act.data).some(isText) || withheld || before.data.withheld) return [];
    if (canonical(old) === canonical(before.data.new)) return [];
    const args = { field: chineseField(field, record), before: before.data.date };
    return [finding('correction-chain-broken', placeOf(act, 'old'), args)];
  });
}

/** What the last correction says is what stands there, unless a 重新公示 with a new text came after it. */
function unapplied(chain: Chain, folder: Dossier['folder'], record: PublicRecord, file: string): Finding[] {
  const last = chain.at(-1) ?? chain[0];
  const { field, withheld } = last.data;
  // A notice that has its own in the place of the round's is not touched by what is corrected there.
  if (last.data.of === 'round' && folder.round.elsewhere?.[field.split('.')[0] ?? '']) return [];
  const restarted = actsInOrder({ folder }).some(
    ({ data }) => data.kind === 're-publicity' && actInstant(data) > actInstant(last.data),
  );
  if (withheld || restarted) return [];
  const stands = recordFields(last.data).every((one) => isApplied(record[one], last.data, isText(one)));
  if (stands) return [];
  return [finding('correction-not-applied', placeOf(last, 'new'), { field: chineseField(field, record), file })];
}

function isApplied(value: string | undefined, { old, new: now }: Correction, text: boolean): boolean {
  if (!text) return value === canonical(now);
  const has = (passage: string): boolean => value !== undefined && value.includes(canonicalText(passage));
  return now === undefined ? old === undefined || !has(old) : has(now);
}

function canonical(text: string | undefined): string | undefined {
  return text === undefined ? undefined : canonicalText(text);
}
