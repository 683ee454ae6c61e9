import { type Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { followed } from '#pipeline/release/current.ts';
import { requireSite } from '#pipeline/release/require-site.ts';
import { compareLive } from './compare.ts';

const options = {
  address: { type: 'string', value: '网址', help: '网站首页的网址' },
  site: { type: 'string', value: '目录', help: '生成好的网站，默认 dist' },
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run compare`: what readers get against what was built. */
export const compareCommand = defineCommand({
  verb: 'compare',
  summary: '发布以后，从读者的网址取回每个文件，与成品比较内容、类型和响应头，说明哪里不同。',
  options,
  examples: ['npm run compare -- --address https://gongshi.example.org/'],
  run: compareWithLive,
});

async function compareWithLive(given: Asked): Promise<Outcome> {
  const address = given.required('address');
  const site = await followed(given.text('site') ?? 'dist');
  requireSite(site, 'site');
  const { files, differences } = await compareLive(site, address);
  // What readers get comes before what the server says with it.
  const first = (sentence: string): number => (/^(?:响应头|文件类型)/.test(sentence) ? 1 : 0);
  const byText = new Map(
    [...Map.groupBy(differences, ({ sentence }) => sentence)].sort(([a], [b]) => first(a) - first(b)),
  );
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
        : `${address} 有 ${new Set(differences.map(({ path }) => path)).size} 个文件与成品不一致，原因 ${byText.size} 种：\n${lines.join('\n')}\n`,
  };
}
