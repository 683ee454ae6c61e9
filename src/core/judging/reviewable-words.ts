import { readActId } from '#core/acts/act.ts';
import { chineseActKind } from '#core/acts/act.ts';
import { chineseDate, parsePlainDate } from '#core/calendar/plain-date.ts';
import type { Reviewable } from './reviewable.ts';

/** `2024年9月12日的更正`, `结果`, `补充公布（result-2.md）`, `编号 p3wd9hz 的撤下`. */
export function chineseReviewable({ of, id }: Pick<Reviewable, 'of' | 'id'>): string {
  if (of === 'result') return id === 'result' ? '结果' : `补充公布（${id}.md）`;
  if (of === 'takedown') return `编号 ${id} 的撤下`;
  const act = readActId(id);
  const date = act && parsePlainDate(act.date);
  if (!act || !date) return id;
  return `${chineseDate(date)}的${chineseActKind[act.kind]}${act.number > 1 ? `（第${act.number}份）` : ''}`;
}
