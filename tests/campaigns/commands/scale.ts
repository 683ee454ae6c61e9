import { defineCommand } from '#pipeline/commands/define-command.ts';

export const scaleCommand = defineCommand({
  verb: 'scale',
  summary: '造出一定人数的内容，测量从头生成和小改动各用多少处理器时间，并在同一次里与 Hugo、Eleventy、Astro 比较。',
  options: { people: { type: 'string', value: '人数', help: '至少多少人，130 起，默认 1000' } },
  run: async (given) => {
    const { scale, scaleText } = await import('../scale/scale.ts');
    const result = await scale(given.wholeNumber('people', 130, 20_000) ?? 1000, (text) =>
      process.stderr.write(`… ${text}\n`),
    );
    return { exit: 0, json: result, text: scaleText(result) };
  },
});
