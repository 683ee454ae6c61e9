/**
 * What a craft does to its material, in few words: a site of 136 people names 108 industries, by which nothing can be compared. The
 * list is closed; what fits none has none.
 */
export const CRAFT_FAMILIES = {
  welding: '焊接',
  machining: '车铣切削',
  fitting: '钳工装配',
  electrical: '电气',
  casting: '铸锻',
  textile: '纺织刺绣',
  ceramics: '陶瓷雕刻',
  construction: '建筑营造',
  woodwork: '木作',
  food: '烹饪酿造',
  agriculture: '种植养殖渔业',
  health: '医护',
  chemistry: '化工',
  informatics: '信息通信',
  transport: '运输驾驶',
  service: '服务',
  inspection: '检验检测',
} as const;

export type CraftFamily = keyof typeof CRAFT_FAMILIES;
export const CRAFT_FAMILY_KEYS = Object.keys(CRAFT_FAMILIES) as [CraftFamily, ...CraftFamily[]];

/** The Chinese word of a family; any other word as it stands. */
export function craftWords(family: string): string {
  return CRAFT_FAMILIES[family as CraftFamily] ?? family;
}

/** `焊接` → `welding`. */
export function craftNamed(words: string): CraftFamily | undefined {
  return CRAFT_FAMILY_KEYS.find((key) => CRAFT_FAMILIES[key] === words);
}
