import type { z } from 'zod';
import { fieldNamed } from '#core/candidate/candidate.ts';
import {
  type Args,
  type Finding,
  finding,
  type FindingCode,
  findingTexts,
  type Place,
} from '#core/catalogue/finding.ts';

type Issue = z.core.$ZodIssue;

/** Turns what zod objects to into findings in Chinese; values never appear, only the names of fields. */
export function schemaFindings(issues: readonly Issue[], place: (path: string) => Place): Finding[] {
  return issues.flatMap((issue) =>
    fromIssue(issue, (path) => {
      const { field, ...where } = place(path);
      return { ...where, ...(field && { field: harmlessField(field) }) };
    }),
  );
}

function fromIssue(issue: Issue, place: (path: string) => Place): Finding[] {
  const path = issue.path.join('.');
  const at = (code: FindingCode, args: Args = {}): Finding[] => [finding(code, place(path), args)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        finding('unknown-key', place([...issue.path, key].join('.')), { key: harmless(key), meant: '' }),
      );
    case 'invalid_type':
      return issue.input === undefined && isMissing(issue)
        ? missing(issue, at)
        : at('wrong-type', { expected: CHINESE_TYPE[issue.expected] ?? issue.expected });
    case 'invalid_value':
    case 'invalid_union': {
      const { options = [], discriminator = '' } = issue as { options?: unknown[]; discriminator?: string };
      const allowed = (issue.code === 'invalid_value' ? issue.values : options).map(String).join('、');
      const chosen =
        issue.code === 'invalid_value' ? issue.input : (issue.input as Record<string, unknown>)[discriminator];
      return chosen === undefined
        ? at('missing-choice', { field: lastName(issue), allowed })
        : at('not-one-of', { allowed });
    }
    case 'too_small': {
      const unit = CHINESE_UNIT[issue.origin];
      const minimum = Number(issue.minimum);
      return unit ? at('too-few', { minimum, unit }) : at('number-too-small', { minimum });
    }
    case 'too_big': {
      const unit = CHINESE_UNIT[issue.origin];
      const maximum = Number(issue.maximum);
      return unit ? at('too-many', { maximum, unit }) : at('number-too-big', { maximum });
    }
    case 'invalid_format':
      return at('wrong-format', {
        example:
          EXAMPLES[issue.format] ??
          EXAMPLES[lastName(issue)] ??
          fieldNamed(lastName(issue))?.inFile ??
          '说明文件里的例子',
      });
    case 'custom': {
      const { code, ...args } = (issue.params ?? {}) as { code?: string };
      if (code === 'not-a-date') return at('not-a-date', { value: dateLike(issue.input) });
      if (code !== undefined && code in findingTexts) return at(code as FindingCode, args);
      return at('wrong-format', { example: '说明文件里的例子' });
    }
    default:
      return at('wrong-format', { example: '说明文件里的例子' });
  }
}

/** A part of a person's field is called as the office calls it, and some are told what to write. */
function missing(issue: Issue, at: (code: FindingCode, args?: Args) => Finding[]): Finding[] {
  const field = String(issue.path.at(-1) ?? '');
  const owner = fieldNamed(String(issue.path[0] ?? ''));
  const words = issue.path.length > 1 ? owner?.parts[field] : undefined;
  return words === undefined
    ? at('missing-field', { field })
    : at('missing-part', { of: owner?.words ?? '', words, field });
}

/** zod drops the input from issues by default; a message ending in "received undefined" is then the only witness. */
function isMissing(issue: Issue): boolean {
  return /received undefined$/.test(issue.message);
}

const CHINESE_TYPE: Record<string, string> = {
  string: '一段文字（加引号）',
  number: '一个数字（不加引号）',
  int: '一个整数（不加引号）',
  boolean: ' true 或 false（不加引号）',
  array: '一个列表（每项一行，以短横线开头）',
  object: '一组项目（换行缩进书写）',
};

const CHINESE_UNIT: Record<string, string> = { string: '个字', array: '项' };

const EXAMPLES: Record<string, string> = {
  url: 'https://www.example.org/',
  email: 'office@example.org',
  number: '0000000',
  areaCode: '0631',
  postcode: '264200',
  regionalCalendar: 'guangxi',
  key: 'craftsman',
  kind: 'county',
  person: '7tmn7wz',
  people: '7tmn7wz',
  id: '7tmn7wz',
  focus: '50% 30%',
};

/** The name of the field, or of the list an item stands in. */
function lastName(issue: Issue): string {
  return String(issue.path.findLast((part) => typeof part === 'string') ?? '');
}

/** A dotted path without what somebody may have typed in place of a key: a number, a sentence. */
export function harmlessField(path: string): string {
  const parts = path.split('.');
  return parts.map((part) => (WORD.test(part) || /^\d{1,4}$/.test(part) ? part : '…')).join('.');
}

/** A key is repeated only when it looks like a word. */
function harmless(key: string): string {
  return WORD.test(key) ? key : '（此处不重复）';
}

const WORD = /^[\p{L}_-]{1,24}$/u;

function dateLike(input: unknown): string {
  return typeof input === 'string' && /^\d{4}-\d{1,2}-\d{1,2}$/.test(input) ? input : '';
}
