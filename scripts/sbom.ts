import { join } from 'node:path';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { sbomCommand, sbomOptions } from '#pipeline/materials/sbom-command.ts';

await runCommand(
  {
    verb: 'sbom',
    summary:
      '按 package-lock.json 列出程序用到的全部软件包（物料清单，CycloneDX 1.6）和它们的许可；有不允许的许可就报告。',
    options: sbomOptions,
    examples: ['npm run sbom', 'npm run sbom -- --out 物料清单'],
  },
  (given) => sbomCommand(given, join(import.meta.dirname, '..')),
);
