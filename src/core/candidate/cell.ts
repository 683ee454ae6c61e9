import { parsePlainDate, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import { line } from '#core/text/tidy.ts';
import type { CellForm, Parsed, SheetColumn } from './field.ts';

/** 无, 暂无, /, —: how forms say that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:无|暂无|没有|[/\\\-—–－_]+)?[。.]?$/u.test(line(text));
}

/** `2026-03-02`, `2026.3.2`, `2026年3月2日`, `2026/3/2`. */
export function parseDay(text: string): Parsed<PlainDate> {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (plain === '') return { value: undefined };
  const [, year = '', month = '', day = ''] = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/u.exec(plain) ?? [];
  const date = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date ? { value: date } : { problem: 'import-date-unclear', args: {} };
}

/** The one ticked choice of `□高级技师 ☑技师 □高级工` or `高级技师□ 技师☑`; a text without boxes as it is. */
export function tickedOf(text: string): Parsed<string> {
  const plain = line(text);
  if (!/[□☐○▢◻☑☒■√✓✔▣●]/u.test(plain)) return { value: plain };
  const choices = [...plain.matchAll(/([□☐○▢◻☑☒■√✓✔▣●]*)\s*([^\s□☐○▢◻☑☒■√✓✔▣●]*)\s*/gu)];
  const leads = /^[□☐○▢◻☑☒■√✓✔▣●]/u.test(plain);
  // Between two words a tick may belong to either.
  if (!leads && !/[□☐○▢◻☑☒■√✓✔▣●]$/u.test(plain)) return { problem: 'import-two-values', args: {} };
  const marks = choices.map((choice) => choice[1] ?? '');
  const words = choices.map((choice) => choice[2] ?? '');
  const ticked = words.filter(
    (word, at) => word !== '' && /[☑☒■√✓✔▣●]/u.test((leads ? marks[at] : marks[at + 1]) ?? ''),
  );
  return ticked.length > 1 ? { problem: 'import-two-values', args: {} } : { value: ticked[0] ?? '' };
}

/** A word that is none of those that may stand there. */
export function unknownWord(allowed: readonly string[]): { problem: FindingCode; args: Args } {
  return { problem: 'import-word-unknown', args: { allowed: allowed.join('、') } };
}

/** For comparing words: brackets and white space do not count, what stands in them does. */
export function whole(text: string): string {
  return text.normalize('NFKC').replace(/[\s()[\]“”"]/gu, '');
}

/** One line of text. */
export const lineCell: CellForm<string | undefined> = {
  takes: [],
  list: false,
  read: (text) => ({ value: line(text) === '' ? undefined : line(text) }),
  write: (value = '') => value,
};

/** What most columns are: asked of everybody, filled in by nobody who has nothing to say. */
export const plainColumn = {
  width: 16,
  combined: undefined,
  asked: 'always',
  required: false,
  choices: 'any',
  forAll: '',
} as const satisfies Partial<SheetColumn<string, unknown>>;

/** What no sheet asks for, because a cell cannot hold it: its files lie beside the record. */
export function noColumns(): readonly SheetColumn<never, never>[] {
  return [];
}
