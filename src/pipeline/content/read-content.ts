import type { z } from 'zod';
import { actSchema } from '#core/acts/act.ts';
import { calendarYearSchema, regionalCalendarSchema } from '#core/calendar/work-calendar.ts';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import { type ConfirmedYear, confirmedYearsSchema } from '#core/holidays/confirmed-years.ts';
import { type Waiver, waiversSchema } from '#core/privacy/waiver.ts';
import { programmeSchema } from '#core/programme/programme.ts';
import { approvalFileSchema } from '#core/records/approval.ts';
import type { Content, Entry } from '#core/records/content.ts';
import { importedSchema } from '#core/records/imported.ts';
import { laterNoticeSchema, noticeSchema } from '#core/records/notice.ts';
import { programmeFormSchema } from '#core/records/programme-form.ts';
import { type PublishedAddresses, publishedSchema } from '#core/records/published-addresses.ts';
import { furtherResultSchema, resultSchema } from '#core/records/result.ts';
import { reviewsSchema } from '#core/records/review.ts';
import { rosterSchema } from '#core/records/roster.ts';
import { roundSchema } from '#core/records/round.ts';
import { siteSettingsSchema } from '#core/records/site-settings.ts';
import { takenDownSchema } from '#core/records/taken-down.ts';
import { calendarFindings } from './calendar-findings.ts';
import { readTree, type TreeFile } from './content-tree.ts';
import type { EntryMemory } from './entry-memory.ts';
import { formFindings } from './form-findings.ts';
import { laterIn } from './later-folder.ts';
import { caseTwins, outOfPlace, placeInLayout } from './layout.ts';
import { type ReadEntry, readEntry } from './read-entry.ts';
import { readRootFile } from './root-file.ts';
import { type ProgrammeSoFar, type RoundSoFar, settleRounds } from './settle-rounds.ts';
import { settled } from './settled.ts';

/** A picture, a film or captions that lie beside a person's record. */
export interface MediaFile {
  /** In whose folder. */
  person: string;
  name: string;
  file: TreeFile;
}

export interface ReadContent {
  /** Present when nothing at all was wrong with the files. */
  content: Content | undefined;
  /** What could be read in spite of findings, so that the rules can speak in the same go. */
  readable: Content | undefined;
  findings: Finding[];
  /** The calendars alone, whatever else is missing. */
  calendars: Pick<Content, 'calendarYears' | 'regionalCalendars'>;
  /** Who compared which year with its notice. */
  confirmed: readonly ConfirmedYear[];
  /** Reviewed exceptions of the privacy gate. */
  waivers: readonly Waiver[];
  /** Addresses that were public before, and must answer for ever. */
  published: readonly string[];
  /** Photos listed, by round id. */
  photos: ReadonlyMap<string, string[]>;
  /** What lies in the media folders, by round id. */
  media: ReadonlyMap<string, MediaFile[]>;
}

/** THE reader of `content/`, for the commands and for the pages. Reports every fault of every file at once. */
export async function readContent(directory: string, memory?: EntryMemory): Promise<ReadContent> {
  const tree = await settled(directory, () => readTree(directory));
  if (!tree) {
    return { ...parseTree([]), findings: [finding('content-missing', { file: directory })] };
  }
  return parseTree(tree, memory);
}

