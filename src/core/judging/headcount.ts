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

/** `为 20 人` / `不超过 20 人` / `为 20 人左右`, to follow 名额. */
export function chineseLimit({ count, kind }: Limit): string {
  return kind === 'at-most' ? `不超过 ${count} 人` : `为 ${count} 人${kind === 'about' ? '左右' : ''}`;
}

/** `补足 1 人` / `减去 2 人`. */
export function chineseRemedy(count: number, limit: Limit): string {
  return count < limit.count ? `补足 ${limit.count - count} 人` : `减去 ${count - limit.count} 人`;
}
