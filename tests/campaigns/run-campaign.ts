import { UsageError } from '#pipeline/commands/command-line.ts';
import { type AnyCommand, defineCommand } from '#pipeline/commands/define-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';
import { auditCommand } from './commands/audit.ts';
import { contentCommand } from './commands/content.ts';
import { deskCommand } from './commands/desk.ts';
import { deskImportCommand } from './commands/desk-import.ts';
import { handbookCommand } from './commands/handbook.ts';
import { importCommand } from './commands/import.ts';
import { lifeCommand } from './commands/life.ts';
import { limitsCommand } from './commands/limits.ts';
import { lockCommand } from './commands/lock.ts';
import { mutantsCommand } from './commands/mutants.ts';
import { paperCampaign } from './commands/paper.ts';
import { pdfReadersCommand } from './commands/pdf-readers.ts';
import { picturesCommand } from './commands/pictures.ts';
import { portableCommand } from './commands/portable.ts';
import { publishCommand } from './commands/publish.ts';
import { sampleCommand } from './commands/sample.ts';
import { sampleMediaCommand } from './commands/sample-media.ts';
import { scaleCommand } from './commands/scale.ts';
import { screensCommand } from './commands/screens.ts';
import { searchCommand } from './commands/search.ts';
import { smallBuildCommand } from './commands/small-build.ts';
import { tamperCommand } from './commands/tamper.ts';
import { unihanCommand } from './commands/unihan.ts';
import { weightCommand } from './commands/weight.ts';

/** What developers run for hours, or to measure. Each loads what it needs when it runs. */
export const CAMPAIGNS: readonly AnyCommand[] = [
  contentCommand,
  importCommand,
  deskImportCommand,
  limitsCommand,
  auditCommand,
  lifeCommand,
  publishCommand,
  portableCommand,
  handbookCommand,
  tamperCommand,
  lockCommand,
  deskCommand,
  picturesCommand,
  pdfReadersCommand,
  paperCampaign,
  sampleCommand,
  sampleMediaCommand,
  screensCommand,
  scaleCommand,
  searchCommand,
  smallBuildCommand,
  weightCommand,
  unihanCommand,
  mutantsCommand,
];

/** `npm run campaign`: which there are. */
const campaignCommand = defineCommand({
  verb: 'campaign',
  summary: '供开发者使用的长时间检验和测量，一次一项。不写名称就列出全部。',
  positionals: '[名称]',
  options: {},
  examples: ['npm run campaign -- audit --leaks 2000 --clean 2000', 'npm run campaign -- audit --help'],
  run: ({ positionals: [name] }) => {
    if (name !== undefined) throw wrongName(name);
    const campaigns = CAMPAIGNS.map(({ verb, summary }) => ({ name: verb, summary }));
    const rows = campaigns.map((one) => `  ${one.name.padEnd(13)}${one.summary}`);
    const text = [
      '供开发者使用，写作 npm run campaign -- 名称 [选项]；名称后面加 --help 看它的选项。',
      '',
      ...rows,
      '',
    ];
    return Promise.resolve({ exit: 0, json: { campaigns }, text: text.join('\n') });
  },
});

function wrongName(name: string): UsageError {
  const known = CAMPAIGNS.map(({ verb }) => verb);
  return new UsageError(
    known.includes(name)
      ? `名称要写在选项前面：npm run campaign -- ${name} [选项]。`
      : `没有“${name}”这一项。可用的有：${known.join('、')}。`,
  );
}

/** @param words what was typed behind `npm run campaign --`, the name of a campaign first */
export async function runCampaign(words: readonly string[]): Promise<void> {
  const campaign = CAMPAIGNS.find(({ verb }) => verb === words[0]);
  if (!campaign) return runCommand(campaignCommand);
  await runCommand(campaign, { called: `npm run campaign -- ${campaign.verb}`, words: words.slice(1) });
}
