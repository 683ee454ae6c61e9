import type { Instant } from '#core/calendar/plain-date.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';

type Result = Entry<ResultAnnouncement>;

/** 公布结果 and every 补充公布, in the order of their numbers. */
export function resultsOf({ result, further = [] }: Pick<RoundFolder, 'result' | 'further'>): Result[] {
  return result ? [result, ...further] : [];
}

/** Those public at an instant; none before the first. */
export function announcedBy(folder: Pick<RoundFolder, 'result' | 'further'>, now: Instant): Result[] {
  const { result } = folder;
  if (!result || publishedAt(result.data) > now) return [];
  return resultsOf(folder).filter(({ data }) => publishedAt(data) <= now);
}

/** 1 for the announcement, 2 for the first 补充公布: what stands in its file's name and address. */
export function numberOf({ file }: Pick<Result, 'file'>): number {
  return Number(/\/result-(\d+)\.md$/.exec(file)?.[1] ?? 1);
}

/** Who was named to what, by which document; of several mentions the first, and `check` refuses a second. */
export function conferralOf(person: string, results: readonly Result[]): { tier: string; result: Result } | undefined {
  for (const result of results) {
    const group = result.data.conferred.find(({ people }) => people.includes(person));
    if (group) return { tier: group.tier, result };
  }
  return undefined;
}

/** Who was said not to be named, with the reason where one was given; a later document has the last word, and lifts an interim remark. */
export function refusalOf(
  person: string,
  results: readonly Result[],
): { reason: string | undefined; result: Result } | undefined {
  for (const result of [...results].reverse()) {
    const found = result.data.notConferred.find((one) => one.person === person);
    if (found) return { reason: found.reason, result };
  }
  return undefined;
}
