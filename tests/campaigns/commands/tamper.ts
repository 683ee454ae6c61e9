import { defineCommand } from '#pipeline/commands/define-command.ts';

export const tamperCommand = defineCommand({
  verb: 'tamper',
  summary: '把一份签名的网站、清单、账本、检查点改动上千次，再不用公示单位的密钥编造上千种历史，看核对能不能发现。',
  options: {
    count: { type: 'string', value: '次数', help: '默认 1000' },
    seed: { type: 'string', value: '种子', help: '默认 20261127' },
  },
  run: async (given) => {
    const { READERS } = await import('../extend.ts');
    const { tamperCampaign } = await import('../tamper.ts');
    const count = given.wholeNumber('count', 1, 1_000_000) ?? 1000;
    const report = await tamperCampaign(count, given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_127);
    const { tried, found, missed, rewritten, extended } = report;
    const isGood = missed.length === 0 && rewritten.foundWithPin === rewritten.tried;
    return {
      exit: isGood ? 0 : 1,
      json: report,
      text: `${[
        `改动 ${tried} 次，发现 ${found} 次。`,
        ...missed.slice(0, 40),
        ...Object.entries(extended).map(
          ([kind, { tried: made, found: seen, isOwed }]) =>
            `${kind}：${made} 次；${READERS.map((reader) => `${reader} ${seen[reader]}${isOwed[reader] ? '' : '（不要求）'}`).join('，')}`,
        ),
        `改写历史并重新签名 ${rewritten.tried} 次：有事先记下的总摘要，发现 ${rewritten.foundWithPin} 次；没有，发现 ${rewritten.foundWithout} 次。`,
      ].join('\n')}\n`,
    };
  },
});
