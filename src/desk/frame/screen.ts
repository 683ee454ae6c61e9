import type { Html } from '#core/formats/html.ts';
import type { AnyCommand } from '#pipeline/commands/define-command.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './drafts.ts';
import type { Link } from './link.ts';
import type { Ran } from './verbs.ts';

/**
 * One screen of the desk, one file under `src/desk/screens`, one line in its `index.ts`. What is needed to add one:
 *
 * 1. `show` returns the page's main part as `Html`, built with `html` (core/formats/html.ts), which escapes whatever is put in. A form is
 *    `await form(visit, { … })` (form.ts): it carries the token of the session, the draft and the digest of what the clerk saw. Its
 *    fields are those of fields.ts: they fill themselves with what was typed before.
 * 2. `act` gets what was sent and calls the verb of the command line: `runVerb(visit.desk, actCommand, wordsOf({ round, kind }))` (verbs.ts, words.ts); what
 *    takes long is `{ kind: 'job', … }`. `told(ran, { title, next })` makes the reply of either outcome: a page that says what was done,
 *    with the equivalent command, or the form again with every finding above it and nothing lost of what was typed.
 * 3. A round is chosen by `?round=`: `chosenOr` (round-choice.ts) gives the round or the page to choose one.
 * 4. A picture or a sheet is a screen of its own without a place in the menu, whose `show` returns `{ kind: 'file', … }`.
 *
 * Every guard (host, origin, session, token, size, time, double sending, changed files) is the frame's; a screen never sees a request.
 */
export interface Screen {
  /** `/round`; with a query behind it, a screen has one address for each round or step. */
  path: string;
  /** Its name in the menu and above the page. */
  title: string;
  /** Where it stands in the menu; a picture, a sheet or a step has no place there. */
  menu?: Group;
  /** Whether it is about one round, so that the menu carries the chosen one along. */
  ofRound?: true;
  /** Bytes a form may bring; a screen with files says more than the usual. */
  maxBytes?: number;
  show(visit: Visit): Promise<Html | PageReply | FileReply>;
  act?(visit: Visit, sent: FormData): Promise<Reply>;
}

export const GROUPS = ['总览', '筹备', '名单', '把关', '公示以后', '公布', '留底'] as const;
export type Group = (typeof GROUPS)[number];

/** One request, after every guard. */
export interface Visit {
  desk: Desk;
  path: string;
  query: URLSearchParams;
  /** Ties a form to this desk. */
  token: string;
  /** What was typed at this address and not carried out yet. */
  draft: Draft | undefined;
  /** The draft is what was sent a moment ago and not carried out: nobody need be told that it stands there. */
  justSent?: true;
}

export interface PageReply {
  kind: 'page';
  body: Html;
  status?: number;
}

export interface FileReply {
  kind: 'file';
  bytes: Uint8Array;
  type: string;
  /** Saved under this name; shown in the browser where there is none. */
  name?: string;
  /** A page of the product's own, shown as it is: its styles and pictures stand in it, nothing in it may run. */
  sheet?: true;
}

/** What came of a form. */
export type Reply =
  | PageReply
  | FileReply
  /** The form once more, what was typed still in it, and above it what is wrong. */
  | { kind: 'again'; fault: Html }
  /** The next step, at an address of its own. */
  | { kind: 'go'; to: string; keepDraft?: true }
  /** It is done: written into the record, the draft goes, a page of its own says so. */
  | { kind: 'done'; title: string; ran: Ran; next: readonly Link[] }
  /** It goes on in a process of its own, and its page follows it. */
  | { kind: 'job'; title: string; command: AnyCommand; words: readonly string[]; next: readonly Link[] };
