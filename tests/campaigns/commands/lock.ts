import { defineCommand } from '#pipeline/commands/define-command.ts';

export const lockCommand = defineCommand({
  verb: 'lock',
  summary: '让两个命令同时写同一个内容目录，又在随机的时刻杀掉写到一半的命令，看有没有丢失记录、有没有一句不实的话。',
  options: {
    pairs: { type: 'string', value: '次数', help: '同时运行多少对命令，默认 200' },
    kills: { type: 'string', value: '次数', help: '杀掉多少次，默认 400' },
    lanes: { type: 'string', value: '个数', help: '几处同时进行，默认 2' },
    seed: { type: 'string', value: '种子', help: '默认 20261130' },
  },
  run: async (given) => {
    const { lockCampaign } = await import('../lock.ts');
    const pairs = given.wholeNumber('pairs', 0, 1_000_000) ?? 200;
    const kills = given.wholeNumber('kills', 0, 1_000_000) ?? 400;
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_130;
    const lanes = given.wholeNumber('lanes', 1, 64) ?? 2;
    const report = await lockCampaign({ pairs, kills }, seed, lanes, (now) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${now.pairs} / ${pairs}，${now.kills} / ${kills}`);
    });
    return {
      exit: 0,
      json: report,
      text: [
        `同时运行 ${report.pairs} 对命令（种子 ${seed}），其中 ${report.refused} 对有一个因另一个正在写而被拒绝；结果都与先后运行的一种相同。其间检查 ${report.readings} 次，没有一次说错。`,
        `杀掉 ${report.kills} 次（${report.finished} 次已经完成），其中 ${report.completed + report.takenBack} 次正写到一半：下一个命令补完 ${report.completed} 次，撤回 ${report.takenBack} 次；补完和撤回的中途又杀掉 ${report.recoveriesKilled} 次。没有丢失一份记录。`,
        '',
      ].join('\n'),
    };
  },
});
