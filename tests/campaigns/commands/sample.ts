import { defineCommand } from '#pipeline/commands/define-command.ts';

export const sampleCommand = defineCommand({
  verb: 'sample',
  summary: '示例人员的资料有增改以后，把示例各届的批准改成与资料一致。只用于仓库自带的示例。',
  options: {},
  run: async () => {
    const { renewSampleApprovals } = await import('../sample-approvals.ts');
    const changed = await renewSampleApprovals();
    const text = changed.length === 0 ? '批准与资料一致，没有改动。\n' : `改写 ${changed.join('、')}。\n`;
    return { exit: 0, json: { changed }, text };
  },
});
