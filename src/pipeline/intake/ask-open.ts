import type { OpenQuestion } from '#core/roster/open-question.ts';
import { honourLevelsOf } from '#core/roster/supplement.ts';
import type { Terminal } from '#pipeline/commands/ask.ts';
import type { ImportRequest } from './import-request.ts';

/** Asks on a terminal what the papers do not say: once a file, once for the batch. No answer leaves a question open. */
export async function answered(
  request: ImportRequest,
  open: readonly OpenQuestion[],
  terminal: Terminal,
): Promise<ImportRequest> {
  const all = [...request.all];
  const from = [...(request.from ?? [])];
  const supplement = { ...request.supplement };
  const asked = async (prompt: string): Promise<string> => (await terminal.ask(prompt)).trim();
  const later = '（直接回车为以后再定）';
  const chosen = async (header: string, choices: readonly string[]): Promise<void> => {
    terminal.say(`表里没有“${header}”。这一批都是：`);
    choices.forEach((choice, index) => terminal.say(`  ${index + 1}. ${choice}`));
    const reply = await asked(`请选择${later}：`);
    const text = choices[Number(reply) - 1] ?? choices.find((choice) => choice === reply);
    if (text !== undefined) all.push({ head: header, text });
  };
  for (const question of open) {
    switch (question.about) {
      case 'body': {
        const body = await asked(`${question.file} 是哪个推荐单位报来的？${later}`);
        if (body !== '') from.push({ file: question.file, body });
        break;
      }
      case 'column':
        await chosen(question.header, question.choices);
        break;
      case 'tier':
        await chosen('档次', question.choices);
        break;
      case 'earlier': {
        const [opens, closes] = question.headers;
        const reply = await asked(`先前公示的首日和截止，写成 2026-03-02 2026-03-06${later}：`);
        const [first, last] = reply.split(/[\s,，至到]+/u);
        if (first && last) all.push({ head: opens, text: first }, { head: closes, text: last });
        break;
      }
      case 'honours': {
        terminal.say(`荣誉没有写级别。按名称看：${question.proposal}。`);
        const reply = await asked(`对的写 y；全是一个级别的写级别，例如 市级${later}：`);
        const levels = honourLevelsOf(/^(?:y|yes|是|对)$/iu.test(reply) ? '按名称' : reply);
        if (levels !== undefined) supplement.honourLevels = levels;
        break;
      }
      case 'summary': {
        terminal.say(`没有简要事迹。可以取“${question.heading}”的开头，例如：“${question.example}”`);
        const reply = await asked(`这样写吗？（y，n 为不要简要事迹）${later}：`);
        if (/^(?:y|yes|是|对)$/iu.test(reply)) supplement.summaryFrom = question.heading;
        else if (/^(?:n|no|否|不)$/iu.test(reply)) supplement.summaryFrom = '';
        break;
      }
      case 'trade': {
        terminal.say(`表里没有“工种”。有的人岗位就是工种：${question.example}。`);
        const reply = await asked(`照此写吗？（y，n 为空着）${later}：`);
        if (/^(?:y|yes|是|对)$/iu.test(reply)) supplement.tradeFrom = 'post';
        else if (/^(?:n|no|否|不)$/iu.test(reply)) supplement.tradeFrom = 'none';
      }
    }
  }
  return { ...request, all, from, supplement };
}
