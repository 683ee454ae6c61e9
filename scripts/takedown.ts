import { runCommand } from '#pipeline/commands/command-line.ts';
import { takedownCommand, takedownOptions } from '#pipeline/acts/takedown-command.ts';

await runCommand(
  {
    verb: 'takedown',
    summary:
      '把一个人的公开资料一步撤下：个人文件、照片、名册里的一行、批准记录里的原文、更正记录里的前后内容。原网址以后只有一句中性的话。',
    options: takedownOptions,
    examples: ['npm run takedown -- --person 7tmn7wz --reason-code consent-withdrawn'],
  },
  (given) => takedownCommand(given, Date.now),
);
