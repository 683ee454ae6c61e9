import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { idSchema } from '#core/formats/words.ts';
import { programmeFormSchema } from '#core/records/programme-form.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import type { TreeFile } from '#pipeline/content/content-tree.ts';

/**
 * Forms that `form -- learn` wrote for another folder or programme, to be carried by this one: path in the content → text. One that is there is
 * changed only with `replace`.
 */
export async function givenForms(
  paths: readonly string[],
  { id, tree, replace }: { id: string; tree: readonly TreeFile[]; replace: boolean },
): Promise<Map<string, string>> {
  const forms = new Map<string, string>();
  for (const path of paths) {
    const name = basename(path).replace(/\.json$/u, '');
    if (!/\.json$/u.test(path) || !idSchema.safeParse(name).success)
      throw new UsageError(
        `--form ${path} 要写 form -- learn 写成的 .json，文件名用小写英文字母、数字和短横线。要教一张 .docx、.xlsx 的表，请用：npm run form -- learn 表.docx --programme ${id}。`,
      );
    const target = `programmes/${id}/forms/${name}.json`;
    if (forms.has(target)) throw new UsageError(`--form 里有两份都叫 ${name}.json，请改一个文件名。`);
    if (!replace && tree.some((file) => file.path === target))
      throw new Refusal(
        'programme-stated',
        `活动 ${id} 已经有一张叫 ${name} 的表，没有改动。确要改写，请加 --replace。`,
      );
    forms.set(target, await formText(path));
  }
  return forms;
}

async function formText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`读不了 --form ${path}。请核对路径。`);
  try {
    const form = programmeFormSchema.parse(JSON.parse(text.replace(/^\uFEFF/u, '')));
    return `${JSON.stringify(form, null, 2)}\n`;
  } catch {
    throw new UsageError(`--form ${path} 不是 form -- learn 写成的表。请用 npm run form -- learn 重新教一次。`);
  }
}
