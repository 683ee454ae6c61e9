import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import { isSameName } from '#core/text/person-name.ts';
import { columnText } from './column-text.ts';
import { type ColumnKey, columnsFor, fieldColumn, said } from './columns.ts';
import { leftOnForms } from './left-on-forms.ts';
import { type Answers, type KnownPerson, matchPeople, type Question } from './match.ts';
import { type OpenQuestion, openQuestions, questionFindings } from './open-question.ts';
import type { Draft } from './person-draft.ts';
import { rowLabel } from './reading.ts';
import { mergedRecord, type PersonRecord } from './record.ts';

/** One field of one person, in the words of the table. */
export interface Change {
  field: string;
  /** Empty: there was nothing. */
  from: string;
  to: string;
}

export interface PlannedPerson {
  id: string;
  state: 'new' | 'changed' | 'unchanged';
  record: PersonRecord;
  changes: Change[];
  draft: Draft;
}

/** What an import would do, as a value: printed, reported, asked about, and only then applied. */
export interface Plan {
  /** In the office's order. */
  people: PlannedPerson[];
  /** In the content, but not in the table. */
  gone: KnownPerson[];
  /** People who stay stand in another order. */
  reordered: boolean;
  /** Rows of whom only a person can say who they are. */
  questions: Question[];
  /** What the papers do not say and a person has to. */
  open: OpenQuestion[];
  findings: Finding[];
}

export interface PlanRequest {
  drafts: readonly Draft[];
  /** In the order of the content's list. */
  known: readonly KnownPerson[];
  answers: Answers;
  /** Whether the round carries an approval: then nobody is taken out by an import. */
  approved: boolean;
  programme: Programme;
  /** The forms that the programme's notice prescribes. */
  forms?: readonly ProgrammeForm[];
  /** Whether nobody has said yet where a 简要事迹 or a 工种 comes from. */
  ask?: { summary: boolean; trade: boolean };
  /** Rows could not be read: then nobody can say who is gone. */
  incomplete: boolean;
  mint: () => string;
}

export function planImport({
  drafts,
  known,
  answers,
  approved,
  programme,
  forms = [],
  ask = { summary: true, trade: true },
  incomplete,
  mint,
}: PlanRequest): Plan {
  const matches = matchPeople(drafts, known, answers);
  const findings = [...matches.findings, ...namesakes(drafts)];
  const people: PlannedPerson[] = [];
  const lacking = new Set<ColumnKey>();
  for (const draft of drafts) {
    if (!matches.people.has(draft)) continue;
    const before = matches.people.get(draft);
    const merged = mergedRecord(draft, before?.record, programme);
    findings.push(...merged.findings);
    for (const key of merged.missing) {
      const where = draft.places.get(key);
      if (where) findings.push(finding('import-value-missing', where, { header: headerOf(key, programme) }));
      else lacking.add(key);
    }
    if (!merged.record) continue;
    const id = before?.id ?? mint();
    const changes = before ? changesBetween(id, before.record, merged.record, programme) : [];
    const state = before ? (changes.length > 0 ? 'changed' : 'unchanged') : 'new';
    people.push({ id, state, record: merged.record, changes, draft });
  }
  const unanswered = [...matches.people].map(([draft, before]) => ({ draft, known: before?.record }));
  const open = openQuestions(unanswered, programme, forms, ask);
  findings.push(...questionFindings(open, drafts[0]?.where.file ?? ''));
  findings.push(...leftOnForms(people, programme, forms));
  const isOpen = (key: ColumnKey): boolean =>
    open.some((one) =>
      one.about === 'body'
        ? key === 'nominatingBody'
        : one.about === 'column' && one.header === headerOf(key, programme),
    );
  findings.push(...[...lacking].filter((key) => !isOpen(key)).map((key) => columnMissing(key, drafts, programme)));
  const asked = new Set(matches.questions.flatMap((question) => question.known));
  const matched = new Set(matches.people.values());
  const gone = incomplete ? [] : known.filter((person) => !matched.has(person) && !asked.has(person));
  findings.push(...goneFindings(gone, answers, approved), ...unusedAnswers(drafts, gone, answers));
  const kept = people.filter(({ state }) => state !== 'new').map(({ id }) => id);
  const before = known.filter(({ id }) => kept.includes(id)).map(({ id }) => id);
  return { people, gone, reordered: before.join() !== kept.join(), questions: matches.questions, open, findings };
}

/** Every column, and every text under whatever heading, in which two records differ. */
export function changesBetween(id: string, from: PersonRecord, to: PersonRecord, programme: Programme): Change[] {
  const headings = [...from.sections, ...to.sections].flatMap(({ heading }) =>
    heading === undefined ? [] : [heading],
  );
  const columns = columnsFor(programme, [from.candidate, to.candidate]).map(({ key, header }) => ({ key, header }));
  const others = [...new Set(headings)]
    .filter((heading) => !columns.some(({ key }) => key === `text:${heading}`))
    .map((heading) => ({ key: `text:${heading}` as ColumnKey, header: heading }));
  return [...columns, ...others].flatMap(({ key, header }) => {
    const [old, now] = [columnText(key, id, from, programme), columnText(key, id, to, programme)];
    return old === now ? [] : [{ field: header, from: old, to: now }];
  });
}

function headerOf(key: ColumnKey, programme: Programme): string {
  return columnsFor(programme).find((column) => column.key === key)?.header ?? key;
}

/** One line for the table instead of one a person. */
function columnMissing(key: ColumnKey, drafts: readonly Draft[], programme: Programme): Finding {
  const column = columnsFor(programme).find((one) => one.key === key);
  const { file = '', sheet } = drafts[0]?.where ?? {};
  const example = said(fieldColumn(key)?.column.forAll ?? '', programme);
  return finding(
    'import-column-missing',
    { file, ...(sheet && { sheet }) },
    { header: column?.header ?? key, example },
  );
}

function namesakes(drafts: readonly Draft[]): Finding[] {
  return drafts.flatMap((draft, index) => {
    const other = drafts.slice(0, index).find(({ name }) => isSameName(name, draft.name));
    if (!other) return [];
    const identified = draft.id !== undefined && other.id !== undefined && draft.id !== other.id;
    const code = other.employer === draft.employer && !identified ? 'import-person-twice' : 'import-namesake';
    return [finding(code, draft.where, { row: rowLabel(other.where) })];
  });
}

function goneFindings(gone: readonly KnownPerson[], answers: Answers, approved: boolean): Finding[] {
  return gone.flatMap(({ id, name, employer }) => {
    if (approved)
      return [finding('import-removal-after-approval', { file: 'roster.json', person: name }, { name, employer })];
    if (answers.remove.has(id)) return [];
    return [finding('import-person-gone', { file: 'roster.json', person: name }, { name, employer, id })];
  });
}

/** An answer to a question that nobody asked is a slip: of a row, of an id, or of the file. */
function unusedAnswers(
  drafts: readonly Draft[],
  gone: readonly KnownPerson[],
  { same, fresh, remove }: Answers,
): Finding[] {
  const rows = new Set(drafts.map(({ row }) => row));
  const unused = [
    ...[...same].filter(([row]) => !rows.has(row)).map(([row, id]) => `--same ${row}=${id}`),
    ...[...fresh].filter((row) => !rows.has(row) || same.has(row)).map((row) => `--new ${row}`),
    ...[...remove].filter((id) => !gone.some((person) => person.id === id)).map((id) => `--remove ${id}`),
  ];
  return unused.map((flag) => finding('import-answer-unused', { file: flag }, { flag }));
}
