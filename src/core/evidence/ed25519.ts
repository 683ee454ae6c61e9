import { concat } from './bytes.ts';
import { sha512 } from './sha512.ts';

/**
 * Verifies an Ed25519 signature (RFC 8032, section 5.1.7), for browsers whose WebCrypto is absent or does not know the curve. It only
 * verifies: no secret passes through it, so that its timing tells nobody anything. Numbers and points in another than their one
 * spelling are refused, and so is everything of the wrong length.
 */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const [encodedR, encodedS] = [signature.subarray(0, 32), signature.subarray(32)];
  const [key, r, s] = [decode(publicKey), decode(encodedR), number(encodedS)];
  if (!key || !r || s >= ORDER) return false;
  const k = mod(number(sha512(concat(encodedR, publicKey, message))), ORDER);
  return isSame(times(BASE, s), plus(r, times(key, k)));
}

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * inverse(121666n));
/** A square root of -1. */
const I = power(2n, (P - 1n) / 4n);

/** In extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const NEUTRAL: Point = [0n, 1n, 1n, 0n];
/** The point of order ORDER that the standard names by its y of 4/5. */
const BASE = basePoint();

function basePoint(): Point {
  const point = withY(mod(4n * inverse(5n)), 0n);
  if (!point) throw new Error('4/5 is the y of no point: the arithmetic is wrong');
  return point;
}

function plus([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = (y1 - x1) * (y2 - x2);
  const b = (y1 + x1) * (y2 + x2);
  const c = mod(2n * t1 * t2) * D;
  const d = 2n * z1 * z2;
  const [e, f, g, h] = [mod(b - a), mod(d - c), mod(d + c), mod(b + a)];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(point: Point, factor: bigint): Point {
  let sum = NEUTRAL;
  for (let [rest, doubled] = [factor, point]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = plus(sum, doubled);
    doubled = plus(doubled, doubled);
  }
  return sum;
}

function isSame([x1, y1, z1]: Point, [x2, y2, z2]: Point): boolean {
  return mod(x1 * z2 - x2 * z1) === 0n && mod(y1 * z2 - y2 * z1) === 0n;
}

function decode(bytes: Uint8Array): Point | undefined {
  const whole = number(bytes);
  const y = whole & (2n ** 255n - 1n);
  return y < P ? withY(y, whole >> 255n) : undefined;
}

/** The point of the curve with this y and an x of this parity. */
function withY(y: bigint, odd: bigint): Point | undefined {
  const [u, v] = [mod(y * y - 1n), mod(D * y * y + 1n)];
  let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n));
  if (mod(v * x * x - u) !== 0n) x = mod(x * I);
  if (mod(v * x * x - u) !== 0n || (x === 0n && odd === 1n)) return undefined;
  if ((x & 1n) !== odd) x = P - x;
  return [x, y, 1n, mod(x * y)];
}

function number(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function mod(value: bigint, by = P): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [rest, square] = [exponent, mod(base)]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}

function inverse(value: bigint): bigint {
  return power(value, P - 2n);
}
