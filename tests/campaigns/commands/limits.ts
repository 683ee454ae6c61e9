import { defineCommand } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';

export const limitsCommand = defineCommand({
  verb: 'limits',
  summary: '逐份导入坏的、有意为难的文件，量出用了多少处理器时间和内存，检查什么也没有写入（Linux）。',
  options: { only: { type: 'string', value: '字样', help: '只量说明或文件名里有这几个字的' } },
  run: async (given) => {
    const { runLimits } = await import('../limits.ts');
    return runLimits(given.text('only'), progressOn(process.stderr, given.flag('json')));
  },
});
