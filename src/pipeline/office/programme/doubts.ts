import type { NoticeWords } from '#core/records/notice-words.ts';
import type { Answers } from '#pipeline/commands/ask.ts';
import { itemsOf, type Step } from './step.ts';

/** Where a stated clause is another than the one the quoted words stand in: both may be right, a person looks. */
export function doubtsOf(steps: readonly Step[], answers: Answers, notice: NoticeWords | undefined): string[] {
  if (!notice) return [];
  return steps.flatMap((step) => {
    const at = (role: 'quote' | 'clause'): number => step.parts.findIndex((part) => part.role === role);
    const [quote, clause] = [at('quote'), at('clause')];
    if (quote < 0 || clause < 0) return [];
    return itemsOf(step, answers).flatMap((parts) => {
      const found = notice.clauseOf(parts[quote] ?? '');
      const stated = parts[clause];
      return found === undefined || stated === found
        ? []
        : [`“${step.title}”的条款写的是“${stated}”，通知里这句话在“${found}”。请核对。`];
    });
  });
}
