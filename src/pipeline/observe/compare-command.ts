import type { Arguments, Option, Outcome } from '#pipeline/commands/command-line.ts';
import { requireSite } from '#pipeline/release/require-site.ts';
import { compareLive } from './compare.ts';

export const compareOptions: Record<string, Option> = {
  address: { type: 'string', value: '网址', help: '网站首页的网址' },
  site: { type: 'string', value: '目录', help: '生成好的网站，默认 dist' },
};

/** `npm run compare`: what readers get against what was built. */
export async function compareCommand(given: Arguments): Promise<Outcome> {
  const address = given.required('address');
  const site = given.text('site') ?? 'dist';
  requireSite(site, 'site');
  const { files, differences } = await compareLive(site, address);
  const byText = Map.groupBy(differences, ({ sentence }) => sentence);
  const lines = [...byText].map(([sentence, of]) => {
    const shown = of.slice(0, 5).map(({ path }) => path);
    return `${sentence}\n  ${shown.join('\n  ')}${of.length > 5 ? `\n  等 ${of.length} 个文件` : ''}`;
  });
  return {
    exit: differences.length > 0 ? 1 : 0,
    json: { address, files, differences },
    text:
      differences.length === 0
        ? `${address}：${files} 个文件都与成品一致，类型和响应头齐全。\n`
        : `${address} 与成品有 ${differences.length} 处不同：\n${lines.join('\n')}\n`,
  };
}
