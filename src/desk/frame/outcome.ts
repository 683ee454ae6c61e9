import { type Html, html } from '#core/formats/html.ts';
import type { Link } from './link.ts';
import type { Reply } from './screen.ts';
import type { Ran, ToldFinding } from './verbs.ts';

/** The reply to what a verb made of a form: done, or the form again with everything that is wrong. */
export function told(ran: Ran, { title, next }: { title: string; next: readonly Link[] }): Reply {
  return ran.exit === 0 ? { kind: 'done', title, ran, next } : { kind: 'again', fault: faultOf(ran) };
}

/** What is wrong, above the form. */
export function faultOf(ran: Ran): Html {
  if (ran.findings.length === 0) return html`<p>${ran.text}</p>`;
  const errors = ran.findings.filter(({ level }) => level === 'error').length;
  return html`<p>没有办成，什么也没有写入。${errors} 处要改正，改好再办：</p>
    ${findingList(ran.findings)}`;
}

export function findingList(findings: readonly ToldFinding[]): Html {
  return html`<ul class="findings">
    ${findings.map(
      ({ level, message, where, code }) =>
        html`<li class="${level}">
          <b>${level === 'error' ? '错误' : '提醒'}</b> ${message}
          <small>${where.file ?? ''}${where.line !== undefined && `第 ${where.line} 行`} ${code}</small>
        </li>`,
    )}
  </ul>`;
}

/** The form again with one sentence of the screen's own. */
export function again(sentence: string): Reply {
  return { kind: 'again', fault: html`<p>${sentence}</p>` };
}
