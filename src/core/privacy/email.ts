import type { Hit } from './kind.ts';

const LOCAL = /[A-Za-z0-9._%+-]/;
const NEAR = 64;
/** Endings of files and packages that look like domains: logo@2x.png, button@hover.css. */
const NOT_DOMAINS =
  /^(?:png|jpe?g|gif|webp|avif|svg|css|js|mjs|cjs|ts|tsx|jsx|json|html?|md|mdx|astro|map|txt|pdf|woff2?)$/i;
const DOT = String.raw`(?:[ \t\n]{0,2}(?:[.·•]|[\[(（【{<] ?(?:dot|点) ?[\])）】}>]|点| dot )[ \t\n]{0,2}|。)`;
/** As it should be written; what follows is another sentence. */
const PLAIN = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/;
const USUAL_ENDING =
  /^(?:com|cn|net|org|edu|gov|me|io|cc|vip|top|中国|公司|网络|政务|公益|中國|网址|集团|在线|中文网|商城|移动|手机|企业|组织机构|机构|信息|商标|我爱你|世界|网店|佛山|广东|香港|澳门|台湾)$/i;
const DOMAIN = new RegExp(
  `^[ \\t\\n]{0,3}((?:[A-Za-z0-9-]{1,63}|[\\u4e00-\\u9fa5]{1,20})(?:${DOT}(?:[A-Za-z0-9-]{1,63}|[\\u4e00-\\u9fa5]{2,4})){1,6})`,
);
/** Where private people have their mail; a sign other than @ is believed in front of them only. */
const PROVIDER = `(?:[a-z]{1,4}${DOT})?(?:qq|foxmail|163|126|139|188|189|wo|yeah|sina|sohu|tom|21cn|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail|263|eyou|chinaren)`;
const AT = String.raw`(?:[\[(（【{<] ?(?:at|AT|At|a|艾特|圈a?) ?[\])）】}>]|艾特|圈a?|[★☆●◎⊙©®※◉✪⍟]|#|&|\*|\$| at | AT |_at_|-at-)`;
const IN_WORDS = new RegExp(
  `${AT}[ \\t\\n]{0,3}(${PROVIDER}${DOT}(?:com|cn|net|org|me|vip)(?:${DOT}cn)?)(?![A-Za-z0-9])`,
  'gi',
);
/** Whether a second look is worth while: some word for @ beside an address or a bracket. */
const OTHER_AT = new RegExp(
  `(?:at|艾特|@|圈a) ?[\\])}>】]|(?:qq|mail|163|126|139|18[89]|sina|sohu|com|cn|net|org)(?![A-Za-z0-9])`,
  'i',
);
const BRACKETED_AT = /[[({<【] ?(?:at|艾特|@) ?[\])}>】]/gi;

/** Every address of electronic mail, also with @ in other words. */
export function emails(text: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const hit = around(text, at, at + 1);
    if (hit) hits.push(hit);
  }
  if (!OTHER_AT.test(text)) return hits;
  for (const sign of text.matchAll(BRACKETED_AT)) {
    const hit = around(text, sign.index, sign.index + sign[0].length);
    if (hit) hits.push(hit);
  }
  for (const sign of text.matchAll(IN_WORDS)) {
    const domain = sign[1] ?? '';
    const local = localBefore(text, sign.index);
    if (local) hits.push(hitOf(local, domain, local.start, sign.index + sign[0].length));
  }
  return hits;
}

function around(text: string, at: number, after: number): Hit | undefined {
  const local = localBefore(text, at) ?? chineseBefore(text, at);
  if (!local) return undefined;
  const chinese = /[\u4e00-\u9fa5]/.test(local.text);
  const ahead = text.slice(after, after + 2 * NEAR);
  const plain = PLAIN.exec(ahead)?.[0];
  if (plain !== undefined && !chinese) {
    const ending = /[^.]+$/.exec(plain)?.[0] ?? '';
    if (NOT_DOMAINS.test(ending) || /^[0-9]+$/.test(ending)) return undefined;
    if (/^(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]+)$/.test(ending))
      return hitOf(local, plain, local.start, after + plain.length);
  }
  const domain = DOMAIN.exec(ahead) ?? SPELT.exec(ahead);
  const slipped = chinese ? undefined : SLIPPED.exec(ahead)?.[0];
  if (slipped !== undefined) return hitOf(local, slipped.replace(/[,;:]/, '.'), local.start, after + slipped.length);
  if (!domain) return undefined;
  const ending = /[^.]+$/.exec(plainDomain(domain[1] ?? ''))?.[0] ?? '';
  if (!USUAL_ENDING.test(ending) || (chinese && !/[\u4e00-\u9fa5]/.test(ending))) return undefined;
  return hitOf(local, domain[1] ?? '', local.start, after + domain[0].length);
}

/** zhang@qq,com: a comma typed for the dot, believed behind a house of private mail. */
const SLIPPED = new RegExp(`^ ?${PROVIDER} ?[,;:] ?(?:com|cn|net)(?![A-Za-z0-9])`, 'i');

/** One letter per cell: q q . c o m. */
const SPELT = /^[ \t\n]{1,3}((?:[a-z0-9][ \t\n]{1,3}){2,20}\.(?:[ \t\n]{1,3}[a-z]){2,4})(?![a-z])/i;

function hitOf(local: { text: string }, domain: string, start: number, end: number): Hit {
  return { kind: 'email', value: `${local.text}@${plainDomain(domain)}`.toLowerCase(), start, end };
}

/** Every dot a dot, and no white space. */
function plainDomain(domain: string): string {
  return domain.replace(/[[({<（【] ?(?:dot|点) ?[\])}>）】]|点| dot |[。·•]/gi, '.').replace(/\s/g, '');
}

function localBefore(text: string, at: number): { text: string; start: number } | undefined {
  let end = at;
  while (end > at - 4 && /[ \t\n"']/.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > end - NEAR && LOCAL.test(text.charAt(start - 1))) start -= 1;
  // One letter per cell.
  if (end < at && end - start === 1) {
    while (start > at - NEAR && /^[A-Za-z0-9._-][ \t\n]{1,3}$/.test(text.slice(start - 2, start))) start -= 2;
  }
  const local = text
    .slice(start, end)
    .replace(/\s/g, '')
    .replace(/^[._%+-]+|\.+$/g, '');
  return local === '' ? undefined : { text: local, start };
}

/** 李明@工匠.公司: a name in Han characters, believed before a domain in them only. */
function chineseBefore(text: string, at: number): { text: string; start: number } | undefined {
  const name = /[\u4e00-\u9fa5]{2,8}$/.exec(text.slice(Math.max(0, at - 8), at))?.[0];
  return name === undefined ? undefined : { text: name, start: at - name.length };
}
