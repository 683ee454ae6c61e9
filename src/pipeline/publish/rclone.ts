import { spawn } from 'node:child_process';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Runs rclone; `input` goes to its standard input. */
export type Rclone = (
  given: readonly string[],
  input?: string,
) => Promise<{ code: number; stdout: string; stderr: string }>;

/** The sentence for a machine without rclone, in the words of its own system. */
export function rcloneMissing(platform: NodeJS.Platform): Refusal {
  const install =
    platform === 'win32'
      ? '从 rclone.org 下载，把 rclone.exe 放进系统的 Path（或 winget install Rclone.Rclone）'
      : platform === 'darwin'
        ? 'brew install rclone'
        : 'apt install rclone';
  return new Refusal(
    'rclone-missing',
    `没有找到 rclone。发布到远端要先安装它：${install}，并用 rclone config 配好远端。`,
  );
}

export const rclone: Rclone = (given, input = '') =>
  new Promise((resolve, reject) => {
    const child = spawn('rclone', [...given], { stdio: ['pipe', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? rcloneMissing(process.platform) : error),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    // rclone may end before it has read all of its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
