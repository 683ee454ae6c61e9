import type { PlainDate } from '#core/calendar/plain-date.ts';

/**
 * A notice, a result or an act as every carrier on paper shows it: the page's own views, cut into what a sheet is set from. Whatever
 * carries it (PDF, Word, text for a newspaper) takes it from here, so that there is no second truth.
 */
export interface PaperDocument {
  /** `notice`, `notice-2`, `result`, `2018-09-28-withdraw-candidate`, among those of one notice of a round. */
  id: string;
  /** `公示`, `入围公示`, `结果`, `2018-09-28取消候选资格`: its files are called by it, among those of the round. */
  name: string;
  title: string;
  /** Its lines, broken by meaning. */
  titleLines: string[];
  /** Words of the title that must stay whole, for other widths. */
  titleWords: readonly string[];
  issuers: readonly string[];
  documentNumber: string | undefined;
  /** 主送机关, with its colon. */
  addressee: string | undefined;
  body: PaperBlock[];
  signature: Signature;
  attachments: Attachment[];
  published: PlainDate;
  publishedTime: string;
  frame: OfficialFrame;
  /** Where it is read on the organiser's site. */
  address: string;
  /** Names of people, which no line may break. */
  whole: string[];
}

export type PaperBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; text: string }
  /** Names in the office's order; `gone` stands in the place of one who was taken down. */
  | { kind: 'roll'; names: { text: string; gone: boolean }[] };

/** Issuers, and the day under them. */
export interface Signature {
  issuers: readonly string[];
  /** `2024年9月10日`. */
  date: string;
}

/** A list on pages of its own. */
export interface Attachment {
  title: string;
  /** `10人，按姓氏笔画排序`. */
  note: string;
  columns: { head: string; kind: 'number' | 'name' | 'text' | 'long' }[];
  groups: { title: string | undefined; rows: AttachmentRow[] }[];
}

export interface AttachmentRow {
  cells: string[];
  /** What stands in the place of all cells behind the number. */
  gone: string | undefined;
  /** What became of the person, under the last cell. */
  mark: string | undefined;
}

/** What a formal document has around its text (GB/T 9704-2012, 7.2 and 7.4). */
export interface OfficialFrame {
  /** 红头: `威海市总工会文件`; absent: none. */
  letterhead: string | undefined;
  /** 签发人. */
  signer: string | undefined;
  /** 抄送. */
  copiesTo: string | undefined;
  /** 印发机关 and the day. */
  printedBy: string | undefined;
  printedOn: string | undefined;
  /** Room is left for the seal over the signature. */
  seal: boolean;
}
