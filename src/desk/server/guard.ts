import type { IncomingMessage } from 'node:http';
import type { FaultCode } from './faults.ts';

/** What a request says of where it comes from, as far as it can be judged before anything of it is read. */
export interface Asked {
  method: string;
  /** Every `Host` line there is. */
  hosts: readonly string[];
  origin: string | undefined;
  /** `Sec-Fetch-Site`; browsers before 2023 send none. */
  site: string | undefined;
}

export function askedBy(request: IncomingMessage): Asked {
  const hosts = request.rawHeaders.filter(
    (_, at) => at % 2 === 1 && request.rawHeaders[at - 1]?.toLowerCase() === 'host',
  );
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return { method: request.method ?? '', hosts, origin, site: typeof site === 'string' ? site : undefined };
}

/**
 * Whether a request comes from the desk's own pages. The whole origin counts, port and all: to a browser another port of this machine is
 * the same site, sends its forms with the cookie and is held off by no `SameSite`. A name that was made to lead to this machine
 * (rebinding) shows in `Host`.
 * @returns what is wrong
 */
export function foreign({ method, hosts, origin, site }: Asked, port: number): FaultCode | undefined {
  const own = `127.0.0.1:${port}`;
  if (hosts.length !== 1 || hosts[0] !== own) return 'desk-host';
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return 'desk-method';
  const writes = method === 'POST';
  if (origin === undefined ? writes : origin !== `http://${own}`) return 'desk-origin';
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !writes)) return 'desk-origin';
  return undefined;
}
