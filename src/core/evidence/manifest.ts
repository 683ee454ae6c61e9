/** Digests of files in the format of `sha256sum`: path → SHA-256 in hexadecimal. */
export type Manifest = ReadonlyMap<string, string>;

export function formatManifest(files: Manifest): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');
}

/** `undefined` where a line is none, where a path stands twice or out of order, or would lead out of the folder. */
export function parseManifest(text: string): Manifest | undefined {
  const files = new Map<string, string>();
  if (text !== '' && !text.endsWith('\n')) return undefined;
  let before = '';
  for (const line of text.split('\n').slice(0, -1)) {
    if (!/^[0-9a-f]{64} {2}[\x21-\x7e]+$/.test(line)) return undefined;
    const [digest, path] = [line.slice(0, 64), line.slice(66)];
    if (path <= before || /(?:^|\/)\.\.?(?:\/|$)|^\/|\\/.test(path)) return undefined;
    files.set(path, digest);
    before = path;
  }
  return files;
}
