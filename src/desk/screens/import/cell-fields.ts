import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { EditableCell } from '#core/roster/editable-cell.ts';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import { typed } from '#desk/frame/fields.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { fieldKey } from './batches.ts';

/** A cell to be written anew, with what the file says beside it and what is wrong with it. */
export function cellFields(visit: Visit, cell: EditableCell): Html {
  const { where, original, covered, now, rows, choices, findings } = cell;
  const key = fieldKey(where.file, where.sheet, where.cell);
  const name = `cell.${key}`;
  const text = typed(visit, name, now ?? (covered ? '' : original));
  const lines = text.split('\n').length;
  return html`<fieldset class="field cell ${findings.some(({ level }) => level === 'error') && 'error'}">
    <legend>${chinesePlace(where)}</legend>
    ${findings.map((one) => html`<p>${clerkWords(sentence(one), importCommand.options, {})}</p>`)}
    ${rows > 1 && html`<p class="hint">这是合并单元格，改的是其中 ${rows} 行。</p>`}
    <div class="pair">
      <p class="field"><b>文件里</b><br /><span class="original">${original === '' ? '（空着）' : original}</span></p>
      <p class="field">
        <label for="f-${name}">改为</label>
        ${
          lines > 1 || [...text].length > 40
            ? html`<textarea id="f-${name}" name="${name}" rows="${Math.min(8, lines + 2)}">${text}</textarea>`
            : html`<input id="f-${name}" name="${name}" value="${text}" list="l-${key}" autocomplete="off" />`
        }
        ${
          choices.length > 0 &&
          html`<datalist id="l-${key}">${choices.map((choice) => html`<option value="${choice}"></option>`)}</datalist>
            <small>可写：${choices.join('、')}</small>`
        }
      </p>
    </div>
  </fieldset>`;
}
