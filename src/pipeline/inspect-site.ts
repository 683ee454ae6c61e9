import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Content, RoundFolder } from '#core/content.ts';
import { finding, type Finding } from '#core/finding.ts';
import { publishedAt } from '#core/notice.ts';
import type { Instant } from '#core/plain-date.ts';
import { readPage, type BuiltPage } from './built-page.ts';

export interface InspectedSite {
  findings: Finding[];
  pages: number;
}

/**
 * Reads the finished output as a stranger would: every link and anchor resolves, every title is unique, every page is reached from
 * home, the lists are the approved names in the office's order, and nothing under embargo is in any file.
 */
export async function inspectSite(
  directory: string,
  content: Content,
  { base, now }: { base: string; now: Instant },
): Promise<InspectedSite> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .split(sep)
        .join('/'),
    );
  const pages = new Map<string, BuiltPage>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const address = file.replace(/(?:^|(?<=\/))index\.html$/, '');
    pages.set(address, readPage(address, await readFile(join(directory, file), 'utf8')));
  }
  const known = new Set(files);
  const findings = [
    ...titles(pages),
    ...[...pages.values()].flatMap((page) => links(page, pages, known, base)),
    ...unreachable(pages, base),
    ...content.programmes.flatMap(({ rounds }) => rounds.flatMap((round) => lists(round, pages, now))),
    ...(await embargo(directory, files, content, now)),
  ];
  return { findings, pages: pages.size };
}

function titles(pages: ReadonlyMap<string, BuiltPage>): Finding[] {
  const seen = new Map<string, string>();
  return [...pages.values()].flatMap(({ address, title }) => {
    const file = fileOf(address);
    if (title === '') return [finding('title-missing', { file })];
    const other = seen.get(title);
    if (other !== undefined) return [finding('title-twice', { file }, { title, other: fileOf(other) })];
    seen.set(title, address);
    return [];
  });
}

const HERE = 'http://site.invalid';

function links(
  page: BuiltPage,
  pages: ReadonlyMap<string, BuiltPage>,
  known: ReadonlySet<string>,
  base: string,
): Finding[] {
  const file = fileOf(page.address);
  const foreign = page.resources
    .filter((target) => !target.startsWith('data:') && !insideSite(target, page.address, base))
    .map((target) => finding('foreign-origin', { file }, { target }));
  const broken = [...page.links, ...page.resources].flatMap((target) => {
    const inside = insideSite(target, page.address, base);
    if (!inside) return isOutward(target) ? [] : [finding('link-broken', { file }, { target })];
    const { path, anchor } = inside;
    const linked = pages.get(path);
    if (!linked && !known.has(path)) return [finding('link-broken', { file }, { target })];
    if (linked && anchor !== '' && !linked.anchors.has(anchor)) return [finding('anchor-broken', { file }, { target })];
    return [];
  });
  return [...foreign, ...broken];
}

/** The address below the site's root a target leads to; `undefined` when it leads elsewhere. */
function insideSite(target: string, from: string, base: string): { path: string; anchor: string } | undefined {
  if (!URL.canParse(target, `${HERE}${base}${from}`)) return undefined;
  const url = new URL(target, `${HERE}${base}${from}`);
  if (url.origin !== HERE || !url.pathname.startsWith(base)) return undefined;
  return { path: decodeURI(url.pathname.slice(base.length)), anchor: decodeURIComponent(url.hash.slice(1)) };
}

function isOutward(target: string): boolean {
  return /^(?:https?|mailto|tel|data):/.test(target);
}

function unreachable(pages: ReadonlyMap<string, BuiltPage>, base: string): Finding[] {
  const reached = new Set<string>(['']);
  const queue = [''];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const target of pages.get(at)?.links ?? []) {
      const path = insideSite(target, at, base)?.path;
      if (path === undefined || reached.has(path) || !pages.has(path)) continue;
      reached.add(path);
      queue.push(path);
    }
  }
  // The host serves 404.html at addresses that do not exist.
  return [...pages.keys()]
    .filter((address) => !reached.has(address) && address !== '404.html')
    .map((address) => finding('page-unreachable', { file: fileOf(address) }));
}

function lists(round: RoundFolder, pages: ReadonlyMap<string, BuiltPage>, now: Instant): Finding[] {
  if (!isPublic(round, now) || !round.roster) return [];
  const address = `${round.id}/notice/`;
  const page = pages.get(address);
  if (!page) return [finding('page-missing', { file: fileOf(address) }, { what: round.round.data.title })];
  const missing = round.people
    .filter(({ id }) => !pages.has(`people/${id}/`))
    .map(({ id, data }) => finding('page-missing', { file: fileOf(`people/${id}/`) }, { what: data.name }));
  const expected = round.roster.data.people;
  const shown = page.lists.get('candidates') ?? [];
  const length = Math.max(shown.length, expected.length);
  for (let index = 0; index < length; index += 1) {
    const [there, here] = [shown[index], expected[index]];
    if (there?.id === here?.id && there?.name === here?.name) continue;
    const args = { position: index + 1, shown: there?.name ?? '（无）', expected: here?.name ?? '（无）' };
    return [...missing, finding('list-differs', { file: fileOf(address) }, args)];
  }
  return missing;
}

/** Nothing of a notice that is not yet published may be in any file: neither its title nor an id of its people. */
async function embargo(
  directory: string,
  files: readonly string[],
  content: Content,
  now: Instant,
): Promise<Finding[]> {
  const hidden = content.programmes.flatMap(({ rounds }) => rounds.filter((round) => !isPublic(round, now)));
  if (hidden.length === 0) return [];
  const findings: Finding[] = [];
  for (const file of files) {
    const bytes = await readFile(join(directory, file));
    for (const round of hidden) {
      const marks = [
        round.notice?.data.title ?? round.round.data.title,
        ...round.people.map(({ id }) => `people/${id}/`),
      ];
      if (marks.some((mark) => bytes.includes(mark) || file.includes(mark))) {
        findings.push(finding('embargo-broken', { file }, { round: round.id }));
      }
    }
  }
  return findings;
}

function isPublic({ notice }: RoundFolder, now: Instant): boolean {
  return notice !== undefined && publishedAt(notice.data) <= now;
}

function fileOf(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}
