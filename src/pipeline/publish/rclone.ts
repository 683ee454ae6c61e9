import { spawn } from 'node:child_process';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Runs rclone; `input` goes to its standard input. */
export type Rclone = (
  given: readonly string[],
  input?: string,
) => Promise<{ code: number; stdout: string; stderr: string }>;

const INSTALL = process.platform === 'win32' ? 'winget install Rclone.Rclone' : 'apt install rclone';

export const rclone: Rclone = (given, input = '') =>
  new Promise((resolve, reject) => {
    const child = spawn('rclone', [...given], { stdio: ['pipe', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Refusal(
              'rclone-missing',
              `没有找到 rclone。发布到远端要先安装它：${INSTALL}，并用 rclone config 配好远端。`,
            )
          : error,
      ),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    // rclone may end before it has read all of its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
