import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { calendarOf, type Content } from '#core/records/content.ts';
import { FIRST_NOTICE } from '#core/records/notice.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import type { PhotoTexts } from '#core/roster/photo-consent.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { chosenNotice } from '#pipeline/content/chosen-notice.ts';
import { type ChosenRound, chosenRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { settled } from '#pipeline/content/settled.ts';
import { sectionsOf } from './person-file.ts';

/** The round as it lies in the content before an import. */
export interface KnownRound extends ChosenRound {
  id: string;
  /** Its folder on disk. */
  directory: string;
  calendar: WorkCalendar;
  /** In the order of the list. */
  people: KnownPerson[];
  /** The text of each person's file, by id. */
  texts: ReadonlyMap<string, string>;
  approved: boolean;
  /** Every id in use anywhere, so that none is minted twice. */
  taken: Set<string>;
  /** What is recorded with the photos that are there. */
  photos: ReadonlyMap<string, PhotoTexts>;
}

/** @param notice whose list; absent: the round's first, which an import is about */
export function readKnownRound(content: string, id: string, notice = FIRST_NOTICE): Promise<KnownRound> {
  return settled(content, () => knownRound(content, id, notice));
}

async function knownRound(content: string, id: string, notice: string): Promise<KnownRound> {
  const read = await readContent(content);
  if (!read.readable && read.findings.some(({ code }) => code === 'content-missing')) {
    throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  }
  const chosen = chosenRound(read.readable, id);
  const { calendars, readable } = read;
  const directory = join(content, roundDirectory(id));
  const own = `${roundDirectory(id)}/`;
  // A person's file that cannot be read would look like a person gone.
  const broken = read.findings.find(
    ({ level, where }) =>
      level === 'error' &&
      (where.file.startsWith(`${own}candidates/`) ||
        where.file === `${own}roster.json` ||
        where.file === `${own}imported.json`),
  );
  if (broken) {
    throw new Refusal(
      'round-unreadable',
      `这一届现有的文件 ${broken.where.file} 有错误，先运行 npm run check 并改正，再导入。`,
    );
  }
  // Who is on a later notice alone is no business of the first list.
  const first = chosenNotice(chosen, notice, () => false).folder;
  const listed = first.roster?.data.people.map((person) => person.id) ?? [];
  const place = (person: string): number => (listed.includes(person) ? listed.indexOf(person) : listed.length);
  const entries = untiered(chosen.folder.people, first.people).sort(
    (a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1),
  );
  const people: KnownPerson[] = [];
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const text = await readFile(join(content, entry.file), 'utf8');
    texts.set(entry.id, text);
    const sections = sectionsOf(text);
    const { name, employer } = entry.data;
    people.push({ id: entry.id, name, employer, record: { candidate: entry.data, sections } });
  }
  return {
    ...chosen,
    id,
    calendar: calendarOf(calendars, readable?.site.data.regionalCalendar),
    directory,
    people,
    texts,
    approved:
      chosen.folder.approval !== undefined || read.findings.some(({ where }) => where.file === `${own}approval.json`),
    taken: takenIds(read.readable),
    photos: new Map(entries.flatMap((entry) => (entry.data.photo ? [[entry.id, entry.data.photo]] : []))),
  };
}

/** The files of the people of a list, without what only a list says of them. */
function untiered<T extends { id: string }>(files: readonly T[], listed: readonly { id: string }[]): T[] {
  return files.filter(({ id }) => listed.some((one) => one.id === id));
}

function takenIds(content: Content | undefined): Set<string> {
  return new Set(
    (content?.programmes ?? []).flatMap(({ rounds }) => rounds.flatMap(({ people }) => people.map(({ id }) => id))),
  );
}
