import { Agent, request } from 'node:http';
import { after } from 'node:test';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { SCREENS } from '#desk/screens/index.ts';
import { startDesk } from '#desk/start/start-desk.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

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

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** One request, with exactly these headers; redirections are not followed. */
export function call(address: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: new Agent() }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one);

/** The words of a page, for a test to look for. */
export function words(page: string): string {
  return plain(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

/** The form of a page, as a browser would send it untouched. */
export function formIn(
  page: string,
  which?: string,
): { action: string; hidden: [string, string][]; standing: [string, string][] } {
  const forms = [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form\s*>/g)];
  const found = forms.find(([, , inside = '']) => which === undefined || words(inside).includes(which));
  if (!found) throw new Error(`no form ${which ?? ''} in ${words(page)}`);
  const [, head = '', inside = ''] = found;
  const hidden: [string, string][] = [];
  const standing: [string, string][] = [];
  for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    const value = attribute(tag, 'value') ?? 'on';
    if (name === undefined || type === 'file') continue;
    if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)) continue;
    (type === 'hidden' ? hidden : standing).push([name, value]);
  }
  for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea\s*>/g))
    standing.push([attribute(tag, 'name') ?? '', plain(text)]);
  for (const [, tag = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => one);
    const chosen = all.find((one) => /\sselected\b/.test(one)) ?? all[0];
    if (chosen !== undefined) standing.push([attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '']);
  }
  return { action: plain(attribute(head, 'action') ?? ''), hidden, standing };
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}
