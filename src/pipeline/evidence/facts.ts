import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actInstant } from '#core/acts/act.ts';
import { chinaIsoInstant, type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { NewEntry } from '#core/evidence/ledger.ts';
import { digestOf } from '#core/judging/reviewable.ts';
import { effectiveWindow } from '#core/lifecycle/notice-state.ts';
import { addressOf, noticeLives, noticesOf } from '#core/lifecycle/notices-of.ts';
import { announcedBy } from '#core/lifecycle/results.ts';
import { calendarOf, type Content, type RoundFolder } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { ROOT } from '#pipeline/commands/root.ts';

/** What a release entry says beside the digests of its files. */
export interface ReleaseFacts {
  /** Of the calendar of work days, its regional parts included. */
  calendar: string;
  /** Of package-lock.json: with which tools the pages were made. */
  lock: string | null;
  publications: { id: string; opensOn: string | null; closesOn: string | null }[];
}

export async function releaseFacts(content: Content, now: Instant): Promise<ReleaseFacts> {
  const calendar = calendarOf(content, content.site.data.regionalCalendar);
  const lock = await readFile(join(ROOT, 'package-lock.json')).catch(() => undefined);
  const years = [content.calendarYears, content.regionalCalendars].map((list) => list.map(({ data }) => data));
  return {
    calendar: digest(JSON.stringify(years)),
    lock: lock ? digest(lock) : null,
    publications: content.programmes.flatMap((programme) =>
      programme.rounds
        .flatMap((folder) => noticeLives({ programme: programme.programme, folder, calendar }))
        .filter(({ folder }) => isPublic(folder, now))
        .map((life) => {
          const found = effectiveWindow(life, now);
          const window = found.course === 'running' ? found.window : undefined;
          return { id: addressOf(life.folder), opensOn: window?.opensOn ?? null, closesOn: window?.closesOn ?? null };
        }),
    ),
  };
}

/**
 * What happened to the publications that the ledger does not know yet: approvals, acts, results, people taken down; of what is public by
 * now only, by digest and date, never by a name or an id of a person.
 */
export function newFacts(content: Content, known: readonly NewEntry[], now: Instant): NewEntry[] {
  const seen = new Set(known.map(keyOf));
  const facts = content.programmes
    .flatMap(({ rounds }) => rounds)
    .filter((folder) => isPublic(folder, now))
    .flatMap((folder) => factsOf(folder, now))
    .filter((fact) => !seen.has(keyOf(fact)));
  return facts.map((fact) => ({ ...fact, at: chinaIsoInstant(now) }));
}

function factsOf(folder: RoundFolder, now: Instant): NewEntry[] {
  const { id, acts, takenDown, reviews } = folder;
  const at = '';
  // Each notice has an approval of its own list, under its own address.
  const approvals = noticesOf(folder)
    .filter((notice) => isPublic(notice, now))
    .flatMap((notice) => {
      const { former = [], current } = notice.approval?.data ?? {};
      return [...former, ...(current ? [current] : [])].map((one) => ({ ...one, publication: addressOf(notice) }));
    });
  return [
    ...approvals
      .filter(({ approvedAt }) => (parseInstant(approvedAt) ?? 0) <= now)
      .map((one): NewEntry => ({
        ...{ type: 'approve', at, publication: one.publication, date: one.date },
        digest: one.digest,
      })),
    ...acts
      .filter(({ data }) => actInstant(data) <= now)
      .map((entry): NewEntry => ({
        ...{ type: 'act', at, publication: id, kind: entry.data.kind, date: entry.data.date },
        digest: digestOf({ entry }),
      })),
    ...announcedBy(folder, now).map((entry): NewEntry => ({
      ...{ type: 'result', at, publication: id, date: entry.data.published },
      digest: digestOf({ entry }),
    })),
    ...takenDown.map(({ data }): NewEntry => ({
      ...{ type: 'takedown', at, publication: id, date: data.date },
      digest: data.digest,
    })),
    // Who signed stays in the content folder; the ledger says what was looked at, when, and whether by one person alone.
    ...(reviews?.data.reviews ?? [])
      .filter(({ reviewedAt }) => (parseInstant(reviewedAt) ?? 0) <= now)
      .map(({ of, digest: looked, reviewedAt, soleReason }): NewEntry => ({
        ...{ type: 'review', at, publication: id, of, date: reviewedAt.slice(0, 10), digest: looked },
        ...(soleReason !== undefined && { alone: true }),
      })),
  ];
}

function isPublic({ notice }: RoundFolder, now: Instant): boolean {
  return notice !== undefined && publishedAt(notice.data) <= now;
}

function keyOf({ type, publication, digest: of }: NewEntry): string {
  return JSON.stringify([type, publication ?? null, of ?? null]);
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
