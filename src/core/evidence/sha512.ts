import { firstPrimes } from './primes.ts';

/** SHA-512 (FIPS 180-4), for Ed25519 alone: short messages, so that plain big integers are quick enough. */
const MASK = (1n << 64n) - 1n;
const PRIMES = firstPrimes(80);
const ROUND = PRIMES.map((prime) => fraction(prime, 3n));
const START = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2n));

export function sha512(message: Uint8Array): Uint8Array {
  let state: readonly bigint[] = START;
  const padded = new Uint8Array(Math.ceil((message.length + 17) / 128) * 128);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  // Read and written by their bytes: a word that is none throws, and needs no assertion.
  const words = new DataView(new ArrayBuffer(8 * 80));
  for (let block = 0; block < padded.length; block += 128) {
    for (let at = 0; at < 16; at += 1) words.setBigUint64(8 * at, view.getBigUint64(block + 8 * at));
    for (let at = 16; at < 80; at += 1) {
      const [early, late] = [words.getBigUint64(8 * (at - 15)), words.getBigUint64(8 * (at - 2))];
      const s0 = turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n);
      const s1 = turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n);
      words.setBigUint64(8 * at, words.getBigUint64(8 * (at - 16)) + s0 + words.getBigUint64(8 * (at - 7)) + s1);
    }
    state = compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, at) => digest.setBigUint64(8 * at, word));
  return new Uint8Array(digest.buffer);
}

function compress(state: readonly bigint[], words: DataView): bigint[] {
  const [a0 = 0n, b0 = 0n, c0 = 0n, d0 = 0n, e0 = 0n, f0 = 0n, g0 = 0n, h0 = 0n] = state;
  let [a, b, c, d, e, f, g, h] = [a0, b0, c0, d0, e0, f0, g0, h0];
  let at = 0;
  for (const round of ROUND) {
    const choice = (e & f) ^ (~e & MASK & g);
    const one = (h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + choice + round + words.getBigUint64(at)) & MASK;
    at += 8;
    const two = ((turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK];
  }
  return [a0 + a, b0 + b, c0 + c, d0 + d, e0 + e, f0 + f, g0 + g, h0 + h].map((word) => word & MASK);
}

function turn(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & MASK;
}

/** The first 64 bits behind the point of a root of a prime: the whole root of the prime moved up by as many places, cut. */
function fraction(prime: number, degree: bigint): bigint {
  const moved = BigInt(prime) << (64n * degree);
  let [low, high] = [0n, 1n << 70n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= moved) low = middle;
    else high = middle;
  }
  return low & MASK;
}
