import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal, UsageError, type Arguments } from '#pipeline/commands/command-line.ts';

/** From the file that an option names, its first line; otherwise asked on a terminal, without an echo. */
export async function passphraseFor(given: Arguments, flag: string, about: string): Promise<string> {
  const path = given.text(flag);
  if (path !== undefined) {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new Refusal('passphrase-missing', `读不到口令文件 ${path}。请核对 --${flag}。`);
    });
    return text.split(/\r?\n/)[0] ?? '';
  }
  if (!process.stdin.isTTY) throw new UsageError(`缺少 --${flag}（${about}）。这里不能提问，请用选项写明。`);
  process.stderr.write(`${about}：`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => terminal.question('', resolve));
  terminal.close();
  process.stderr.write('\n');
  return answer;
}

/** A new passphrase: short ones are guessed, however the file is locked. */
export function checkStrength(passphrase: string): void {
  const words = passphrase.trim().split(/\s+/).length;
  if (passphrase.length >= 20 || (words >= 5 && passphrase.length >= 10)) return;
  throw new Refusal('passphrase-weak', '口令太短。请用五个以上不相干的词（中间空一格），或者不少于 20 个字符。');
}
