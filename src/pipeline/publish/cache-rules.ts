import { isHashedAsset } from '#pipeline/release/site-files.ts';

/** In which order kinds of files go to a remote: what is pointed at before what points at it. */
const KINDS = ['asset', 'portrait', 'detail', 'notice', 'list', 'checkpoint'] as const;
export type Kind = (typeof KINDS)[number];

export const kindWords: Record<Kind, string> = {
  asset: '样式、脚本和检索文件',
  portrait: '照片、图片和影片',
  detail: '个人页面和说明',
  notice: '公示和结果',
  list: '列表、首页和站点地图',
  checkpoint: '存证的签名',
};

/** What a cache may do with each kind; docs/hosting says the same of nginx, docs/cdn.md of object storage. */
export const cacheControl: Record<Kind, string> = {
  asset: 'max-age=31536000, immutable',
  portrait: 'max-age=86400',
  detail: 'max-age=60, stale-while-revalidate=60, stale-if-error=86400',
  notice: 'max-age=60, stale-while-revalidate=60, stale-if-error=86400',
  list: 'max-age=60, stale-while-revalidate=60, stale-if-error=86400',
  checkpoint: 'no-cache',
};

/** A file's kind, by its path below the site. */
export function kindOf(path: string): Kind {
  if (path.startsWith('evidence/')) return 'checkpoint';
  if (isHashedAsset(path)) return 'asset';
  if (/^(?:photos|media)\//.test(path)) return 'portrait';
  if (/(?:^|\/)(?:notice|result)(?:-\d+)?\//.test(path)) return 'notice';
  if (/^(?:people|guide|about)\//.test(path) || /\.(?:js|css|svg|ico|woff2|wasm|pagefind)$/.test(path)) return 'detail';
  return 'list';
}

/** In the order of upload; within the evidence its checkpoint is the last of all. */
export function inUploadOrder(paths: readonly string[]): { kind: Kind; paths: string[] }[] {
  const steps = KINDS.map((kind) => ({
    kind,
    paths: paths.filter((path) => path !== CHECKPOINT && kindOf(path) === kind),
  }));
  const last = { kind: 'checkpoint' as const, paths: paths.filter((path) => path === CHECKPOINT) };
  return [...steps, last].filter((step) => step.paths.length > 0);
}

const CHECKPOINT = 'evidence/checkpoint';
