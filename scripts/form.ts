import { runCommand } from '#pipeline/commands/run-command.ts';
import { formCommand } from '#pipeline/intake/form-command.ts';

await runCommand(formCommand);
