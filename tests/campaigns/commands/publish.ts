import { defineCommand } from '#pipeline/commands/define-command.ts';

export const publishCommand = defineCommand({
  verb: 'publish',
  summary: '一边发布一边随机杀掉进程，一边在真的 nginx 上读网页，看有没有一次不完整。',
  options: {
    kills: { type: 'string', value: '次数', help: '杀掉多少次，默认 200' },
    publishes: { type: 'string', value: '次数', help: '在八个读者面前发布多少次，默认 50' },
    'remote-kills': { type: 'string', value: '次数', help: '在说 S3 的服务器前杀掉 rclone 多少次，默认 20' },
    seed: { type: 'string', value: '种子', help: '默认 20261125' },
  },
  run: async (given) => {
    const { killCampaign } = await import('../publish-kills.ts');
    const { remoteKillCampaign } = await import('../s3-kills.ts');
    const { loadCampaign } = await import('../publish-load.ts');
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_125;
    const remote = await remoteKillCampaign(given.wholeNumber('remote-kills', 0, 100_000) ?? 20, seed);
    const killed = await killCampaign(given.wholeNumber('kills', 0, 100_000) ?? 200, seed);
    const loaded = await loadCampaign(given.wholeNumber('publishes', 0, 100_000) ?? 50);
    return {
      exit: 0,
      json: { killed, loaded, remote },
      text: [
        `杀掉 ${killed.kills} 次（另有 ${killed.finished} 次在杀掉之前已经完成），每次提供的都是完整的一版；${killed.mended} 次留下未完成的文件夹，下一次发布自行清理。`,
        `杀掉 rclone ${remote.kills} 次，其后从桶里读了 ${remote.pages} 个网页，没有缺样式的；最后一次发布与成品一致。`,
        `发布 ${loaded.publishes} 次，八个读者读了 ${loaded.pages} 个网页（其中 ${loaded.unchanged} 次答复未改动）、${loaded.assets} 个样式，没有一次出错或混杂。`,
        '',
      ].join('\n'),
    };
  },
});
