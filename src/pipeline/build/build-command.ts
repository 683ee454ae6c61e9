import { buildSite, type BuildOptions } from './build-site.ts';
import {
  CONTENT_OPTION,
  NOW_OPTION,
  UsageError,
  type Arguments,
  type Option,
  type Outcome,
} from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { progressOn } from '#pipeline/commands/progress.ts';
import { countText, reportJson, reportText } from '#pipeline/commands/report.ts';

export const buildOptions: Record<string, Option> = {
  content: CONTENT_OPTION,
  out: { type: 'string', value: '目录', help: '输出目录，默认 dist' },
  base: { type: 'string', value: '路径', help: '网站所在的路径，默认 /，例如 /gongjiang/' },
  now: NOW_OPTION,
};

export async function buildCommand(given: Arguments): Promise<Outcome> {
  const options = givenBuild(given);
  const progress = progressOn(process.stderr, given.flag('json'));
  const { built, findings, pages, inspected } = await buildSite(options, Date.now, progress);
  const json = { built, out: options.out, pages, inspected: inspected ?? null, findings: reportJson(findings) };
  if (!built) return { exit: 1, json, text: `${reportText(findings)}没有生成网站，${options.out} 保持原样。\n` };
  progress.done(`已生成 ${pages} 个网页：${options.out}`);
  const rest = findings.length > 0 ? `${countText(findings)}详见 npm run check。\n` : '';
  return { exit: 0, json, text: `检查记录的摘要 ${inspected}\n${rest}` };
}

export function givenBuild(given: Arguments): BuildOptions {
  const now = given.instant('now');
  return {
    root: ROOT,
    content: given.text('content') ?? 'content',
    out: given.text('out') ?? 'dist',
    base: givenBase(given),
    ...(now !== undefined && { now }),
  };
}

export function givenBase(given: Arguments): string {
  const base = given.text('base') ?? '/';
  if (!/^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(base)) {
    throw new UsageError('--base 要以 / 开头、以 / 结尾，中间只用英文字母、数字和短横线，例如 /gongjiang/。');
  }
  return base;
}
