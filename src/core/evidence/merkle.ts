import { concat } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** The root of RFC 6962, section 2.1: leaves and nodes are hashed under different first bytes. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  return rootOf(leaves.map((leaf) => sha256(concat(Uint8Array.of(0), leaf))));
}

function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  // The left side takes the largest power of two that leaves something for the right.
  const left = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return sha256(concat(Uint8Array.of(1), rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left))));
}
