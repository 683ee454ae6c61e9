import { type Html, html } from '#core/formats/html.ts';
import type { Dossier } from '#core/records/content.ts';
import { calendarOf } from '#core/records/content.ts';
import { dossiers } from '#pipeline/check/check-content.ts';
import type { Visit } from './screen.ts';

export interface ChosenRound {
  dossier: Dossier;
  /** `weihai-craftsman/2026`. */
  id: string;
  /** The round's folder below the content folder: what a form of this round sees. */
  folder: string;
}

/** The round of `?round=`; where there is none, the page to choose one, or to make the first. */
export async function chosenOr(visit: Visit, show: (chosen: ChosenRound) => Html | Promise<Html>): Promise<Html> {
  const chosen = await chosenRoundOf(visit);
  if (chosen === undefined) return roundList(visit);
  return html`<p class="which">${chosen.dossier.folder.round.data.title}　<a href="${visit.path}">换一届</a></p>
    ${await show(chosen)}`;
}

export async function chosenRoundOf({ desk, query }: Visit): Promise<ChosenRound | undefined> {
  const id = query.get('round');
  const { readable } = await desk.checked();
  if (readable === undefined || id === null) return undefined;
  const all = dossiers(readable, calendarOf(readable, readable.site.data.regionalCalendar));
  const dossier = all.find(({ folder }) => folder.id === id);
  const [programme = '', edition = ''] = id.split('/');
  return dossier && { dossier, id, folder: `programmes/${programme}/rounds/${edition}` };
}

async function roundList({ desk, path, query }: Visit): Promise<Html> {
  const { readable } = await desk.checked();
  if (readable === undefined) {
    return html`<p>内容里有读不懂的地方，还列不出各届。请先看<a href="/">首页</a>列出的问题。</p>`;
  }
  const rounds = readable.programmes.flatMap(({ rounds }) => rounds);
  const asked = query.get('round');
  return html`${asked !== null && html`<p>没有 ${asked} 这一届，可能刚被移走。</p>`}
  ${
    rounds.length === 0
      ? html`<p>还没有任何一届。<a href="/new-round">建一届</a></p>`
      : html`<p>是哪一届？</p>
          <ul class="choices">
            ${rounds
              .toReversed()
              .map(
                ({ id, round }) =>
                  html`<li>
                    <a href="${path}?round=${encodeURIComponent(id)}">${round.data.title}</a><small>${id}</small>
                  </li>`,
              )}
          </ul>`
  }`;
}
