import { sha256 } from '../evidence/sha256.ts';
import type { Hit } from './kind.ts';

/** Addresses of Bitcoin (both forms), Ethereum and TRON, by their alphabet, beginning and length. */
const ADDRESSES =
  /(?<![A-Za-z0-9+/_=-])(?:0x[0-9a-fA-F]{40}|bc1[qp][02-9ac-hj-np-z]{38,58}|[13T][1-9A-HJ-NP-Za-km-z]{25,33})(?![A-Za-z0-9+/_=-])/g;
/** A collection code of 微信支付, 支付宝, 云闪付: whoever reads it can pay its holder, and reads the holder's name. */
const CODES =
  /(?:wxp:\/\/|weixin:\/\/wxpay\/|alipays?:\/\/|(?:qr\.alipay\.com|wx\.tenpay\.com|payapp\.weixin\.qq\.com|qr\.95516\.com)\/)[A-Za-z0-9][^\s"'<>\uFDD0]{3,200}/gi;

/** A glance: a token as long as the shortest address, or an address of the web. */
const MAY_BE_WALLET = /[A-Za-z0-9]{26}|[a-z]:\/\/|\.com\//i;

/** Purses of persons: whoever knows one can follow every payment. */
export function wallets(text: string): Hit[] {
  const hits: Hit[] = [];
  if (!MAY_BE_WALLET.test(text)) return hits;
  for (const found of text.matchAll(ADDRESSES)) {
    const value = found[0];
    if (/^[13T]/.test(value) && !isBase58Check(value)) continue;
    hits.push({ kind: 'wallet', value, start: found.index, end: found.index + value.length });
  }
  for (const { 0: value, index } of text.matchAll(CODES)) {
    hits.push({ kind: 'wallet', value: value.toLowerCase(), start: index, end: index + value.length });
  }
  return hits;
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Twenty-one bytes and the first four of their double digest (Bitcoin, Base58Check). */
function isBase58Check(address: string): boolean {
  const bytes = new Uint8Array(25);
  for (const sign of address) {
    let carry = BASE58.indexOf(sign);
    for (let at = 24; at >= 0; at -= 1) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    if (carry !== 0) return false;
  }
  const digest = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((at) => digest[at] === bytes[21 + at]);
}
