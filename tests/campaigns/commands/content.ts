import { defineCommand } from '#pipeline/commands/define-command.ts';

export const contentCommand = defineCommand({
  verb: 'content',
  summary: '把示例内容弄坏成千上万次，看检查会不会崩溃、卡住或放过改动。',
  options: {
    count: { type: 'string', value: '次数', help: '默认 10000' },
    seed: { type: 'string', value: '种子', help: '默认 20261121' },
  },
  run: async (given) => {
    const { contentCampaign } = await import('../content.ts');
    const count = given.wholeNumber('count', 1, 1_000_000) ?? 10_000;
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_121;
    const report = await contentCampaign(count, seed, (done) => process.stderr.write(`\r${done} / ${count}`));
    process.stderr.write('\n');
    const { tried, refused, harmless, silent, crashed, slowest, overTwoSeconds, unspeakable } = report;
    const bad = [...crashed, ...silent, ...overTwoSeconds, ...unspeakable];
    const text = [
      `弄坏 ${tried} 次（种子 ${seed}）：拒绝 ${refused}，无害 ${harmless}，悄悄放过 ${silent.length}，崩溃 ${crashed.length}，超过 2 秒 ${overTwoSeconds.length}，最慢 ${Math.round(slowest)} 毫秒。`,
      ...bad.slice(0, 40),
    ];
    return { exit: bad.length > 0 ? 1 : 0, json: report, text: `${text.join('\n')}\n` };
  },
});
