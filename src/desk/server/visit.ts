import type { IncomingMessage } from 'node:http';
import type { Html } from '#core/formats/html.ts';
import type { Desk } from '#desk/frame/desk.ts';
import { draftAt, dropDraft, keepDraft } from '#desk/frame/drafts.ts';
import { addressOf } from '#desk/frame/form.ts';
import { pageText } from '#desk/frame/page.ts';
import type { FileReply, PageReply, Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { changedSince } from '#desk/frame/seen.ts';
import { withContent } from '#desk/frame/verbs.ts';
import type { Once } from './act-once.ts';
import { type Answer, goTo, SHEET_POLICY } from './answer.ts';
import { formIn } from './body.ts';
import { DeskFault, FAULTS } from './faults.ts';
import { changedPage, newId } from './own-pages.ts';
import type { Sessions } from './sessions.ts';

export interface Serving {
  desk: Desk;
  screens: readonly Screen[];
  sessions: Sessions;
  once: Once;
  /** Milliseconds without a byte of a form. */
  patience: number;
}

/** Bytes of a form without files. */
const USUAL_BYTES = 1_000_000;

/** A screen shown, or its form carried out. */
export async function visited(serving: Serving, screen: Screen, request: IncomingMessage, url: URL): Promise<Answer> {
  const { desk, sessions } = serving;
  const visit: Visit = {
    desk,
    path: url.pathname,
    query: url.searchParams,
    token: sessions.formToken,
    draft: undefined,
  };
  const address = addressOf(visit);
  if (request.method !== 'POST') {
    return shown(serving, screen, { ...visit, draft: await draftAt(desk.state, address) });
  }
  const act = screen.act?.bind(screen);
  if (act === undefined) throw new DeskFault('desk-method');
  const sent = await formIn(request, { most: screen.maxBytes ?? USUAL_BYTES, patience: serving.patience });
  if (!sessions.isFormToken(sent.get('_token'))) throw new DeskFault('desk-form-token');
  if (sent.get('_drop') !== null) {
    await dropDraft(desk.state, address);
    return goTo(address);
  }
  // A lone button has nothing of its own to keep.
  const filled = sent.get('_seen') !== null;
  return serving.once.run(
    sent,
    async () => {
      if (filled) await keepDraft(desk.state, address, sent, desk.clock());
      const seen = sent.get('_seen');
      const changed = typeof seen === 'string' ? await changedSince(desk.state, desk.content, seen) : [];
      if (changed === 'unknown' || changed.length > 0)
        return page(serving, visit, {
          title: FAULTS['desk-changed'][1],
          body: changedPage(changed, address),
          status: 409,
        });
      return replied(serving, screen, { ...visit, draft: await draftAt(desk.state, address) }, await act(visit, sent));
    },
    ({ status, headers }) => status === 303 && /^\/(?:done|job)\?/.test(headers?.['Location'] ?? ''),
  );
}

async function shown(serving: Serving, screen: Screen, visit: Visit, fault?: Html): Promise<Answer> {
  const reply = await screen.show(visit);
  if (!('kind' in reply))
    return page(serving, visit, { title: screen.title, body: reply, fault, status: fault ? 422 : 200 });
  return reply.kind === 'file'
    ? file(reply)
    : page(serving, visit, { title: screen.title, body: reply.body, fault, status: fault ? 422 : reply.status });
}

async function replied(serving: Serving, screen: Screen, visit: Visit, reply: Reply): Promise<Answer> {
  const { desk } = serving;
  const address = addressOf(visit);
  switch (reply.kind) {
    case 'again':
      return shown(serving, screen, { ...visit, justSent: true }, reply.fault);
    case 'go':
      if (reply.keepDraft !== true) await dropDraft(desk.state, address);
      return goTo(reply.to);
    case 'done': {
      const { title, ran, next } = reply;
      const id = newId();
      await desk.record.add({
        id,
        at: desk.clock(),
        title,
        command: ran.command,
        exit: ran.exit,
        text: ran.text,
        next: [...next],
      });
      await dropDraft(desk.state, address);
      // While the clerk reads what was done: the next screen wants it.
      desk.checked().catch(() => undefined);
      return goTo(`/done?id=${id}`);
    }
    case 'job': {
      const { title, command, words, next } = reply;
      const all = withContent(desk, command.options, words);
      const job = desk.jobs.start({ title, verb: command.verb, words: all, next });
      await dropDraft(desk.state, address);
      return goTo(`/job?id=${job.id}`);
    }
    case 'file':
      return file(reply);
    case 'page':
      return page(serving, visit, { title: screen.title, ...reply });
  }
}

function page(
  { screens }: Serving,
  { path, query }: Visit,
  { status = 200, ...rest }: { title: string; body: Html; fault?: Html | undefined; status?: PageReply['status'] },
): Answer {
  return { status, type: 'text/html; charset=utf-8', body: pageText(rest, { screens, path, query }) };
}

function file({ bytes, type, name, sheet }: FileReply): Answer {
  return {
    status: 200,
    type,
    body: bytes,
    headers: {
      ...(name !== undefined && { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
      ...(sheet === true && { 'Content-Security-Policy': SHEET_POLICY }),
    },
  };
}
