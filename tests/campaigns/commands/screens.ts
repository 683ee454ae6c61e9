import { defineCommand } from '#pipeline/commands/define-command.ts';

export const screensCommand = defineCommand({
  verb: 'screens',
  summary: '用已生成的示例网站重拍 README 的网页图片（docs/pictures），手机和宽屏各一套，要用 Chromium。',
  options: { site: { type: 'string', value: '目录', help: '已生成的网站，默认 dist' } },
  run: async (given) => {
    const { takeScreens } = await import('../screens.ts');
    const taken = await takeScreens(given.text('site') ?? 'dist');
    const text = taken.map(({ file, bytes }) => `${String(Math.round(bytes / 1024)).padStart(5)} KB  ${file}`);
    return { exit: 0, json: { taken }, text: `${text.join('\n')}\n` };
  },
});
