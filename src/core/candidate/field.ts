import type { z } from 'zod';
import type { PlainDate } from '#core/calendar/plain-date.ts';
import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';

/** What a cell says, or why nobody can tell; an empty cell says `undefined`. */
export type Parsed<T> = { value: T | undefined } | { problem: FindingCode; args: Args };

/** What a cell is read by, beside its own text. */
interface CellTerms {
  programme: Programme;
  /** First day of the publicity, where it is known. */
  opensOn: PlainDate | undefined;
  /** The 推荐单位 of the same row, as it is written there. */
  body: string | undefined;
}

/** How a cell says its value, and back. */
export interface CellForm<V> {
  /** What may stand there beside text: a bare number, a date cell. */
  takes: readonly ('number' | 'date')[];
  /** One entry a line; two columns of it, or two cells, are one list. */
  list: boolean;
  /** An empty cell has been answered before. */
  read(text: string, terms: CellTerms): Parsed<unknown>;
  /** The inverse: a table written from it reads back as it was. `''`: nothing. */
  write(value: V, programme: Programme): string;
}

/** One column of the roster: of a field, or of a part of it. */
export interface SheetColumn<C extends string, V> extends CellForm<V> {
  /** The field's own key, with the part where it fills several columns: `photo.credit`. */
  key: C;
  header: string | ((programme: Programme) => string);
  /** One or two sentences for the person who fills it in. */
  help: string | ((programme: Programme) => string);
  /** In characters. */
  width: number;
  /** Heads and labels that mean it across the offices' papers, parted by spaces. */
  wordings: string;
  /** One cell for this and for another fact: what a programme's form calls that, the Chinese for it, and its wordings. */
  combined: { means: string; words: string; wordings: string } | undefined;
  /** Whether a programme's sheet has the column, and what becomes of a head that means it where it has not. */
  asked: 'always' | { when(programme: Programme): boolean; otherwise: 'read' | 'unpublished' };
  required: boolean | ((programme: Programme) => boolean);
  /** The only values it may hold. */
  choices: 'any' | ((programme: Programme) => readonly string[]);
  /** Nobody's value, in the example row; where there are choices and nothing is said, the first of them. */
  example: string | ((programme: Programme) => string);
  /** What to write in its place with `--all` where the whole column is missing; `''`: no word would do. */
  forAll: string | ((programme: Programme) => string);
}

/** How it stands on the sheet that the leader signs: in its head, among the lines, or among the lists below them. */
type Proof<V> = 'head' | { among: 'lines' | 'lists'; text(value: V, programme: Programme): string };

/**
 * How it stands on a person's page: a line of the facts, a list among 荣誉和成果, laid out by the page itself (whose table of such
 * fields is exhaustive), or on other pages only.
 */
export type Profile<V> =
  | 'own-layout'
  | 'elsewhere'
  | {
      as: 'fact';
      label: string | ((programme: Programme) => string);
      behind?: string;
      text(value: V, programme: Programme): string | undefined;
    }
  | { as: 'list'; label: string; behind?: string; items(value: V, programme: Programme): readonly string[] };

/** Its column in CSV and what the schema says of it; in JSON it has the field's own key. Once there it stays. */
export type OpenData<V> =
  'none' | { head: string; about: string | undefined; text(value: V, programme: Programme): string };

/**
 * All that is to be said of one field of a person: schema, roster, importer, file, proof, approval, page and open data are folds over
 * the table of these, in whose order a person's file has its fields. Nothing may be left out; what has no place says so.
 */
export interface FieldDefinition<K extends string, S extends z.ZodType, C extends string, P, O> {
  key: K;
  shape: S;
  /** Of whom it is asked: a trade, a level and a portrait are a person's. */
  of: 'everybody' | 'person';
  /** As an office speaks of it: 技能等级. */
  words: string;
  /** The same of the parts of its value, by their keys: 级别 of a `level`. */
  parts: Readonly<Record<string, string>>;
  /** A value, or the value of a part, in Chinese: 高级技师 for `senior-technician`. */
  inWords(value: string, programme: Programme, part: string): string;
  /** A value as a file has it, for whoever wrote a wrong one. */
  inFile: string;

  /** Whether nobody can be shown without it; `where-asked`: an empty cell of its column is a gap, a missing column is none. */
  need: 'always' | 'where-asked' | 'optional';
  /** Whether a label of a programme's form may mean it. */
  onForms: boolean;
  /** A roster's is an extract of the form's: that they differ is no contradiction. */
  extract: boolean;
  /** Read from the sheet, but put into the record by a step of its own. */
  mergedApart: boolean;
  sheet: { columns: readonly SheetColumn<C, z.output<S>>[]; behind?: string };

  proof: Proof<z.output<S>>;
  /** Whether it is part of what the office decided on. */
  approved: boolean;
  profile: P;
  /** Whether it leaves a person's page when the person is shown with a mark alone. */
  fades: boolean;
  openData: O;
}

/** Gives a definition its types. */
export function field<
  const K extends string,
  S extends z.ZodType,
  const C extends string,
  const P extends Profile<z.output<S>>,
  const O extends OpenData<z.output<S>>,
>(definition: FieldDefinition<K, S, C, P, O>): FieldDefinition<K, S, C, P, O> {
  return definition;
}

/** In the order given, but each that names another right behind it. */
export function inOrder<T extends { key: string; behind?: string | undefined }>(items: readonly T[]): T[] {
  const keys = new Set(items.map(({ key }) => key));
  const followers = (of: string): T[] =>
    items.filter(({ behind }) => behind === of).flatMap((item) => [item, ...followers(item.key)]);
  return items
    .filter(({ behind }) => behind === undefined || !keys.has(behind))
    .flatMap((item) => [item, ...followers(item.key)]);
}

/** What a fact of a person's page is called: 所在旗县区 in 包头, 所在县区 in 连云港. */
export function labelOf(label: string | ((programme: Programme) => string), programme: Programme): string {
  return typeof label === 'string' ? label : label(programme);
}
