import { resolve } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { Act } from '#core/acts/act.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Content, Entry } from '#core/records/content.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Notice } from '#core/records/notice.ts';
import type { Programme } from '#core/records/programme.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import type { Roster } from '#core/records/roster.ts';
import type { Round } from '#core/records/round.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import type { TakenDown } from '#core/records/taken-down.ts';
import type { CalendarYear, RegionalCalendar } from '#core/calendar/work-calendar.ts';
import { readContent } from '#pipeline/content/read-content.ts';

/** The one joint between the two rooms: the pipeline's strict reader parses every file for the pages too. */
export const collections = {
  site: defineCollection({
    loader: loader('site', ({ site }) => [['site', site]]),
    schema: entry<SiteSettings>(),
  }),
  calendar: defineCollection({
    loader: loader('calendar', ({ calendarYears }) => calendarYears.map((year) => [year.id, year])),
    schema: entry<CalendarYear>(),
  }),
  regionalCalendars: defineCollection({
    loader: loader('regional', ({ regionalCalendars }) => regionalCalendars.map((overlay) => [overlay.file, overlay])),
    schema: entry<RegionalCalendar>(),
  }),
  programmes: defineCollection({
    loader: loader('programmes', ({ programmes }) => programmes.map(({ id, programme }) => [id, programme])),
    schema: entry<Programme>(),
  }),
  rounds: defineCollection({
    loader: loader('rounds', (content) => folders(content).map(({ id, round }) => [id, round])),
    schema: entry<Round>(),
  }),
  rosters: defineCollection({
    loader: loader('rosters', (content) => folders(content).map(({ id, roster }) => [id, roster])),
    schema: entry<Roster>(),
  }),
  people: defineCollection({
    loader: loader('people', (content) =>
      folders(content).flatMap(({ id, people }) => people.map((person): Row => [`${id}/${person.id}`, person])),
    ),
    schema: entry<Candidate>(),
  }),
  notices: defineCollection({
    loader: loader('notices', (content) => folders(content).map(({ id, notice }) => [id, notice])),
    schema: entry<Notice>(),
  }),
  results: defineCollection({
    loader: loader('results', (content) => folders(content).map(({ id, result }) => [id, result])),
    schema: entry<ResultAnnouncement>(),
  }),
  acts: defineCollection({
    loader: loader('acts', (content) =>
      folders(content).flatMap(({ id, acts }) => acts.map((act): Row => [`${id}/${act.id}`, act])),
    ),
    schema: entry<Act>(),
  }),
  approvals: defineCollection({
    loader: loader('approvals', (content) => folders(content).map(({ id, approval }) => [id, approval])),
    schema: entry<ApprovalFile>(),
  }),
  takenDown: defineCollection({
    loader: loader('takenDown', (content) =>
      folders(content).flatMap(({ id, takenDown }) => takenDown.map((one): Row => [`${id}/${one.id}`, one])),
    ),
    schema: entry<TakenDown>(),
  }),
};

type Row = [id: string, entry: Entry<unknown> | undefined];

function loader(name: string, rowsOf: (content: Content) => Row[]): Loader {
  return {
    name: `jiangbang-${name}`,
    async load({ store, watcher, logger }) {
      const fill = async (): Promise<void> => {
        const rows = new Map(rowsOf(await reading()).filter(([, data]) => data));
        // Not cleared: Astro would write files of this checkout anew each time, under one name in all builds that run at once.
        for (const id of store.keys().filter((one) => !rows.has(one))) store.delete(id);
        for (const [id, data] of rows) store.set({ id, data: { ...data } });
      };
      await fill();
      watcher?.add(directory());
      watcher?.on('change', (file) => {
        if (!file.startsWith(directory())) return;
        read = undefined;
        fill().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

/** The reader has judged the data already; this only gives them their type. */
function entry<T>(): z.ZodType<Entry<T>> {
  return z.custom<Entry<T>>();
}

let read: Promise<Content> | undefined;

function reading(): Promise<Content> {
  return (read ??= readContent(directory()).then(({ content, findings }) => {
    if (content) return content;
    throw new Error(findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)}`).join('\n'));
  }));
}

function directory(): string {
  return resolve(process.env['JIANGBANG_CONTENT'] ?? 'content');
}

function folders({ programmes }: Content): Content['programmes'][number]['rounds'] {
  return programmes.flatMap(({ rounds }) => rounds);
}
