import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { publicText } from '#core/roster/cell-text.ts';
import { columnText } from '#core/roster/column-text.ts';
import { type ColumnKey, columnsFor } from '#core/roster/columns.ts';
import { draftOf } from '#core/roster/draft.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import type { FieldCell, Reading } from '#core/roster/reading.ts';
import { mergedRecord, type PersonRecord } from '#core/roster/record.ts';
import { personName } from '#core/text/tidy.ts';
import type { KnownRound } from '#pipeline/intake/known-round.ts';

export interface EditedRecord {
  /** Absent where something stands in the way. */
  record: PersonRecord | undefined;
  findings: Finding[];
}

/**
 * A person as somebody has typed it, column by column, read as a row of a roster is: the same signs, words and lengths are asked for. A
 * column whose text is as it was stays to the letter what it was.
 * @param file the person's, for the findings
 * @param realName whether the name, which may look like none, is one
 */
export function editedRecord(
  cells: ReadonlyMap<ColumnKey, string>,
  known: KnownPerson | undefined,
  { round, file, realName = false }: { round: KnownRound; file: string; realName?: boolean },
): EditedRecord {
  const programme = round.programme.data;
  const columns = columnsFor(programme, known ? [known.record.candidate] : []);
  const before = (key: ColumnKey): string => (known ? columnText(key, known.id, known.record, programme) : '');
  const typed = [...cells].filter(([key, text]) => text !== before(key) || (!known && key === 'name'));
  const name = personName(cells.get('name') ?? known?.name ?? '');
  const findings: Finding[] = [];
  const at = (key: ColumnKey): Place => {
    const field = columns.find((one) => one.key === key)?.header ?? key;
    return { file, field, ...(name !== '' && { person: name }) };
  };
  const read = new Map<ColumnKey, FieldCell[]>();
  for (const [key, text] of typed) {
    if (key === 'id') continue;
    const cell = publicText({ kind: 'text', text }, key, at(key));
    findings.push(...cell.findings);
    read.set(key, [{ text: cell.text, where: at(key) }]);
  }
  const changesName = read.has('name');
  const reading: Reading = {
    row: 1,
    where: { file, ...(name !== '' && { person: name }) },
    name: personName(changesName ? (read.get('name')?.[0]?.text ?? '') : (known?.name ?? '')),
    cells: read,
    pictures: [],
  };
  if (reading.name === '') {
    const isSaid = findings.some(({ level, where }) => level === 'error' && where.field === at('name').field);
    if (!isSaid) findings.push(finding('import-value-missing', at('name'), { header: '姓名' }));
    return { record: undefined, findings };
  }
  const subject = known?.record.candidate.subject;
  const understood = draftOf(reading, {
    programme,
    opensOn: round.folder.round.data.publicity.opensOn,
    // A name that stands there already has been looked at.
    realNames: new Set(realName || !changesName ? [reading.name] : []),
    subjects: new Map(subject !== undefined && !read.has('subject') ? [[reading.name, subject]] : []),
  });
  const merged = mergedRecord(understood.draft, known?.record, programme);
  findings.push(...understood.findings, ...merged.findings);
  // A cell that was refused is empty for the rest of the program: that it is empty needs no second line.
  const isRefused = (key: ColumnKey): boolean =>
    findings.some(({ level, where }) => level === 'error' && where.field === at(key).field);
  const missing = merged.missing.filter((key) => key !== 'name' && !isRefused(key));
  const header = (key: ColumnKey): string => columns.find((one) => one.key === key)?.header ?? key;
  findings.push(...missing.map((key) => finding('import-value-missing', at(key), { header: header(key) })));
  const stops = findings.some(({ level }) => level === 'error');
  return { record: stops ? undefined : merged.record, findings };
}
