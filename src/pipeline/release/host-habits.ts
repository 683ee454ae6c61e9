import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sha256 } from './site-files.ts';

/**
 * What hosts and transfers do to a site without anybody meaning to change it. It is named as what it is, so that it neither accuses
 * anybody nor hides a real change among hundreds of lines.
 */
export const HABITS = {
  lineEnds: (count: number): string =>
    `${count} 个文件的换行被改成了 CRLF：多半是用 FTP 的文本（ASCII）方式传的，或在 Windows 上用 git、编辑器转换过。请改用二进制方式，把整个网站重传一遍。`,
  folders: (count: number): string =>
    `${count} 个目录的网址（以 / 结尾的）得到的是网站首页或“找不到”，不是目录自己的网页；直接写 index.html 的都对。请在服务器上打开子目录的默认首页：阿里云 OSS 是“子目录首页”（规则选 Index），其他见 docs/hosting。`,
  folder:
    '目录的网址（以 / 结尾的）得到的是网站首页或“找不到”，不是目录自己的网页；直接写 index.html 的在。请在服务器上打开子目录的默认首页：阿里云 OSS 是“子目录首页”（规则选 Index），其他见 docs/hosting。',
  lineEnd:
    '换行被改成了 CRLF，此外没有不同：多半是用 FTP 的文本（ASCII）方式传的。请改用二进制方式，把整个网站重传一遍。',
  squeezed:
    '文字与成品相同，网页代码被压缩或改写过：多半是 CDN 的“页面优化”“HTML/JS/CSS 压缩”“自动改写”。请在 CDN 里关闭这一项，再刷新缓存。',
  inserted:
    '文字与成品相同，但文件不同：可能有人在网页里插入了代码，例如统计或悬浮窗。请查 CDN 的“网页注入”“应用加速”、主机的统计和广告，关闭后再比一次。',
  types: (endings: string): string =>
    `服务器不给出这些类型的文件：${endings}。文件多半已传上去，是服务器不认识这些类型而拒绝（IIS 默认如此）。请用 docs/hosting/web.config，或在“MIME 类型”里添加。`,
  noLedger:
    '网站有 evidence/content.txt，却取不到 .jsonl、.sha256 和没有扩展名的文件：也许服务器拒绝这些类型（IIS 默认如此，见 docs/hosting/web.config），也许这一份不是用 publish 发布的。',
  packed: (count: number): string => `另有预压缩的副本 ${count} 个（.br、.gz），解开与原文件一致。`,
  litter: (paths: readonly string[]): string =>
    `另有系统或主机自己放的文件 ${paths.length} 个，与公示内容无关，可以删去：${paths.slice(0, 5).join('、')}${paths.length > 5 ? ' 等' : ''}。`,
} as const;

/** Bytes with the carriage returns taken away that a transfer in text mode adds before each line feed; `undefined` where there are none. */
export function withoutAddedReturns(bytes: Uint8Array): Uint8Array | undefined {
  const kept = bytes.filter((byte, at) => byte !== 13 || (bytes[at + 1] !== 10 && at + 1 < bytes.length));
  return kept.length === bytes.length ? undefined : kept;
}

/** Whether a file has to be looked into (`isLitter`). */
export function mayBeLitter(path: string): boolean {
  return BY_NAME.test(path) || /(?:^|\/)\.user\.ini$|\.(?:gz|br)$/.test(path);
}

const BY_NAME = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+)$/i;

/**
 * Whether a file that no manifest names is what systems and hosts leave lying about: by its name; 宝塔's `.user.ini` while it says nothing but
 * which folder PHP may read; a compressed copy while it says what the file beside it does.
 * @param listed SHA-256 of a path in the release
 */
export function isLitter(path: string, bytes: Uint8Array, listed: (path: string) => string | undefined): boolean {
  if (BY_NAME.test(path)) return true;
  if (/(?:^|\/)\.user\.ini$/.test(path)) return /^\s*open_basedir\s*=[^\n]*\s*$/.test(new TextDecoder().decode(bytes));
  const [, plain, ending] = /^(.+)\.(gz|br)$/.exec(path) ?? [];
  const digest = plain === undefined ? undefined : listed(plain);
  if (digest === undefined) return false;
  try {
    // A page is never so large; what unpacks to more is nothing of ours.
    const limits = { maxOutputLength: 64 * 1024 * 1024 };
    return sha256(ending === 'gz' ? gunzipSync(bytes, limits) : brotliDecompressSync(bytes, limits)) === digest;
  } catch {
    return false;
  }
}

/** A copy packed by brotli or gzip of a file that the release has. */
export function isPackedCopy(path: string, has: (path: string) => boolean): boolean {
  const [, plain] = /^(.+)\.(?:gz|br)$/.exec(path) ?? [];
  return plain !== undefined && has(plain);
}

/** Every server has these types; where such a file does not come, it is not there. */
const KNOWN = /^\.(?:html?|css|js|txt|xml|png|jpg|zip|pdf)$/;

/**
 * Endings of which a server gives no file at all, while it gives others: `.webp、.jsonl、没有扩展名的`.
 * @param asked every path asked for
 * @param refused those that were refused or not found
 */
export function refusedEndings(asked: Iterable<string>, refused: ReadonlySet<string>): Map<string, string[]> {
  // Hidden files are kept back for another reason.
  const shown = [...asked].filter((path) => !/(?:^|\/)\.[^/]+$/.test(path));
  const byEnding = Map.groupBy(shown, (path) => /\.\w+$/.exec(path)?.[0] ?? '没有扩展名的');
  const none = [...byEnding].filter(
    ([ending, paths]) => !KNOWN.test(ending) && paths.every((path) => refused.has(path)),
  );
  // A server that gives nothing is away, and its types are not the matter.
  return new Map(none.length === byEnding.size ? [] : none);
}
