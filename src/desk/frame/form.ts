import { randomBytes } from 'node:crypto';
import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Visit } from './screen.ts';
import { keepSeen } from './seen.ts';

interface Form {
  body: Html;
  /** What the button says: a verb, `记下更正`. */
  submit: string;
  /** Files and folders below the content that the clerk sees here and decides upon: changed meanwhile, nothing is carried out. */
  sees: readonly string[];
  /** Whether the button writes what cannot be taken back by another form. */
  grave?: boolean;
}

/** A form that is sent to the address at which it is shown. */
export async function form(visit: Visit, { body, submit, sees, grave = false }: Form): Promise<Html> {
  const { desk, draft, token, justSent = false } = visit;
  const seen = await keepSeen(desk.state, desk.content, sees);
  return html`<form method="post" action="${addressOf(visit)}" enctype="multipart/form-data" data-draft>
    <input type="hidden" name="_token" value="${token}" />
    <input type="hidden" name="_seen" value="${seen}" />
    <input type="hidden" name="_once" value="${randomBytes(8).toString('hex')}" />
    ${DEFAULT} ${draft !== undefined && !justSent && draftNote(visit, seen)} ${body}
    <p class="buttons"><button class="${grave ? 'grave' : 'main'}">${submit}</button></p>
  </form>`;
}

/** What the enter key presses is the first button of a form: it must not be one that throws away or adds a row. */
const DEFAULT = html`<button class="vh" tabindex="-1" aria-hidden="true"></button>`;

/** A single button that acts, with nothing to fill in. */
export function button(visit: Visit, label: string, name: string, value: string): Html {
  return html`<form method="post" action="${addressOf(visit)}" enctype="multipart/form-data" class="single">
    <input type="hidden" name="_token" value="${visit.token}" />
    <input type="hidden" name="_once" value="${randomBytes(8).toString('hex')}" />
    <input type="hidden" name="${name}" value="${value}" />
    <button>${label}</button>
  </form>`;
}

/** A field of a form as it was sent, trimmed; '' where it was not. */
export function textIn(sent: FormData, name: string): string {
  const value = sent.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** Every field of a name that is not empty. */
export function textsIn(sent: FormData, name: string): string[] {
  return sent.getAll(name).flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
}

export function addressOf({ path, query }: Pick<Visit, 'path' | 'query'>): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function draftNote({ draft }: Visit, seen: string): Html {
  const at = draft?.at ?? 0;
  return html`<div class="note" role="status">
    <p>
      您在${chineseFullDate(chinaDate(at))}${chinaTime(at)}填过、还没有办完的内容已经填在下面。
      ${draft?.seen !== undefined && draft.seen !== seen && html`那以后内容文件有过改动，请对照下面显示的现状再看一遍。`}
    </p>
    <p><button name="_drop" value="1" formnovalidate>不要这些，重新填</button></p>
  </div>`;
}
