import { request } from 'node:http';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#core/calendar/plain-date.ts';
import { checkedOf, rememberedOf } from '#desk/frame/desk.ts';
import { jobsOf } from '#desk/frame/jobs.ts';
import { recordIn } from '#desk/frame/record.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { openStateFolder, type StateFolder } from '#desk/frame/state-folder.ts';
import { newKey, serveDesk } from '#desk/server/serve-desk.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { contentDisk } from '#pipeline/content/disk.ts';
import { clearAround, isLock, takeLock } from '#pipeline/content/lock.ts';
import { ownerHere } from '#pipeline/content/owner.ts';

export interface StartedDesk {
  /** A way in that is good once. */
  address: string;
  /** Whether a desk was open for this content already; then this process has nothing to serve. */
  already: boolean;
  stop: () => Promise<void>;
}

export interface DeskStart {
  content: string;
  usualContent: boolean;
  screens: readonly Screen[];
  clock: () => Instant;
  port: number | undefined;
  /** Milliseconds. */
  idle: number;
  /** Milliseconds without a byte of a form. */
  patience?: number;
}

/** One desk for a content folder: a second start gets a way into the first. */
export async function startDesk({
  screens,
  clock,
  port,
  idle,
  patience = 20_000,
  ...start
}: DeskStart): Promise<StartedDesk> {
  const content = resolve(start.content);
  const state = await openStateFolder(content);
  const file = state.path('lock');
  const lock = await takeLock(contentDisk, file, await ownerHere('desk', clock()), { patience: 0 });
  const kept = await standAt(state);
  if (!isLock(lock)) return { address: await wayIn(kept, file), already: true, stop: () => Promise.resolve() };
  await clearAround(contentDisk, lock);
  const key = kept?.key ?? newKey();
  const record = recordIn(state);
  const jobs = jobsOf(record, clock);
  const write = (at: number, sessions: string[]): Promise<void> =>
    state.write(`${JSON.stringify({ port: at, key, sessions })}\n`, 'desk.json');
  const remembered = rememberedOf(content);
  const checked = checkedOf(content, remembered);
  const desk = { content, usualContent: start.usualContent, clock, state, record, jobs, checked, remembered };
  const stop = async (): Promise<void> => {
    jobs.stop();
    await served.stop();
    await lock.release();
  };
  const served = await serveDesk({
    desk,
    screens,
    port: port ?? kept?.port ?? 0,
    key,
    sessions: kept?.sessions ?? [],
    onEntry: write,
    idle,
    patience,
    onIdle: () => void stop(),
  });
  await write(served.port, kept?.sessions ?? []);
  // While the browser opens.
  checked().catch(() => undefined);
  return { address: served.invite(), already: false, stop };
}

const standSchema = z.object({ port: z.int(), key: z.string(), sessions: z.array(z.string()) });
type Stand = z.infer<typeof standSchema>;

/** Where the desk is or was served. */
async function standAt(state: StateFolder): Promise<Stand | undefined> {
  try {
    return standSchema.parse(JSON.parse((await state.read('desk.json')) ?? ''));
  } catch {
    return undefined;
  }
}

/** From the desk that is open already. */
async function wayIn(stand: Stand | undefined, file: string): Promise<string> {
  const text = stand && (await asked(stand).catch(() => undefined));
  const answer = z.object({ address: z.string() }).safeParse(text === undefined ? undefined : JSON.parse(text));
  if (answer.success) return answer.data.address;
  throw new Refusal(
    'desk-not-answering',
    `办公台已经开着，但没有回答。请稍等再试；确认没有别的办公台窗口的（例如中途断电），请删除 ${file} 再试。`,
  );
}

function asked({ port, key }: Stand): Promise<string> {
  return new Promise((done, failed) => {
    const headers = { 'x-jiangbang-key': key };
    const call = request({ host: '127.0.0.1', port, path: '/invite', headers, timeout: 5000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
    });
    call.on('timeout', () => call.destroy(new Error('timeout')));
    call.on('error', failed);
    call.end();
  });
}
