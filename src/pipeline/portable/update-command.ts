import { spawn } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifierKey } from '#core/evidence/signed-note.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { type Home, homeOf, KEY_FILE, type Platform, PLATFORMS } from './layout.ts';
import { trustedKey } from './read-package.ts';
import { applyUpdate, goBack, planUpdate, type UpdateEffects } from './update.ts';

const options = {
  back: { type: 'boolean', help: '退回更新以前的一版' },
  'check-only': { type: 'boolean', help: '只核对压缩包，不更新' },
  key: { type: 'string', value: '公钥', help: '发布方公布的公钥；不写就用这一版自带的' },
} as const satisfies Options;

/** `npm run update`: for the portable edition, which has no package manager. */
export const updateCommand = defineCommand({
  verb: 'update',
  summary: '更新便携版：核对压缩包的签名和每个文件，解开放在旁边，试启动，再换上；原来的一版保留。',
  positionals: '[文件.zip]',
  options,
  examples: ['npm run update -- jiangbang-0.3.0-win-x64.zip', 'npm run update -- --back'],
  run: (given) => update(given, ROOT),
});

/** @param root folder of the program that runs */
export async function update(given: Given<typeof options>, root: string): Promise<Outcome> {
  const home = await homeOf(root);
  if (!home) {
    throw new Refusal(
      'update-not-portable',
      '这不是解压即用的便携版，没有什么可以更新。用 git 取得的，请用 git pull 和 npm ci。',
    );
  }
  const [file, ...rest] = given.positionals;
  if (given.flag('back')) {
    if (file !== undefined) throw new UsageError('--back 后面不写压缩包。');
    const back = await goBack(home, realDisk);
    return { exit: 0, json: back, text: `已从 ${back.from} 退回到 ${back.to}。请关闭匠榜，再双击“启动匠榜”。\n` };
  }
  if (file === undefined || rest.length > 0) throw new UsageError('请写一个压缩包，或者 --back。');
  const fresh = await planUpdate(home, file, await keyFor(given, root), platformHere());
  if (given.flag('check-only')) {
    const { version, platform, files } = fresh;
    return {
      exit: 0,
      json: { version, platform, files: files.length },
      text: `${file} 是签名的 ${version}（${platform}），${files.length} 个文件。现在运行的是 ${home.current}。没有更新。\n`,
    };
  }
  const done = await applyUpdate(home, fresh, realEffects);
  return { exit: 0, json: done, text: updatedText(home, done.to) };
}

function updatedText({ current }: Home, to: string): string {
  return `已更新到 ${to}，原来的 ${current} 保留着。请关闭匠榜，再双击“启动匠榜”；不合用的，用 npm run update -- --back 退回。\n`;
}

export const realEffects: UpdateEffects = {
  disk: realDisk,
  makeRunnable: (file) => chmod(file, 0o755),
  starts: (app) =>
    new Promise((resolve) => {
      const node = join(app, 'node', process.platform === 'win32' ? 'node.exe' : 'node');
      const child = spawn(node, [join(app, 'scripts/check.ts'), '--help'], {
        stdio: 'ignore',
        timeout: 120_000,
        windowsHide: true,
      });
      child.once('error', () => resolve(false));
      child.once('close', (code) => resolve(code === 0));
    }),
};

function platformHere(): Platform {
  const name = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const platform = PLATFORMS.find((one) => one === name);
  if (!platform) throw new Refusal('update-platform-unknown', `没有给 ${name} 的便携版。`);
  return platform;
}

async function keyFor(given: Given<typeof options>, root: string): Promise<VerifierKey> {
  const text = given.text('key') ?? (await readFile(join(root, KEY_FILE), 'utf8').catch(() => undefined));
  if (text !== undefined) return trustedKey(text);
  throw new Refusal('update-no-key', '这一版没有签名，不带公钥，认不出更新是谁做的。请用 --key 写明发布方公布的公钥。');
}
