import { resolve } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { SCREENS } from '#desk/screens/index.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { openBrowser } from './open-browser.ts';
import { startDesk } from './start-desk.ts';

const options = {
  port: { type: 'string', value: '端口', help: '固定用哪个端口；不写就用上次的，被占用就任选一个空闲的' },
  'no-open': { type: 'boolean', help: '不打开浏览器，只给出地址' },
  idle: { type: 'string', value: '分钟', help: '多久没有人用就自己结束，默认 240 分钟' },
  ...CONTENT,
} as const satisfies Options;

/** `npm run desk`. */
export const deskCommand = defineCommand({
  verb: 'desk',
  summary:
    '打开办公台：在本机的浏览器里建届、导入、校样、批准、发布、更正和公布结果。只有这台电脑能打开；按 Ctrl+C 结束。',
  options,
  examples: ['npm run desk', 'npm run desk -- --content 我们的内容'],
  run: openDesk,
});

async function openDesk(given: Given<typeof options>, clock: () => Instant): Promise<Outcome> {
  const content = contentOf(given);
  const { address, already } = await startDesk({
    content,
    usualContent: resolve(content) === resolve('content'),
    screens: SCREENS,
    clock,
    port: given.wholeNumber('port', 0, 65_535),
    idle: (given.wholeNumber('idle', 1, 100_000) ?? 240) * 60_000,
  });
  if (!given.flag('no-open')) openBrowser(address);
  return {
    exit: 0,
    json: { address, already },
    text: already
      ? `办公台已经开着：${address}\n这个地址只能用一次，在本机的浏览器里打开。\n`
      : `办公台已在本机打开：${address}\n这个地址只能用一次；再运行一次 npm run desk 会给出新的。按 Ctrl+C 结束。\n`,
  };
}
