import { line } from '#core/text/tidy.ts';

/** What stands around a list and holds for all of it. */

/** `推荐单位（盖章）：威海市总工会` above the table. */
export function nominatingBodyIn(texts: readonly string[]): string | undefined {
  for (const text of texts.flatMap((one) => one.split('\n'))) {
    const found = /^(?:推荐|推荐呈报|呈报|报送|上报)(?:单位|部门)(?:[（(][^）)]*[）)])?\s*[:：]\s*(.{2,60})$/u.exec(
      line(text),
    );
    const body = line(
      (found?.[1] ?? '').replace(
        /[（(]\s*(?:盖章|公章)\s*[）)]|[_＿]+|填报(?:时间|日期).*$|\d{4}年.*$|年(?: 月.*| ?月 ?日)$/gu,
        '',
      ),
    );
    if (body !== '') return body;
  }
  return undefined;
}

/** The office's own words for the order: 排名不分先后, 按姓氏笔画为序. */
export function orderIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = /排名不分先后|按(?:照)?[^，。；、（）()\s]{2,16}?(?:排序|排列|为序)(?:[，,]\s*排名不分先后)?/u.exec(
      line(text),
    );
    if (found) return found[0];
  }
  return undefined;
}
