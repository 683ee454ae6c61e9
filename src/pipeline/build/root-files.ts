import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { ROOT_FOLDER } from '#core/records/root-file.ts';

const ROBOTS = 'robots.txt';

/**
 * Lays what others want at the root of the site there, byte for byte; lines for robots.txt follow the site's own. After the pages are made
 * and before they are inspected: a file among them is looked through as any other, and no page and no search knows it.
 * @param names below `root/` of the content, already judged
 */
export async function putRootFiles(names: readonly string[], content: string, site: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of names) {
    const [from, to] = [join(content, ROOT_FOLDER, name), join(site, name)];
    if (name === ROBOTS) {
      const more = (await readFile(from, 'utf8')).replaceAll('\r\n', '\n').trim();
      await writeFile(to, `${await readFile(to, 'utf8')}\n${more}\n`);
    } else if (existsSync(to)) {
      findings.push(finding('root-file-taken', { file: `${ROOT_FOLDER}${name}` }, { name }));
    } else {
      await mkdir(dirname(to), { recursive: true });
      await copyFile(from, to);
    }
  }
  return findings;
}
