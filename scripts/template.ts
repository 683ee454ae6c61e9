import { runCommand } from '#pipeline/commands/run-command.ts';
import { templateCommand } from '#pipeline/intake/sheet/template-command.ts';

await runCommand(templateCommand);
