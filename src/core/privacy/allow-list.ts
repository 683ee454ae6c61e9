import type { Hit, ValueKind } from './kind.ts';

/** Kinds that an office publishes as its own. Nobody can allow an identity number. */
const ALLOWABLE: readonly ValueKind[] = [
  'telephone',
  'mobile-number',
  'email',
  'home-address',
  'qq',
  'wechat',
  'web-account',
  'bank-card',
];

/** The contact channels that a publication declares. */
export class AllowList {
  private readonly given: readonly string[];
  private readonly values: ReadonlySet<string>;
  private readonly addresses: readonly string[];

  /** Telephone numbers with and without area code are two values: declare both where both are printed. */
  constructor(values: Iterable<string> = []) {
    this.given = [...values];
    const all = this.given.flatMap(normalForms).filter((value) => value !== '');
    this.values = new Set(all);
    this.addresses = all.filter((value) => /[\u4e00-\u9fa5]/.test(value));
  }

  /** What was declared, as it was given, sorted: two lists of the same values permit the same. */
  get declared(): readonly string[] {
    return [...this.given].sort();
  }

  /** This list and more. */
  with(values: Iterable<string>): AllowList {
    return new AllowList([...this.given, ...values]);
  }

  /** Equal after normalising; an address also as part of a declared address that stands there in full. */
  permits(hit: Hit, text: string): boolean {
    if (!ALLOWABLE.includes(hit.kind)) return false;
    if (this.values.has(hit.value)) return true;
    return hit.kind === 'home-address' && this.addresses.some((address) => standsIn(text, hit, address));
  }
}

/** What a value is compared by: bare digits of a number, anything else in lower case without white space. */
function normalForms(value: string): string[] {
  const text = value
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .toLowerCase();
  if (/^[+0-9()./\-\u2010-\u2015]+$/.test(text)) {
    const digits = text.replace(/[^0-9]/g, '').replace(/^(?:0086|086|86)(?=[01]?[0-9]{9,})/, '');
    // Behind an area code or a declared extension the number itself stays comparable.
    const parted = /^\(?(0[0-9]{2,3})\)?[-\u2010-\u2015]([2-9][0-9]{6,7})$/.exec(text);
    return parted ? [digits, parted[2] ?? ''] : [digits];
  }
  return [/[@a-z]/.test(text) && !/[\u4e00-\u9fa5]/.test(text) ? text : text.replace(/[\p{P}]/gu, '')];
}

function standsIn(text: string, { start, end }: Hit, address: string): boolean {
  const from = Math.max(0, start - 2 * address.length - 20);
  const around = text.slice(from, end + 2 * address.length + 20);
  let plain = '';
  const offsets: number[] = [];
  for (let index = 0; index < around.length; index += 1) {
    if (/[\s\p{P}]/u.test(around.charAt(index))) continue;
    plain += around.charAt(index).toLowerCase();
    offsets.push(from + index);
  }
  for (let at = plain.indexOf(address); at !== -1; at = plain.indexOf(address, at + 1)) {
    const [first = Infinity, last = -1] = [offsets[at], offsets[at + address.length - 1]];
    if (first <= start && end - 1 <= last) return true;
  }
  return false;
}
