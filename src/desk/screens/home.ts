import { type Html, html } from '#core/formats/html.ts';
import type { Screen, Visit } from '#desk/frame/screen.ts';

/** 首页. */
export const homeScreen: Screen = { path: '/', title: '首页', menu: '总览', show };

async function show({ desk }: Visit): Promise<Html> {
  const { readable } = await desk.checked();
  const rounds = readable?.programmes.flatMap((programme) => programme.rounds) ?? [];
  return html`<ul class="choices">
    ${rounds.map(({ round }) => html`<li>${round.data.title}</li>`)}
  </ul>`;
}
