import { type Html, html } from '#core/formats/html.ts';
import type { Visit } from './screen.ts';

interface Field {
  name: string;
  label: string;
  /** One sentence below the label. */
  hint?: string | undefined;
  required?: boolean;
  /** Whether `（可不填）` stands behind the label of what is not required; it does. */
  mark?: boolean;
  /** What stands in it when nothing was typed yet. */
  value?: string | undefined;
}

/** What was typed before, or what the content says. */
export function typed(visit: Pick<Visit, 'draft'>, name: string, otherwise = ''): string {
  return visit.draft?.fields[name]?.[0] ?? otherwise;
}

function allTyped(visit: Pick<Visit, 'draft'>, name: string): readonly string[] {
  return visit.draft?.fields[name] ?? [];
}

export function textField(
  visit: Pick<Visit, 'draft'>,
  field: Field & { type?: 'text' | 'date' | 'time' | 'number' | 'email' | 'tel' | 'url'; autocomplete?: string },
): Html {
  const { name, type = 'text', required = false, autocomplete = 'off' } = field;
  return labelled(
    field,
    html`<input
      id="f-${name}"
      name="${name}"
      type="${type}"
      value="${typed(visit, name, field.value)}"
      autocomplete="${autocomplete}"
      ${describedBy(field)}
      ${required && html`required`}
    />`,
  );
}

export function longField(visit: Pick<Visit, 'draft'>, field: Field & { rows?: number }): Html {
  const { name, rows = 4, required = false } = field;
  // A line break right behind the opening tag is the parser's: one more keeps the first of the text.
  return labelled(
    field,
    html`<textarea id="f-${name}" name="${name}" rows="${rows}" ${describedBy(field)} ${required && html`required`}>
${typed(visit, name, field.value)}</textarea>`,
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function choiceField(
  visit: Pick<Visit, 'draft'>,
  field: Field & { choices: readonly Choice[]; empty?: string },
): Html {
  const { name, choices, empty, required = false } = field;
  const chosen = typed(visit, name, field.value);
  return labelled(
    field,
    html`<select id="f-${name}" name="${name}" ${describedBy(field)} ${required && html`required`}>
      ${empty !== undefined && html`<option value="">${empty}</option>`}
      ${choices.map(
        ({ value, label }) => html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`,
      )}
    </select>`,
  );
}

/** Any number of ticks under one name. */
export function ticksField(
  visit: Pick<Visit, 'draft'>,
  { name, label, hint, choices, ticked = [] }: Field & { choices: readonly Choice[]; ticked?: readonly string[] },
): Html {
  const now = visit.draft === undefined ? ticked : allTyped(visit, name);
  return html`<fieldset class="field">
    <legend>${label}</legend>
    ${hint !== undefined && html`<p class="hint">${hint}</p>`}
    ${choices.map(
      ({ value, label: words }, index) =>
        html`<p class="tick">
          <input
            type="checkbox"
            id="f-${name}-${index}"
            name="${name}"
            value="${value}"
            ${now.includes(value) && html`checked`}
          />
          <label for="f-${name}-${index}">${words}</label>
        </p>`,
    )}
  </fieldset>`;
}

/** Files, dropped or chosen; a folder where the browser can. */
export function fileField({
  name,
  label,
  hint,
  accept,
  folder,
  required = false,
}: Field & { accept?: string; folder?: boolean }): Html {
  return labelled(
    { name, label, hint },
    html`<input
      id="f-${name}"
      name="${name}"
      type="file"
      multiple
      ${accept !== undefined && html`accept="${accept}"`}
      ${folder && html`webkitdirectory`}
      ${describedBy({ name, hint })}
      ${required && html`required`}
    />`,
  );
}

function labelled({ name, label, hint, required, mark = true }: Field, input: Html): Html {
  return html`<div class="field">
    <label for="f-${name}">${label}${required !== true && mark && html`<small>（可不填）</small>`}</label>
    ${hint !== undefined && html`<p class="hint" id="h-${name}">${hint}</p>`} ${input}
  </div>`;
}

function describedBy({ name, hint }: { name: string; hint?: string | undefined }): Html | undefined {
  return hint === undefined ? undefined : html`aria-describedby="h-${name}"`;
}
