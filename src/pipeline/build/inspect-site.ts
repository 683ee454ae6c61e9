import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { actInstant } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Life } from '#core/lifecycle/life.ts';
import { listTables } from '#core/lifecycle/list-tables.ts';
import { addressOf, noticeLives, noticesOf } from '#core/lifecycle/notices-of.ts';
import { ruling } from '#core/lifecycle/person-state.ts';
import { publicNotices } from '#core/lifecycle/public-notice.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import { calendarOf, type Content, type RoundFolder } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type BuiltPage, pageAddress, readPage } from './built-page.ts';
import { inspectFacts } from './inspect-facts.ts';

export interface InspectedSite {
  findings: Finding[];
  pages: number;
}

/**
 * Reads the finished output as a stranger would: every link and anchor resolves, every title is unique, every page is reached from
 * home, the lists are the approved names in the office's order, dates, deadlines, telephones and counts are those of the content, who
 * has faded is named nowhere on their page, and nothing under embargo is in any file.
 * @param told what the files say that were read already, by the very bytes that lie there
 */
export async function inspectSite(
  directory: string,
  content: Content,
  { base, now, told }: { base: string; now: Instant; told?: ReadonlyMap<string, { page: BuiltPage }> },
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
    // What somebody else wrote for their own program to read is no page.
    if (!file.endsWith('.html') || content.rootFiles?.includes(file)) continue;
    const address = pageAddress(file);
    const page = told?.get(file)?.page ?? readPage(address, await readFile(join(directory, file), 'utf8'));
    pages.set(address, page);
  }
  const known = new Set(files);
  const findings = [
    ...titles(pages),
    ...[...pages.values()].flatMap((page) => links(page, pages, known, base)),
    ...unreachable(pages, base),
    ...livesOf(content).flatMap((life) => [
      ...lists(life, pages, now),
      ...faded(life, pages, known, now),
      ...inspectFacts(life, content, pages, now),
    ]),
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

function livesOf(content: Content): Life[] {
  const calendar = calendarOf(content, content.site.data.regionalCalendar);
  return content.programmes.flatMap(({ programme, rounds }) =>
    rounds.flatMap((folder) => noticeLives({ programme, folder, calendar })),
  );
}

/** Each notice shows the lines of its list, in the office's order; who was taken down keeps the number, without the name. */
function lists(life: Life, pages: ReadonlyMap<string, BuiltPage>, now: Instant): Finding[] {
  const { folder } = life;
  if (!isPublic(folder, now) || !folder.notice || !folder.roster) return [];
  const missing = visiblePeople(life, now)
    .filter(({ id }) => !pages.has(`people/${id}/`))
    .map(({ id }) => finding('page-missing', { file: fileOf(`people/${id}/`) }, { what: id }));
  const wrong = publicNotices(life, folder.notice, now).flatMap((notice): Finding[] => {
    const address = `${addressOf(folder)}/notice${notice.number === 1 ? '' : `-${notice.number}`}/`;
    const page = pages.get(address);
    if (!page) return [finding('page-missing', { file: fileOf(address) }, { what: notice.title })];
    const expected = listTables(notice.visible)
      .flatMap(({ lines }) => lines)
      .map(({ id, person, line, sentence }) => ({
        id,
        name: person && line === 'whole' ? person.data.name : (sentence ?? ''),
      }));
    const shown = page.lists.get('candidates') ?? [];
    const index = [...Array(Math.max(shown.length, expected.length)).keys()].find(
      (at) => shown[at]?.id !== expected[at]?.id || shown[at]?.name !== expected[at]?.name,
    );
    if (index === undefined) return [];
    const args = {
      position: index + 1,
      shown: shown[index]?.name ?? '（无）',
      expected: expected[index]?.name ?? '（无）',
    };
    return [finding('list-differs', { file: fileOf(address) }, args)];
  });
  return [...missing, ...wrong];
}

/** Whoever may not be shown any more is neither named nor pictured at their own address. */
function faded(life: Life, pages: ReadonlyMap<string, BuiltPage>, known: ReadonlySet<string>, now: Instant): Finding[] {
  return visiblePeople(life, now)
    .filter(({ id, profile }) => profile === 'neutral' && ruling(id, life, now).folder === life.folder)
    .flatMap(({ id, person }) => {
      const page = pages.get(`people/${id}/`);
      const file = fileOf(`people/${id}/`);
      const named = person !== undefined && page !== undefined && (page.text + page.title).includes(person.data.name);
      const folders = [`photos/${id}`, `media/${id}/`];
      const pictured =
        known.has(`motifs/${id}.svg`) || [...known].some((one) => folders.some((own) => one.startsWith(own)));
      return named || pictured ? [finding('faded-person-shown', { file }, { id })] : [];
    });
}

/** Nothing that is not yet published may be in any file: of a notice neither its title nor an id of its people, of an act no link. */
async function embargo(
  directory: string,
  files: readonly string[],
  content: Content,
  now: Instant,
): Promise<Finding[]> {
  const rounds = content.programmes.flatMap((programme) => programme.rounds);
  const hidden = rounds.flatMap(noticesOf).filter((notice) => !isPublic(notice, now));
  const acts = rounds.flatMap((round) =>
    round.acts.filter(({ data }) => actInstant(data) > now).map(({ id }) => ({ round: round.id, mark: `#${id}"` })),
  );
  const shown = new Set(
    rounds
      .flatMap(noticesOf)
      .filter((notice) => isPublic(notice, now))
      .flatMap(({ roster }) => roster?.data.people.map(({ id }) => id) ?? []),
  );
  if (hidden.length + acts.length === 0) return [];
  const titles = hidden.map(({ id, notice, round }) => ({ id, title: notice?.data.title ?? round.data.title }));
  const roundOf = new Map(
    hidden.flatMap(({ id, people }) => people.filter((one) => !shown.has(one.id)).map((one) => [one.id, id] as const)),
  );
  const findings: Finding[] = [];
  for (const file of files) {
    const bytes = await readFile(join(directory, file));
    const named = new Set([...peopleIn(file), ...peopleIn(bytes)].flatMap((id) => roundOf.get(id) ?? []));
    for (const { id, title } of titles) {
      if (named.has(id) || bytes.includes(title) || file.includes(title))
        findings.push(finding('embargo-broken', { file }, { round: id }));
    }
    for (const { round, mark } of acts) {
      if ((file.startsWith(`${round}/`) || file.startsWith(`${round}-`)) && bytes.includes(mark)) {
        findings.push(finding('embargo-broken', { file }, { round }));
      }
    }
  }
  return findings;
}

/** Ids of people whose address stands in a text; one walk through it, however many are looked for. */
function peopleIn(text: string | Buffer): string[] {
  if (!text.includes(PEOPLE)) return [];
  return [...text.toString('latin1').matchAll(/people\/([^/]{1,64})\//g)].map(([, id = '']) => id);
}

const PEOPLE = 'people/';

function isPublic({ notice }: RoundFolder, now: Instant): boolean {
  return notice !== undefined && publishedAt(notice.data) <= now;
}

function fileOf(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}
