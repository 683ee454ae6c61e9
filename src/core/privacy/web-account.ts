import type { Hit, ValueKind } from './kind.ts';
import { isMeasureWord } from './measure-word.ts';

/** A name in Latin letters, or a number as long as one of QQ. */
const NAME = '(?:[A-Za-z][A-Za-z0-9_-]{5,19}|[1-9][0-9]{5,11})(?![A-Za-z0-9_@*.-])';
const SET = '[ ]{0,2}(?:号码?|账号|帐号|ID|id)?[ ]{0,2}(?:[:=]|是|为)[ ]{0,3}["\'“(]?';
const LOOSE = '[ ]{0,2}(?:号码?|账号|帐号|ID|id)?[ ]{0,2}(?:[:=]|是|为)?[ ]{0,3}["\'“(]?';

interface Word {
  kind: ValueKind;
  /** Cheap: whether any of the words is there at all. */
  hint: RegExp;
  whole: RegExp;
}

const WORDS: readonly Word[] = [
  // Nobody says 绿泡泡 or ➕V of anything else.
  {
    kind: 'wechat',
    hint: /绿泡|[➕✚⊕]|[加佳家][vV薇威葳徽]|薇 ?信|\+[vV薇]/,
    whole: new RegExp(
      `(?:(?:绿(?:色)?泡泡?|(?:[➕✚⊕加佳家]|(?<![A-Za-z0-9+/_=-])\\+) ?[薇威葳徽微]信?|薇 ?信)${LOOSE}|(?:[➕✚⊕加佳家]|(?<![A-Za-z0-9+/_=-])\\+) ?[vV][xX]?(?:号码?|账号|ID|id)?(?: ?[:=是为] ?| ))(?<name>[A-Za-z](?=[A-Za-z_-]*[0-9_])[A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_@*.-])|[1-9][0-9]{5,11}(?![A-Za-z0-9_@*.-]))`,
      'g',
    ),
  },
  // 薇：, 威信：: the colon must be there, for both are words and names.
  {
    kind: 'wechat',
    hint: /[薇威葳徽维卫微][信星❤♥♡心]?[ ]{0,2}(?:号|账|ID)?[ ]{0,2}(?:[:=]|是)/,
    whole: new RegExp(`(?:[薇葳微]|[威徽维葳]信|[薇葳微威徽维][❤♥♡心]|卫星号?)${SET}(?<name>${NAME})`, 'g'),
  },
  // V：, VX：; in a script v: is a key.
  {
    kind: 'wechat',
    hint: /(?<![A-Za-z0-9_$])[vV] ?[xX]?[ ]{0,2}:/,
    whole: new RegExp(
      `(?<=^|[\\u4e00-\\u9fa5][\\s,。;、()0-9.]{0,4}|\\n[ \\t]*)[vV] ?[xX]? ?: ?(?<name>${NAME})(?=$|[\\s\\u4e00-\\u9fa5。)、;,])`,
      'gm',
    ),
  },
  {
    kind: 'qq',
    hint: /企鹅|(?<![A-Za-z0-9_$])[qQ] ?:|[➕+] ?[qQ]/,
    whole:
      /(?:企鹅(?:号|账号)?[ ]{0,2}[:是为]?|(?:^|[^A-Za-z0-9_$"'\u4e00-\u9fa5]|[加或和的我])[qQ] ?:|[➕+] ?[qQ] ?:?)[ ]{0,3}(?<name>[1-9][0-9]{5,11})(?![0-9A-Za-z.@*%]|[ ]?(?:m|t\b|L\b|升|头))/gm,
  },
];

const PLATFORM =
  /(抖音|钉钉|快手|支付宝|微博|小红书|哔哩哔哩|[bB]站|西瓜视频|头条|知乎|陌陌|飞书|火山|脉脉|探探|皮皮虾|[tT]elegram|电报|[wW]hats ?[aA]pp|[sS]kype|(?<![A-Za-z])L[iI][nN][eE]|(?<![A-Za-z])(?:dy|DY|ks|KS|xhs|XHS)(?=号|[iI][dD]))(?: ?(号|账号|账户|帐号|帐户|[uU]?[iI][dD]|名|昵称|用户名))?(?:(?: ?\([^()]{0,8}\))? ?(?:[:=]|是|为) ?| ?(?=@)|(?<=号|户|[iI][dD]|称|名) (?=[A-Za-z0-9_.-]*[0-9_]))["'“]?(@?[A-Za-z0-9_.-]{4,30}|@?[\u4e00-\u9fa5A-Za-z0-9_]{2,16})(?![A-Za-z0-9_])/g;
/** The name of an office in front of the platform or behind it: published on purpose. */
const ORGANISATION =
  /官方|官微|政务|单位|工会|公司|集团|企业|协会|学会|学院|学校|大学|中心|局|委|办|厅|政府|机关|电视|日报|晚报|媒体|频道|联播|发布|融媒|本会|我会|我局|公众|平台/;

const PROFILES: readonly { kind: ValueKind; address: RegExp }[] = [
  { kind: 'wechat', address: /(?<![A-Za-z0-9.-])u\.wechat\.com\/[A-Za-z0-9_-]{4,80}/gi },
  { kind: 'wechat', address: /weixin:\/\/(?:contacts|dl\/(?:chat|add))[^\s"'<>]{0,80}/gi },
  {
    kind: 'qq',
    address: /(?<![A-Za-z0-9.-])(?:qm\.qq\.com\/(?:cgi-bin\/qm\/qr|q\/)|wpa\.qq\.com\/msgrd)[^\s"'<>]{4,120}/gi,
  },
  {
    kind: 'web-account',
    address:
      /(?<![A-Za-z0-9.-])(?:www\.|m\.|live\.|space\.)?(?:douyin\.com\/user\/|v\.douyin\.com\/|weibo\.c(?:om|n)\/u\/|xiaohongshu\.com\/user\/profile\/|xhslink\.com\/|kuaishou\.com\/(?:profile|u)\/|v\.kuaishou\.com\/|bilibili\.com\/(?=[0-9])|t\.me\/|wa\.me\/|line\.me\/ti\/p\/|ding\.cn\/|signal\.me\/)[A-Za-z0-9_.~%+#-]{4,80}/gi,
  },
];

/** Names and numbers under which a person is found in WeChat, QQ and on other platforms, in the words by which people get round a filter. */
export function webAccounts(text: string): Hit[] {
  return [...nicknames(text), ...platforms(text), ...profiles(text)];
}

function nicknames(text: string): Hit[] {
  return WORDS.flatMap(({ kind, hint, whole }) => {
    if (!hint.test(text)) return [];
    return [...text.matchAll(whole)].flatMap((found) => {
      const name = found.groups?.['name'] ?? '';
      const end = found.index + found[0].length;
      if (isOffices(text, found.index) || /^(?:https?|function|windows|android|iphone|undefined)/i.test(name))
        return [];
      // q is a quantity of flow as well.
      if (kind === 'qq' && isMeasureWord(text, end)) return [];
      // Alone on its line or in its cell a key of a program looks the same: somebody's name has a digit or a line in it.
      if (kind === 'wechat' && /^[vV]/.test(found[0]) && !/[0-9_-]/.test(name)) return [];
      return [{ kind, value: name.toLowerCase(), start: end - name.length, end }];
    });
  });
}

/** Glances: the expressions above are long, and most texts have none of their words. */
const MAY_NAME_PLATFORM =
  /[音钉]|快手|支付宝|微博|小红书|哔哩|[bB]站|西瓜|头条|知乎|陌陌|飞书|火山|脉脉|探探|皮皮虾|电报|[tT]elegram|[wW]hats|[sS]kype|[lL][iI][nN][eE]|(?:dy|DY|ks|KS|xhs|XHS)[号iI]/;
const MAY_NAME_ADDRESS = /\.(?:com|cn|me)[/\\]|weixin:/i;

function platforms(text: string): Hit[] {
  if (!MAY_NAME_PLATFORM.test(text)) return [];
  return [...text.matchAll(PLATFORM)].flatMap((found) => {
    const [whole, , named, name = ''] = found;
    const after = text.slice(found.index + whole.length, found.index + whole.length + 12);
    if (isOffices(text, found.index) || ORGANISATION.test(name) || /^(?:https?|www)/i.test(name)) return [];
    // 抖音：记录美好生活 is a slogan; a name follows 号, or has no Han character and a digit, or an @ before it.
    const latin = /^@?[A-Za-z0-9_.-]+$/.test(name);
    if (!named && !(latin && /[0-9_]/.test(name)) && !(name.startsWith('@') && /[:=]/.test(whole))) return [];
    if (!latin && ORGANISATION.test(after.replace(/[,。;\s].*/s, ''))) return [];
    if (/^(?:无|没有|同手机|同上|见|未|暂无|必填|选填|填写)/.test(name)) return [];
    const end = found.index + whole.length;
    return [
      { kind: 'web-account' as const, value: name.replace(/^@/, '').toLowerCase(), start: end - name.length, end },
    ];
  });
}

function profiles(text: string): Hit[] {
  if (!MAY_NAME_ADDRESS.test(text)) return [];
  return PROFILES.flatMap(({ kind, address }) =>
    [...text.matchAll(address)].flatMap(({ 0: whole, index }) =>
      kind === 'web-account' && isOffices(text, index)
        ? []
        : [{ kind, value: whole.toLowerCase(), start: index, end: index + whole.length }],
    ),
  );
}

function isOffices(text: string, at: number): boolean {
  return ORGANISATION.test(text.slice(Math.max(0, at - 16), at).replace(/^.*[。;\n\uFDD0]/s, ''));
}
