import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { addressOf, noticeLives } from '#core/lifecycle/notices-of.ts';
import { calendarOf } from '#core/records/content.ts';
import { refuseOutdated } from '#pipeline/build/content-record.ts';
import { dossiers } from '#pipeline/check/check-content.ts';
import { type Arguments, type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { contentOf } from '#pipeline/commands/shared-options.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { isRemote } from '../evidence/kept-head.ts';
import { isEvidence, pruneRemote } from './publish-remote.ts';
import type { Rclone } from './rclone.ts';

/** `npm run publish -- prune --to REMOTE:path`: deletes what earlier releases left, never while a notice is open or suspended. */
export async function pruneCommand(
  given: Arguments<'to' | 'site' | 'content', never, never>,
  clock: () => Instant,
  run: Rclone,
): Promise<Outcome> {
  const to = given.required('to');
  if (!isRemote(to)) throw new UsageError('只有“远端:路径”要清理旧文件；文件夹由发布自己清理。');
  const content = contentOf(given);
  const site = given.text('site') ?? 'dist';
  await refuseOutdated(site, content);
  const open = await openRounds(content, clock);
  if (open.length > 0) {
    throw new Refusal(
      'prune-open-window',
      `${open.join('、')} 正在公示或暂停，公示期内不删除任何文件。请在期满以后再清理。没有删除。`,
    );
  }
  const deleted = await pruneRemote(run, site, to, (path) => !isEvidence(path));
  return {
    exit: 0,
    json: { pruned: true, to, deleted },
    text: deleted.length === 0 ? '没有要清理的文件。\n' : `已删除旧文件 ${deleted.length} 个。\n`,
  };
}

async function openRounds(directory: string, clock: () => Instant): Promise<string[]> {
  const { content } = await readContent(directory);
  if (!content)
    throw new Refusal('content-unreadable', '内容目录有错误，说不准有没有公示正在进行。请先运行 npm run check。');
  const { sampleClock, regionalCalendar } = content.site.data;
  const now = sampleClock === undefined ? clock() : (parseInstant(sampleClock) ?? clock());
  return dossiers(content, calendarOf(content, regionalCalendar))
    .flatMap((dossier) => noticeLives(dossier))
    .filter((life) => ['open', 'suspended'].includes(noticeState(life, now).state))
    .map(({ folder }) => addressOf(folder));
}
