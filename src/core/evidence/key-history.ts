import { fromBase64, utf8 } from './bytes.ts';
import { isSignedBy } from './ed25519.ts';
import type { FaultCode } from './fault.ts';
import type { Ledger } from './ledger.ts';
import { formatKey, parseKey, type VerifierKey } from './signed-note.ts';

/**
 * The key that holds after all `key` entries of a ledger: `add` when there is none, `rotate` signed by the one before, `revoke`, after
 * which there is none until one is added anew. With a key known from elsewhere the one that holds must be it or come from it.
 */
export function keyInForce(
  { entries }: Ledger,
  trusted: VerifierKey | undefined,
): { key: VerifierKey | undefined; fault?: FaultCode; line?: number } {
  let key: VerifierKey | undefined;
  let isTrusted = false;
  for (const [at, entry] of entries.entries()) {
    if (entry.type !== 'key') continue;
    const named = typeof entry['key'] === 'string' ? parseKey(entry['key']) : undefined;
    const line = at + 1;
    if (!named) return { key, fault: 'key-unreadable', line };
    if (entry['action'] === 'revoke') {
      if (!key || formatKey(key) !== formatKey(named)) return { key, fault: 'key-unknown', line };
      key = undefined;
      continue;
    }
    const isRotation = entry['action'] === 'rotate';
    const signature = typeof entry['signature'] === 'string' ? fromBase64(entry['signature']) : undefined;
    if (isRotation && (!key || !signature || !isSignedBy(key.publicKey, rotationText(named), signature))) {
      return { key, fault: 'key-rotation', line };
    }
    // A key added beside one that holds would take its place without its consent.
    if (!isRotation && key) return { key, fault: 'key-rotation', line };
    key = named;
    // From the trusted key on every rotation hands the trust over; after a revocation it has to be earned anew.
    isTrusted = trusted === undefined || formatKey(named) === formatKey(trusted) || (isRotation && isTrusted);
  }
  const isDistrusted = key ? !isTrusted : trusted !== undefined;
  return isDistrusted ? { key, fault: 'key-distrusted', line: entries.length } : { key };
}

/** What the old key signs when it hands over. */
export function rotationText(next: VerifierKey): Uint8Array {
  return utf8(`jiangbang key rotation\n${formatKey(next)}\n`);
}
