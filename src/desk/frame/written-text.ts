import type { Desk } from './desk.ts';
import { fileNameOf } from './state-folder.ts';

/** A text typed into a form, as the file that the verb's option names; `undefined` where nothing was typed. */
export async function writtenText(desk: Desk, text: string): Promise<string | undefined> {
  if (text === '') return undefined;
  const name = `${fileNameOf(text)}.txt`;
  await desk.state.write(`${text}\n`, 'uploads', name);
  return desk.state.path('uploads', name);
}
