import { extname } from 'node:path';
import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import { textField, ticksField } from '#desk/frame/fields.ts';
import { form, textIn, textsIn } from '#desk/frame/form.ts';
import { again } from '#desk/frame/outcome.ts';
import { chosenOr, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { PAPER_KINDS } from '#pipeline/paper/kinds.ts';
import { paperCommand } from '#pipeline/paper/paper-command.ts';
import { type MadePaper, madePapers, paperFolder, roundChangedAt } from './made-papers.ts';

/** 纸面: every carrier of a round's notices, acts and results, to look at and to save. */
export const paperScreen: Screen = { path: '/paper', title: '纸面', menu: '公布', ofRound: true, show, act };

async function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, async ({ id, folder }) => {
    const made = await madePapers(visit.desk, id);
    return html`<p>盖章、张贴、登报、存档用的文件，内容与网页一字不差。</p>
      ${made.length > 0 && (await madeShown(visit, id, made))}
      <h2>${made.length > 0 ? '重新做' : '做哪些'}</h2>
      ${await form(visit, {
        sees: [folder, 'site.json'],
        submit: '做出来',
        body: html`${ticksField(visit, {
          name: 'only',
          label: '种类',
          hint: '一种也不勾就全部做。',
          choices: PAPER_KINDS.map(({ key, words }) => ({ value: key, label: words })),
        })}
        ${textField(visit, {
          name: 'fonts',
          label: '本单位的字体目录',
          hint: '电脑上有仿宋、小标宋、黑体、楷体的，写它们所在的目录，例如 C:\\Windows\\Fonts；不写就用网站设置里的，再没有就用随附的开源字体。',
        })}`,
      })}`;
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return again('没有这一届，可能刚被移走。');
  const { id } = chosen;
  const out = paperFolder(visit.desk, id);
  const fonts = textIn(sent, 'fonts');
  return {
    kind: 'job',
    title: '制作纸面文件',
    command: paperCommand,
    words: wordsOf({ round: id, out, only: textsIn(sent, 'only'), fonts: fonts === '' ? [] : [fonts] }),
    next: [{ href: `/paper?round=${encodeURIComponent(id)}`, label: '看做好的文件' }],
  };
}

async function madeShown({ desk }: Visit, id: string, made: readonly MadePaper[]): Promise<Html> {
  const first = Math.min(...made.map(({ at }) => at));
  const isOld = first < (await roundChangedAt(desk, id));
  const place = (path: string, more = ''): string =>
    `/paper/file?round=${encodeURIComponent(id)}&file=${encodeURIComponent(path)}${more}`;
  return html`<h2>做好的文件</h2>
    ${isOld && html`<p class="note" role="status">做好以后，这一届的内容又改动过。请重新做，不要拿旧的去盖章。</p>`}
    <table>
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">大小</th>
          <th scope="col">做于</th>
          <th scope="col">保存</th>
        </tr>
      </thead>
      <tbody>
        ${made.map(
          ({ path, bytes, at }) =>
            html`<tr>
              <td>${extname(path) === '.pdf' ? html`<a href="${place(path)}">${path}</a>` : path}</td>
              <td>${Math.ceil(bytes / 1024)} KB</td>
              <td>${chineseFullDate(chinaDate(at))} ${chinaTime(at)}</td>
              <td>
                <a href="${place(path, '&save=1')}">保存<span class="hidden">${path}</span></a>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p><a href="${place('', '&save=1')}">全部存成一个压缩包</a></p>`;
}
