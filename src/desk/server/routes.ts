import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from '#core/formats/html.ts';
import { dropDraft, keepDraft } from '#desk/frame/drafts.ts';
import { pageText } from '#desk/frame/page.ts';
import { ALWAYS, type Answer, goTo } from './answer.ts';
import { assetAt } from './assets.ts';
import { formIn } from './body.ts';
import { DeskFault } from './faults.ts';
import { donePage, jobPage } from './own-pages.ts';
import { cookieIn, cookieName } from './sessions.ts';
import { type Serving, visited } from './visit.ts';

export interface Entrance extends Serving {
  port: number;
  /** Known to who can read the desk's own folder: a second start asks with it for a new way in. */
  key: string;
  /** Called when somebody came in, so that the session outlives this process. */
  onEntry(): Promise<void>;
}

/** A request that has passed the guard → its answer; `undefined` where the answer goes on by itself. */
export async function routed(
  entrance: Entrance,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const url = URL.parse(`http://127.0.0.1:${entrance.port}${request.url ?? '/'}`);
  if (url === null || !request.url?.startsWith('/')) throw new DeskFault('desk-path');
  const { pathname: path, searchParams: query } = url;
  const { sessions, port, desk } = entrance;
  if (path === '/invite') {
    if (request.headers['x-jiangbang-key'] !== entrance.key) throw new DeskFault('desk-session');
    const address = `http://127.0.0.1:${port}/enter?token=${sessions.invite()}`;
    return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify({ address }) };
  }
  if (path === '/enter') {
    // A browser that looks ahead, or a program that asks for the head alone, must not use up what the clerk will click.
    const isVisit = request.method === 'GET' && request.headers['sec-purpose'] === undefined;
    const secret = isVisit ? sessions.enter(query.get('token') ?? '') : undefined;
    if (secret === undefined) throw new DeskFault('desk-token');
    await entrance.onEntry();
    return goTo('/', { 'Set-Cookie': `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict` });
  }
  const asset = await assetAt(path);
  if (asset) return asset;
  const secret = cookieIn(request.headers.cookie, cookieName(port));
  if (secret === undefined || !sessions.knows(secret)) throw new DeskFault('desk-session');
  switch (path) {
    case '/draft': {
      const sent = await formIn(request, { most: 1_000_000, patience: entrance.patience });
      const address = sent.get('_address');
      if (!sessions.isFormToken(sent.get('_token')) || typeof address !== 'string')
        throw new DeskFault('desk-form-token');
      if (sent.get('_drop') === null) await keepDraft(desk.state, address, sent, desk.clock());
      else await dropDraft(desk.state, address);
      return { status: 200, type: 'text/plain; charset=utf-8', body: 'ok' };
    }
    case '/done': {
      const entry = await desk.record.find(query.get('id') ?? '');
      if (!entry) throw new DeskFault('desk-path');
      return ownPage(entrance, url, { title: entry.title, body: donePage(entry) });
    }
    case '/job': {
      const job = desk.jobs.find(query.get('id') ?? '');
      if (job)
        return ownPage(entrance, url, {
          title: job.title,
          body: jobPage(job),
          refresh: job.exit === undefined ? 3 : undefined,
        });
      const entry = await desk.record.find(query.get('id') ?? '');
      if (entry) return ownPage(entrance, url, { title: entry.title, body: donePage(entry) });
      return ownPage(entrance, url, {
        title: '不知道办完没有',
        body: html`<p>
          办公台在办这件事的中途停过，不知道办完没有。请到<a href="/">首页</a>看现在的状态，需要的话再办一次，不会重复。
        </p>`,
      });
    }
    case '/job/events':
      return follow(entrance, query.get('id') ?? '', response);
    default: {
      const screen = entrance.screens.find((one) => one.path === path);
      if (!screen) throw new DeskFault('desk-path');
      return visited(entrance, screen, request, url);
    }
  }
}

function ownPage({ screens }: Serving, { pathname, searchParams }: URL, page: Parameters<typeof pageText>[0]): Answer {
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: pageText(page, { screens, path: pathname, query: searchParams }),
  };
}

/** Every line of a job as it comes, those missed first; ends with the job. */
function follow({ desk: { jobs } }: Serving, id: string, response: ServerResponse): undefined {
  if (!jobs.find(id)) throw new DeskFault('desk-path');
  response.writeHead(200, { ...ALWAYS, 'Content-Type': 'text/event-stream; charset=utf-8' });
  let told = 0;
  const tell = (): void => {
    const job = jobs.find(id);
    for (const line of job?.lines.slice(told) ?? []) {
      told += 1;
      response.write(`id: ${told}\ndata: ${line.replaceAll('\r', '')}\n\n`);
    }
    if (job?.exit === undefined) return;
    response.end('event: end\ndata: end\n\n');
    stop();
  };
  const stop = jobs.follow(id, tell);
  response.on('close', stop);
  tell();
  return undefined;
}
