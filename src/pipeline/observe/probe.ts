import { sha256 } from '#pipeline/release/site-files.ts';
import type { LedgerSight } from './look-at-ledger.ts';
import { pageText } from './page-text.ts';

/** One look at an address, as the observing machine saw it. Times in ISO form, UTC. */
export interface Probe {
  address: string;
  /** This machine's clock when the request left. */
  at: string;
  /** Of the last answer; absent when none came. */
  status?: number;
  /** Where redirects led, when elsewhere. */
  redirectedTo?: string;
  /** The server's clock. */
  serverDate?: string;
  /** SHA-256 of the body and of its canonical text. */
  body?: string;
  text?: string;
  bytes?: number;
  /** Why there is no answer: the system's code. */
  error?: string;
  /** Of the site's ledger, seen on the same visit. */
  ledger?: LedgerSight;
}

const LIMIT = 15_000;

/** Asks for a page past every cache that heeds it. Never throws: a failure is a record as well. */
export async function probe(address: string, clock: () => number): Promise<Probe> {
  const at = new Date(clock()).toISOString();
  try {
    const answer = await fetch(address, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(LIMIT),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const date = Date.parse(answer.headers.get('date') ?? '');
    return {
      address,
      at,
      status: answer.status,
      ...(answer.redirected && { redirectedTo: answer.url }),
      ...(!Number.isNaN(date) && { serverDate: new Date(date).toISOString() }),
      body: sha256(bytes),
      text: sha256(pageText(new TextDecoder().decode(bytes))),
      bytes: bytes.length,
    };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return { address, at, error: cause ?? (error as Error).name };
  }
}
