import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use the desk: whoever came with a launch token, which is good once. What is kept of a session is a digest, so that the file of
 * it opens nothing; with it a browser that stands open survives a server that was killed.
 */
export interface Sessions {
  /** A token for one entry. */
  invite(): string;
  /** @returns the session's secret, for the cookie; `undefined` for a token that is unknown or used */
  enter(token: string): string | undefined;
  knows(secret: string | undefined): boolean;
  /** What a form carries to show that it was made by this desk. */
  formToken: string;
  isFormToken(token: unknown): boolean;
  /** Digests, to be kept. */
  kept(): string[];
}

/** @param key the desk's own, so that a form outlives the session in which it was opened */
export function openSessions(kept: readonly string[], key: string): Sessions {
  const invited = new Set<string>();
  const known = new Set(kept);
  const formToken = createHmac('sha256', key).update('form').digest('hex');
  return {
    invite() {
      const token = randomBytes(24).toString('base64url');
      invited.add(token);
      return token;
    },
    enter(token) {
      if (!invited.delete(token)) return undefined;
      const secret = randomBytes(24).toString('base64url');
      known.add(digestOf(secret));
      return secret;
    },
    knows: (secret) => secret !== undefined && known.has(digestOf(secret)),
    formToken,
    isFormToken(token) {
      const wanted = Buffer.from(formToken);
      const given = Buffer.from(typeof token === 'string' ? token : '');
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
    kept: () => [...known].slice(-MOST),
  };
}

const MOST = 20;

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Ports of one machine share their cookies: the name says whose it is. */
export function cookieName(port: number): string {
  return `jiangbang-desk-${port}`;
}

/** The value of a cookie; a name that stands there twice is nobody's. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '').split(';').flatMap((part) => {
    const [key, value] = part.trim().split(/=(.*)/s);
    return key === name && value !== undefined ? [value] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}
