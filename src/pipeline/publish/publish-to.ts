import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { archivedLedger, publishArchive } from '#pipeline/release/archive.ts';
import { currentOf } from '#pipeline/release/current.ts';
import type { SiteFiles } from '#pipeline/release/site-files.ts';
import { isRemote } from '../evidence/kept-head.ts';
import { type Seal, sealJson, sealText } from '../evidence/seal.ts';
import { withSealedCopy } from '../evidence/sealed-copy.ts';
import { publishFolder } from './publish-folder.ts';
import { isEvidence, pruneRemote, publishRemote, remoteLedger } from './publish-remote.ts';
import { rclone } from './rclone.ts';

export interface PublishOptions {
  now: Instant;
  first: boolean;
  /** How long to wait for another publisher, in milliseconds. */
  patience: number;
  /** After a takedown: nothing of an earlier release may stay, neither a release nor an asset. */
  dropPast: boolean;
  /** The files that were inspected: nothing else goes out, whatever happens to the folder meanwhile. */
  files: SiteFiles;
  /** Folders alone: packed copies beside the texts. */
  precompress?: boolean;
  seal: Seal;
}

/** Puts a site where `to` says: an archive, a remote of rclone, or a folder. */
export async function publishTo(
  to: string,
  site: string,
  options: PublishOptions,
  progress: Progress,
): Promise<Outcome> {
  if (/\.zip$/i.test(to)) return toArchive(to, site, options);
  if (isRemote(to)) return toRemote(to, site, options, progress);
  const published = await publishFolder({ disk: realDisk, folder: to }, site, options);
  const { release, files, digest, carried, dropped, packed } = published;
  const current = await currentOf(realDisk, to);
  return {
    exit: 0,
    json: { published: true, to, ...published, ...evidenceJson(options.seal) },
    text:
      [
        `已发布 ${release}：${files} 个文件，清单摘要 ${digest}`,
        ...(packed > 0 ? [`另放预压缩的副本 ${packed} 个（.br、.gz）。`] : []),
        ...(carried > 0 ? [`保留以前各版仍可能用到的文件 ${carried} 个。`] : []),
        ...(typeof current === 'object' && current.kind === 'pointer' ? [pointerText(to, release)] : []),
        ...(dropped.length > 0 ? [`已删除旧版本：${dropped.join('、')}`] : []),
        '',
      ].join('\n') + evidenceText(options.seal),
  };
}

async function toArchive(to: string, site: string, { files, seal }: PublishOptions): Promise<Outcome> {
  const ledger = await archivedLedger(to);
  const archive = await withSealedCopy(site, seal, ledger, (sealed) => publishArchive(sealed, to), files);
  return {
    exit: 0,
    json: { published: true, to, ...archive, ...evidenceJson(seal) },
    text: `已写出 ${to}：${archive.files} 个文件，${Math.ceil(archive.bytes / 1024)} KB。\n摘要 ${archive.digest}\n${evidenceText(seal)}`,
  };
}

async function toRemote(
  to: string,
  site: string,
  { dropPast, files, seal }: PublishOptions,
  progress: Progress,
): Promise<Outcome> {
  const ledger = await remoteLedger(rclone, to);
  const use = async (sealed: string): Promise<Outcome> => {
    const remote = await publishRemote(rclone, sealed, to, (label) => progress.step(label));
    // A key that holds no longer would speak against the release.
    const deleted = await pruneRemote(rclone, sealed, to, dropPast ? undefined : isEvidence);
    progress.done(`已发布到 ${to}`);
    const left = remote.left - deleted.length;
    return {
      exit: 0,
      json: { published: true, to, files: remote.files, left, deleted, ...evidenceJson(seal) },
      text: `已上传并读回核对 ${remote.files} 个文件。${deleted.length > 0 ? `已删除旧文件 ${deleted.length} 个。` : ''}${left > 0 ? `远端另有旧文件 ${left} 个，公示期满以后可用 npm run publish -- prune 清理。` : ''}\n${evidenceText(seal)}`,
    };
  };
  return withSealedCopy(site, seal, ledger, use, files);
}

function pointerText(folder: string, release: string): string {
  return `这里不能建立链接：current 是一个写着版本的文件。网页服务器请指到 ${join(folder, 'releases', release)}，办法见 docs/hosting“Windows 上的文件夹”。`;
}

function evidenceText({ last }: Seal): string {
  return last ? sealText(last) : '';
}

function evidenceJson({ last }: Seal): object {
  return last ? { evidence: sealJson(last) } : {};
}
