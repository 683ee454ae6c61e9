/**
 * Keeps dates, times, telephone numbers, document numbers and figures with their unit on one line, at any size of text: `2026年` must
 * not end a line whose next begins with `11月`. What is kept together is never wider than nine characters, so that it fits every line.
 *
 * @param html of a page or a part of it, as it is sent; nothing but `<span class="nw">` is added, and no text changed
 */
export function unbroken(html: string): string {
  let skipped: string | undefined;
  return html.replace(PIECE, (piece) => {
    if (!piece.startsWith('<'))
      return skipped === undefined ? piece.replace(WHOLE, '<span class="nw">$&</span>') : piece;
    const [, end = '', name = ''] = /^<(\/?)([a-z0-9]*)/i.exec(piece) ?? [];
    if (skipped === undefined && end === '' && LEFT_ALONE.has(name)) skipped = name;
    else if (end !== '' && name === skipped) skipped = undefined;
    return piece;
  });
}

/** A script or style whole, whatever signs stand in it; a tag or comment, attributes and all; or the text up to the next. */
const PIECE = /<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;

/** Where a span may not stand, where the text is not prose, and what is laid out piece by piece: every span would be a piece. */
const LEFT_ALONE = new Set([
  'template',
  'textarea',
  'option',
  'title',
  'svg',
  'pre',
  'code',
  'head',
  'h2',
  'label',
  'button',
  'summary',
]);

const UNIT =
  '(?:个工作日|工作日|个百分点|平方米|立方米|个月|毫米|微米|厘米|千米|公里|千克|公斤|小时|分钟|周岁|万元|亿元|千瓦时|年度|\\p{Script=Han})';
const WHOLE = new RegExp(
  [
    // 2026年11月27日, 11月27日至28日 stays two
    '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?',
    '\\d{1,2}月\\d{1,2}日',
    '（星期[一二三四五六日]）',
    // 0631-0000000转801, 400-000-0000
    '\\d{3,4}-\\d{3,8}(?:-\\d{3,4})?(?:转\\d{1,6})?',
    '〔\\d{4}〕\\d+号',
    '\\d{1,2}:\\d{2}(?:截止)?',
    // 第3个工作日, 共5个, 99.7%, 3,000元, 20余年
    `[第共近约达超]?\\d[\\d.,:]*(?:[%％‰℃°μ]|[余多]?${UNIT})`,
  ].join('|'),
  'gu',
);
