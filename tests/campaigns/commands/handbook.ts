import { defineCommand } from '#pipeline/commands/define-command.ts';

export const handbookCommand = defineCommand({
  verb: 'handbook',
  summary: '给手册拍图：打开办公台，逐页拍下来，写到 docs/手册/图。',
  options: { out: { type: 'string', value: '目录', help: '写到哪里，默认 docs/手册/图' } },
  run: async (given) => {
    const { handbookPictures } = await import('../handbook.ts');
    return handbookPictures(given.text('out') ?? 'docs/手册/图');
  },
});
