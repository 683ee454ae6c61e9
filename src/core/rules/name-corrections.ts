import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { formerNameFields } from '#core/judging/former-names.ts';
import { reviewOf } from '#core/judging/reviewable.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { chineseField } from '#core/records/field-words.ts';
import { hasFormerName } from '#core/text/former-name.ts';
import { presentRecord } from '../lifecycle/correctable.ts';
import { correctionsOf } from '../lifecycle/corrected.ts';
import { formerNames, noSlips } from '../lifecycle/name-changes.ts';

export const nameCorrections: Rule = {
  name: 'name-corrections',
  description: '文字差错换不了人：更正前后的姓名对不上的，要有批准文件和复核；更正了姓名，材料里的旧姓名逐处有交代。',
  check: ({ folder }) => folder.people.flatMap(({ id }) => [...swaps(folder, id), ...leftovers(folder, id)]),
};

function swaps(folder: Dossier['folder'], person: string): Finding[] {
  return noSlips(folder, person).flatMap(({ act, shown, now, why }) => {
    const where = placeOf(act, 'new');
    if (act.data.document === undefined) {
      const code = why === 'name' ? 'correction-no-slip' : 'correction-name-and-employer';
      return [finding(code, where, { shown, now })];
    }
    const review = reviewOf(folder, { of: 'act', id: act.id });
    return review && review.reviewer === undefined ? [finding('correction-one-signature', where, { shown, now })] : [];
  });
}

/** Line by line: where a former name stands on and no correction says why. */
function leftovers(folder: Dossier['folder'], person: string): Finding[] {
  const entry = folder.people.find(({ id }) => id === person);
  const record = presentRecord(folder, { of: 'person', person })?.record;
  if (!entry || !record) return [];
  if (correctionsOf(folder, { of: 'person', person }).some(({ data }) => data.kept !== undefined)) return [];
  const now = entry.data.name;
  const names = [...new Set(formerNames(folder, person).map(({ name }) => name))];
  return names.flatMap((former) =>
    formerNameFields(record).flatMap((field) =>
      (record[field] ?? '')
        .split('\n')
        .filter((line) => hasFormerName(line, former, now))
        .map((line) => {
          const args = { former, now, field: chineseField(field, record), line: around(line, former) };
          return finding('former-name-stands', placeIn(entry, field, now), args);
        }),
    ),
  );
}

/** So much of a line that it can be found. */
function around(line: string, name: string): string {
  const at = Math.max(0, line.indexOf(name));
  const from = Math.max(0, at - 12);
  const to = at + name.length + 12;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

function placeIn(entry: Entry<unknown>, field: string, person: string): Place {
  const index = /^texts\.(\d+)\./.exec(field)?.[1];
  if (index === undefined) return placeOf(entry, field, person);
  const line = entry.sections[Number(index)]?.line;
  return { file: entry.file, ...(line && { line }), field, person };
}
