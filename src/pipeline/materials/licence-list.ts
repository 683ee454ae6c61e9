import { ALLOWED } from './licence.ts';
import { idOf, type Material, type Materials, type Scope } from './materials.ts';

const SCOPE_WORDS: Record<Scope, string> = { required: '', optional: '（可选）', excluded: '（仅开发）' };

/** The packages under each licence, in Markdown; most used first. */
export function licenceList({ product, parts }: Materials, lockSha256: string): string {
  const groups = new Map<string, Material[]>();
  for (const part of parts) {
    const licence = part.licence ?? '没有写明';
    groups.set(licence, [...(groups.get(licence) ?? []), part]);
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return [
    `# ${product.name} ${product.version} 的许可清单`,
    '',
    `本产品自身：${product.licence ?? '没有写明'}。用到 ${parts.length} 个软件包，${groups.size} 种许可。`,
    `出自 package-lock.json（SHA-256 ${lockSha256}）。`,
    '“可选”的按机器安装，“仅开发”的不参与生成网站。',
    ...sorted.flatMap(([licence, packages]) => [
      '',
      `## ${licence}（${packages.length} 个）`,
      '',
      ...(ALLOWED[licence] === undefined ? [] : [`${ALLOWED[licence]}。`, '']),
      ...packages.map((one) => `- ${idOf(one)}${SCOPE_WORDS[one.scope]}`),
    ]),
    '',
  ].join('\n');
}
