import { concealed } from '#core/privacy/concealed.ts';
import { approvalTexts } from './approval.ts';
import { calendarTexts } from './calendar.ts';
import { channelTexts } from './channels.ts';
import { contentTexts } from './content.ts';
import type { Args, FindingText, Level } from './finding-text.ts';
import { importTexts } from './import.ts';
import { lifeTexts } from './life.ts';
import { materialTexts } from './materials.ts';
import { mediaTexts } from './media.ts';
import { outputTexts } from './output.ts';
import { paperTexts } from './paper.ts';
import { photoTexts } from './photos.ts';
import { privacyTexts } from './privacy.ts';
import { reviewTexts } from './reviews.ts';
import { rootFileTexts } from './root-files.ts';
import { ruleTexts } from './rules.ts';
import { showcaseTexts } from './showcase.ts';
import { siteTexts } from './site.ts';
import { windowTexts } from './window.ts';

export type { Args, FindingText };

/** Every finding the product knows: code → level and sentence. The codes are stable; the wording is pinned by tests. */
export const findingTexts = {
  ...contentTexts,
  ...calendarTexts,
  ...windowTexts,
  ...ruleTexts,
  ...channelTexts,
  ...privacyTexts,
  ...outputTexts,
  ...importTexts,
  ...photoTexts,
  ...approvalTexts,
  ...siteTexts,
  ...showcaseTexts,
  ...mediaTexts,
  ...rootFileTexts,
  ...lifeTexts,
  ...reviewTexts,
  ...materialTexts,
  ...paperTexts,
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof findingTexts;

/** Where to look: a file below the content folder or one that was handed in, and in it a line and a field, a cell, or a person. */
export interface Place {
  file: string;
  /** A worksheet, or a table of a Word file. */
  sheet?: string;
  /** `C7`, `第 7 行第 3 列`. */
  cell?: string;
  line?: number;
  field?: string;
  person?: string;
}

export interface Finding {
  code: FindingCode;
  level: Level;
  where: Place;
  args: Args;
}

export function finding(code: FindingCode, where: Place, args: Args = {}): Finding {
  return { code, level: findingTexts[code].level, where, args };
}

/** The sentence alone, with nothing private in it. */
export function sentence({ code, args, where }: Pick<Finding, 'code' | 'args'> & Partial<Finding>): string {
  const label = String(args['field'] ?? args['header'] ?? where?.field ?? '');
  const shown = Object.entries(args).map(([name, value]): [string, string | number] => {
    // The one value that is never anybody's: our own example of the form.
    const text = code === 'wrong-format' && name === 'example' ? String(value) : concealed(String(value), label);
    return [name, text === String(value) ? value : text];
  });
  return (findingTexts[code] as FindingText).text(Object.fromEntries(shown));
}

/** A place as it may be shown: a file, a field or a person can be named after a private value. */
export function shownPlace(where: Place): Place {
  const { file, line, ...rest } = where;
  const texts = Object.entries(rest).map(([name, value]: [string, string]) => [name, concealed(value)] as const);
  return { file: concealed(file), ...(line !== undefined && { line }), ...Object.fromEntries(texts) };
}

/** `programmes/…/round.md 第 7 行「publicity.closesOn」（李䶮）`, `汇总表.xlsx“Sheet1”C7「姓名」`. */
export function chinesePlace(where: Place): string {
  const { file, sheet, cell, line, field, person } = shownPlace(where);
  const spot = cell ?? (line ? `第 ${line} 行` : '');
  const within = `${sheet ? `“${sheet}”` : ''}${spot === '' ? '' : `${sheet ? '' : ' '}${spot}`}`;
  return `${file}${within}${field ? `「${field}」` : ''}${person ? `（${person}）` : ''}`;
}

/** Errors first, then by file and line, so that staff mend a file from top to bottom. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const rank = (level: Level): number => (level === 'error' ? 0 : 1);
  return [...findings].sort(
    (a, b) =>
      rank(a.level) - rank(b.level) ||
      compare(a.where.file, b.where.file) ||
      (a.where.line ?? 0) - (b.where.line ?? 0) ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
