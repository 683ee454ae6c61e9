import { base64, concat, fromBase64, hex, isEqual, utf8 } from './bytes.ts';
import { isSignedBy } from './ed25519.ts';
import { sha256 } from './sha256.ts';

/**
 * The signed note of C2SP (signed-note.md) with Ed25519 keys, as Go's `sumdb/note` reads and writes it: a text, an empty line, and a
 * line for each signature, `— <name> <base64 of key hash and signature>`.
 */
export interface VerifierKey {
  name: string;
  publicKey: Uint8Array;
}

export interface SignedNote {
  /** With its last line feed. */
  text: string;
  signatures: { name: string; hash: Uint8Array; signature: Uint8Array }[];
}

const ED25519 = Uint8Array.of(1);

/** `example.org+1a2b3c4d+AQ…`. */
export function formatKey(key: VerifierKey): string {
  return `${key.name}+${hex(keyHash(key))}+${base64(concat(ED25519, key.publicKey))}`;
}

/** `undefined` for anything that is not a key of this kind, or whose hash is another's. */
export function parseKey(text: string): VerifierKey | undefined {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const bytes = match?.[3] === undefined ? undefined : fromBase64(match[3]);
  if (!match?.[1] || bytes?.length !== 33 || bytes[0] !== 1) return undefined;
  const key = { name: match[1], publicKey: bytes.subarray(1) };
  return hex(keyHash(key)) === match[2] ? key : undefined;
}

/** The line that signs a text. @param signature over the text's bytes */
export function signatureLine(key: VerifierKey, signature: Uint8Array): string {
  return `— ${key.name} ${base64(concat(keyHash(key), signature))}\n`;
}

/** A note as signed; without an empty line the whole is a text that nobody signed. `undefined` where it is malformed. */
export function parseNote(note: string): SignedNote | undefined {
  if (!note.endsWith('\n')) return undefined;
  const at = note.lastIndexOf('\n\n');
  if (at < 0) return { text: note, signatures: [] };
  const signatures: SignedNote['signatures'] = [];
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const match = /^— ([^+\s]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    const bytes = match?.[2] === undefined ? undefined : fromBase64(match[2]);
    if (!match?.[1] || !bytes || bytes.length < 5) return undefined;
    signatures.push({ name: match[1], hash: bytes.subarray(0, 4), signature: bytes.subarray(4) });
  }
  return signatures.length === 0 ? undefined : { text: note.slice(0, at + 1), signatures };
}

/** Whether a key signed the note, once. */
export function isNoteSignedBy(note: SignedNote, key: VerifierKey): boolean {
  const own = note.signatures.filter(({ name, hash }) => name === key.name && isEqual(hash, keyHash(key)));
  return own.length === 1 && own.every(({ signature }) => isSignedBy(key.publicKey, utf8(note.text), signature));
}

function keyHash({ name, publicKey }: VerifierKey): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), ED25519, publicKey)).subarray(0, 4);
}
