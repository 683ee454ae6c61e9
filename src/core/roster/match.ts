import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isSameName } from '#core/text/person-name.ts';
import { line } from '#core/text/tidy.ts';
import type { Draft } from './person-draft.ts';
import { rowLabel } from './reading.ts';
import type { PersonRecord } from './record.ts';

/** A person who is in the content already. */
export interface KnownPerson {
  id: string;
  name: string;
  employer: string;
  record: PersonRecord;
}

/** `--same ROW=ID`, `--new ROW`, `--remove ID`: what only a person can know. */
export interface Answers {
  same: ReadonlyMap<number, string>;
  fresh: ReadonlySet<number>;
  remove: ReadonlySet<string>;
}

export interface Question {
  row: number;
  draft: Draft;
  /** Whom the row may be. */
  known: KnownPerson[];
}

export interface Matches {
  /** Who each row is; `undefined` for somebody new. A row with an open question is not in it. */
  people: Map<Draft, KnownPerson | undefined>;
  questions: Question[];
  findings: Finding[];
}

/** Ids first, then the same name (`person-name.ts`) with the same employer to the letter. Whatever merely looks like somebody is asked: namesakes exist, names get corrected. */
export function matchPeople(drafts: readonly Draft[], known: readonly KnownPerson[], answers: Answers): Matches {
  const matches: Matches = { people: new Map(), questions: [], findings: [] };
  const free = new Set(known);
  const settle = (draft: Draft, person: KnownPerson | undefined): void => {
    matches.people.set(draft, person);
    if (person) free.delete(person);
  };
  const ask = (draft: Draft, candidates: KnownPerson[]): void => {
    matches.questions.push({ row: draft.row, draft, known: candidates });
  };
  const byId = new Map<string, Draft>();
  for (const draft of drafts) {
    const answered = answers.same.get(draft.row);
    const id = answered ?? (answers.fresh.has(draft.row) ? undefined : draft.id);
    if (id === undefined) continue;
    const person = known.find((one) => one.id === id);
    const earlier = byId.get(id);
    const where = draft.places.get('id') ?? draft.where;
    if (!person) matches.findings.push(finding('import-id-unknown', where));
    else if (earlier) matches.findings.push(finding('import-id-twice', where, { row: rowLabel(earlier.where) }));
    else if (answered === undefined && !isSameName(draft.name, person.name) && !sameEmployer(draft, person)) {
      matches.findings.push(finding('import-id-other-person', where, { ...titled(person), row: draft.row }));
      ask(draft, [person]);
      free.delete(person);
    } else settle(draft, person);
    byId.set(id, draft);
  }
  const open = drafts.filter(
    (draft) => !byId.has(answers.same.get(draft.row) ?? draft.id ?? '') || answers.fresh.has(draft.row),
  );
  for (const draft of open) {
    if (answers.fresh.has(draft.row)) continue;
    const person = [...free].find((one) => isSameName(draft.name, one.name) && sameEmployer(draft, one));
    if (person) settle(draft, person);
  }
  for (const draft of open.filter((one) => !matches.people.has(one))) {
    const alike = answers.fresh.has(draft.row)
      ? []
      : [...free].filter((one) => isSameName(draft.name, one.name) || sameEmployer(draft, one));
    if (alike.length === 0) settle(draft, undefined);
    else ask(draft, alike);
  }
  matches.findings.push(...matches.questions.filter(({ draft }) => !byId.has(draft.id ?? '')).map(questionFinding));
  return matches;
}

export function title({ name, employer, id }: Pick<KnownPerson, 'name' | 'employer' | 'id'>): string {
  return `${name}（${employer}，编号 ${id}）`;
}

function questionFinding({ draft, known, row }: Question): Finding {
  const args = { known: known.map(title).join('、'), row, id: known.length === 1 ? (known[0]?.id ?? '') : '编号' };
  return finding('import-who-is-this', draft.where, args);
}

function titled({ name, employer, id }: KnownPerson): { name: string; employer: string; id: string } {
  return { name, employer, id };
}

function sameEmployer(draft: Draft, person: KnownPerson): boolean {
  return line(draft.employer) === line(person.employer);
}
