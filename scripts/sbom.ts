import { runCommand } from '#pipeline/commands/run-command.ts';
import { sbomCommand } from '#pipeline/materials/sbom-command.ts';

await runCommand(sbomCommand);
