import type { Candidate } from './candidate.ts';
import type { Place } from './finding.ts';
import type { Notice, NoticePart } from './notice.ts';
import type { Programme } from './programme.ts';
import type { ResultAnnouncement } from './result.ts';
import type { Roster } from './roster.ts';
import type { Round } from './round.ts';
import type { SiteSettings } from './site-settings.ts';
import type { CalendarYear, RegionalCalendar, WorkCalendar } from './work-calendar.ts';

/** A piece of a Markdown body: rendered prose under an optional level-2 heading, or the place of a generated part. */
export interface Section {
  heading?: string;
  html: string;
  /** The visible text, paragraphs separated by line feeds. */
  text: string;
  /** Generated parts that stand in this section, in order; each is a `<jb-part>` marker in `html`. */
  parts: NoticePart[];
  line: number;
}

/** One content file, read and validated. */
export interface Entry<T> {
  id: string;
  /** Below the content folder, with `/`. */
  file: string;
  data: T;
  /** Line of each field, by dotted path: `publicity.closesOn` → 7. */
  lines: Readonly<Record<string, number>>;
  sections: Section[];
}

export interface RoundFolder {
  /** `weihai-craftsman/2023`. */
  id: string;
  edition: string;
  round: Entry<Round>;
  roster: Entry<Roster> | undefined;
  /** In no particular order: the roster has the office's. */
  people: Entry<Candidate>[];
  notice: Entry<Notice> | undefined;
  result: Entry<ResultAnnouncement> | undefined;
}

export interface ProgrammeFolder {
  id: string;
  programme: Entry<Programme>;
  rounds: RoundFolder[];
}

/** Everything under `content/`, read and validated against the schemas, not yet judged by the rules. */
export interface Content {
  site: Entry<SiteSettings>;
  calendarYears: Entry<CalendarYear>[];
  regionalCalendars: Entry<RegionalCalendar>[];
  programmes: ProgrammeFolder[];
}

/** One round with all that its rules need to look at. */
export interface Dossier {
  programme: Entry<Programme>;
  folder: RoundFolder;
  /** Rounds of the same programme with an earlier year. */
  earlier: RoundFolder[];
  calendar: WorkCalendar;
}

/** The place of a field in an entry, with its line where the reader knows it. */
export function placeOf(entry: Pick<Entry<unknown>, 'file' | 'lines'>, field: string, person?: string): Place {
  let path = field;
  while (path !== '' && entry.lines[path] === undefined) path = path.split('.').slice(0, -1).join('.');
  const line = entry.lines[path];
  return { file: entry.file, ...(line && { line }), ...(field && { field }), ...(person && { person }) };
}
