import { fromBase64, utf8 } from './bytes.ts';
import { isSignedBy } from './ed25519.ts';
import type { FaultCode } from './fault.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { formatKey, parseKey, type VerifierKey } from './signed-note.ts';

/** What a `key` entry does: a loss alone bears no signature, since nobody is left to make it. */
const KEY_ACTIONS = ['add', 'rotate', 'revoke', 'lost'] as const;
type KeyAction = (typeof KEY_ACTIONS)[number];

export interface KeyHistory {
  /** The key that holds after the last entry. */
  key: VerifierKey | undefined;
  fault?: FaultCode;
  /** Of the ledger, from 1: where the fault is, or where the key came from whom nobody vouches for. */
  line?: number;
}

/**
 * The key that holds after all `key` entries of a ledger. `add` comes when there is none and is signed by itself (the first of a ledger
 * may go without: its checkpoint shows as much); `rotate` is signed by the one before, `revoke` by the one that is struck. After a
 * revocation or a loss anybody could add a key, so it is `key-unvouched` unless it is known from elsewhere or was there when somebody
 * made a note. With a key known from elsewhere the one that holds must be it or come from it.
 * @param pinned how many entries somebody made a note of; what they say was vouched for then
 */
export function keyInForce(
  { entries }: Pick<Ledger, 'entries'>,
  trusted: VerifierKey | undefined,
  pinned?: number,
): KeyHistory {
  let standing: Standing = { key: undefined, retired: [], isVouched: true, isTrusted: false };
  let since = 0;
  for (const [at, entry] of entries.entries()) {
    if (entry.type !== 'key') continue;
    const line = at + 1;
    const next = step(standing, entry);
    if (typeof next === 'string') return { key: standing.key, fault: next, line };
    const isPinned = pinned !== undefined && pinned >= line;
    // A note made before there was any key vouches for none that came later.
    const isFirst = since === 0 && pinned === undefined;
    if (next.action === 'add') next.isVouched = next.isVouched || isFirst || isPinned;
    else next.isVouched = next.isVouched || isPinned;
    if (trusted && next.key && formatKey(next.key) === formatKey(trusted)) next.isTrusted = true;
    standing = next;
    since = next.action === 'rotate' ? since : line;
  }
  const { key, isTrusted, isVouched } = standing;
  if (trusted) return isTrusted ? { key } : { key, fault: 'key-distrusted', line: entries.length };
  return key === undefined || isVouched ? { key } : { key, fault: 'key-unvouched', line: since };
}

/** What a key signs of itself when it is added or struck; bound to its place, so that it is good for no other history. */
export function statementText(action: 'add' | 'revoke', key: VerifierKey, prev: string): Uint8Array {
  return utf8(`jiangbang key ${action}\n${formatKey(key)}\n${prev}\n`);
}

/** What the old key signs when it hands over. */
export function rotationText(next: VerifierKey): Uint8Array {
  return utf8(`jiangbang key rotation\n${formatKey(next)}\n`);
}

interface Standing {
  key: VerifierKey | undefined;
  action?: KeyAction;
  /** Keys that were handed over or struck: none of them comes back. */
  retired: readonly string[];
  /** The key that was said to be lost, if it was vouched for: should it be found, it may come back. */
  lost?: string | undefined;
  isVouched: boolean;
  isTrusted: boolean;
}

function step(before: Standing, entry: LedgerEntry): Standing | FaultCode {
  const named = typeof entry['key'] === 'string' ? parseKey(entry['key']) : undefined;
  const action = KEY_ACTIONS.find((one) => one === entry['action']);
  if (!named || !action) return 'key-unreadable';
  const signature = typeof entry['signature'] === 'string' ? fromBase64(entry['signature']) : undefined;
  const own = formatKey(named);
  const current = before.key && formatKey(before.key);
  const retired = current === undefined ? before.retired : [...before.retired, current];
  switch (action) {
    case 'add': {
      // A key added beside one that holds would take its place without its consent.
      if (current !== undefined) return 'key-rotation';
      if (before.retired.includes(own)) return 'key-struck';
      const isBare = before.action === undefined && entry['signature'] === undefined;
      if (!isBare && !isSigned(named, statementText('add', named, entry.prev), signature)) return 'key-unproved';
      const isFound = before.lost === own;
      return { action, key: named, retired: before.retired, isVouched: isFound, isTrusted: false };
    }
    case 'rotate':
      if (!before.key || !isSigned(before.key, rotationText(named), signature)) return 'key-rotation';
      if (retired.includes(own)) return 'key-struck';
      return { ...before, action, key: named, retired };
    case 'revoke':
      if (current !== own) return 'key-unknown';
      if (!isSigned(named, statementText('revoke', named, entry.prev), signature)) return 'key-revocation';
      return { action, key: undefined, retired, isVouched: false, isTrusted: false };
    case 'lost':
      if (current !== own) return 'key-unknown';
      return {
        ...{ action, key: undefined, retired: before.retired, isVouched: false, isTrusted: false },
        lost: before.isVouched ? own : undefined,
      };
  }
}

function isSigned(key: VerifierKey, text: Uint8Array, signature: Uint8Array | undefined): boolean {
  return signature !== undefined && isSignedBy(key.publicKey, text, signature);
}
