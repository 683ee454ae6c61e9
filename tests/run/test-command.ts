import { defineCommand, type Options } from '#pipeline/commands/define-command.ts';

const testOptions = {
  only: { type: 'string', value: '文件', help: '只跑路径里含有这几个字的测试文件' },
} as const satisfies Options;

/** `npm test`. */
export const testCommand = defineCommand({
  verb: 'test',
  summary: '类型、代码规范、单元测试、浏览器测试，最后一行是通过、失败与跳过的数目。',
  positionals: '[types|lint|unit|browser|bare]…',
  options: testOptions,
  run: async (given) => (await import('./runner.ts')).runTests(given),
});
