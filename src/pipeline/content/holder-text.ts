import { chinaDate, chinaTime } from '#core/calendar/plain-date.ts';
import type { Holder } from './lock.ts';

/**
 * `zhangsan 在 PC-3 上运行的 npm run act（进程 4321）正在写 content，自北京时间 2026-11-30 22:53 起。`, and what to do.
 * @param what what is being written
 * @param file the lock, to remove by hand where no machine can know
 */
export function holderText({ owner, standing }: Holder, what: string, file: string): string {
  if (!owner) {
    return `${what} 已被占用，但 ${file} 读不出是谁。请稍后再试；确认没有人在写的（例如中途断电），请删除这个文件再试。`;
  }
  const since = Date.parse(owner.since);
  const who = owner.user === '' ? owner.host : `${owner.user} 在 ${owner.host}`;
  const told = `${who} 上运行的 npm run ${owner.verb}（进程 ${owner.pid}）正在写 ${what}，自北京时间 ${chinaDate(since)} ${chinaTime(since)} 起。`;
  const wait = '请等它结束后再试，或用 --wait 秒数 等候。';
  // Where the system does not say when a process started, its number may belong to another by now.
  if (standing === 'alive' && owner.started !== '') return told + wait;
  return `${told}${wait}确认它已经不在运行的（例如中途断电），请删除 ${file} 再试。`;
}
