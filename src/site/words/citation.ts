/** `《…的通知》（威人社函〔2024〕36号）`. */
export function cited(title: string, number: string | undefined): string {
  return `${/^《.*》$/.test(title) ? title : `《${inner(title)}》`}${number ? `（${number}）` : ''}`;
}

/** Inside a title's marks, marks turn single (GB/T 15834). */
function inner(title: string): string {
  return title.replace(/《/g, '〈').replace(/》/g, '〉');
}

/** `“三、”` of a number that stands alone, `“四、（一）”`, `第七条`, `附件1《…》`: where in a document a rule stands. */
export function chineseClause(clause: string): string {
  return clause
    .split('；')
    .map((one) => {
      if (/^(?:第.+条|附件)/.test(one)) return one;
      return /^[一二三四五六七八九十]+$/.test(one) ? `“${one}、”` : `“${one}”`;
    })
    .join('，');
}
