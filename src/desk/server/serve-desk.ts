import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { html } from '#core/formats/html.ts';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import type { Desk } from '#desk/frame/desk.ts';
import { pageText } from '#desk/frame/page.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { onceOnly } from './act-once.ts';
import { type Answer, send } from './answer.ts';
import { DeskFault, type FaultCode } from './faults.ts';
import { askedBy, foreign } from './guard.ts';
import { faultPage, newId } from './own-pages.ts';
import { type Entrance, routed } from './routes.ts';
import { openSessions } from './sessions.ts';

export interface ServedDesk {
  port: number;
  /** A way in that is good once. */
  invite: () => string;
  stop: () => Promise<void>;
}

export interface DeskServing {
  desk: Desk;
  screens: readonly Screen[];
  /** Wanted; 0 or a taken one: any free one. */
  port: number;
  key: string;
  /** Digests of the sessions of a desk that was here before. */
  sessions: readonly string[];
  onEntry: (port: number, sessions: string[]) => Promise<void>;
  /** Milliseconds without a request, or without a byte of a form, until the desk ends, or the form. */
  idle: number;
  patience: number;
  onIdle: () => void;
}

export async function serveDesk(serving: DeskServing): Promise<ServedDesk> {
  const { desk, screens, patience, idle } = serving;
  const sessions = openSessions(serving.sessions, serving.key);
  const server = createServer({ requestTimeout: 0, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 });
  server.maxConnections = 100;
  const port = await listen(server, serving.port);
  const entrance: Entrance = {
    desk,
    screens,
    sessions,
    once: onceOnly(),
    patience,
    port,
    key: serving.key,
    onEntry: () => serving.onEntry(port, sessions.kept()),
  };
  const rest = quietTimer(idle, () => desk.jobs.running().length === 0, serving.onIdle);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    rest.restart();
    answered(entrance, request, response).catch(() => response.destroy());
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  return {
    port,
    invite: () => `http://127.0.0.1:${port}/enter?token=${sessions.invite()}`,
    stop: () =>
      new Promise((resolve) => {
        rest.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answered(entrance: Entrance, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let answer: Answer | undefined;
  try {
    const fault = foreign(askedBy(request), entrance.port);
    if (fault) throw new DeskFault(fault);
    answer = await routed(entrance, request, response);
  } catch (error) {
    answer = await faultAnswer(entrance, error);
  }
  if (answer) send(request, response, answer);
}

/** Whatever went wrong, a page in words: no stack, no path of the machine. */
async function faultAnswer({ desk }: Entrance, error: unknown): Promise<Answer> {
  if (error instanceof DeskFault) return faultAs(error.code);
  if (error instanceof Refusal) {
    const body = html`<div class="fault" role="alert">
        <p>${clerkWords(error.message, {}, {})}</p>
        <p><small>${error.code}</small></p>
      </div>
      <p><a href="/">回到首页</a></p>`;
    return { status: 409, type: HTML, body: pageText({ title: '没有办成', body }, undefined) };
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(code)) return faultAs('desk-disk');
  const number = newId();
  const told = `${new Date().toISOString()} ${number} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  await appendFile(desk.state.path('faults.log'), told, { mode: 0o600 }).catch(() => undefined);
  return faultAs('desk-fault', number);
}

function faultAs(code: FaultCode, number?: string): Answer {
  const { status, title, body } = faultPage(code, number);
  const back = html`${body}
    <p><a href="/">回到首页</a></p>`;
  return { status, type: HTML, body: pageText({ title, body: back }, undefined) };
}

const HTML = 'text/html; charset=utf-8';

/** Calls `end` when nobody has come for a while and nothing is at work. */
function quietTimer(idle: number, isQuiet: () => boolean, end: () => void): { restart: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (isQuiet() ? end() : restart()), idle);
  };
  restart();
  return { restart, stop: () => clearTimeout(timer) };
}

/** On this machine alone. */
async function listen(server: Server, wanted: number): Promise<number> {
  for (const port of wanted === 0 ? [0] : [wanted, 0]) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    const place = server.address();
    if (!error && typeof place === 'object' && place) return place.port;
    server.removeAllListeners('error');
    if (error && !['EADDRINUSE', 'EACCES'].includes(error.code ?? '')) throw error;
  }
  throw new Refusal('port-taken', '这台电脑没有空闲的端口可用，办公台开不了。请关掉一些程序再试。');
}

export function newKey(): string {
  return randomBytes(24).toString('base64url');
}
