import { defineCommand } from '#pipeline/commands/define-command.ts';

export const smallBuildCommand = defineCommand({
  verb: 'small-build',
  summary:
    '随机改动一份小内容，每次改动后借助记忆生成的网站与从头生成的逐字节相同；再伪造、毁坏记忆，没有一处进入成品。',
  options: {
    edits: { type: 'string', value: '次数', help: '改动多少次，默认 300' },
    forged: { type: 'string', value: '条数', help: '伪造或毁坏多少条，默认 200' },
    seed: { type: 'string', value: '数字', help: '随机数的种子，默认 20261130' },
  },
  run: async (given) => {
    const { forgedMemory, smallBuilds } = await import('../small-build/small-build.ts');
    const seed = given.wholeNumber('seed', 0, 2 ** 32) ?? 20_261_130;
    const small = await smallBuilds(given.wholeNumber('edits', 0, 10_000) ?? 300, seed);
    const forged = await forgedMemory(given.wholeNumber('forged', 0, 10_000) ?? 200, seed);
    const faults = [...small.faults, ...forged.reached];
    return {
      exit: faults.length > 0 ? 1 : 0,
      json: { ...small, forged },
      text: [
        `改动 ${small.edits} 次，生成 ${small.builds} 次（${small.sites} 次有网站，其余理由相同地被拒），与从头生成不同的 ${small.faults.length} 次`,
        `伪造或毁坏 ${forged.entries} 条，生成 ${forged.builds} 次，进入成品的 ${forged.reached.length} 次`,
        ...faults,
        '',
      ].join('\n'),
    };
  },
});
