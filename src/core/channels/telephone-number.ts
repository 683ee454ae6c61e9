/** One number of an office as it can be dialled. */
export type TelephoneNumber = {
  /** What follows behind the exchange: `801`. */
  extension?: string;
} & (
  | /** 固定电话; without an area code it is dialled from the same city alone. */
    { form: 'landline'; areaCode?: string; local: string }
    /** 12345, 12380, 95598: everywhere, or of one city with its area code. */
  | { form: 'short'; areaCode?: string; local: string }
  /** 400 and 800 numbers: the same in the whole country, and within it. */
  | { form: 'service'; local: string }
  | { form: 'mobile'; local: string }
);

/**
 * Reads what stands in the cell of a telephone: one number or several, with or without area code and extension. `undefined` where any
 * piece of it is no telephone number; nothing is left out in silence. A landline without an area code takes that of the number before it.
 */
export function readTelephones(text: string, areaCode?: string): TelephoneNumber[] | undefined {
  const numbers: TelephoneNumber[] = [];
  let area = areaCode;
  for (const piece of pieces(text)) {
    const number = readOne(piece, area);
    // 5190816/17: which digits the second one shares with the first is a guess.
    const shortened = numbers.length > 0 && piece.replace(/\D/g, '').length < 5;
    if (!number || shortened) return undefined;
    if (number.form === 'landline') area = number.areaCode ?? area;
    numbers.push(number);
  }
  return numbers.length > 0 ? numbers : undefined;
}

/** `0631-5190816`, `0531-12380`, `0571-88888888转801`, `400-000-0000`: as a notice prints it. */
export function chineseTelephone(number: TelephoneNumber): string {
  const behind = number.extension === undefined ? '' : `转${number.extension}`;
  if (number.form === 'service') return `${number.local.replace(/^(...)(...)/, '$1-$2-')}${behind}`;
  const area = 'areaCode' in number && number.areaCode !== undefined ? `${number.areaCode}-` : '';
  return `${area}${number.local}${behind}`;
}

/**
 * What stands behind `tel:` (RFC 3966): `+86-6315190816`, `+86-57188888888;ext=801`, `053112380`, `12345`, `4000000000`. Short and 400
 * numbers do not answer to the code of the country; a landline without an area code is a number of the caller's own city.
 */
export function dialled(number: TelephoneNumber): string {
  const behind = number.extension === undefined ? '' : `;ext=${number.extension}`;
  const area = 'areaCode' in number ? number.areaCode : undefined;
  if (number.form === 'mobile') return `+86-${number.local}${behind}`;
  if (number.form === 'landline' && area !== undefined) return `+86-${area.slice(1)}${number.local}${behind}`;
  return `${area ?? ''}${number.local}${behind}`;
}

/** Every way in which the same number may be written, as bare digits: with and without area code and extension. */
export function digitsOf(number: TelephoneNumber): string[] {
  const area = 'areaCode' in number ? number.areaCode : undefined;
  const plain = area === undefined ? [number.local] : [number.local, `${area}${number.local}`];
  return number.extension === undefined ? plain : plain.flatMap((one) => [one, `${one}${number.extension}`]);
}

function pieces(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500\u30FC]/g, '-')
    .replace(EXTENSION, '转$1')
    .split(/\s*[、,;/]\s*|\s*[和或及]\s*|(?<=\d{7})\s+(?=\d{7})|\s+(?=0\d{2,3}-)/)
    .map((piece) => piece.trim());
}

/** 转801, 转分机801, （分机801）, ext. 801, ;ext=801. Behind a dash it is read with the number: see `behindArea`. */
const EXTENSION = /\s*(?:[;,]?\s*ext\.?\s*=?|\(?\s*(?:转接?\s*(?:分机号?)?|分机号?)\s*:?)\s*(\d{1,6})\)?(?:\s*分机)?/gi;

const AREA = '0(?:10|2\\d|\\d{3})';
const COUNTRY = /^(?:\+\s?86|0086)[\s-]*(?:\(0\)\s*)?/;

function readOne(piece: string, area: string | undefined): TelephoneNumber | undefined {
  const parts = /^([^转]+)(?:转(\d{1,6}))?$/.exec(piece);
  if (!parts) return undefined;
  const [, main = '', extension] = parts;
  const number = readMain(main, area);
  if (!number || extension === undefined) return number;
  // A hotline is answered by a person; nobody can be put through there by a number.
  return number.form === 'short' || number.form === 'mobile' || number.extension !== undefined
    ? undefined
    : { ...number, extension };
}

function readMain(main: string, area: string | undefined): TelephoneNumber | undefined {
  const abroad = COUNTRY.exec(main)?.[0];
  const text = (abroad === undefined ? main : main.slice(abroad.length)).trim();
  if (!/^\(?\d[\d\s()-]*$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return { form: 'mobile', local: digits };
  const service = /^([48]00\d{7})(\d{1,6})?$/.exec(digits);
  if (service && abroad === undefined && (service[2] === undefined || /-\d{1,6}$/.test(text))) {
    const [, local = '', extension] = service;
    return { form: 'service', local, ...(extension !== undefined && { extension }) };
  }
  const written = new RegExp(
    `^\\(?(${abroad === undefined ? AREA : `0?(?:10|2\\d|[3-9]\\d{2})`})\\)?[\\s-]*(.+)$`,
  ).exec(text);
  const own = written && behindArea(written[2] ?? '', isParted(text, written[1] ?? ''));
  if (written && own) return { ...own, areaCode: written[1]?.startsWith('0') ? written[1] : `0${written[1]}` };
  if (abroad !== undefined) return undefined;
  const local = behindArea(text, true);
  return local && local.form === 'landline' && area !== undefined ? { ...local, areaCode: area } : local;
}

type Local = { form: 'landline' | 'short'; local: string; extension?: string };

/**
 * 7 or 8 digits, with or without a dash in the middle and an extension behind another; or a short number where it stands apart. One or two
 * digits behind a dash may as well be the end of a row of numbers (5190816-17): nobody can say.
 */
function behindArea(text: string, parted: boolean): Local | undefined {
  const bare = text.replace(/[()\s]/g, '');
  const whole = /^(\d{3,4}-?\d{4})(?:-(\d{3,6}))?$/.exec(bare);
  if (whole) {
    const [, local = '', extension] = whole;
    return { form: 'landline', local: local.replace('-', ''), ...(extension !== undefined && { extension }) };
  }
  // 110, 114, 1258, 12345, 12380, 95598, 96345, 123456: what a short number begins with in China (numbering plan of 2017).
  return parted && /^(?:1\d{2,5}|9[56]\d{3,4})$/.test(bare) ? { form: 'short', local: bare } : undefined;
}

/** Whether the area code stands apart from what follows: a short number is told from a landline by that alone. */
function isParted(text: string, area: string): boolean {
  return /^\(/.test(text) || /^[\s-]/.test(text.slice(area.length));
}
