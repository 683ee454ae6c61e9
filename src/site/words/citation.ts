/** `《…的通知》（威人社函〔2024〕36号）`. */
export function cited(title: string, number: string | undefined): string {
  return `${/^《.*》$/.test(title) ? title : `《${inner(title)}》`}${number ? `（${number}）` : ''}`;
}

/** Inside a title's marks, marks turn single (GB/T 15834). */
function inner(title: string): string {
  return title.replace(/《/g, '〈').replace(/》/g, '〉');
}
