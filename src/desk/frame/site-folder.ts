import { dirname, join } from 'node:path';
import type { Desk } from './desk.ts';

/** Where the desk builds the site: beside the content, which for the usual content is the default of the commands. */
export function siteFolder({ content }: Pick<Desk, 'content'>): string {
  return join(dirname(content), 'dist');
}
