import type { Hit } from './kind.ts';

/** 开户行：… 3707…, 户名 张三 6222…: what stands behind the bank or the holder is the account, whatever its sum of digits. */
const HOLDER = /开户银?行|开户名|(?<!用)户名|账户名称|帐户名称|收款人|收款单位/g;
const FARTHEST = 70;
const NUMBER = /(?<![0-9A-Za-z])(?:[A-Z]{2,4} ?)?[0-9](?:[ -]?[0-9]){8,29}(?![0-9A-Za-z])/g;
const STOP = /[。;!?\uFDD0]|\n\s*\n/;
/** The number is of something else: the bank's own code, a telephone, a company's code, a document. */
const OTHER = /电话|手机|传真|行号|联行|税号|信用代码|识别号|身份证|日期|时间|编号|邮编|文号|金额|热线/;

/** Accounts of a bank told by the words before them, with hyphens, spaces or letters, that no check sum confirms. */
export function accountNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  let after = 0;
  for (const { index, 0: word } of text.matchAll(HOLDER)) {
    if (index < after) continue;
    const start = index + word.length;
    const ahead = text.slice(start, start + FARTHEST);
    const stop = ahead.search(STOP);
    const looked = stop === -1 ? ahead : ahead.slice(0, stop);
    for (const found of looked.matchAll(NUMBER)) {
      const digits = found[0].replace(/[^0-9A-Z]/g, '');
      const between = looked.slice(0, found.index);
      if (OTHER.test(between) || /^1[3-9][0-9]{9}$/.test(digits) || isDay(found[0])) continue;
      if (found.index + found[0].length === FARTHEST) continue;
      after = start + found.index + found[0].length;
      hits.push({ kind: 'bank-card', value: digits, start: start + found.index, end: after });
      break;
    }
  }
  return hits;
}

function isDay(text: string): boolean {
  return /^(?:19|20)[0-9]{2}[- ]?[01][0-9][- ]?[0-3][0-9](?![0-9])/.test(text) && text.length <= 12;
}
