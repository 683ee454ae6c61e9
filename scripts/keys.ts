import { runCommand } from '#pipeline/commands/run-command.ts';
import { keysCommand } from '#pipeline/evidence/keys-command.ts';

await runCommand(keysCommand);
