import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';
import { programmeSteps } from '#pipeline/office/programme/steps.ts';

/** A paper of the sixth city: its notice, and what a clerk answers by it. */
export const sixth = (name: string): Promise<string> => readFile(join(ROOT, 'tests/fixtures/sixth', name), 'utf8');

/** The answers as the fields of the form: 公示天数=5工作日｜建议名单… */
export async function answered(): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const rows = new Map<string, number>();
  for (const line of (await sixth('回答.txt')).split('\n')) {
    const [, title = '', text = ''] = /^([^#=]+)=(.*)$/.exec(line) ?? [];
    const step = programmeSteps.find((one) => one.title === title);
    if (!step) continue;
    const row = rows.get(step.flag) ?? 0;
    rows.set(step.flag, row + 1);
    const parts = step.parts.length === 1 ? [text] : text.split('｜');
    for (const [index, part] of parts.entries()) fields[`${step.flag}.${row}.${index}`] = part;
  }
  return fields;
}

/** What each label of a form means: 用人单位=工作单位. */
export async function meanings(name: string): Promise<Map<string, string>> {
  const lines = (await sixth(name)).split('\n').flatMap((line) => {
    const [, label, means] = /^(.+)=([^=]+)$/.exec(line) ?? [];
    return label !== undefined && means !== undefined ? [[label, means] as const] : [];
  });
  return new Map(lines);
}
