import { defineCommand } from '#pipeline/commands/define-command.ts';

export const lifeCommand = defineCommand({
  verb: 'life',
  summary: '随机编造成千上万段公示的经历，看状态会不会重叠、办理的事项会不会丢、公示期会不会缩短。',
  options: {
    count: { type: 'string', value: '次数', help: '默认 10000；一届几份公示的另有它的二十分之一' },
    seed: { type: 'string', value: '种子', help: '默认 20261121' },
  },
  run: async (given) => {
    const { lifeCampaign } = await import('../life.ts');
    const count = given.wholeNumber('count', 1, 1_000_000) ?? 10_000;
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_121;
    const report = lifeCampaign(count, seed, (done) => {
      if (done % 100 === 0) process.stderr.write(`\r${done} / ${count}`);
    });
    process.stderr.write('\n');
    const { sequenceCampaign } = await import('../life-sequence.ts');
    const sequences = sequenceCampaign(Math.ceil(count / 20), seed);
    const taken = Object.entries(report.taken).map(([kind, times]) => `${kind} ${times}`);
    const text = [
      `${report.histories} 段经历（种子 ${seed}），${report.acts} 次办理，其中生效：${taken.join('，')}；核对 ${report.instants} 个时刻。`,
      `${sequences.sequences} 届有几份公示，核对 ${sequences.instants} 个时刻。`,
      report.failure ?? sequences.failure ?? '没有一处不符。',
    ];
    const failed = report.failure ?? sequences.failure;
    return { exit: failed === undefined ? 0 : 1, json: { ...report, sequences }, text: `${text.join('\n')}\n` };
  },
});
