import { defineCommand } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';

export const importCommand = defineCommand({
  verb: 'import',
  summary: '生成名单，到处放入编造的个人信息，逐份导入，检查任何输出里都没有这些信息。',
  options: {
    count: { type: 'string', value: '份数', help: '生成几份，默认 1000' },
    first: { type: 'string', value: '编号', help: '从第几份起，默认 1；同一编号永远生成同一份' },
  },
  run: async (given) => {
    const { runCampaign } = await import('#tests/pipeline/intake/campaign-run.ts');
    return runCampaign(
      { first: given.wholeNumber('first', 1, 1_000_000) ?? 1, count: given.wholeNumber('count', 1, 100_000) ?? 1000 },
      progressOn(process.stderr, given.flag('json')),
    );
  },
});
