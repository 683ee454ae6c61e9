/**
 * Cuts a title into phrases, between which alone a line may break: 港城工匠 must not be torn apart. Known words stay whole; what
 * stands between them is a phrase too. Joined again, the pieces are the title.
 */
export function phrases(title: string, words: readonly string[]): string[] {
  const known = [...words, ...COMMON].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  const pieces: string[] = [];
  let rest = '';
  const flush = (): void => {
    if (rest !== '') pieces.push(rest);
    rest = '';
  };
  for (let at = 0; at < title.length;) {
    const word = known.find((candidate) => title.startsWith(candidate, at)) ?? title.charAt(at);
    if (word.length > 1 || OPENING.test(word)) flush();
    rest += word;
    if (word.length > 1 || CLOSING.test(word)) flush();
    at += word.length;
  }
  flush();
  return gluePunctuation(pieces);
}

const OPENING = /[“《（〈]$/;
const CLOSING = /^[”》）〉、，。]/;

const COMMON = [
  '候选人名单',
  '的公示',
  '的通知',
  '的决定',
  '拟公布人选',
  '拟命名人选',
  '拟表彰人选',
  '候选人',
  '荣誉称号',
  '人民政府',
  '名单',
  '人选',
  '公示',
  '通知',
  '决定',
  '公布',
  '命名',
  '授予',
  '关于',
];

/** A closing mark or 的 never begins a line, an opening mark never ends one. */
function gluePunctuation(pieces: readonly string[]): string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const last = glued.at(-1);
    if (last !== undefined && (CLOSING.test(piece) || piece.startsWith('的') || OPENING.test(last))) {
      glued[glued.length - 1] = last + piece;
    } else glued.push(piece);
  }
  return glued;
}
