import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';

const MOST_OFF = 120_000;

/** One host's clock, by the `Date` header of its answer; `undefined` when it does not answer or says none. */
export type AskClock = (address: string) => Promise<number | undefined>;

/** Refuses when this machine's clock is more than two minutes off what the hosts say, or when none of them answers. */
export async function refuseWrongClock(hosts: readonly string[], clock: () => number, ask: AskClock): Promise<void> {
  if (hosts.length === 0) return;
  const off: number[] = [];
  for (const host of hosts) {
    const theirs = await ask(host);
    // A header counts whole seconds.
    if (theirs !== undefined) off.push(Math.round((clock() - theirs - 500) / 1000) * 1000);
  }
  if (off.length === 0) {
    throw new Refusal(
      'clock-unknown',
      `${hosts.join('、')} 都没有回答，核对不了时钟。请检查网络，或换 --clock-from。网站保持原样。`,
    );
  }
  const wrong = off.filter((difference) => Math.abs(difference) > MOST_OFF);
  if (wrong.length === off.length) {
    const seconds = Math.abs(wrong[0] ?? 0) / 1000;
    throw new Refusal(
      'clock-wrong',
      `本机时钟与 ${hosts.join('、')} 相差 ${seconds} 秒，${(wrong[0] ?? 0) > 0 ? '快了' : '慢了'}。公示的起止时间要靠时钟，请先校准。网站保持原样。`,
    );
  }
  if (wrong.length > 0) {
    throw new Refusal(
      'clock-unknown',
      `${hosts.join('、')} 的时钟互不一致，说不准本机对不对。请换 --clock-from。网站保持原样。`,
    );
  }
}

export async function askClock(address: string): Promise<number | undefined> {
  if (!/^https?:\/\//.test(address)) throw new UsageError(`${address} 不是网址，请写成 https://… 的样子。`);
  const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(15_000) }).catch(() => undefined);
  const time = Date.parse(answer?.headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}
