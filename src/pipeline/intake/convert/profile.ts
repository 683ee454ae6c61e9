import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** LibreOffice's settings for a file that nobody trusts: no macro, no link followed, nothing fetched, nothing asked. */
export async function profile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), { recursive: true });
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  await writeFile(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${items.join('\n')}\n</oor:items>\n`,
  );
}

const SETTINGS: readonly [path: string, name: string, value: string][] = [
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Calc/Content/Update', 'Link', '2'],
  ['Office.Writer/Content/Update', 'Link', '0'],
  ['Office.Common/Misc', 'FirstRun', 'false'],
  ['Office.Common/Misc', 'CrashReport', 'false'],
  ['Office.Recovery/RecoveryInfo', 'Enabled', 'false'],
];
