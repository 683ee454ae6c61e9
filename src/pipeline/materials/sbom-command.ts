import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, Refusal } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { NOW } from '#pipeline/commands/shared-options.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { cycloneDx } from './cyclone-dx.ts';
import { licenceList } from './licence-list.ts';
import { readLock } from './lock-file.ts';
import { LOCK, materialsOf } from './materials.ts';

const options = {
  out: { type: 'string', value: '目录', help: '把 sbom.cdx.json 和 licences.md 写到这里；不写只核对许可' },
  now: { ...NOW.now, help: '在物料清单里写明这个时刻；不写就没有时刻，同一份锁文件的结果逐字节相同' },
} as const satisfies Options;

/** `npm run sbom`. */
export const sbomCommand = defineCommand({
  verb: 'sbom',
  summary:
    '按 package-lock.json 列出程序用到的全部软件包（物料清单，CycloneDX 1.6）和它们的许可；有不允许的许可就报告。',
  options,
  examples: ['npm run sbom', 'npm run sbom -- --out 物料清单'],
  run: (given) => materialsWritten(given, ROOT),
});

/**
 * The bill of materials and the list of licences of the program, from its lock.
 * @param root the folder of package-lock.json and node_modules
 */
export async function materialsWritten(given: Given<typeof options>, root: string): Promise<Outcome> {
  const out = given.text('out');
  const now = given.instant('now');
  const bytes = await readFile(join(root, LOCK)).catch(() => undefined);
  const places = bytes && readLock(bytes.toString('utf8'));
  if (!bytes || !places) {
    throw new Refusal(
      'lock-unreadable',
      `读不出 ${LOCK}。请在程序的文件夹里运行；文件坏了的，从版本库取回原来的一份。`,
    );
  }
  const materials = materialsOf(places, (path) => licenceInstalled(join(root, path)));
  const { product, parts, findings } = materials;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const count = (scope: string): number => parts.filter((one) => one.scope === scope).length;
  const counts = {
    packages: parts.length,
    required: count('required'),
    optional: count('optional'),
    excluded: count('excluded'),
  };
  const head = `${product.name} ${product.version}：${counts.packages} 个软件包，其中必需 ${counts.required}、可选 ${counts.optional}、仅开发 ${counts.excluded}。`;
  const json = { ...counts, lock: sha256, findings: reportJson(findings) };
  if (hasErrors(findings)) {
    return { exit: 1, json, text: `${head}\n${reportText(findings)}什么也没有写。\n` };
  }
  if (out === undefined) return { exit: 0, json, text: `${head}许可都在允许之列。要写成文件请加 --out 目录。\n` };
  const files = { 'sbom.cdx.json': cycloneDx(materials, sha256, now), 'licences.md': licenceList(materials, sha256) };
  for (const [name, text] of Object.entries(files)) await replaceFile(join(out, name), text);
  const written = Object.keys(files).map((name) => join(out, name));
  return { exit: 0, json: { ...json, written }, text: `${head}许可都在允许之列。\n已写 ${written.join('、')}。\n` };
}

function licenceInstalled(folder: string): string | undefined {
  try {
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: unknown };
    return typeof license === 'string' ? license : undefined;
  } catch {
    return undefined;
  }
}
