import type { Limit } from '#core/programme/programme.ts';

export type CountVerdict = 'fits' | 'missed' | 'about';

/** 左右 leaves a fifth either way, and what lies beyond it is a person's to judge. */
export function judgeCount(count: number, limit: Limit): CountVerdict {
  switch (limit.kind) {
    case 'exactly':
      return count === limit.count ? 'fits' : 'missed';
    case 'at-most':
      return count <= limit.count ? 'fits' : 'missed';
    case 'about':
      return Math.abs(count - limit.count) * 5 <= limit.count ? 'fits' : 'about';
  }
}

/**
 * `为 20 人` / `不超过 20 人` / `为 20 人左右`, to follow 名额.
 * @param counter 个 of what is no person
 */
export function chineseLimit({ count, kind }: Limit, counter = '人'): string {
  return kind === 'at-most' ? `不超过 ${count} ${counter}` : `为 ${count} ${counter}${kind === 'about' ? '左右' : ''}`;
}

/**
 * What to do about a list of another length. Whoever was approved is nobody's to leave out: more than the number are shown with a margin,
 * and the number binds the result.
 * @param how how the round says that: `tiers 写明 {…}`
 */
export function chineseRemedy(count: number, limit: Limit, how: string): string {
  if (count < limit.count) return `请补足 ${limit.count - count} 人，或核对各人的档次（tier）。`;
  return `请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 ${how}，名额由结果遵守。`;
}
