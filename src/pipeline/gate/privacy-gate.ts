import type { Finding } from '#core/catalogue/finding.ts';
import type { Waiver } from '#core/privacy/waiver.ts';
import type { Content } from '#core/records/content.ts';
import { isOwnPlace } from '#pipeline/content/places.ts';
import { allowListOf, asFindings, type AuditResult } from './audit.ts';
import { auditPaths, type AuditPathsOptions } from './audit-paths.ts';
import { CleanFiles } from './clean-files.ts';

/**
 * At the entrance: every file of a content folder, hidden or not, before anything is made of it.
 * @param remembered a folder that remembers clean files from build to build; without it every file is looked at
 */
export async function auditContent(
  directory: string,
  content: Content,
  waivers: readonly Waiver[],
  remembered?: string,
): Promise<Finding[]> {
  const own = waivers.filter(({ file }) => !file.startsWith(OUTPUT));
  return remembering(remembered, content, (clean) =>
    audited(directory, '', content, own, { skips: isOwnPlace, ...clean }),
  );
}

async function remembering(
  folder: string | undefined,
  content: Content,
  audit: (known: Pick<AuditPathsOptions, 'clean'>) => Promise<Finding[]>,
): Promise<Finding[]> {
  if (folder === undefined) return audit({});
  const clean = await CleanFiles.open(folder, allowListOf(content));
  const findings = await audit({ clean });
  await clean.close();
  return findings;
}

/**
 * At the exit: every byte that would go public. Waivers for it name files as `dist/…`.
 * @param known of which files and pictures something is known already
 * @param remembered a folder that remembers clean files from build to build; without it every file is looked at
 */
export async function auditOutput(
  directory: string,
  content: Content,
  waivers: readonly Waiver[],
  { remembered, ...known }: Pick<AuditPathsOptions, 'drawn' | 'digests'> & { remembered?: string } = {},
): Promise<Finding[]> {
  const own = waivers.filter(({ file }) => file.startsWith(OUTPUT));
  return remembering(remembered, content, (clean) => audited(directory, OUTPUT, content, own, { ...known, ...clean }));
}

const OUTPUT = 'dist/';

async function audited(
  directory: string,
  prefix: string,
  content: Content,
  waivers: readonly Waiver[],
  options: AuditPathsOptions,
): Promise<Finding[]> {
  const onDisk = waivers.map((waiver) => ({ ...waiver, file: `${directory}/${waiver.file.slice(prefix.length)}` }));
  const { findings }: AuditResult = await auditPaths([directory], allowListOf(content), {
    ...options,
    waivers: onDisk,
  });
  return asFindings(findings.map((one) => ({ ...one, file: prefix + one.file.slice(directory.length + 1) })));
}
