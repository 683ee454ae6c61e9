import { runCommand, UsageError } from '#pipeline/command-line.ts';
import { mutantTargets, scoreOf } from '#tests/campaigns/mutants.ts';

await runCommand(
  {
    verb: 'mutants',
    summary: '在代码里埋错，看测试能发现几成（Stryker）。供开发者使用，全部跑完要几十分钟。',
    positionals: '[名称]…',
    options: {},
  },
  async (given) => {
    const targets = await mutantTargets();
    const wanted = given.positionals.length > 0 ? given.positionals : targets.map(({ name }) => name);
    const scores = [];
    for (const name of wanted) {
      const target = targets.find((one) => one.name === name);
      if (!target) throw new UsageError(`没有 ${name}。可用的有：${targets.map((one) => one.name).join('、')}。`);
      scores.push(await scoreOf(target));
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
);
