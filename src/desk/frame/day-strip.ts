import { chineseMonthDay, chineseWeekday } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import type { PublicityWindow } from '#core/window/publicity-window.ts';

/** Every day of a window: what it is, by which notice, and which counted day it makes. */
export function dayStrip({ days, unit }: PublicityWindow): Html {
  return html`<table class="strip">
    <thead>
      <tr>
        <th scope="col">日期</th>
        <th scope="col">是什么日子</th>
        <th scope="col">第几${unit === 'working' ? '个工作日' : '天'}</th>
      </tr>
    </thead>
    <tbody>
      ${days.map(
        (day) =>
          html`<tr>
            <th scope="row">${chineseMonthDay(day.date)} ${chineseWeekday(day.date)}</th>
            <td>${chineseDayKind(day)} <small>${day.document?.number ?? day.document?.title ?? ''}</small></td>
            <td>${day.ordinal === undefined ? '不计' : String(day.ordinal)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
