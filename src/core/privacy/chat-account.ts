import type { Hit } from './kind.ts';
import type { Label } from './label.ts';
import { leading } from './leading.ts';
import { isMeasureWord } from './measure-word.ts';

const FILLER =
  /^(?:[\s\p{P}\p{S}]|号码|号|账号|帐号|为|是|加我|加|邮箱|群号|id\b|ID\b|no\b|number\b|value\b|content\b|群|交流群)*/u;
const QQ_NUMBER = /^[1-9](?:[ \t\n\-.·|*]{0,3}[0-9]){4,11}(?![0-9A-Za-z@*])/;
/** Tencent: begins with a letter, 6 to 20 letters, digits, - and _. A mobile number is found by itself. */
const WECHAT_NAME =
  /^[A-Za-z](?:[ \t\n|]{1,3}[A-Za-z0-9_-]){5,19}(?![A-Za-z0-9_-])|^[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_./@*-]|\((?![\u4e00-\u9fa5]))/;
/** 微信公众号 and the like belong to offices and are published on purpose. */
const OFFICIAL = /^[ \t]{0,3}(?:公众|公号|服务号|订阅号|视频号|小程序|平台|官方|企业|矩阵|推送|扫|二维码|支付|群)/;
const CALLED_UP = /[?&;/]uin=([1-9][0-9]{4,11})(?![0-9])/gi;
const CHINESE = /[\u4e00-\u9fa5]/;

/** QQ and WeChat of persons, behind their names. */
export function chatAccounts(text: string, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = [];
  for (const label of labels) {
    if (label.kind !== 'qq' && label.kind !== 'wechat') continue;
    const hit = label.kind === 'qq' ? qq(text, label) : wechat(text, label);
    if (hit) hits.push(hit);
  }
  for (const call of text.matchAll(CALLED_UP)) {
    const end = call.index + call[0].length;
    hits.push({ kind: 'qq', value: call[1] ?? '', start: end - (call[1] ?? '').length, end });
  }
  return hits;
}

interface Value {
  filler: string;
  start: number;
  ahead: string;
}

function valueAfter(text: string, label: Label): Value {
  const ahead = text.slice(label.end, label.end + 90);
  const filler = leading(FILLER, ahead.slice(0, 16));
  return { filler, start: label.end + filler.length, ahead: ahead.slice(filler.length) };
}

function qq(text: string, label: Label): Hit | undefined {
  const { filler, start, ahead } = valueAfter(text, label);
  const number = QQ_NUMBER.exec(ahead)?.[0];
  if (number === undefined) return undefined;
  if (/[+/]/.test(text.charAt(label.start - 1)) && !/[::号]/.test(filler)) return undefined;
  // In a script qq=100000 is a variable; in a text or an address it is a person.
  if (/^=$/.test(filler) && !/[?&;"'\s\u4e00-\u9fa5]/.test(text[label.start - 1] ?? ' ')) return undefined;
  const end = start + number.length;
  if (text.charAt(end) === '届') return undefined;
  if (isMeasureWord(text, end) && !(text.charAt(end) === ' ' && /[:号]/.test(filler))) return undefined;
  return { kind: 'qq', value: number.replace(/[^0-9]/g, ''), start, end: start + number.length };
}

function wechat(text: string, label: Label): Hit | undefined {
  if (OFFICIAL.test(text.slice(label.end, label.end + 8))) return undefined;
  if (
    /(?:公众|官方|企业|服务|订阅|单位|工会|政务)[ \t]{0,2}$/.test(text.slice(Math.max(0, label.start - 4), label.start))
  )
    return undefined;
  const { filler, start, ahead } = valueAfter(text, label);
  const name = WECHAT_NAME.exec(ahead)?.[0];
  const word = text.slice(label.start, label.end);
  if (name === undefined) return /^(?:同|手机)/.test(ahead) ? undefined : numeric(start, ahead, word + filler);
  const chinese = CHINESE.test(word) || CHINESE.test(text.slice(Math.max(0, label.start - 12), label.start));
  const said = /号|ID|账|帐/i.test(word) || /[::=]|号|id/i.test(filler);
  const hasDigit = /[0-9_-]/.test(name);
  // 微信 Windows and wechat:function are words; a name behind a colon, or with a digit, is somebody's.
  if (chinese ? !(said || hasDigit) : !(/[0-9]/.test(name) && /^["' ]{0,2}:["' ]{0,2}$/.test(filler))) return undefined;
  if (/^(?:https?|function|windows|android|iphone|undefined|wechat|weixin)/i.test(name)) return undefined;
  return { kind: 'wechat', value: name.replace(/\s/g, '').toLowerCase(), start, end: start + name.length };
}

/** 微信：12345678, where the QQ number serves. */
function numeric(start: number, ahead: string, before: string): Hit | undefined {
  const number = /^[1-9][0-9]{4,10}(?![0-9A-Za-z.])/.exec(ahead)?.[0];
  if (number === undefined || !/[:号]/.test(before) || isMeasureWord(ahead, number.length)) return undefined;
  return { kind: 'wechat', value: number, start, end: start + number.length };
}
