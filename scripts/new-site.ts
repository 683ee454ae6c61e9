import { runCommand } from '#pipeline/commands/run-command.ts';
import { newSiteCommand } from '#pipeline/office/new-site-command.ts';

await runCommand(newSiteCommand);
