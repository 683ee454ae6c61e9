import { buildCommand, buildOptions } from '#pipeline/build/build-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'build',
    summary: '检查内容，生成整个网站，核对成品后放到输出目录。有错误时输出目录保持原样。',
    options: buildOptions,
  },
  buildCommand,
);
