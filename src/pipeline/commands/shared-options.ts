import type { Given, Options } from './define-command.ts';

/** The options that many commands have, each with its name: spread into the options of a command, and the type of what reads them. */
export const CONTENT = {
  content: { type: 'string', value: '目录', help: '内容目录，默认 content' },
} as const satisfies Options;

export const NOW = {
  now: { type: 'string', value: '时刻', help: '当作现在的时刻，例如 2026-11-25T10:00:00+08:00' },
} as const satisfies Options;

export const WAIT = {
  wait: { type: 'string', value: '秒数', help: '别的命令正在写时最多等多久，默认 5 秒；0 表示不等' },
} as const satisfies Options;

export const ROUND = {
  round: { type: 'string', value: '届', help: '哪一届，例如 weihai-craftsman/2024' },
} as const satisfies Options;

/** Which of a round's notices. */
export const NOTICE = {
  notice: {
    type: 'string',
    value: '公示',
    help: '一届有几份公示时是哪一份：first 为第一份，其余写 notices 下的文件夹名；只有一份合适的可不写',
  },
} as const satisfies Options;

/** With which key a release is signed, or why it is not. */
export const SIGNING = {
  key: { type: 'string', value: '文件', help: '签名用的密钥文件（npm run keys -- make）；不写就不签名' },
  'passphrase-file': { type: 'string', value: '文件', help: '口令所在的文件；不写就在终端询问' },
  'key-lost': {
    type: 'boolean',
    help: '账本里有效的那把密钥丢失了：记进账本，以后用 --key 的新密钥；没有公布过新公钥以前，核对都是“无法判断”',
  },
  unsigned: { type: 'boolean', help: '账本里有有效的公钥，但来不及签名：这一版核对会说“被改动”' },
} as const satisfies Options;

/** The content folder of a command. */
export function contentOf(given: Given<typeof CONTENT>): string {
  return given.text('content') ?? 'content';
}
