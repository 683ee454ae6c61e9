import type { PhotoChange, PhotoPlan } from './photos.ts';

/** `照片：新增 48 张，更换 0 张，移除 0 张，未变 0 张；无照片 2 人。`; nothing where photos play no part. */
export function photoLines({ changes, records, sheet }: PhotoPlan, people: number): string[] {
  if (sheet === '' && changes.size === 0) return [];
  const count = (state: PhotoChange): number => [...changes.values()].filter((change) => change === state).length;
  const fresh = count('new') + count('changed');
  return [
    `照片：新增 ${count('new')} 张，更换 ${count('changed')} 张，移除 ${count('removed')} 张，未变 ${count('unchanged')} 张；无照片 ${people - records.size} 人。`,
    ...(fresh === 0 ? [] : ['  人与名是否相符，程序看不出来：请由认识本人的同志看 --report 写出的照片核对表。']),
  ];
}
