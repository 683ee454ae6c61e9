import { spawnSync } from 'node:child_process';
import { defineCommand } from '#pipeline/commands/define-command.ts';
import { requireSite } from '#pipeline/release/require-site.ts';

export const paperCampaign = defineCommand({
  verb: 'paper',
  summary:
    '比较排印：示例站的公示和结果，用 Typst 排成 PDF 与用 Chromium 打印同样的网页，各用多少处理器时间；另排 50 份证书。',
  options: { out: { type: 'string', value: '目录', help: '已生成的示例网站，默认 dist' } },
  run: (given) => {
    const site = given.text('out') ?? 'dist';
    requireSite(site, 'out');
    const idle = measured('tests/campaigns/paper-typst.ts', 'nothing');
    const typst = measured('tests/campaigns/paper-typst.ts', 'documents');
    const certificates = measured('tests/campaigns/paper-typst.ts', 'certificates');
    const still = measured('tests/campaigns/paper-browser.ts', site, 'nothing');
    const browser = measured('tests/campaigns/paper-browser.ts', site, 'print');
    // What both sides spend on starting Node and reading their input is no part of the comparison.
    const own = typst.seconds - idle.seconds;
    const theirs = browser.seconds - still.seconds;
    const ratio = own / theirs;
    const fifty = certificates.seconds - idle.seconds;
    const json = {
      typst: { ...typst, own },
      browser: { ...browser, own: theirs },
      ratio,
      certificates: { ...certificates, own: fifty },
    };
    const text = [
      `Typst     ${typst.count} 份，${own.toFixed(2)} 秒处理器时间，${Math.round(typst.bytes / 1024)} KB`,
      `Chromium  ${browser.count} 份，${theirs.toFixed(2)} 秒处理器时间，${Math.round(browser.bytes / 1024)} KB`,
      `两者之比  ${ratio.toFixed(2)}（不超过 0.5）`,
      `证书      50 份各一个文件，另合为一个，${fifty.toFixed(2)} 秒处理器时间（不超过 5）`,
      '',
    ];
    const met = ratio <= 0.5 && fifty <= 5 && typst.count === browser.count && certificates.count === 51;
    return Promise.resolve({ exit: met ? 0 : 1, json, text: text.join('\n') });
  },
});

/** A process of its own, which counts what it and all it starts has used. */
function measured(file: string, ...words: string[]): { count: number; bytes: number; seconds: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return JSON.parse(stdout) as { count: number; bytes: number; seconds: number };
}
