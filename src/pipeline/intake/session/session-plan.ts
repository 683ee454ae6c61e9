import { createHash } from 'node:crypto';
import type { Finding } from '#core/catalogue/finding.ts';
import type { EditedPerson } from '#core/roster/hand-edits.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { writing } from '#pipeline/content/writing.ts';
import type { ReadFiles } from '#pipeline/intake/collect.ts';
import type { ImportRequest } from '#pipeline/intake/import-request.ts';
import { applyImport, hasNothingToWrite, type PreparedImport, prepareImport } from '#pipeline/intake/import-round.ts';
import { PhotoQueue } from '#pipeline/intake/photos/photo-queue.ts';
import type { ImportEffects } from '#pipeline/intake/plan-round.ts';
import { requestOf } from './session-answers.ts';
import { type ImportSession, pathsOf } from './session-folder.ts';
import { questionsOf, type SessionQuestion } from './session-questions.ts';

/** What a program remembers of a session while it runs; without it everything is read and encoded again. */
export interface SessionMemory {
  read: ReadFiles;
  photos: PhotoQueue;
}

export function sessionMemory(): SessionMemory {
  return { read: new Map(), photos: new PhotoQueue() };
}

/** An import as far as it has come: what would be written, what stands in the way, what is still to be said. */
export interface SessionPlan extends PreparedImport {
  questions: SessionQuestion[];
  /** Names exactly what a clerk has before the eyes: only that is written. */
  digest: string;
  /** Whether nothing but a yes is missing. */
  ready: boolean;
}

/** Reads and plans; writes nothing. Photos may still be under way. */
export async function planSession(
  session: ImportSession,
  content: string,
  memory: SessionMemory,
): Promise<SessionPlan> {
  return planned(await requestFor(session, content), session, memory);
}

/**
 * Puts in place what was seen, all of it or nothing.
 * @param seen the digest of the plan that the clerk has looked at
 * @returns what every rule says of the round then
 */
export async function applySession(
  session: ImportSession,
  content: string,
  memory: SessionMemory,
  seen: string,
): Promise<{ plan: SessionPlan; checked: Finding[] }> {
  const request = await requestFor(session, content);
  // The lock is for writing: encoding a batch of photos may take a minute.
  await planned(request, session, memory);
  await memory.photos.settled();
  return writing(content, { verb: 'import' }, async (held) => {
    const plan = await planned(request, session, memory);
    if (plan.digest !== seen) throw new Refusal('import-plan-changed', CHANGED);
    if (plan.planned.photos.waiting.length > 0) throw new Refusal('import-plan-changed', CHANGED);
    if (hasErrors(plan.planned.findings))
      throw new Refusal('import-has-errors', '有错误没有改完，什么也没有写入。请把标出的各处改完再写入。');
    return { plan, checked: await applyImport(held, request, plan) };
  });
}

const CHANGED = '计划在您看过以后有了变化（文件、回答、照片或内容目录），什么也没有写入。请看过现在的计划再写入。';

async function requestFor(session: ImportSession, content: string): Promise<ImportRequest> {
  const paths = await pathsOf(session);
  return requestOf(session.state.answers, { content, round: session.state.round, paths });
}

async function planned(request: ImportRequest, session: ImportSession, memory: SessionMemory): Promise<SessionPlan> {
  let edited: readonly EditedPerson[] = [];
  const effects: ImportEffects = {
    progress: { step: () => undefined, done: () => undefined },
    random: seeded(session.state.seed),
    answerEdits: (open) => {
      edited = open;
      return Promise.resolve({ people: new Map() });
    },
    read: memory.read,
    encode: memory.photos.encode,
    withoutSheet: true,
  };
  const prepared = await prepareImport(request, effects);
  return {
    ...prepared,
    questions: questionsOf(prepared.planned, edited),
    digest: digestOf(prepared),
    ready: !hasErrors(prepared.planned.findings) && !hasNothingToWrite(prepared),
  };
}

/** The bytes of a photo that is still being encoded are unknown: which picture whose is, and that it is new, is what was seen. */
function digestOf({ files, planned: { photos } }: PreparedImport): string {
  const texts = [...files.write, ...files.beside].filter(([, text]) => typeof text === 'string');
  const written = texts.filter(([path]) => path !== 'imported.json');
  const seen = [written, files.remove, [...photos.changes]];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

/** The same numbers each time, so that a plan made again has the same ids. */
function seeded(seed: string): (below: number) => number {
  let count = 0;
  return (below) => {
    // 48 bits over an alphabet of 27: no letter is likelier than another by more than a billionth.
    const bytes = createHash('sha256')
      .update(`${seed} ${(count += 1)}`)
      .digest();
    return bytes.readUIntBE(0, 6) % below;
  };
}
