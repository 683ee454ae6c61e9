import { runCommand } from '#pipeline/commands/command-line.ts';
import { exportCommand, exportOptions } from '#pipeline/intake/sheet/export-command.ts';

await runCommand(
  {
    verb: 'export',
    summary: '把一届的名单导出成表格（.xlsx 或 .csv），带网站编号，改正后可以再导入。',
    options: exportOptions,
    examples: ['npm run export -- --round weihai-craftsman/2024 --out 导出名单.xlsx'],
  },
  exportCommand,
);
