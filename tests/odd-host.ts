import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * A host with one habit of those that offices meet. `root-page`: object storage without 子目录首页, which gives the home page for every
 * folder; `no-folders`: it finds nothing there; `iis`: refuses types it does not know; `returns`: got its texts by FTP in text mode;
 * `injects`, `minifies`: a network in front that changes pages.
 */
export type Habit = 'root-page' | 'no-folders' | 'iis' | 'returns' | 'injects' | 'minifies';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  xml: 'text/xml',
  svg: 'image/svg+xml',
};

/** On loopback, on a free port. */
export async function oddHost(root: string, habit: Habit): Promise<{ address: string; stop(): Promise<void> }> {
  const answerTo = async (target: string): Promise<{ status: number; type: string; body: Buffer }> => {
    const path = decodeURIComponent(target.split('?')[0] ?? '/').slice(1);
    let file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (path.endsWith('/') && habit === 'root-page') file = 'index.html';
    const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
    const none = { status: 404, type: 'text/html', body: Buffer.from('404') };
    if (path.endsWith('/') && habit === 'no-folders') return none;
    if (habit === 'iis' && TYPES[ending] === undefined) return none;
    if (!existsSync(join(root, file)) || !statSync(join(root, file)).isFile()) return none;
    const bytes = await readFile(join(root, file));
    const isText = ending !== 'png' && ending !== 'webp';
    const texts: Partial<Record<Habit, (text: string) => string>> = {
      returns: (text) => text.replaceAll('\n', '\r\n'),
      ...(ending === 'html' && {
        injects: (text: string) => `${text}<script src="https://example.net/count.js"></script>`,
        minifies: (text: string) => text.replaceAll('"', ''),
      }),
    };
    const change = isText ? texts[habit] : undefined;
    const body = change ? Buffer.from(change(bytes.toString('utf8'))) : bytes;
    return { status: 200, type: TYPES[ending] ?? 'application/octet-stream', body };
  };
  const server = createServer((request, response) => {
    void answerTo(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
