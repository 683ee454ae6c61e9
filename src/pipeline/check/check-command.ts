import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { checkContent } from './check-content.ts';

/** `npm run check`. */
export const checkCommand = defineCommand({
  verb: 'check',
  summary: '按全部规则检查内容目录，一次列出所有问题。',
  options: CONTENT,
  run: check,
});

async function check(given: Given<typeof CONTENT>): Promise<Outcome> {
  const { findings } = await checkContent(contentOf(given));
  return { exit: hasErrors(findings) ? 1 : 0, json: { findings: reportJson(findings) }, text: reportText(findings) };
}
