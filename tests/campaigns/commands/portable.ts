import { defineCommand } from '#pipeline/commands/define-command.ts';
import { PLATFORMS } from '#pipeline/portable/layout.ts';

export const portableCommand = defineCommand({
  verb: 'portable',
  summary: '做解压即用的便携版压缩包：从锁文件按各平台装好，去掉运行用不着的，连同该平台的 node 一起打包、签名。',
  options: {
    out: { type: 'string', value: '目录', help: '写到哪里，默认 release' },
    platform: { type: 'string', value: '平台', multiple: true, help: `只做这些：${PLATFORMS.join('、')}` },
    key: { type: 'string', value: '文件', help: '签名用的密钥文件；不写就不签名，做出来的不能自己更新' },
    life: {
      type: 'boolean',
      help: '把 linux-x64 的解开，在没有网络、没有环境变量的地方启动办公台，生成并发布，量每一步的时间',
    },
    'passphrase-file': { type: 'string', value: '文件', help: '口令所在的文件；不写就在终端询问' },
  },
  examples: [
    'npm run campaign -- portable --key /media/usb/release.key',
    'npm run campaign -- portable --platform linux-x64',
  ],
  run: async (given) => {
    const { releasePackages } = await import('../portable.ts');
    return releasePackages(given);
  },
});
