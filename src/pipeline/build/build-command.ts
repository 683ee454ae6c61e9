import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';
import { countText, reportJson, reportText } from '#pipeline/commands/report.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { contentOf } from '#pipeline/commands/shared-options.ts';
import type { BuildOptions } from './build-site.ts';
import { baseOf, BUILD } from './site-options.ts';

/** `npm run build`. */
export const buildCommand = defineCommand({
  verb: 'build',
  summary: '检查内容，生成整个网站，核对成品后放到输出目录。有错误时输出目录保持原样。',
  options: BUILD,
  run: buildAsGiven,
});

async function buildAsGiven(given: Given<typeof BUILD>): Promise<Outcome> {
  const options = optionsOf(given);
  // Astro is loaded by whoever builds, not by whoever asks for help.
  const { buildSite } = await import('./build-site.ts');
  const progress = progressOn(process.stderr, given.flag('json'));
  const { built, findings, pages, inspected } = await buildSite(options, Date.now, progress);
  const json = { built, out: options.out, pages, inspected: inspected ?? null, findings: reportJson(findings) };
  if (!built) return { exit: 1, json, text: `${reportText(findings)}没有生成网站，${options.out} 保持原样。\n` };
  progress.done(`已生成 ${pages} 个网页：${options.out}`);
  const rest = findings.length > 0 ? `${countText(findings)}详见 npm run check。\n` : '';
  return { exit: 0, json, text: `检查记录的摘要 ${inspected}\n${rest}` };
}

function optionsOf(given: Given<typeof BUILD>): BuildOptions {
  const now = given.instant('now');
  return {
    root: ROOT,
    content: contentOf(given),
    out: given.text('out') ?? 'dist',
    base: baseOf(given),
    cold: given.flag('cold'),
    ...(now !== undefined && { now }),
  };
}
