import type { Act } from '#core/acts/act.ts';
import {
  type CalendarYear,
  createWorkCalendar,
  type RegionalCalendar,
  type WorkCalendar,
} from '#core/calendar/work-calendar.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Place } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ApprovalFile } from './approval.ts';
import type { Imported } from './imported.ts';
import type { LaterNotice, Notice, NoticePart } from './notice.ts';
import type { ProgrammeForm } from './programme-form.ts';
import type { ResultAnnouncement } from './result.ts';
import type { Reviews } from './review.ts';
import type { Roster } from './roster.ts';
import type { Round } from './round.ts';
import type { SiteSettings } from './site-settings.ts';
import type { TakenDown } from './taken-down.ts';

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
  /** Fields that another file has in its place, by their first key. */
  elsewhere?: Readonly<Record<string, Pick<Entry<unknown>, 'file' | 'lines'>>>;
}

/** A notice after the first, as its folder has it. */
export interface LaterFolder {
  id: string;
  notice: Entry<LaterNotice> | undefined;
  roster: Entry<Roster> | undefined;
  approval: Entry<ApprovalFile> | undefined;
}

/** Which notice of its round a folder is, where the round has several. */
interface Part {
  /** Name of its folder; `first` of the round's own. */
  id: string;
  /** 1 for the first. */
  number: number;
  /** All notices of the round in the order in which they become public, this one among them. */
  all: readonly RoundFolder[];
}

export interface RoundFolder {
  /** `weihai-craftsman/2023`. */
  id: string;
  edition: string;
  round: Entry<Round>;
  roster: Entry<Roster> | undefined;
  /** What the last import put here; absent before the first. */
  imported?: Entry<Imported> | undefined;
  /** In no particular order: the roster has the office's. */
  people: Entry<Candidate>[];
  notice: Entry<Notice> | undefined;
  /** The notices after it, in no particular order. */
  later?: LaterFolder[] | undefined;
  /** Of a folder that is one notice out of several (`noticesOf`). */
  part?: Part | undefined;
  /** Absent until `npm run approve`. */
  approval?: Entry<ApprovalFile> | undefined;
  result: Entry<ResultAnnouncement> | undefined;
  /** 补充公布, each a document of its own, in the order of their numbers. */
  further?: Entry<ResultAnnouncement>[];
  /** Who looked at the acts, the results and the takedowns; absent until the first of them is reviewed. */
  reviews?: Entry<Reviews> | undefined;
  /** What happened after publication, in no particular order. */
  acts: Entry<Act>[];
  /** Scans of stamped documents: `notice.pdf`, `result.jpg`. */
  stamped?: string[] | undefined;
  /** What is left of the people taken down. */
  takenDown: Entry<TakenDown>[];
}

export interface ProgrammeFolder {
  id: string;
  programme: Entry<Programme>;
  /** The forms its notice prescribes, by their file's name. */
  forms?: Entry<ProgrammeForm>[];
  rounds: RoundFolder[];
}

/** Everything under `content/`, read and validated against the schemas, not yet judged by the rules. */
export interface Content {
  site: Entry<SiteSettings>;
  calendarYears: Entry<CalendarYear>[];
  regionalCalendars: Entry<RegionalCalendar>[];
  programmes: ProgrammeFolder[];
  /** Address of the first publication, from which ids in feeds and calendars are made; absent before it: the site's own. */
  identity?: string;
  /** What others want at the root of the site, by name below `root/`: `MP_verify_Xy12.txt`. */
  rootFiles?: readonly string[];
  /** Pictures of maps, by name below `maps/`. */
  maps?: readonly string[];
}

/** One round with all that its rules need to look at. */
export interface Dossier {
  programme: Entry<Programme>;
  folder: RoundFolder;
  /** The forms that the programme's notice prescribes. */
  forms?: ProgrammeFolder['forms'];
  /** Rounds of the same programme with an earlier year. */
  earlier: RoundFolder[];
  calendar: WorkCalendar;
}

/** The place of a field in an entry, with its line where the reader knows it. */
export function placeOf(
  { elsewhere, ...own }: Pick<Entry<unknown>, 'file' | 'lines' | 'elsewhere'>,
  field: string,
  person?: string,
): Place {
  const entry = elsewhere?.[field.split('.')[0] ?? ''] ?? own;
  let path = field;
  while (path !== '' && entry.lines[path] === undefined) path = path.split('.').slice(0, -1).join('.');
  const line = entry.lines[path];
  return { file: entry.file, ...(line && { line }), ...(field && { field }), ...(person && { person }) };
}

/** The calendar that rules a content folder: the national years, with the overlay of its region where one is named. */
export function calendarOf(
  { calendarYears, regionalCalendars }: Pick<Content, 'calendarYears' | 'regionalCalendars'>,
  region: string | undefined,
): WorkCalendar {
  return createWorkCalendar(
    calendarYears.map((entry) => entry.data),
    regionalCalendars.map((entry) => entry.data).filter((overlay) => overlay.region === region),
  );
}
