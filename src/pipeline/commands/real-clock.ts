import { Refusal } from './command-line.ts';
import type { Given } from './define-command.ts';
import type { NOW } from './shared-options.ts';

/** What is sealed bears the time at which it was published, and nothing is deleted by a time somebody made up. */
export function refuseMadeUpClock(given: Given<typeof NOW>, remedy: string): void {
  if (given.text('now') === undefined) return;
  throw new Refusal(
    'clock-made-up',
    `发布、签名和清理只按本机的时钟，不能用 --now 另写一个时刻：账本里的时间要与发布的时间一致。${remedy}`,
  );
}
