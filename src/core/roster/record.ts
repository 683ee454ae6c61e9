import { ALL_FIELDS, type Candidate, candidateSchema } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { subjectOf, SUBJECTS } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import { takes } from '#core/programme/tiers.ts';
import { schemaFindings } from '#core/records/schema-finding.ts';
import { line } from '#core/text/tidy.ts';
import { type ColumnKey, columnsFor, fieldColumn } from './columns.ts';
import type { Draft } from './person-draft.ts';

/** A person's public file: the fields, and the texts under their headings in the file's order. */
export interface PersonRecord {
  candidate: Candidate;
  sections: TextSection[];
}

export interface TextSection {
  /** Absent for text before the first heading. */
  heading?: string;
  markdown: string;
}

export interface Merging {
  record?: PersonRecord;
  /** Required fields that neither the source nor the content has a column or value for. */
  missing: ColumnKey[];
  findings: Finding[];
}

/**
 * Lays what the source says over what is known: a column that is not there leaves its field alone, an empty cell empties it. A value
 * that differs in white space only stays as it was, so that the same list changes nothing.
 */
export function mergedRecord(draft: Draft, known: PersonRecord | undefined, programme: Programme): Merging {
  const raw: Record<string, unknown> = { ...known?.candidate };
  for (const [key, value] of draft.fields) {
    if (fieldColumn(key)?.field.mergedApart ?? true) continue;
    const [owner = '', part] = key.split('.');
    if (part !== undefined) raw[owner] = { ...(raw[owner] as object | undefined), [part]: value };
    else raw[owner] = sameText(raw[owner], value) ? raw[owner] : value;
  }
  raw['name'] = sameText(raw['name'], draft.name) ? raw['name'] : draft.name;
  const [onlyRoute, ...moreRoutes] = programme.rules.routes.allowed;
  if (raw['route'] === undefined && moreRoutes.length === 0) raw['route'] = onlyRoute?.route;
  // An 入围奖 is no title: where one title is left, the list is of those who are to have it.
  const subject = subjectOf(raw);
  const [onlyTitle, ...moreTitles] = programme.rules.tiers.filter((tier) => tier.title && takes(tier, subject));
  if (raw['tier'] === undefined && programme.rules.tiers.length > 1 && moreTitles.length === 0)
    raw['tier'] = onlyTitle?.key;
  if (!SUBJECTS[subject].isPerson) for (const { key, of } of ALL_FIELDS) if (of === 'person') delete raw[key];
  const findings = earlierPublicity(raw, draft);
  const quote = Object.values((raw['quote'] as object | undefined) ?? {});
  if (quote.every((part) => part === undefined)) delete raw['quote'];
  for (const [key, value] of Object.entries(raw)) if (value === undefined) delete raw[key];

  const needed = [...columnsWhere('always'), ...columnsWhere('where-asked').filter((key) => draft.places.has(key))];
  const missing = needed.filter((key) => raw[key] === undefined);
  const parsed = candidateSchema.safeParse(raw, { reportInput: true });
  const sections = mergedSections(draft.texts, known?.sections ?? [], programme);
  if (parsed.success) return { record: { candidate: parsed.data, sections }, missing, findings };
  const issues = parsed.error.issues.filter(({ path }) => !(missing as unknown[]).includes(path[0]));
  findings.push(...schemaFindings(issues, (path) => placeOfField(path, draft, programme)));
  return { missing, findings };
}

/** The columns of fields without which nobody can be shown, or of those a form may not ask for; where it does, an empty cell is a gap. */
function columnsWhere(need: 'always' | 'where-asked'): ColumnKey[] {
  return ALL_FIELDS.filter((field) => field.need === need).flatMap(({ sheet }) => sheet.columns.map(({ key }) => key));
}

function earlierPublicity(raw: Record<string, unknown>, draft: Draft): Finding[] {
  const window = raw['earlierPublicity'] as Record<string, unknown> | undefined;
  if (!window) return [];
  const { opensOn, closesOn } = window;
  if (opensOn !== undefined && closesOn !== undefined) return [];
  delete raw['earlierPublicity'];
  const where = draft.places.get('earlierPublicity.opensOn') ?? draft.where;
  return opensOn === undefined && closesOn === undefined ? [] : [finding('import-date-half', where)];
}

function mergedSections(texts: Draft['texts'], known: readonly TextSection[], programme: Programme): TextSection[] {
  const kept = known.map(({ heading, markdown }) => {
    const now = heading === undefined ? undefined : texts.get(heading);
    return { ...(heading !== undefined && { heading }), markdown: now ?? markdown };
  });
  const order = programme.rules.texts.map(({ heading }) => heading);
  const added = [...texts]
    .filter(([heading]) => !known.some((section) => section.heading === heading))
    .map(([heading, markdown]) => ({ heading, markdown }))
    .sort((a, b) => order.indexOf(a.heading) - order.indexOf(b.heading));
  return [...kept, ...added].filter(({ markdown }) => markdown !== '');
}

/** `honours.1.name` stands in the cell of the honours. */
function placeOfField(path: string, draft: Draft, programme: Programme): Finding['where'] {
  const [owner = '', part] = path.split('.');
  const key = (draft.places.has(`${owner}.${part}` as ColumnKey) ? `${owner}.${part}` : owner) as ColumnKey;
  const header = columnsFor(programme).find((column) => column.key === key)?.header;
  return draft.places.get(key) ?? { ...draft.where, ...(header && { field: header }) };
}

function sameText(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(line(value));
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .join(',')}}`;
}
