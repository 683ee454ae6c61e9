/**
 * Signs that no published text may hold, because nobody sees them or every machine shows them differently: two texts that look
 * alike would then be two names. One table for everything that reads a text; each sign has its code and a name in Chinese.
 */
export interface ForbiddenSign {
  kind: 'invisible' | 'variation' | 'stray-mark' | 'private-use' | 'lost';
  /** `U+115F`. */
  code: string;
  name: string;
  /** Place in the text in characters, from 1. */
  position: number;
}

/** The first of each sign in a text, in order. Line feeds and tabs are white space, no such signs. */
export function forbiddenSigns(text: string): ForbiddenSign[] {
  if (!SUSPECT.test(text)) return [];
  const found = new Map<string, ForbiddenSign>();
  let position = 0;
  let before = '';
  for (const character of text) {
    position += 1;
    const kind = kindOf(character, before);
    before = character;
    if (kind === undefined) continue;
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    if (!found.has(code)) found.set(code, { kind, code, name: nameOf(character, kind), position });
  }
  return [...found.values()];
}

const UNSEEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\uFFFC\uFFFD`;
const SUSPECT = new RegExp(`[${UNSEEN}\\p{M}]`, 'u');
const INVISIBLE = new RegExp(`^[${UNSEEN}]$`, 'u');
const VARIATION = /^[\uFE00-\uFE0F\u180B-\u180D\u180F\u{E0100}-\u{E01EF}]$/u;
/** A vowel sign or a tone belongs to the letter before it: é that has no sign of its own, letters of Tibet and of Thailand. */
const CARRIES_MARKS = /^(?!\p{Script=Han})[\p{L}\p{M}]$/u;

function kindOf(character: string, before: string): ForbiddenSign['kind'] | undefined {
  if (character === '\n' || character === '\r' || character === '\t') return undefined;
  if (character === '\uFFFD') return 'lost';
  if (/^\p{Co}$/u.test(character)) return 'private-use';
  if (VARIATION.test(character)) return 'variation';
  if (INVISIBLE.test(character)) return 'invisible';
  return /^\p{M}$/u.test(character) && !CARRIES_MARKS.test(before) ? 'stray-mark' : undefined;
}

const NAMES: Readonly<Record<number, string>> = {
  0x00ad: '软连字符',
  0x034f: '组合用字形连接符',
  0x061c: '阿拉伯字母方向标记',
  0x115f: '谚文初声填充符',
  0x1160: '谚文中声填充符',
  0x17b4: '高棉文固有元音 aq',
  0x17b5: '高棉文固有元音 aa',
  0x180e: '蒙古文元音分隔符',
  0x200b: '零宽空格',
  0x200c: '零宽不连字符',
  0x200d: '零宽连字符',
  0x200e: '左至右方向标记',
  0x200f: '右至左方向标记',
  0x2028: '行分隔符',
  0x2029: '段落分隔符',
  0x202a: '左至右嵌入符',
  0x202b: '右至左嵌入符',
  0x202c: '方向格式结束符',
  0x202d: '左至右强制符',
  0x202e: '右至左强制符',
  0x2060: '词连接符',
  0x2061: '函数应用符',
  0x2062: '隐形乘号',
  0x2063: '隐形逗号',
  0x2064: '隐形加号',
  0x2066: '左至右隔离符',
  0x2067: '右至左隔离符',
  0x2068: '首强方向隔离符',
  0x2069: '方向隔离结束符',
  0x2800: '盲文空白',
  0x3164: '谚文填充符',
  0xfeff: '字节顺序标记（零宽不换行空格）',
  0xffa0: '半角谚文填充符',
  0xfff9: '行间注释起始符',
  0xfffa: '行间注释分隔符',
  0xfffb: '行间注释结束符',
  0xfffc: '对象占位符',
  0xfffd: '丢字符号 �',
  0x20e3: '组合用键帽框',
  0x3099: '组合用浊音符',
  0x309a: '组合用半浊音符',
};

function nameOf(character: string, kind: ForbiddenSign['kind']): string {
  const code = character.codePointAt(0) ?? 0;
  const known = NAMES[code];
  if (known !== undefined) return known;
  if (kind === 'variation') return variationName(code);
  if (kind === 'private-use') return '自造字';
  if (kind === 'stray-mark') return '组合用附加符号';
  if (code >= 0xe0000 && code <= 0xe007f) return '标签字符';
  if (code >= 0x206a && code <= 0x206f) return '已停用的格式字符';
  if (/^\p{Cc}$/u.test(character)) return '控制字符';
  if (/^\p{Cs}$/u.test(character)) return '半个字（不成对的代理项）';
  return /^\p{Noncharacter_Code_Point}$/u.test(character) ? '非字符' : '不可见的格式字符';
}

function variationName(code: number): string {
  if (code >= 0xe0100) return `异体字选择符 VS${code - 0xe0100 + 17}`;
  return code >= 0xfe00 ? `变体选择符 VS${code - 0xfe00 + 1}` : '蒙古文变体选择符';
}
