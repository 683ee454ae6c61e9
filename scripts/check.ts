import { checkContent } from '#pipeline/check/check-content.ts';
import { CONTENT_OPTION, runCommand } from '#pipeline/commands/command-line.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';

await runCommand(
  { verb: 'check', summary: '按全部规则检查内容目录，一次列出所有问题。', options: { content: CONTENT_OPTION } },
  async (given) => {
    const { findings } = await checkContent(given.text('content') ?? 'content');
    return { exit: hasErrors(findings) ? 1 : 0, json: { findings: reportJson(findings) }, text: reportText(findings) };
  },
);
