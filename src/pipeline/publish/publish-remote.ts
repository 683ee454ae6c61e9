import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { siteFiles } from '#pipeline/release/site-files.ts';
import { cacheControl, inUploadOrder, kindWords } from './cache-rules.ts';
import type { Rclone } from './rclone.ts';

export interface RemotePublication {
  files: number;
  /** Files on the remote that are not part of this site; `prune` removes them. */
  left: number;
}

/**
 * Copies a site to a remote of rclone: what is pointed at first, lists and the checkpoint last, nothing deleted. Files that are
 * already there with the same checksum are not sent again, so a run that was killed is completed by the next one.
 */
export async function publishRemote(
  run: Rclone,
  site: string,
  remote: string,
  step: (label: string) => void = () => undefined,
): Promise<RemotePublication> {
  const files = await siteFiles(site);
  if (!files.has('index.html')) {
    throw new Refusal('site-missing', `${site} 里没有首页 index.html。请先运行 npm run build。网站保持原样。`);
  }
  for (const { kind, paths } of inUploadOrder([...files.keys()])) {
    step(kindWords[kind]);
    await withList(paths, async (list) => {
      const header = `Cache-Control: ${cacheControl[kind]}`;
      const flags = [
        '--checksum',
        '--files-from-raw',
        list,
        '--no-traverse',
        '--header-upload',
        header,
        '--retries',
        '3',
      ];
      const { code, stderr } = await run(['copy', site, remote, ...flags]);
      if (code !== 0) throw uploadFailed(remote, kindWords[kind], stderr);
    });
  }
  step('读回比较');
  await compareBack(run, site, remote, [...files.keys()]);
  return { files: files.size, left: (await strangers(run, site, remote)).length };
}

/** Reads every file back and compares the bytes: a checksum that the remote merely remembers proves nothing. */
async function compareBack(run: Rclone, site: string, remote: string, paths: readonly string[]): Promise<void> {
  await withList(paths, async (list) => {
    const { code, stderr } = await run(['check', site, remote, '--download', '--one-way', '--files-from-raw', list]);
    if (code === 0) return;
    const wrong = [...stderr.matchAll(/ERROR : (\S+): (?:.*differ|file not in)/g)].map((match) => match[1]);
    throw new Refusal(
      'remote-differs',
      `上传以后从 ${remote} 读回的内容与成品不同：${wrong.slice(0, 5).join('、') || lastLine(stderr)}。请重新发布。`,
    );
  });
}

/** Files on the remote that the site does not have. */
async function strangers(run: Rclone, site: string, remote: string): Promise<string[]> {
  const files = await siteFiles(site);
  const { code, stdout, stderr } = await run(['lsf', '-R', '--files-only', remote]);
  if (code !== 0) throw uploadFailed(remote, '文件列表', stderr);
  return stdout.split('\n').filter((path) => path !== '' && !files.has(path));
}

/** The ledger of what is published there; none before the first time. */
export async function remoteLedger(run: Rclone, remote: string): Promise<string | undefined> {
  const folder = `${remote.replace(/\/$/, '')}${/:$/.test(remote) ? '' : '/'}evidence`;
  const list = await run(['lsf', '--files-only', folder]);
  // 3 is rclone's "directory not found".
  if (list.code === 3 || (list.code === 0 && !list.stdout.split('\n').includes('ledger.jsonl'))) return undefined;
  const found = list.code === 0 ? await run(['cat', `${folder}/ledger.jsonl`]) : list;
  if (found.code !== 0) throw uploadFailed(remote, '账本', found.stderr);
  return found.stdout;
}

/** The evidence is made while publishing: a site as it was built has none, and its absence there says nothing. */
export const isEvidence = (path: string): boolean => path.startsWith('evidence/');

/** Deletes from the remote what the site does not have, of what is `wanted`. @returns what was deleted */
export async function pruneRemote(
  run: Rclone,
  site: string,
  remote: string,
  wanted: (path: string) => boolean = () => true,
): Promise<string[]> {
  const paths = (await strangers(run, site, remote)).filter(wanted);
  if (paths.length === 0) return [];
  await withList(paths, async (list) => {
    const { code, stderr } = await run(['delete', remote, '--files-from-raw', list]);
    if (code !== 0) throw uploadFailed(remote, '要删除的旧文件', stderr);
  });
  return paths;
}

async function withList(paths: readonly string[], use: (list: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-list-'));
  try {
    await writeFile(join(folder, 'paths'), `${paths.join('\n')}\n`);
    await use(join(folder, 'paths'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function uploadFailed(remote: string, what: string, stderr: string): Refusal {
  return new Refusal(
    'remote-failed',
    `${remote} 的${what}没有传完：${lastLine(stderr)}。已经在线的网页都还打得开；排除原因后重新发布即可，不用清理。`,
  );
}

/** rclone's own words without its time stamp; it never prints keys. */
function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '').slice(0, 200);
}
