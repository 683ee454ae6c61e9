/** 10⁻³ must not become 10-3: raised and lowered signs as signs of their own; `undefined` where Unicode has none. */
export function raised(text: string, to: 'superscript' | 'subscript'): string | undefined {
  const table = to === 'superscript' ? SUPERSCRIPT : SUBSCRIPT;
  let said = '';
  for (const sign of text) {
    const own = /\s/u.test(sign) || UNCHANGED.has(sign) ? sign : table.get(sign.normalize('NFKC'));
    if (own === undefined) return undefined;
    said += own;
  }
  return said;
}

/** Signs that are small and high of themselves. */
const UNCHANGED = new Set('®™©°℃℉′″⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉');

const SUPERSCRIPT = pairs('0123456789+-−–=()nio', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱº');
const SUBSCRIPT = pairs('0123456789+-−–=()aeox', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₒₓ');

function pairs(plain: string, small: string): ReadonlyMap<string, string> {
  const to = [...small];
  return new Map([...plain].map((sign, index) => [sign, to[index] ?? '']));
}
