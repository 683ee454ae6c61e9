import { type Act, actInstant } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import { type Reviewable, reviewables, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import type { Content } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Refuses what would become public without a second look. A takedown goes first and is looked at afterwards. */
export function refuseUnreviewed(content: Content | undefined, now: Instant): void {
  const open = (content?.programmes ?? [])
    .flatMap(({ rounds }) => rounds)
    .flatMap((folder) =>
      reviewables(folder)
        // What was changed after its review is an error of the content, with which nothing is published.
        .filter((one) => one.of !== 'takedown' && isPublic(one, now) && reviewOf(folder, one) === undefined)
        .map((one) => `${folder.id} 的${chineseReviewable(one)}`),
    );
  if (open.length === 0) return;
  throw new Refusal(
    'unreviewed',
    `还没有人复核：${open.join('、')}。请看过校样（npm run proof），再记录批准人和复核人（npm run approve）；只有一人的，用 --sole-reason 写明原因。网站保持原样。`,
  );
}

function isPublic({ of, entry: { data } }: Reviewable, now: Instant): boolean {
  return (of === 'act' ? actInstant(data as Act) : publishedAt(data as ResultAnnouncement)) <= now;
}
