import { sha256 } from '#core/evidence/sha256.ts';

/** Of one field of one person; the id goes in, so that equal texts of two people have two digests. */
export function digestHex(id: string, key: string, value: string): string {
  const bytes = sha256(new TextEncoder().encode(JSON.stringify([id, key, value])));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
