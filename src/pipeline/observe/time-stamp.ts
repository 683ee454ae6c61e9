import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';

/**
 * Has an authority confirm when a file existed (RFC 3161); openssl makes the request and later verifies the answer.
 * @returns the file that holds the answer
 */
export async function timeStamp(file: string, authority: string): Promise<string> {
  const query = `${file}.tsq`;
  await promisify(execFile)('openssl', ['ts', '-query', '-data', file, '-sha256', '-cert', '-out', query]).catch(() => {
    throw new Refusal('openssl-failed', '没有做成时间戳请求。请安装 openssl。');
  });
  const answer = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: await readFile(query),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined);
  if (!answer?.ok || !answer.headers.get('content-type')?.startsWith('application/timestamp-reply')) {
    throw new Refusal('time-stamp-failed', `${authority} 没有给出时间戳。报告已经写好，请稍后再取。`);
  }
  await replaceFile(`${file}.tsr`, new Uint8Array(await answer.arrayBuffer()));
  return `${file}.tsr`;
}
