import { runCommand } from '#pipeline/commands/run-command.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';

await runCommand(importCommand);
