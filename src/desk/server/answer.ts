import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Answer {
  status: number;
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

/** Nothing but the desk's own files and pages, and no page around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** A sheet has its styles and pictures in itself; the sandbox lets nothing run, and only the desk may frame it. */
export const SHEET_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-modals";

export const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, headers }: Answer,
): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  // What was not read to its end goes on coming: the browser shows an answer only when it is rid of it.
  const unread = !request.complete;
  response.writeHead(status, {
    ...ALWAYS,
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...(unread && { Connection: 'close' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  if (unread) request.resume();
}

export function goTo(address: string, headers: Record<string, string> = {}): Answer {
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { Location: address, ...headers } };
}
