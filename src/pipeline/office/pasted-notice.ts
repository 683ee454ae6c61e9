import { readFile } from 'node:fs/promises';
import type { Terminal } from '#pipeline/commands/ask.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';

/** The text of a notice from a file, or as it is pasted on the terminal. */
export async function pastedNotice(
  path: string | undefined,
  terminal: Terminal | undefined,
): Promise<{ name: string; text: string }> {
  if (path !== undefined) return { name: path, text: await textAt(path) };
  if (!terminal) {
    throw new UsageError('缺少 --from（存有通知全文的文本文件）。这里不能粘贴，请先存成文件。');
  }
  terminal.say('请粘贴通知全文，从标题到落款；粘贴完了，单独一行写“完”：');
  const lines: string[] = [];
  for (;;) {
    const line = await terminal.ask('');
    if (line.trim() === '完') return { name: '通知', text: lines.join('\n') };
    lines.push(line);
  }
}

/** UTF-8, or GB 18030 as 记事本 saves it. */
async function textAt(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new Refusal('file-missing', `打不开 ${path}。请核对 --from 后面的路径。`);
  });
  if (bytes.length > LIMIT || bytes.includes(0)) {
    throw new Refusal('not-text', `${path} 不是文本文件。请把通知全文复制到记事本，存成 .txt 再用。`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const LIMIT = 256 * 1024;