/** The same over a tree in memory: pure, so that thousands of spoiled trees can be tried. */
export function parseTree(tree: readonly TreeFile[], memory?: EntryMemory): ReadContent {
  const findings: Finding[] = [...caseTwins(tree)];
  const take = <T>(read: ReadEntry<T>): Entry<T> | undefined => {
    findings.push(...read.findings);
    return read.entry;
  };
  const programmes = new Map<string, ProgrammeSoFar>();
  const rounds = new Map<string, RoundSoFar>();
  const photos = new Map<string, string[]>();
  const media = new Map<string, MediaFile[]>();
  const calendars: ReadContent['calendars'] = { calendarYears: [], regionalCalendars: [] };
  let site: Content['site'] | undefined;
  let waivers: readonly Waiver[] = [];
  let published: PublishedAddresses | undefined;
  const rootFiles: string[] = [];
  const maps: string[] = [];
  let confirmed: readonly ConfirmedYear[] = [];

  for (const file of tree) {
    const place = placeInLayout(file.path);
    if (!place) {
      findings.push(outOfPlace(file));
      continue;
    }
    const { kind, ids } = place;
    const badId = ids.find((id) => !idSchema.safeParse(id).success);
    if (badId !== undefined) {
      findings.push(finding('bad-id', { file: file.path }));
      continue;
    }
    const [first = '', edition = '', person = ''] = ids;
    const programme = programmes.get(first) ?? { rounds: [] };
    const roundId = `${first}/${edition}`;
    const round = rounds.get(roundId) ?? { people: [] };
    if (first !== '' && kind !== 'calendar' && kind !== 'regional') programmes.set(first, programme);
    if (edition !== '' && kind !== 'regional' && kind !== 'form') rounds.set(roundId, round);
    const read = <S extends z.ZodType>(name: string, schema: S): ReadEntry<z.output<S>> =>
      memory?.read(kind, file, name, () => readEntry(file, name, schema)) ?? readEntry(file, name, schema);
    switch (kind) {
      case 'site':
        site = take(read('site', siteSettingsSchema));
        break;
      case 'published':
        published = take(read('published', publishedSchema))?.data;
        break;
      case 'root': {
        const one = readRootFile(file);
        findings.push(...one.findings);
        if (one.name !== undefined) rootFiles.push(one.name);
        break;
      }
      case 'map':
        if (file.kind === 'link') findings.push(finding('link-in-content', { file: file.path }));
        maps.push(lastOf(file.path));
        break;
      case 'waivers':
        waivers = take(read('waivers', waiversSchema))?.data.waivers ?? [];
        break;
      case 'confirmed':
        confirmed = take(read('confirmed', confirmedYearsSchema))?.data.confirmed ?? [];
        break;
      case 'calendar': {
        const year = take(read(first, calendarYearSchema));
        if (year) calendars.calendarYears.push(year);
        break;
      }
      case 'regional': {
        const regional = take(read(first, regionalCalendarSchema));
        if (regional) calendars.regionalCalendars.push(regional);
        break;
      }
      case 'programme':
        programme.programme = take(read(first, programmeSchema));
        break;
      case 'form': {
        const form = take(read(edition, programmeFormSchema));
        if (form) programme.forms = [...(programme.forms ?? []), form];
        break;
      }
      case 'round':
        round.round = take(read(roundId, roundSchema));
        break;
      case 'roster':
        round.roster = take(read(roundId, rosterSchema));
        break;
      case 'imported':
        round.imported = take(read(roundId, importedSchema));
        break;
      case 'notice':
        round.notice = take(read(roundId, noticeSchema));
        break;
      case 'laterNotice':
        laterIn(round, person).notice = take(read(roundId, laterNoticeSchema));
        break;
      case 'laterRoster':
        laterIn(round, person).roster = take(read(roundId, rosterSchema));
        break;
      case 'laterApproval':
        laterIn(round, person).approval = take(read(roundId, approvalFileSchema));
        break;
      case 'approval':
        round.approval = take(read(roundId, approvalFileSchema));
        break;
      case 'result':
        round.result = take(read(roundId, resultSchema));
        break;
      case 'further': {
        const one = take(read(person, furtherResultSchema));
        if (one) round.further = [...(round.further ?? []), one].sort((a, b) => Number(a.id) - Number(b.id));
        break;
      }
      case 'reviews':
        round.reviews = take(read(roundId, reviewsSchema));
        break;
      case 'act': {
        const one = take(read(person, actSchema));
        if (one) round.acts = [...(round.acts ?? []), one];
        break;
      }
      case 'takenDown': {
        const one = take(read(person, takenDownSchema));
        if (one) round.takenDown = [...(round.takenDown ?? []), one];
        break;
      }
      case 'person': {
        const one = take(read(person, candidateSchema));
        if (one) round.people.push(one);
        break;
      }
      case 'photo':
        if (file.kind === 'link') findings.push(finding('link-in-content', { file: file.path }));
        photos.set(roundId, [...(photos.get(roundId) ?? []), person]);
        break;
      case 'media':
        if (file.kind === 'link') findings.push(finding('link-in-content', { file: file.path }));
        media.set(roundId, [...(media.get(roundId) ?? []), { person, name: lastOf(file.path), file }]);
        break;
      case 'stamped':
        if (file.kind === 'link') findings.push(finding('link-in-content', { file: file.path }));
        round.stamped = [...(round.stamped ?? []), lastOf(file.path)];
    }
  }

  findings.push(...settleRounds(programmes, rounds, tree));
  findings.push(...[...programmes.values()].flatMap(formFindings));
  findings.push(...calendarFindings({ ...calendars, confirmed, site, tree }));
  const readable: Content | undefined = site && {
    site,
    ...calendars,
    ...(published?.identity !== undefined && { identity: published.identity }),
    ...(rootFiles.length > 0 && { rootFiles }),
    ...(maps.length > 0 && { maps }),
    programmes: [...programmes].flatMap(([id, folder]) =>
      folder.programme
        ? [{ id, programme: folder.programme, ...(folder.forms && { forms: folder.forms }), rounds: folder.rounds }]
        : [],
    ),
  };
  const clean = findings.every(({ level }) => level !== 'error');
  return {
    content: clean ? readable : undefined,
    readable,
    findings,
    calendars,
    confirmed,
    waivers,
    published: published?.addresses ?? [],
    photos,
    media,
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
