import { writeFile } from 'node:fs/promises';
import { defineCommand } from '#pipeline/commands/define-command.ts';

export const unihanCommand = defineCommand({
  verb: 'unihan',
  summary: '由 Unihan 数据库的文本文件生成 src/core/text/han-table.ts：规范字的次序、笔画、读音、四角号码、声旁。',
  options: {
    from: { type: 'string', value: '目录', help: 'Unihan_*.txt 所在的目录，例如 Debian 的 unicode-data 解压以后' },
    out: { type: 'string', value: '文件', help: '写到哪里，默认 src/core/text/han-table.ts' },
  },
  run: async (given) => {
    const { hanTable } = await import('../unihan.ts');
    const out = given.text('out') ?? 'src/core/text/han-table.ts';
    const text = await hanTable(given.required('from'));
    await writeFile(out, text);
    return { exit: 0, json: { out, bytes: Buffer.byteLength(text) }, text: `已写入 ${out}。\n` };
  },
});
