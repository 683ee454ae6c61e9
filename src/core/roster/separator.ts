/**
 * The dot between the parts of a name, 阿卜杜拉·买买提, is U+00B7 and no other (国家民委等12部门, 2016-04: 统一采用“·”, GB 13000 编码 00B7). Sheets
 * carry whatever the keyboard had.
 */

/** A lone sign between two Han characters; where letters stand beside it, or two signs together, it may be anything. */
export const SEPARATORS =
  /(?<=\p{Script=Han}[ \u3000]*)[\u2022\u2027\u30FB\uFF65.\uFF0E\u2219\u22C5\u2024\uFE52\u0387\u2E31\uA78F\u16EB\u25AA\u25E6\u02D9\u318D\u119E\u30A0\-\u2010-\u2015\uFF0D\uFE63\u2212](?=[ \u3000]*\p{Script=Han})/gu;

export function withMiddleDot(name: string): string {
  return name.replace(SEPARATORS, '·');
}
