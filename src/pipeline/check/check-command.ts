import { heldToSentences, needsWords } from '#core/judging/held-to.ts';
import { calendarOf, type Content } from '#core/records/content.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { checkContent, dossiers } from './check-content.ts';

/** `npm run check`. */
export const checkCommand = defineCommand({
  verb: 'check',
  summary: '按全部规则检查内容目录，一次列出所有问题。',
  options: CONTENT,
  run: check,
});

async function check(given: Given<typeof CONTENT>): Promise<Outcome> {
  const { findings, readable } = await checkContent(contentOf(given));
  const held = readable ? heldTo(readable) : [];
  const lines = held.flatMap(({ round, sentences }) => [
    `${round} 的结果将按以下核对：`,
    ...sentences.map((one) => `  ${one}`),
  ]);
  return {
    exit: hasErrors(findings) ? 1 : 0,
    json: { findings: reportJson(findings), heldTo: held },
    text: reportText(findings) + (lines.length > 0 ? `\n${lines.join('\n')}\n` : ''),
  };
}

/** What the result of each notice without one will be held to: said where it does not simply follow from the list. */
function heldTo(content: Content): { round: string; sentences: string[] }[] {
  return dossiers(content, calendarOf(content, content.site.data.regionalCalendar))
    .filter(({ folder }) => folder.notice && !folder.result)
    .filter(needsWords)
    .map((dossier) => ({ round: dossier.folder.id, sentences: heldToSentences(dossier) }));
}
