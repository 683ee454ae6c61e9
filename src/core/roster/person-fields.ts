import type { Programme } from '#core/programme/programme.ts';
import { columnText } from './column-text.ts';
import { type ColumnKey, columnsFor, type FieldKey } from './columns.ts';
import type { PersonRecord, TextSection } from './record.ts';

/** What a sheet can change of a person but the photo, which is one thing with what is recorded of it. */
type SheetField = Exclude<FieldKey, 'id' | 'photo.credit' | 'photo.consent'>;

const FIELDS: Record<SheetField, (candidate: PersonRecord['candidate']) => unknown> = {
  name: (one) => one.name,
  pinyin: (one) => one.pinyin,
  employer: (one) => one.employer,
  district: (one) => one.district,
  post: (one) => one.post,
  trade: (one) => one.trade,
  industry: (one) => one.industry,
  skillLevel: (one) => one.skillLevel,
  professionalTitle: (one) => one.professionalTitle,
  tier: (one) => one.tier,
  subject: (one) => one.subject,
  route: (one) => one.route,
  nominatingBody: (one) => one.nominatingBody,
  yearsInTrade: (one) => one.yearsInTrade,
  conditions: (one) => one.conditions,
  'earlierPublicity.opensOn': (one) => one.earlierPublicity?.opensOn,
  'earlierPublicity.closesOn': (one) => one.earlierPublicity?.closesOn,
  summary: (one) => one.summary,
  honours: (one) => one.honours,
  signatureSkills: (one) => one.signatureSkills,
  workMethods: (one) => one.workMethods,
  patents: (one) => one.patents,
  mentoring: (one) => one.mentoring,
  craftFamily: (one) => one.craftFamily,
  'quote.text': (one) => one.quote?.text,
  'quote.source': (one) => one.quote?.source,
  figures: (one) => one.figures,
  timeline: (one) => one.timeline,
  lineage: (one) => one.lineage,
};

/** Every column of which either record says something, or could. */
export function fieldKeys(...records: readonly PersonRecord[]): ColumnKey[] {
  const headings = records.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading ?? []));
  return [...(Object.keys(FIELDS) as SheetField[]), ...[...new Set(headings)].map((one) => `text:${one}` as const)];
}

/** A field as it stands in the record, to compare and to digest; empty where there is nothing. */
export function fieldValue(key: ColumnKey, { candidate, sections }: PersonRecord): string {
  if (isTextKey(key)) {
    return sections.flatMap((one) => (one.heading === headingOf(key) ? [one.markdown] : [])).join('\n\n');
  }
  const value = FIELDS[key as SheetField](candidate);
  return value === undefined || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value);
}

/** The fields in which two records differ for the eye; `alike` holds those that only their notation sets apart. */
export function differingFields(
  id: string,
  from: PersonRecord,
  to: PersonRecord,
  programme: Programme,
): { keys: ColumnKey[]; alike: ColumnKey[] } {
  const all = fieldKeys(from, to).filter((key) => fieldValue(key, from) !== fieldValue(key, to));
  const isAlike = (key: ColumnKey): boolean =>
    columnText(key, id, from, programme) === columnText(key, id, to, programme);
  return { keys: all.filter((key) => !isAlike(key)), alike: all.filter(isAlike) };
}

/** As the column is called in the office's sheet. */
export function fieldHeader(key: ColumnKey, programme: Programme): string {
  return columnsFor(programme).find((column) => column.key === key)?.header ?? (isTextKey(key) ? headingOf(key) : key);
}

/** `to`, with these fields as they are in `from`. */
export function withFieldsOf(from: PersonRecord, to: PersonRecord, keys: ReadonlySet<ColumnKey>): PersonRecord {
  if (keys.size === 0) return to;
  const candidate: Record<string, unknown> = { ...to.candidate };
  const before = from.candidate as Record<string, unknown>;
  for (const key of keys) {
    const [owner = ''] = key.split('.');
    if (isTextKey(key)) continue;
    if (before[owner] === undefined) delete candidate[owner];
    else candidate[owner] = before[owner];
  }
  return { candidate: candidate as PersonRecord['candidate'], sections: sectionsWith(from, to, keys) };
}

function sectionsWith(from: PersonRecord, to: PersonRecord, keys: ReadonlySet<ColumnKey>): TextSection[] {
  const isKept = ({ heading }: TextSection): boolean => heading !== undefined && keys.has(`text:${heading}`);
  const rest = [...to.sections];
  const old = from.sections.flatMap((section) => {
    if (isKept(section)) return [section];
    const at = rest.findIndex(({ heading }) => heading === section.heading);
    return at < 0 ? [] : rest.splice(at, 1);
  });
  return [...old, ...rest.filter((section) => !isKept(section))];
}

function isTextKey(key: ColumnKey): key is `text:${string}` {
  return key.startsWith('text:');
}

function headingOf(key: `text:${string}`): string {
  return key.slice('text:'.length);
}
