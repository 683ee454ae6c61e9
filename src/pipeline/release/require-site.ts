import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';

/**
 * For commands that read a built site.
 * @param option The flag by which the folder is given.
 */
export function requireSite(folder: string, option: string): void {
  if (existsSync(join(folder, 'index.html'))) return;
  throw new Refusal('site-missing', `${folder} 里没有生成好的网站。请先运行 npm run build，或用 --${option} 写明。`);
}
