import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { type Html, html } from '#core/formats/html.ts';
import type { Desk } from '#desk/frame/desk.ts';
import { textField } from '#desk/frame/fields.ts';
import { textIn } from '#desk/frame/form.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { type Ran, runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import type { AnyCommand } from '#pipeline/commands/define-command.ts';

const SIGNING_LABELS = {
  key: '密钥文件',
  'passphrase-file': '口令',
  'key-lost': '密钥丢失',
  unsigned: '来不及签名',
};

/** With which key a release is signed. What is typed into a field `secret…` is never kept. */
export function signingFields(visit: Visit): Html {
  return html`<fieldset class="field">
    <legend>签名</legend>
    ${textField(visit, {
      name: 'key',
      label: '密钥文件的位置',
      hint: '密钥在 U 盘上，插好以后写它的位置，例如 E:\\gongshi.key。不写就不签名，别人核对不了是谁发布的。',
    })}
    <div class="field">
      <label for="f-secret-passphrase">密钥的口令<small>（不签名的不填；不会留存）</small></label>
      <input id="f-secret-passphrase" name="secret-passphrase" type="password" autocomplete="off" />
    </div>
  </fieldset>`;
}

export function isSigned(sent: FormData): boolean {
  return textIn(sent, 'key') !== '';
}

/** Calls a verb that signs. The passphrase lies in a file of the desk's own, which nobody else may read, only while the verb works. */
export async function runSigned(
  desk: Desk,
  command: AnyCommand,
  words: readonly string[],
  sent: FormData,
  labels: Readonly<Record<string, string>>,
): Promise<Ran> {
  const all = { ...SIGNING_LABELS, ...labels };
  if (!isSigned(sent)) return runVerb(desk, command, words, all);
  const file = desk.state.path(`passphrase-${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(file, textIn(sent, 'secret-passphrase'), { mode: 0o600, flag: 'wx' });
    const ran = await runVerb(
      desk,
      command,
      [...words, ...wordsOf({ key: textIn(sent, 'key'), 'passphrase-file': file })],
      all,
    );
    // As somebody would type it who is asked for the passphrase.
    return { ...ran, command: ran.command.replace(/ --passphrase-file (?:'[^']*'|"[^"]*"|\S+)/, '') };
  } finally {
    await rm(file, { force: true });
  }
}
