import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chinaIsoInstant, type Instant } from '#core/calendar/plain-date.ts';
import { type Outcome, Refusal } from '#pipeline/commands/command-line.ts';

/** The instant a site was built for by `--now`, where that was not the time; absent from every other site. */
const CLOCK_RECORD = 'evidence/clock.txt';

/** As far as a host's clock may be off (`clock-check.ts`). */
const MOST_OFF = 120_000;

export async function recordClock(site: string, given: Instant, real: Instant): Promise<void> {
  if (Math.abs(given - real) > MOST_OFF) await writeFile(join(site, CLOCK_RECORD), `${chinaIsoInstant(given)}\n`);
}

/** `2026-11-25T10:00:00+08:00` when the site shows the states of a made-up time. */
export async function madeUpClock(site: string): Promise<string | undefined> {
  const text = (await readFile(join(site, CLOCK_RECORD), 'utf8').catch(() => '')).trim();
  return text === '' ? undefined : text;
}

export function builtForAnotherTime(site: string, builtFor: string): Refusal {
  return new Refusal(
    'clock-made-up',
    `${site} 是按 --now ${builtFor} 生成的，不是按真实的时间，不能签名。请不加 --now 重新运行 npm run build，再发布。网站保持原样。`,
  );
}

/** Without a signature it may go out, to try a host or a page of another day, and says so. */
export function toldOfClock(outcome: Outcome, builtFor: string): Outcome {
  return {
    ...outcome,
    json: { ...(outcome.json as object), builtFor },
    text: `${outcome.text}注意：这份成品是按 --now ${builtFor} 生成的，网页上的状态不是现在的状态；只供试用，正式发布前请重新生成。\n`,
  };
}
