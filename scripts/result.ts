import { runCommand } from '#pipeline/commands/command-line.ts';
import { resultCommand, resultOptions } from '#pipeline/acts/result-command.ts';

await runCommand(
  {
    verb: 'result',
    summary:
      '公示期满以后写出结果：名单上没有取消资格、没有列为未命名的人全部命名，按档次和名单次序。人数超过名额的不写。',
    options: resultOptions,
    examples: [
      'npm run result -- --round weihai-craftsman/2024 --document 威政发〔2024〕9号 --authority 威海市人民政府 --date 2024-10-16 --not-conferred 7tmn7wz=名额所限 --objections 3,1,0',
    ],
  },
  (given) => resultCommand(given, Date.now),
);
