import type { PlainDate } from '#core/calendar/plain-date.ts';
import type { Subject } from '#core/formats/subject.ts';
import type { CellEdit } from '#core/roster/cell-edit.ts';
import type { Answers } from '#core/roster/match.ts';
import type { PhotoTexts } from '#core/roster/photo-consent.ts';
import type { Supplement } from '#core/roster/supplement.ts';

/** `keep`: what stands in the content; `take`: what the sheet says. */
export type EditChoice = 'keep' | 'take';

export interface EditAnswers {
  /** For everybody of whom nothing else is said, and for the list. */
  all?: EditChoice | undefined;
  /** By id. */
  people: ReadonlyMap<string, EditChoice>;
}

/** 增补公示: the people of the sheet join the published list, with a window of their own. */
export interface AddedNotice {
  /** Name of its folder. */
  id: string;
  published: PlainDate;
  opensOn: PlainDate;
}

/** What a head means, in the words of `form -- learn`: 传帮带, 不公开. */
export interface HeadMeaning {
  label: string;
  means: string;
}

export interface ImportRequest {
  content: string;
  /** `weihai-craftsman/2024`. */
  round: string;
  /** A list, a folder of forms, or both. */
  paths: readonly string[];
  sheet: string | undefined;
  /** Which of several lists, by words of its heading. */
  list?: string | undefined;
  all: readonly { head: string; text: string }[];
  /** Cells that somebody has corrected on the way, the file being as it is. */
  cells?: readonly CellEdit[];
  /** What heads mean that nothing known explains; remembered with the programme once the import is written. */
  heads?: readonly HeadMeaning[];
  orderedBy: string | undefined;
  answers: Answers;
  /** Who sent a file, or all of them: `--from`. */
  from?: readonly { file: string | undefined; body: string }[];
  supplement?: Supplement;
  /** Nominating bodies that the round does not know yet are added to it; with kinds in the programme, as this kind. */
  addBodies?: { kind?: string | undefined } | undefined;
  /** Names that look like none and are: `--real-name`. */
  realNames?: ReadonlySet<string>;
  /** What names are, where they are no persons: `--subject 示例车间=班组`. */
  subjects?: ReadonlyMap<string, Subject>;
  /** What becomes of texts edited by hand since the last import. */
  edits?: EditAnswers;
  photos: { folder: string | undefined; texts: PhotoTexts };
  /** The sheet has people who join the list as an own notice: `--added`. */
  added?: AddedNotice | undefined;
  /** `--confirm-pdf 名单.pdf=12`: read from a PDF, row by row compared by a person. */
  confirmedPdf?: readonly string[];
}
