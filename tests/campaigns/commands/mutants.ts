import { UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand } from '#pipeline/commands/define-command.ts';

export const mutantsCommand = defineCommand({
  verb: 'mutants',
  summary: '在代码里埋错，看测试能发现几成（Stryker）。全部跑完要几个小时，可以只抽查一部分。',
  positionals: '[名称]…',
  options: {
    'one-in': { type: 'string', value: '行数', help: '每几行抽查一行，默认 1，即全部' },
    seed: { type: 'string', value: '种子', help: '抽查用的种子，默认 20261127' },
  },
  run: async (given) => {
    const { mutantTargets, scoreOf } = await import('../mutants.ts');
    const targets = await mutantTargets();
    const wanted = given.positionals.length > 0 ? given.positionals : targets.map(({ name }) => name);
    const oneIn = given.wholeNumber('one-in', 1, 1000) ?? 1;
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_127;
    const scores = [];
    for (const name of wanted) {
      const target = targets.find((one) => one.name === name);
      if (!target) throw new UsageError(`没有 ${name}。可用的有：${targets.map((one) => one.name).join('、')}。`);
      scores.push(await scoreOf(target, oneIn, seed));
    }
    const lines = scores.flatMap(({ name, mutants, detected, score, owed, survived }) => [
      `${score >= owed ? '✓' : '✗'} ${name}：${detected} / ${mutants}，${score.toFixed(1)} %（应有 ${owed} %）`,
      ...(score >= owed ? [] : survived.slice(0, 60).map((where) => `    ${where}`)),
    ]);
    return {
      exit: scores.every(({ score, owed }) => score >= owed) ? 0 : 1,
      json: scores,
      text: `${lines.join('\n')}\n`,
    };
  },
});
