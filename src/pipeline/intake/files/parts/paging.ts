/** `第 1 页 共 3 页`, `— 2 —`, `Page 1 of 3`: the foot of a page that says nothing else. */
export function isOnlyPaging(text: string): boolean {
  return text.replace(/page|of|sheet|[\d\s第页共总张—–\-_/.·|()（）,，、]/giu, '') === '';
}
