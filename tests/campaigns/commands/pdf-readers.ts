import { defineCommand } from '#pipeline/commands/define-command.ts';

export const pdfReadersCommand = defineCommand({
  verb: 'pdf-readers',
  summary: '用六种程序生成 PDF，在正文、属性、批注、链接、表单和附件里埋下文字，比较自家的读法与 pdf.js 各找到多少。',
  options: {
    count: { type: 'string', value: '份数', help: '大约几份，默认 204' },
    seed: { type: 'string', value: '数', help: '默认 20261130' },
  },
  run: async (given) => {
    const { comparePdfReaders } = await import('#tests/campaigns/pdf-readers/compare.ts');
    return comparePdfReaders(
      given.wholeNumber('count', 6, 10_000) ?? 204,
      given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_130,
    );
  },
});
