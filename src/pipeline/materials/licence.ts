/**
 * The licences under which the product may use a package, with the reason. Another one is a finding: a person reads it and adds it
 * here, or the package goes. Identifiers of https://spdx.org/licenses/.
 */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: '宽松许可：保留版权声明即可',
  '0BSD': '宽松许可：没有条件',
  ISC: '宽松许可：保留版权声明即可',
  'BSD-2-Clause': '宽松许可：保留版权声明即可',
  'BSD-3-Clause': '宽松许可：保留版权声明，不得借原作者之名推广',
  'Apache-2.0': '宽松许可：保留声明，带专利授权',
  'BlueOak-1.0.0': '宽松许可：附上许可文本或链接',
  Zlib: '宽松许可：不得冒称原作',
  'Python-2.0': '宽松许可：保留版权声明（argparse 由 Python 移植）',
  'CC0-1.0': '放弃权利：没有条件',
  'OFL-1.1': '字体许可：可以嵌入和分发，不得单独出售，改动后不得用原名',
  'MPL-2.0': '以文件为限的著佐权：原样使用，没有改动它的文件',
  'LGPL-3.0-or-later': '动态链接的库（libvips），可以替换，没有改动；不进入生成的网页',
};

/** What a package's own data says wrongly or not at all, and what its licence file says: `name@version` → identifier. */
export const READ_BY_HAND: Readonly<Record<string, { says: string; licence: string }>> = {
  // package.json says “BSD”; LICENSE has the two clauses.
  'duck@0.1.12': { says: 'BSD', licence: 'BSD-2-Clause' },
};

/** An SPDX expression understood; `either` where one of them may be chosen, `all` where each holds. */
export type Licence = { id: string } | { either: readonly [Licence, Licence] } | { all: readonly [Licence, Licence] };

/** `undefined` where the text is no expression: `SEE LICENSE IN …`, `BSD or so`. Annex D of SPDX 2.3: WITH, then AND, then OR. */
export function parseLicence(text: string): Licence | undefined {
  const words = text.match(/[()]|[^\s()]+/gu) ?? [];
  let at = 0;
  const one = (): Licence | undefined => {
    if (words[at] === '(') {
      at += 1;
      const inner = either();
      if (words[at] !== ')') return undefined;
      at += 1;
      return inner;
    }
    const id = words[at] ?? '';
    if (!IDENTIFIER.test(id) || OPERATORS.has(id)) return undefined;
    at += 1;
    if (words[at] !== 'WITH') return { id };
    const exception = words[at + 1] ?? '';
    if (!IDENTIFIER.test(exception) || OPERATORS.has(exception)) return undefined;
    at += 2;
    return { id: `${id} WITH ${exception}` };
  };
  const all = (): Licence | undefined => {
    let left = one();
    while (left && words[at] === 'AND') {
      at += 1;
      const right = one();
      left = right && { all: [left, right] };
    }
    return left;
  };
  const either = (): Licence | undefined => {
    let left = all();
    while (left && words[at] === 'OR') {
      at += 1;
      const right = all();
      left = right && { either: [left, right] };
    }
    return left;
  };
  const whole = either();
  return at === words.length ? whole : undefined;
}

const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9.-]*\+?$/;
const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'WITH']);

export function isAllowed(licence: Licence): boolean {
  if ('id' in licence) return Object.hasOwn(ALLOWED, licence.id);
  if ('either' in licence) return licence.either.some(isAllowed);
  return licence.all.every(isAllowed);
}
