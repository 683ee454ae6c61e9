import { runCommand } from '#pipeline/commands/command-line.ts';
import { runTests } from '#tests/run/runner.ts';

await runCommand(
  {
    verb: 'test',
    summary: '类型、代码规范、单元测试、浏览器测试，最后一行是通过、失败与跳过的数目。',
    positionals: '[types|lint|unit|browser|bare]…',
    options: {
      only: { type: 'string', value: '文件', help: '只跑路径里含有这几个字的测试文件' },
    },
  },
  (given) => runTests(given),
);
