import { defineCommand } from '#pipeline/commands/define-command.ts';

export const sampleMediaCommand = defineCommand({
  verb: 'sample-media',
  summary:
    '重画示例的工序图和影片（工艺纹样一笔一笔画出来），要用 ffmpeg。两次画出的影片不会逐字节相同，画完要重新批准。',
  options: {},
  run: async () => {
    const { drawSampleMedia } = await import('../sample-media.ts');
    const files = await drawSampleMedia();
    const text = files.map(({ file, bytes }) => `${String(Math.round(bytes / 1024)).padStart(5)} KB  ${file}`);
    return { exit: 0, json: { files }, text: `${text.join('\n')}\n` };
  },
});
