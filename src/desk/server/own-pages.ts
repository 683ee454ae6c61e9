import { randomBytes } from 'node:crypto';
import { type Html, html } from '#core/formats/html.ts';
import type { Job } from '#desk/frame/jobs.ts';
import { lineDifference } from '#desk/frame/line-difference.ts';
import type { Link } from '#desk/frame/link.ts';
import { commandShown } from '#desk/frame/page.ts';
import type { Entry } from '#desk/frame/record.ts';
import type { ChangedFile } from '#desk/frame/seen.ts';
import { type FaultCode, FAULTS } from './faults.ts';

/** What was done, at an address that can be loaded again without doing it again. */
export function donePage({ text, command, exit, next }: Shown): Html {
  return html`<div class="${exit === 0 ? 'done' : 'fault'}" role="status">
      ${text.split('\n').map((line) => html`<p>${line}</p>`)}
    </div>
    ${links(next)} ${commandShown(command)}`;
}

/** A thing done, as its page shows it. */
type Shown = Pick<Entry, 'text' | 'command' | 'exit'> & { next: readonly Link[] };

export function jobPage(job: Job): Html {
  if (job.exit !== undefined) return donePage({ ...job, exit: job.exit });
  return html`<div class="job" data-job="${job.id}" role="status" aria-live="polite">
      <p>正在办理，可以离开这一页，办完会记进记录。</p>
      <ol data-lines>
        ${job.lines.map((line) => html`<li>${line}</li>`)}
      </ol>
    </div>
    ${commandShown(job.command)}`;
}

export function faultPage(code: FaultCode, number?: string): { status: number; title: string; body: Html } {
  const [status, title, sentence] = FAULTS[code];
  return {
    status,
    title,
    body: html`<div class="fault" role="alert">
      <p>${sentence}</p>
      <p><small>${code}${number !== undefined && ` ${number}`}</small></p>
    </div>`,
  };
}

/** Both versions of every file that changed while the form was open, and the way on. */
export function changedPage(changed: readonly ChangedFile[] | 'unknown', address: string): Html {
  return html`<div class="fault" role="alert"><p>${FAULTS['desk-changed'][2]}</p></div>
    <p><a class="main" href="${address}">带着我填的内容回到表格，对照现在的内容再办</a></p>
    ${
      changed === 'unknown'
        ? html`<p>办公台已经不记得这张表格打开时的内容，请以现在的为准。</p>`
        : changed.map(changedFile)
    }`;
}

function changedFile({ path, saw, is }: ChangedFile): Html {
  if (saw === undefined && is === undefined)
    return html`<h2>${path}</h2>
      <p>这个文件换过了（不是文字，不能逐行对照）。</p>`;
  const lines = lineDifference(saw ?? '', is ?? '');
  return html`<h2>${path}</h2>
    ${saw === undefined && html`<p>您打开时还没有这个文件。</p>`}
    ${is === undefined && html`<p>这个文件现在没有了。</p>`}
    <table class="difference">
      <thead>
        <tr>
          <th scope="col">您看到的</th>
          <th scope="col">现在的</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ before, after }) =>
            html`<tr>
              <td>${before !== undefined && html`<del>${before}</del>`}</td>
              <td>${after !== undefined && html`<ins>${after}</ins>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function links(next: readonly Link[]): Html | undefined {
  if (next.length === 0) return undefined;
  return html`<h2>接下来</h2>
    <ul class="choices">
      ${next.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
    </ul>`;
}

export function newId(): string {
  return randomBytes(8).toString('hex');
}
