import type { PlainDate } from '#core/calendar/plain-date.ts';
import { isNothing } from '#core/candidate/cell.ts';
import type { Parsed } from '#core/candidate/field.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Subject } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import { line } from '#core/text/tidy.ts';
import { type ColumnKey, fieldColumn, type FieldKey } from './columns.ts';
import { isOfPerson, withoutPersonal } from './draft-subject.ts';
import { nameDoubt } from './name-doubt.ts';
import type { Draft } from './person-draft.ts';
import { markdownOf } from './prose.ts';
import type { FieldCell, Reading } from './reading.ts';
import { splitEmployer } from './split-employer.ts';
import { type Supplement, supply } from './supplement.ts';

export interface Understanding {
  programme: Programme;
  opensOn: PlainDate | undefined;
  supplement?: Supplement;
  /** Names that look like none and are: a person has said so. */
  realNames?: ReadonlySet<string>;
  /** What a person has said of names, or the content knows of them. */
  subjects?: ReadonlyMap<string, Subject>;
}

export function draftOf(reading: Reading, terms: Understanding): { draft: Draft; findings: Finding[] } {
  const findings: Finding[] = [];
  const draft: Draft = {
    row: reading.row,
    where: reading.where,
    id: undefined,
    name: reading.name,
    employer: '',
    fields: new Map(),
    texts: new Map(),
    places: new Map(),
    pictures: reading.pictures,
  };
  const body = reading.cells.get('nominatingBody')?.[0]?.text;
  for (const [key, all] of reading.cells) {
    const filled = all.filter(({ text }) => text.trim() !== '');
    const cells = filled.length > 0 ? filled : all.slice(0, 1);
    const [first, ...more] = cells;
    const where = first?.where ?? reading.where;
    draft.places.set(key, where);
    if (more.length > 0 && !fieldColumn(key)?.column.list && !key.startsWith('text:') && differ(cells)) {
      findings.push(finding('import-two-cells', where, { head: where.field ?? '' }));
      continue;
    }
    if (isText(key)) {
      const text = cells.map((cell) => cell.text).join('\n');
      draft.texts.set(key.slice('text:'.length), isNothing(text) ? '' : markdownOf(withoutHint(text)));
      continue;
    }
    // Each cell of a list is a list of its own: one may be numbered, the next not.
    const parsed = cells.map((cell) => understand(key, withoutHint(cell.text), terms, body));
    const problem = parsed.find((one) => 'problem' in one);
    if (problem) findings.push(finding(problem.problem, where, problem.args));
    else draft.fields.set(key, together(parsed.map((one) => ('value' in one ? one.value : undefined))));
  }
  draft.id = draft.fields.get('id') as string | undefined;
  draft.employer = (draft.fields.get('employer') as string | undefined) ?? '';
  if (isOfPerson(draft, reading, terms)) {
    const doubt = nameDoubt(draft.name, draft.places.get('name') ?? reading.where, terms.realNames ?? new Set());
    if (doubt) findings.push(doubt);
    splitEmployer(draft, reading, findings);
  } else findings.push(...withoutPersonal(draft));
  supply(draft, terms.supplement ?? {}, terms.programme);
  return { draft, findings };
}

function together(values: unknown[]): unknown {
  const lists = values.filter((value) => Array.isArray(value));
  return lists.length > 0 ? lists.flat() : values[0];
}

function isText(key: ColumnKey): key is `text:${string}` {
  return key.startsWith('text:');
}

function differ(cells: readonly FieldCell[]): boolean {
  return new Set(cells.map(({ text }) => line(text))).size > 1;
}

/** A form prints its limits into the empty field: （100字左右）. */
function withoutHint(text: string): string {
  return text.replace(
    /^[ \t\u3000]*[（(][ \t]*(?:限|约|不超过|控制在)?[ \t]*\d{2,4}[ \t]*字[ \t]*(?:左右|以内|内)?[ \t]*[)）][ \t\u3000]*$/gmu,
    '',
  );
}

function understand(
  key: FieldKey,
  text: string,
  { programme, opensOn }: Understanding,
  body: string | undefined,
): Parsed<unknown> {
  const found = fieldColumn(key);
  if (!found) return { value: line(text) === '' ? undefined : line(text) };
  return isNothing(text) ? { value: undefined } : found.column.read(text, { programme, opensOn, body });
}
