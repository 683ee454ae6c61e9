import { readFile } from 'node:fs/promises';
import { defineCommand } from '#pipeline/commands/define-command.ts';
import { requireSite } from '#pipeline/release/require-site.ts';

export const weightCommand = defineCommand({
  verb: 'weight',
  summary: '称量已生成的网页：压缩后的字节数，与 tests/budgets.json 的上限对照。',
  options: { out: { type: 'string', value: '目录', help: '已生成的网站，默认 dist' } },
  run: async (given) => {
    const { pageWeight } = await import('#pipeline/build/page-weight.ts');
    const site = given.text('out') ?? 'dist';
    requireSite(site, 'out');
    const budgets = JSON.parse(await readFile('tests/budgets.json', 'utf8')) as { page: string; brotliBytes: number }[];
    const rows = await Promise.all(
      budgets.map(async ({ page, brotliBytes: limit }) => ({
        page: `/${page}`,
        limit,
        ...(await pageWeight(site, page)),
      })),
    );
    const over = rows.some(({ brotliBytes, limit, requests }) => brotliBytes > limit || requests.length > 0);
    const text = rows.map(
      ({ page, limit, brotliBytes, styleBytes, scriptBytes, requests }) =>
        `${brotliBytes > limit ? '✗' : '✓'} ${page}  ${brotliBytes} / ${limit} 字节（样式 ${styleBytes}，脚本 ${scriptBytes}），另有请求 ${requests.length} 个`,
    );
    return { exit: over ? 1 : 0, json: rows, text: `${text.join('\n')}\n` };
  },
});
