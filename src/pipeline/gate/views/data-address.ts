import type { Looker } from './view.ts';

const HEAD = /^data:((?:[a-z]+\/[a-z0-9.+-]+)?(?:;[a-z0-9_.-]+(?:=[^,;"'\s]{0,60})?){0,6}),/i;
/** What ends an address in HTML, CSS, scripts and Markdown. */
const END = /["'`)<>\s]/g;
const LEAST = 6;

/** Opens every `data:` address of a text as the file that it is. */
export function lookAtDataAddresses(text: string, where: string, looker: Looker): void {
  const plain = text.includes('\\/') ? text.replaceAll('\\/', '/') : text;
  const lower = /data:/gi;
  for (let found = lower.exec(plain); found; found = lower.exec(plain)) {
    const head = HEAD.exec(plain.slice(found.index, found.index + 400));
    if (!head) continue;
    const start = found.index + head[0].length;
    const quoted = /["'`]/.exec(plain[found.index - 1] ?? '')?.[0];
    const end = endOf(plain, start, quoted);
    lower.lastIndex = end;
    // In a program the contents may be yet to come.
    if (plain.slice(start, end).includes('${')) continue;
    const bytes = contents(plain.slice(start, end), /;base64$/i.test(head[1] ?? ''));
    if (bytes.length >= LEAST) looker.file({ name: nameOf(head[1] ?? ''), bytes, place: where });
  }
}

function endOf(text: string, start: number, quote: string | undefined): number {
  if (quote !== undefined) {
    const closed = text.indexOf(quote, start);
    return closed === -1 ? text.length : closed;
  }
  END.lastIndex = start;
  return END.exec(text)?.index ?? text.length;
}

function contents(payload: string, base64: boolean): Uint8Array {
  const decoded = percentDecoded(payload);
  if (!base64) return decoded;
  const plain = new TextDecoder('latin1').decode(decoded).replace(/[^A-Za-z0-9+/_-]/g, '');
  return Uint8Array.from(Buffer.from(plain, 'base64'));
}

function percentDecoded(payload: string): Uint8Array {
  const bytes = Buffer.from(payload, 'utf8');
  if (!payload.includes('%')) return bytes;
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === 0x25 ? Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16) : Number.NaN;
    if (Number.isNaN(code)) {
      out[length++] = bytes[at] ?? 0;
    } else {
      out[length++] = code;
      at += 2;
    }
  }
  return out.subarray(0, length);
}

/** Files of this project are told by their bytes; the type only says which text it is. */
function nameOf(type: string): string {
  const subtype = /^[a-z]+\/([a-z0-9.-]+)(\+xml)?/i.exec(type)?.[1]?.toLowerCase() ?? 'txt';
  return `data.${{ plain: 'txt', javascript: 'js', 'x-javascript': 'js' }[subtype] ?? subtype}`;
}
