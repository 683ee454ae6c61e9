import { type Html, html } from '#core/formats/html.ts';
import { addressOf, form, textIn } from '#desk/frame/form.ts';
import { faultOf, findingList } from '#desk/frame/outcome.ts';
import type { Reply, Visit } from '#desk/frame/screen.ts';
import type { Ran } from '#desk/frame/verbs.ts';

interface Deed {
  /** What the second button says. */
  what: string;
  sees: readonly string[];
  /** Calls the verb, with these words more. */
  run: (more: readonly string[]) => Promise<Ran>;
  reply: (ran: Ran) => Reply;
}

/** A deed in two steps: the verb is tried with `--check-only` and says what would come of it; the second button, on that page, does it. */
export async function lookOrDo(visit: Visit, sent: FormData, { what, sees, run, reply }: Deed): Promise<Reply> {
  if (textIn(sent, 'sure') !== '') return reply(await run([]));
  const tried = await run(['--check-only']);
  if (tried.exit !== 0) return { kind: 'again', fault: faultOf(tried) };
  const carried = [...sent].flatMap(([name, value]): Html[] =>
    typeof value === 'string' && !name.startsWith('_')
      ? [html`<input type="hidden" name="${name}" value="${value}" />`]
      : [],
  );
  const body = html`<div class="note" role="status">
      ${tried.text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => html`<p>${line}</p>`)}
    </div>
    ${tried.findings.length > 0 && findingList(tried.findings)}
    ${await form(
      { ...visit, draft: undefined },
      { sees, submit: what, grave: true, body: html`${carried}<input type="hidden" name="sure" value="yes" />` },
    )}
    <p><a href="${addressOf(visit)}">回去改</a></p>`;
  return { kind: 'page', body };
}
