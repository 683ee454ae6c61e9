import { defineCommand } from '#pipeline/commands/define-command.ts';

export const deskCommand = defineCommand({
  verb: 'desk',
  summary: '在办公台办理更正的途中、在随机的时刻杀掉办公台，看保存过的有没有丢失、没有保存的有没有说成保存了。',
  options: {
    kills: { type: 'string', value: '次数', help: '杀掉多少次，默认 100' },
    seed: { type: 'string', value: '种子', help: '默认 20261130' },
  },
  run: async (given) => {
    const { deskCampaign } = await import('../desk.ts');
    const kills = given.wholeNumber('kills', 1, 100_000) ?? 100;
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_130;
    const report = await deskCampaign(kills, seed, (now) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${now} / ${kills}`);
    });
    return {
      exit: 0,
      json: report,
      text: `杀掉办公台 ${report.kills} 次（种子 ${seed}）：${report.said} 次已经说办完，都在内容里；${report.unsaid} 次办完了还没来得及说；${report.kept} 次没有办，填过的还在；${report.early} 次还没有收到。没有一次丢失，没有一次说错。\n`,
    };
  },
});
