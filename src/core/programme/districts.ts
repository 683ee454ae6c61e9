import type { Programme } from './programme.ts';

/** The kinds of district that a city has, as its own papers call them together: 区市 in 威海, 县市区 in 焦作, 旗县区 in 包头, 县区 in 连云港. */
export function districtWord({ districts = [] }: Pick<Programme, 'districts'>): string {
  const has = (kind: string): boolean => districts.some((name) => name.endsWith(kind));
  if (has('旗')) return '旗县区';
  if (has('市')) return has('县') ? '县市区' : '区市';
  return '县区';
}
