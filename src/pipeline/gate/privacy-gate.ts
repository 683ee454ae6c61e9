import type { Finding } from '#core/catalogue/finding.ts';
import type { Waiver } from '#core/privacy/waiver.ts';
import type { Content } from '#core/records/content.ts';
import { isOwnPlace } from '#pipeline/content/places.ts';
import type { KnownCodes } from '#pipeline/gate/views/picture-code.ts';
import { allowListOf, asFindings, type AuditResult } from './audit.ts';
import { auditPaths } from './audit-paths.ts';

/** At the entrance: every file of a content folder, hidden or not, before anything is made of it. */
export async function auditContent(
  directory: string,
  content: Content,
  waivers: readonly Waiver[],
): Promise<Finding[]> {
  return audited(
    directory,
    '',
    content,
    waivers.filter(({ file }) => !file.startsWith(OUTPUT)),
    isOwnPlace,
  );
}

/**
 * At the exit: every byte that would go public. Waivers for it name files as `dist/…`.
 * @param drawn what the codes of pictures say that the build has drawn itself
 */
export async function auditOutput(
  directory: string,
  content: Content,
  waivers: readonly Waiver[],
  drawn?: KnownCodes,
): Promise<Finding[]> {
  return audited(
    directory,
    OUTPUT,
    content,
    waivers.filter(({ file }) => file.startsWith(OUTPUT)),
    undefined,
    drawn,
  );
}

const OUTPUT = 'dist/';

async function audited(
  directory: string,
  prefix: string,
  content: Content,
  waivers: readonly Waiver[],
  skips?: (name: string) => boolean,
  drawn?: KnownCodes,
): Promise<Finding[]> {
  const onDisk = waivers.map((waiver) => ({ ...waiver, file: `${directory}/${waiver.file.slice(prefix.length)}` }));
  const { findings }: AuditResult = await auditPaths([directory], allowListOf(content), onDisk, skips, drawn);
  return asFindings(findings.map((one) => ({ ...one, file: prefix + one.file.slice(directory.length + 1) })));
}
