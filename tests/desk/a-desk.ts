import { after } from 'node:test';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { SCREENS } from '#desk/screens/index.ts';
import { startDesk } from '#desk/start/start-desk.ts';
import { call, formIn, type Reply } from './browser-without-script.ts';

/** A browser without script: a cookie, and forms sent as they stand in the page. */
export interface Clerk {
  address: string;
  cookie: string;
  get: (path: string) => Promise<Reply>;
  /**
   * Opens a page, fills its form in and sends it, as a browser does: hidden fields and what stands in the others come along.
   * @param which the words of the button whose form is meant, where a page has several
   */
  fill: (path: string, fields: Record<string, string | readonly string[]>, which?: string) => Promise<Reply>;
  /** The same with a page that is open already. */
  fillIn: (page: Reply, fields: Record<string, string | readonly string[]>, which?: string) => Promise<Reply>;
  /** What time it is from now on. */
  setClock: (now: string) => void;
  /** Follows a redirection after a form. */
  after: (reply: Reply) => Promise<Reply>;
  stop: () => Promise<void>;
}

const running: (() => Promise<void>)[] = [];
after(async () => {
  for (const stop of running) await stop();
});

/** A desk on a content folder at an instant, with somebody who has come in. */
export async function aDesk(
  content: string,
  {
    now = '2024-09-04T10:00:00+08:00',
    screens = SCREENS,
    patience = 20_000,
  }: { now?: string; screens?: readonly Screen[]; patience?: number } = {},
): Promise<Clerk & { enter: string }> {
  let instant = now;
  const clock = (): Instant => parseInstant(instant) ?? Number.NaN;
  const desk = await startDesk({ content, usualContent: false, screens, clock, port: 0, idle: 600_000, patience });
  running.push(desk.stop);
  const { origin } = new URL(desk.address);
  const entered = await call(desk.address);
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const headers = { cookie };
  const get = (path: string): Promise<Reply> => call(new URL(path, origin).href, { headers });
  const fillIn: Clerk['fillIn'] = (page, fields, which) => {
    const { action, hidden, standing } = formIn(page.body, which);
    const body = new URLSearchParams();
    const left = [...hidden, ...standing].filter(([name]) => !(name in fields));
    for (const [name, value] of left) body.append(name, value);
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return call(new URL(action, origin).href, {
      method: 'POST',
      headers: { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
  };
  return {
    address: origin,
    enter: desk.address,
    cookie,
    get,
    fillIn,
    fill: async (path, fields, which) => fillIn(await get(path), fields, which),
    setClock: (next) => (instant = next),
    after: (reply) => get(String(reply.headers['location'])),
    stop: desk.stop,
  };
}
