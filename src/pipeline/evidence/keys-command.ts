import { writeFile } from 'node:fs/promises';
import { chinaDate, type Instant } from '#core/calendar/plain-date.ts';
import { parseKey } from '#core/evidence/signed-note.ts';
import { fingerprint } from '#core/formats/digest.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { NOW } from '#pipeline/commands/shared-options.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { type KeyFile, makeKey, protectAnew, readKeyFile, rotateKey, signerOf } from './key-file.ts';
import { checkStrength, passphraseFor } from './passphrase.ts';

const options = {
  key: { type: 'string', value: '文件', help: '密钥文件' },
  out: { type: 'string', value: '文件', help: 'make、rotate：新密钥写到哪里，不能已经存在' },
  name: { type: 'string', value: '名称', help: 'make：密钥的名称，一般写网站的域名，例如 gongshi.example.org' },
  'passphrase-file': { type: 'string', value: '文件', help: '口令所在的文件；不写就在终端询问' },
  'new-passphrase-file': { type: 'string', value: '文件', help: 'protect、rotate：新口令所在的文件' },
  ...NOW,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run keys`. */
export const keysCommand = defineCommand({
  verb: 'keys',
  summary: '签名用的密钥：make 生成，show 查看公钥，protect 换口令，rotate 由新密钥接替，revoke 作废。',
  positionals: 'make|show|protect|rotate|revoke',
  options,
  examples: [
    'npm run keys -- make --name gongshi.example.org --out /media/usb/gongshi.key',
    'npm run keys -- rotate --key /media/usb/gongshi.key --out /media/usb/gongshi-2.key',
  ],
  run: keepKeys,
});

async function keepKeys(given: Asked, clock: () => Instant): Promise<Outcome> {
  const [verb, ...rest] = given.positionals;
  if (rest.length > 0) throw new UsageError(`keys 后面只写一个动作，多了 ${rest.join('、')}。`);
  const today = chinaDate(given.instant('now') ?? clock());
  switch (verb) {
    case 'make': {
      const name = given.required('name');
      if (!/^[a-z0-9.-]+(?:\/[a-z0-9._~-]+)*$/i.test(name)) {
        throw new UsageError('--name 只能是域名的样子，可以带路径，例如 gongshi.example.org。');
      }
      const out = given.required('out');
      const passphrase = await newPassphrase(given, 'passphrase-file');
      return made(out, await writeNew(out, makeKey(name, passphrase, today)), '已生成密钥。');
    }
    case 'show':
      return shown(await readKeyFile(given.required('key')));
    case 'protect': {
      const path = given.required('key');
      const old = await readKeyFile(path);
      const passphrase = await passphraseFor(given, 'passphrase-file', '现在的口令');
      const file = protectAnew(old, passphrase, await newPassphrase(given, 'new-passphrase-file'));
      await replaceFile(path, textOf(file));
      return made(path, file, '已换口令。别处的备份仍是旧口令，请一并更换。');
    }
    case 'rotate': {
      const old = await readKeyFile(given.required('key'));
      if (old.revoked !== undefined)
        throw new Refusal('key-revoked', '这把密钥已经作废，不能由它交接。请用 keys -- make 另做一把。');
      const out = given.required('out');
      const passphrase = await passphraseFor(given, 'passphrase-file', '现在的口令');
      const next = await newPassphrase(given, 'new-passphrase-file');
      const file = await writeNew(out, rotateKey(old, passphrase, next, today));
      return made(out, file, '已生成接替的密钥。下一次发布时用它（--key），账本里会记下由原来的密钥交接。');
    }
    case 'revoke': {
      const path = given.required('key');
      const old = await readKeyFile(path);
      // Whoever found the file must not be able to strike the key.
      signerOf(old, await passphraseFor(given, 'passphrase-file', '现在的口令'));
      const file = { ...old, revoked: old.revoked ?? today };
      await replaceFile(path, textOf(file));
      return made(
        path,
        file,
        '已作废。请尽快用它发布一次（--key），账本里会记下作废，那一版不签名；以后用新做的密钥。并在纸上公告作废。',
      );
    }
    default:
      throw new UsageError(
        'keys 后面要写动作：make（生成）、show（查看）、protect（换口令）、rotate（接替）、revoke（作废）。',
      );
  }
}

async function newPassphrase(given: Asked, flag: 'passphrase-file' | 'new-passphrase-file'): Promise<string> {
  const passphrase = await passphraseFor(given, flag, '新口令');
  checkStrength(passphrase);
  return passphrase;
}

async function writeNew(path: string, file: KeyFile): Promise<KeyFile> {
  await writeFile(path, textOf(file), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      'key-unwritable',
      error.code === 'EEXIST' ? `${path} 已经存在，没有覆盖。请换一个文件名。` : `写不到 ${path}。请核对 --out。`,
    );
  });
  return file;
}

function made(path: string, file: KeyFile, sentence: string): Outcome {
  const { json, text } = shown(file);
  return { exit: 0, json: { file: path, ...(json as object) }, text: `${sentence}\n${text}写在 ${path}\n` };
}

/** The public half only. */
function shown({ key, made: day, revoked }: KeyFile): Outcome {
  const mark = fingerprint(sha256(key));
  const name = parseKey(key)?.name ?? '';
  return {
    exit: 0,
    json: { name, key, fingerprint: mark, made: day, ...(revoked !== undefined && { revoked }) },
    text: `公钥 ${key}\n公钥指纹 ${mark}（请印在纸上，与网站分开告知）\n${day} 生成${revoked === undefined ? '' : `，${revoked} 作废`}\n`,
  };
}

function textOf(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
