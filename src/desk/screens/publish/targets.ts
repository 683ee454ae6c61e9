import { readdir, stat } from 'node:fs/promises';
import { fingerprint } from '#core/formats/digest.ts';
import { readPublished } from '#pipeline/build/published-addresses.ts';
import { isRemote } from '#pipeline/evidence/kept-head.ts';

/** Where this content was published before, and how far the ledger had come. */
export interface KnownTarget {
  to: string;
  size: number;
  fingerprint: string;
  kind: TargetKind;
}

type TargetKind = 'archive' | 'remote' | 'folder';

export const TARGET_WORDS: Readonly<Record<TargetKind, string>> = {
  archive: '压缩包，交给门户网站的管理员',
  remote: '对象存储、SFTP 等远端（经 rclone）',
  folder: '这台电脑或服务器上的文件夹',
};

export function kindOf(to: string): TargetKind {
  return /\.zip$/i.test(to) ? 'archive' : isRemote(to) ? 'remote' : 'folder';
}

export async function knownTargets(content: string): Promise<KnownTarget[]> {
  const { ledgers = {} } = await readPublished(content);
  return Object.entries(ledgers).map(([to, { size, root }]) => ({
    ...{ to, size },
    fingerprint: fingerprint(root),
    kind: kindOf(to),
  }));
}

/** Whether a folder that was named is an empty one: then it is published to for the first time. */
export async function isEmptyFolder(to: string): Promise<boolean> {
  const found = await stat(to).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  return (await readdir(to)).every((name) => name === 'lost+found');
}
