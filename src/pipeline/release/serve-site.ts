import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { extname, join, sep } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { pathOf } from './site-path.ts';

export interface ServedSite {
  address: string;
  stop(): Promise<void>;
}

/** Serves a built site on this machine only. `port` 0 takes any free one; a taken one gives way to the next. */
export async function serveSite(site: { out: string; base: string; port: number }): Promise<ServedSite> {
  const root = await realpath(site.out);
  const server = createServer((request, response) => {
    // Whatever the disk says, a reader's address is never our fault: no stack, no status above 404.
    answer(request, response, root, site.base).catch(() => tell(response, 404, NOT_THERE));
  });
  // What is no HTTP at all, or has a line longer than anybody needs.
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return;
    const body = Buffer.from(`${MALFORMED}\n`);
    const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PLAIN}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
    socket.end(Buffer.concat([Buffer.from(head), body]));
  });
  const port = await listen(server, site.port);
  return {
    address: `http://127.0.0.1:${port}${site.base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const MALFORMED = '400 网址的写法不对：只能是以 / 开头、按网址规则编码的路径。请从首页进入，或核对网址后重试。';
const NOT_THERE = '404 没有这个网页。请从首页进入，或核对网址后重试。';
const ONLY_READING = '405 这里只能读取网页（GET、HEAD）。';
const PLAIN = 'text/plain; charset=utf-8';

async function answer(request: IncomingMessage, response: ServerResponse, root: string, base: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return tell(response, 405, ONLY_READING);
  const path = pathOf(request.url ?? '', base);
  if (path === 'malformed') return tell(response, 400, MALFORMED);
  if (path === 'outside') return tell(response, 404, `404 本机上的网站在 ${base} 下面。请打开 ${base}。`);
  const found = await fileAt(root, path);
  if (found?.kind === 'folder') {
    // The slash stands behind the path, before what the reader asked of it.
    const [where = '', query] = (request.url ?? '').split(/\?(.*)/s);
    response.writeHead(301, { Location: `${where}/${query === undefined ? '' : `?${query}`}` }).end();
    return;
  }
  if (found) return send(request, response, 200, found.file);
  const page = await fileAt(root, ['404.html']);
  if (page) return send(request, response, 404, page.file);
  tell(response, 404, NOT_THERE);
}

/** The file for a path; a folder asked for without its slash; never anything that a link leads to outside the site. */
async function fileAt(
  root: string,
  segments: readonly string[],
): Promise<{ kind: 'file' | 'folder'; file: string } | undefined> {
  const isFolder = segments.length === 0 || segments.at(-1) === '';
  const file = join(root, ...segments, ...(isFolder ? ['index.html'] : []));
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined || !real.startsWith(root + sep)) return undefined;
  const stats = await stat(real).catch(() => undefined);
  if (stats?.isFile()) return { kind: 'file', file: real };
  return stats?.isDirectory() && !isFolder && (await fileAt(root, [...segments, '']))
    ? { kind: 'folder', file: real }
    : undefined;
}

async function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): Promise<void> {
  const { size, mtime } = await stat(file);
  const piece = status === 200 ? pieceOf(request.headers.range, size) : undefined;
  response.writeHead(piece === 'outside' ? 416 : piece ? 206 : status, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': piece === 'outside' ? 0 : piece ? piece.end - piece.start + 1 : size,
    ...(piece === 'outside' && { 'Content-Range': `bytes */${size}` }),
    ...(typeof piece === 'object' && { 'Content-Range': `bytes ${piece.start}-${piece.end}/${size}` }),
    'Accept-Ranges': 'bytes',
    'Last-Modified': mtime.toUTCString(),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD' || piece === 'outside') return void response.end();
  createReadStream(file, piece)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** One piece of a file, as players of films ask for it (RFC 9110, 14.2); what is no such question is not answered in pieces. */
function pieceOf(range: string | undefined, size: number): { start: number; end: number } | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return start >= size || (from === '' && Number(to) === 0) ? 'outside' : { start, end };
}

function tell(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) return void response.destroy();
  const body = Buffer.from(`${sentence}\n`);
  response.writeHead(status, STATUS_CODES[status], {
    'Content-Type': PLAIN,
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'GET, HEAD' }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port <= Math.min(65_535, wanted + 20); port += 1) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    const place = server.address();
    if (!error && typeof place === 'object' && place) return place.port;
    if (error && !['EADDRINUSE', 'EACCES'].includes(error.code ?? '')) throw error;
  }
  throw new Refusal(
    'port-taken',
    `端口 ${wanted} 和后面的 20 个都不能用。请用 --port 换一个，0 表示任选一个空闲端口。`,
  );
}

/** As in docs/hosting/nginx.conf. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.mjs': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': PLAIN,
  '.sha256': PLAIN,
  '.jsonl': PLAIN,
  '.pdf': 'application/pdf',
};
