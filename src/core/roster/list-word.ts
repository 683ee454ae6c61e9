import { line } from '#core/text/tidy.ts';

/** What an office calls a list by; two kinds in one file are two lists, of which only one is meant. */
export type ListKind = '拟命名' | '后备' | '提名' | '入围' | '推荐' | '未入选';

const KINDS: readonly [ListKind, RegExp][] = [
  ['未入选', /未入选|未入围|落选|未通过|不予|取消|退出|暂缓|淘汰/u],
  ['后备', /后备|备选|候补|递补|替补|备案人选/u],
  ['提名', /提名/u],
  ['入围', /入围/u],
  ['拟命名', /拟(?:命名|表彰|公布|授予|认定|选树|确定|表扬|评定|入选)|正式人选|建议人选|当选|获评/u],
  ['推荐', /(?:推荐|参评|申报|候选)(?:人选|人员|对象|名单|人名单)/u],
];

/** Only a short line is a heading: a sentence of the notice may speak of every kind. */
export function listKindOf(text: string): ListKind | undefined {
  const plain = line(text);
  if (plain.length > 50 || /^(?:注|备注|说明|附)[:：]|[。；]$/u.test(plain)) return undefined;
  return KINDS.find(([, words]) => words.test(plain))?.[0];
}
