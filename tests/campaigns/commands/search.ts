import { existsSync } from 'node:fs';
import { UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand } from '#pipeline/commands/define-command.ts';
import { requireSite } from '#pipeline/release/require-site.ts';

export const searchCommand = defineCommand({
  verb: 'search',
  summary: '造一个有若干人的网站，逐类提问，与逐字比对的答案相比：查全、查准、字节和时间。',
  options: {
    size: { type: 'string', value: '人数', help: '默认 1000' },
    each: { type: 'string', value: '次数', help: '每一类提问几次，默认 100' },
    seed: { type: 'string', value: '种子', help: '默认 20261127' },
    plant: { type: 'string', value: '目录', help: '把其中的文本当作网页放进去；默认用示例的通知和公示' },
    site: { type: 'string', value: '目录', help: '已生成的网站，默认 dist' },
    'no-browser': { type: 'boolean', help: '不打开浏览器' },
  },
  run: async (given) => {
    const { searchEval } = await import('../search/search-eval.ts');
    const built = given.text('site') ?? 'dist';
    requireSite(built, 'site');
    const plant = given.text('plant');
    if (plant !== undefined && !existsSync(plant))
      throw new UsageError(`找不到 --plant 的目录 ${plant}。请核对后重写。`);
    const report = await searchEval({
      size: given.wholeNumber('size', 10, 100_000) ?? 1000,
      each: given.wholeNumber('each', 1, 10_000) ?? 100,
      seed: given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_127,
      plant,
      built,
      browser: !given.flag('no-browser'),
    });
    const { index, kinds, browser } = report;
    const lines = [
      `${report.people} 人，${report.pages} 个网页；建立索引 ${index.seconds} 秒，内存 ${index.memory} MB；人选索引 ${index.peopleBytes} 字节，文字索引 ${index.textBytes} 字节（压缩后）`,
      '',
      '| 提问 | 次数 | 查全 | 查准 | 每次字节 |',
      '| --- | --- | --- | --- | --- |',
      ...kinds.map(
        ({ kind, queries, recall, precision, bytes }) =>
          `| ${kind} | ${queries} | ${recall.toFixed(3)} | ${precision.toFixed(3)} | ${bytes || '–'} |`,
      ),
      ...(browser
        ? [
            '',
            `浏览器：第一次回答共 ${browser.firstAnswerBytes} 字节；放慢四倍，${browser.answers} 次回答的第 95 百分位 ${browser.answer95} 毫秒；`,
            `一段文字从打开网页起平均 ${browser.proseBytes} 字节，最多 ${browser.proseMost} 字节，找到 ${browser.proseFound}。`,
          ]
        : []),
    ];
    return { exit: 0, json: report, text: `${lines.join('\n')}\n` };
  },
});
