import { readFile } from 'node:fs/promises';
import type { FindingText } from '#core/catalogue/finding.ts';
import { privacyTexts } from '#core/catalogue/privacy.ts';
import { AllowList } from '#core/privacy/allow-list.ts';
import { type Waiver, waiversSchema } from '#core/privacy/waiver.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { allowListOf, type AuditResult } from './audit.ts';
import { auditPaths } from './audit-paths.ts';

const options = {
  allow: { type: 'string', value: '内容', help: '单位公布的电话、邮箱或地址，可写多次', multiple: true },
  content: { type: 'string', value: '目录', help: '把这个内容目录公布的联系方式算作允许' },
  waivers: { type: 'string', value: '文件', help: '经审核的豁免清单，例如 content/waivers.json' },
} as const satisfies Options;

type Asked = Given<typeof options>;

export const auditCommand = defineCommand({
  verb: 'audit',
  summary:
    '检查文件里有没有不该公开的个人信息：网页、文稿、表格、PDF、图片、压缩包，连同其中看不见的部分。只显示遮盖后的内容。',
  positionals: 'PATH…',
  options,
  examples: ['npm run audit -- dist --content content', 'npm run audit -- notice.html --allow 0631-0000000 --json'],
  run: auditFiles,
});

async function auditFiles(given: Asked): Promise<Outcome> {
  if (given.positionals.length === 0) throw new UsageError('请写上要检查的文件或目录。');
  const allow = await allowed(given);
  const waivers = await waiversIn(given.text('waivers'));
  const result = await auditPaths(given.positionals, allow, { waivers });
  const findings = result.findings.map(({ file, kind, where, masked }) => ({ file, kind, where, masked }));
  return { exit: findings.length > 0 ? 1 : 0, json: { files: result.files, findings }, text: textOf(result) };
}

/** What the command line allows, and what a content folder declares when one is named. */
async function allowed(given: Asked): Promise<AllowList> {
  const values = given.texts('allow');
  const directory = given.text('content');
  if (directory === undefined) return new AllowList(values);
  const { readContent } = await import('#pipeline/content/read-content.ts');
  const { readable } = await readContent(directory);
  if (!readable)
    throw new Refusal('content-missing', '读不出 --content 后面的内容目录。请核对路径，或先运行 npm run check。');
  return allowListOf(readable).with(values);
}

async function waiversIn(path: string | undefined): Promise<Waiver[]> {
  if (path === undefined) return [];
  try {
    return waiversSchema.parse(JSON.parse(await readFile(path, 'utf8'))).waivers;
  } catch {
    throw new Refusal(
      'waivers-unreadable',
      '豁免清单读不懂。每条要写 file、kind、digest、reason、approver 五项，digest 是 64 位十六进制数。请改正。',
    );
  }
}

function textOf({ files, findings }: AuditResult): string {
  if (findings.length === 0) return `检查了 ${files} 个文件，没有发现个人信息。\n`;
  const lines = findings.map(({ file, kind, where, masked }) => {
    const { text } = privacyTexts[kind] as FindingText;
    return `✗ ${file}\n    ${text({ where, masked })} [${kind}]`;
  });
  return `${lines.join('\n')}\n\n检查了 ${files} 个文件，发现 ${findings.length} 处问题。\n`;
}
