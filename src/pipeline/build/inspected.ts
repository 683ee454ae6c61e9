import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chinaIsoInstant, type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { formatManifest, parseManifest } from '#core/evidence/manifest.ts';
import type { CheckedContent } from '#pipeline/check/check-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors, reportText } from '#pipeline/commands/report.ts';
import { auditOutput } from '#pipeline/gate/privacy-gate.ts';
import { inspectPapers } from '#pipeline/paper/papers.ts';
import { INSPECTED, sha256, type SiteFiles, siteFiles } from '#pipeline/release/site-files.ts';
import { inspectSite } from './inspect-site.ts';
import { missingAddresses } from './published-addresses.ts';

/** What `build` had before it when it found the site in order. */
export interface Inspection {
  base: string;
  now: Instant;
}

/**
 * Writes down every file that was inspected. @returns the digest of the record: whoever knows it, knows the whole site
 * @param files what was inspected, where its bytes were read for that
 */
export async function recordInspected(site: string, { base, now }: Inspection, files?: SiteFiles): Promise<string> {
  files ??= await siteFiles(site);
  const text = `jiangbang inspected 1\nbase ${base}\nnow ${chinaIsoInstant(now)}\n\n${formatManifest(files)}`;
  await writeFile(join(site, INSPECTED), text);
  return sha256(text);
}

/** A site as it was inspected. */
export interface Inspected extends Inspection {
  files: SiteFiles;
  /** Of the record. */
  digest: string;
}

/**
 * Refuses a site that is not, file by file, the one that was inspected: whatever was changed, added or taken away since is named.
 * @param expected what `build` printed as the digest of its record, when a person brings it along
 */
export async function refuseUninspected(site: string, expected?: string): Promise<Inspected> {
  const text = await readFile(join(site, INSPECTED), 'utf8').catch(() => undefined);
  const [, base, moment, list] = /^jiangbang inspected 1\nbase (\/\S*)\nnow (\S+)\n\n([\s\S]*)$/.exec(text ?? '') ?? [];
  const now = parseInstant(moment ?? '');
  const recorded = list === undefined ? undefined : parseManifest(list);
  if (text === undefined || base === undefined || now === undefined || !recorded) {
    throw new Refusal(
      'site-uninspected',
      `${site} 没有生成时的检查记录 ${INSPECTED}，或者记录读不出来：可能是旧版本生成的，或者只拷贝了一部分。请重新 build（npm run build）。网站保持原样。`,
    );
  }
  const found = await siteFiles(site);
  const changed = [...recorded].filter(([path, digest]) => found.has(path) && found.get(path) !== digest);
  const missing = [...recorded.keys()].filter((path) => !found.has(path));
  const added = [...found.keys()].filter((path) => !recorded.has(path));
  const parts = [
    ...named(
      '改动过',
      changed.map(([path]) => path),
    ),
    ...named('多出', added),
    ...named('缺少', missing),
  ];
  if (parts.length > 0) {
    throw new Refusal(
      'site-altered',
      `${site} 与生成时检查过的不一样：${parts.join('；')}。只有检查过的成品才发布和签名。请改 content 里的内容，再重新 build（npm run build）。网站保持原样。`,
    );
  }
  const digest = sha256(text);
  if (expected !== undefined && expected !== digest) {
    throw new Refusal(
      'site-other',
      `${site} 不是 --built 说的那一份：它的检查记录的摘要是 ${digest}。请核对 build 时记下的摘要，或重新 build。网站保持原样。`,
    );
  }
  return { base, now, files: found, digest };
}

/**
 * Inspects a site once more as `build` did. The record lies beside what it vouches for, and who can change the one can change the other:
 * names, dates, links and private values are therefore looked at again, and only the words of running text rest on the record alone.
 */
export async function refuseUnsound(site: string, checked: CheckedContent, { base, now }: Inspection): Promise<void> {
  const { content, waivers, published } = checked;
  if (!content) throw new Refusal('content-broken', '内容里有错误，不能据此再检查成品。请先运行 npm run check。');
  const findings = [
    ...(await inspectSite(site, content, { base, now })).findings,
    ...(await inspectPapers(content, { site, now })),
    ...(await missingAddresses(published, site)),
    ...(await auditOutput(site, content, waivers)).filter(({ where }) => where.file !== `dist/${INSPECTED}`),
  ];
  if (!hasErrors(findings)) return;
  throw new Refusal(
    'site-unsound',
    `${site} 再检查一遍没有通过，没有发布：\n${reportText(findings)}请重新 build（npm run build）。网站保持原样。`,
  );
}

function named(what: string, paths: readonly string[]): string[] {
  const shown = paths.slice(0, 20).join('、');
  return paths.length === 0 ? [] : [`${what} ${paths.length} 个：${shown}${paths.length > 20 ? ' 等' : ''}`];
}
