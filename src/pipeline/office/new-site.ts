import type { z } from 'zod';
import { webAddressSchema } from '#core/formats/words.ts';
import type { siteSettingsSchema } from '#core/records/site-settings.ts';
import { chineseSource } from '#core/records/source-title.ts';
import type { Answers, Question } from '#pipeline/commands/ask.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';
import type { NewFiles } from '#pipeline/content/new-files.ts';
import { channelsOf, contactQuestions, line } from './contact-questions.ts';
import { newProgramme } from './new-programme.ts';

export const siteQuestions = [
  { flag: 'name', about: '网站名称', example: '泰安工匠公示', check: line },
  { flag: 'organiser', about: '主办单位', example: '泰安市总工会', check: line },
  { flag: 'description', about: '一句话说明网站发布什么', example: '泰山工匠选树的公示与结果。', check: line },
  { flag: 'address', about: '网站地址', example: 'https://www.example.org/gongjiang/', check: address },
  ...contactQuestions,
  { flag: 'site-id-code', about: '政府网站标识码', optional: true, check: line },
  { flag: 'icp-number', about: 'ICP备案号', optional: true, check: line },
  { flag: 'public-security-number', about: '公安备案号', optional: true, check: line },
] as const satisfies readonly Question[];

/** What is carried over word for word: calendars, and the programmes chosen. */
export interface Stock {
  /** `calendar/2026.json` → text. */
  calendars: ReadonlyMap<string, string>;
  /** By id: the text of `programme.md`. */
  programmes: ReadonlyMap<string, string>;
  /** The forms of all programmes: path → text. */
  forms?: ReadonlyMap<string, string>;
}

/** An office's own empty content: no round, no person, nothing of the sample. */
export function newSite(
  answers: Answers,
  stock: Stock,
  chosen: readonly string[],
  own: { id: string; answers: Answers } | undefined,
): NewFiles {
  const one = (flag: string): string => answers[flag]?.[0] ?? '';
  const some = (key: string, flag: string): Record<string, string> => (one(flag) === '' ? {} : { [key]: one(flag) });
  const site: z.input<typeof siteSettingsSchema> = {
    name: one('name'),
    description: one('description'),
    organiser: one('organiser'),
    address: one('address'),
    ...some('siteIdCode', 'site-id-code'),
    ...some('icpNumber', 'icp-number'),
    ...some('publicSecurityNumber', 'public-security-number'),
    channels: channelsOf(answers),
  };
  return new Map([
    ['site.json', `${JSON.stringify(site, null, 2)}\n`],
    ...stock.calendars,
    ...chosen.map((id): [string, string] => [`programmes/${id}/programme.md`, stock.programmes.get(id) ?? '']),
    ...[...(stock.forms ?? [])].filter(([path]) => chosen.some((id) => path.startsWith(`programmes/${id}/`))),
    ...(own ? [ownProgramme(own.id, own.answers)] : []),
  ]);
}

function ownProgramme(id: string, answers: Answers): [string, string] {
  const programme = newProgramme(id, answers);
  const { source, organisers, name } = programme;
  const opening = `${name}选树由${organisers.join('、')}组织。依据是${chineseSource(source)}。`;
  return [`programmes/${id}/programme.md`, markdownFile(programme, [opening])];
}

function address(text: string): string | undefined {
  return webAddressSchema.safeParse(text).success
    ? undefined
    : '要以 http:// 或 https:// 开头，例如 https://www.example.org/gongjiang/。';
}
