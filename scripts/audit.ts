import { runCommand } from '#pipeline/commands/run-command.ts';
import { auditCommand } from '#pipeline/gate/audit-command.ts';

await runCommand(auditCommand);
