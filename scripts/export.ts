import { runCommand } from '#pipeline/commands/run-command.ts';
import { exportCommand } from '#pipeline/intake/sheet/export-command.ts';

await runCommand(exportCommand);
