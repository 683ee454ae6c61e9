import { ALL_FIELDS, type AnyField, type Candidate, type ColumnName, valueOf } from '#core/candidate/candidate.ts';
import { inOrder, type SheetColumn } from '#core/candidate/field.ts';
import { lengthHint } from '#core/candidate/length-hint.ts';
import { isPerson } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';

export type FieldKey = 'id' | ColumnName;

/** A public column: a field of the candidate, or a text under a heading of the programme. */
export type ColumnKey = FieldKey | `text:${string}`;

export interface Column {
  key: ColumnKey;
  header: string;
  /** One or two sentences for the person who fills it in. */
  help: string;
  /** The only values it may hold. */
  choices?: readonly string[];
  /** Excel would spoil a value here: the template formats the column as text. */
  text?: true;
  required?: true;
}

/** What stands in the id column of the template's example row, which the importer passes over. */
export const EXAMPLE_ID = '示例';
export const ID_HEAD = '网站编号';

/** A column of the table with the field that it belongs to. */
interface FieldColumn {
  field: AnyField;
  column: SheetColumn<ColumnName, unknown>;
}

/** Every column of every field, in the order of the table. */
export const FIELD_COLUMNS: readonly FieldColumn[] = ALL_FIELDS.flatMap((field) =>
  field.sheet.columns.map((column) => ({ field, column })),
);

/** The column of a key; `undefined` for the id and for texts, which are nobody's fields. */
export function fieldColumn(key: ColumnKey): FieldColumn | undefined {
  return FIELD_COLUMNS.find(({ column }) => column.key === key);
}

/**
 * The columns of a programme's roster. The template, the export and the importer share them.
 * @param people who is on the list already: what one of them is must have its column, whatever the programme says
 */
export function columnsFor(programme: Programme, people: readonly Candidate[] = []): Column[] {
  const fields = ALL_FIELDS.map((field) => ({
    key: field.key,
    behind: field.sheet.behind,
    columns: field.sheet.columns
      .filter((column) => isAsked({ field, column }, programme, people))
      .map((column) => columnOf(column, programme)),
  }));
  return [idColumn, ...inOrder([...fields, textColumns(programme)]).flatMap(({ columns }) => columns)];
}

const idColumn: Column = {
  key: 'id',
  header: ID_HEAD,
  help: '新增人选留空，由导入命令编出；已有的编号请勿改动，更正名单时靠它认人。',
  text: true,
};

/** Where `texts` stand, a field may say that it stands behind them. */
function textColumns(programme: Programme): { key: string; behind: undefined; columns: Column[] } {
  const columns = programme.rules.texts
    .filter(({ heading }) => heading !== 'summary')
    .map(({ heading, required }) => ({
      key: `text:${heading}` as const,
      header: heading,
      help: `全文，格内换行即分段${lengthHint(programme, heading)}。`,
      text: true as const,
      ...(required && { required: true as const }),
    }));
  return { key: 'texts', behind: undefined, columns };
}

/** What somebody on the list has is asked though the programme does not: an export loses nothing. */
function isAsked({ field, column }: FieldColumn, programme: Programme, people: readonly Candidate[]): boolean {
  const { asked } = column;
  if (asked === 'always' || asked.when(programme)) return true;
  if (field.key === 'subject') return !people.every(isPerson);
  return asked.otherwise === 'read' && people.some((person) => column.write(valueOf(person, field), programme) !== '');
}

function columnOf(column: FieldColumn['column'], programme: Programme): Column {
  const { key, header, help, choices, required } = column;
  return {
    key,
    header: said(header, programme),
    help: said(help, programme),
    ...choicesOf(choices, programme),
    text: true,
    ...((typeof required === 'function' ? required(programme) : required) && { required: true as const }),
  };
}

/** None where the programme lists nothing to choose from. */
function choicesOf(choices: FieldColumn['column']['choices'], programme: Programme): Pick<Column, 'choices'> {
  const list = choices === 'any' ? [] : choices(programme);
  return list.length > 0 ? { choices: list } : {};
}

/** Words that may depend on the programme. */
export function said(words: string | ((programme: Programme) => string), programme: Programme): string {
  return typeof words === 'function' ? words(programme) : words;
}
