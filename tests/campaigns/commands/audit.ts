import { defineCommand } from '#pipeline/commands/define-command.ts';
import type { CampaignResult, Tally } from '#tests/core/privacy/campaign.ts';

export const auditCommand = defineCommand({
  verb: 'audit',
  summary: '用两种办法随机生成的泄露和正常文字检验隐私检查：默认各一万条，按种类列出查出率和误报率；--bench 改为测速。',
  options: {
    leaks: { type: 'string', value: '条数', help: '生成多少条泄露，默认 10000' },
    clean: { type: 'string', value: '条数', help: '生成多少条正常文字，默认 10000' },
    seed: { type: 'string', value: '数字', help: '随机种子，默认 20261121' },
    bench: { type: 'boolean', help: '测速：1500 个文件 60 MB，以及每种一 MB 的恶意文件' },
  },
  run: async (given) => {
    const { campaign, isGood } = await import('#tests/core/privacy/campaign.ts');
    const { benchmark } = await import('#tests/core/privacy/benchmark.ts');
    const { plantedCampaign } = await import('#tests/core/privacy/planted/campaign.ts');
    if (given.flag('bench')) return benchmark();
    const seed = given.wholeNumber('seed', 0, 999_999_999) ?? 20_261_121;
    const leaks = given.wholeNumber('leaks', 1, 1_000_000) ?? 10_000;
    const clean = given.wholeNumber('clean', 1, 1_000_000) ?? 10_000;
    const results = {
      disguised: campaign(leaks, clean, seed),
      planted: plantedCampaign(leaks, clean, seed),
    };
    const text = [`seed ${seed}`, ...Object.entries(results).flatMap(([name, result]) => report(name, result))];
    const exit = Object.values(results).every(isGood) ? 0 : 1;
    return { exit, json: { seed, ...mapped(results) }, text: `${text.join('\n')}\n` };
  },
});

function report(generator: string, result: CampaignResult): string[] {
  const rows: [name: string, percent: string, tally: Tally][] = [
    ['recall', share(result.leaks, true), result.leaks],
    ['false alarms', share(result.clean, false), result.clean],
    ...[...result.byKind, ...result.byCarrier].map(([name, tally]): (typeof rows)[number] => [
      `  ${name}`,
      share(tally, true),
      tally,
    ]),
  ];
  return [
    `\n${generator}`,
    ...rows.map(
      ([name, percent, { tried, wrong }]) => `${name.padEnd(38)}${percent.padStart(9)}  ${wrong} of ${tried} wrong`,
    ),
    ...result.misses.map((one) => `miss: ${one}`),
    ...result.alarms.map((one) => `alarm: ${one}`),
  ];
}

function mapped(results: Readonly<Record<string, CampaignResult>>): object {
  return Object.fromEntries(
    Object.entries(results).map(([name, result]) => [
      name,
      { ...result, byKind: Object.fromEntries(result.byKind), byCarrier: Object.fromEntries(result.byCarrier) },
    ]),
  );
}

function share({ tried, wrong }: Tally, right: boolean): string {
  return `${((100 * (right ? tried - wrong : wrong)) / tried).toFixed(2)} %`;
}
