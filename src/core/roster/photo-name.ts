import { findPrivate } from '#core/privacy/private-text.ts';

/** What an office writes on a picture file, taken apart. */
export interface PhotoName {
  /** Runs of letters and digits, in order, lower case; long numbers are left out. */
  pieces: string[];
  /** The same with long numbers, for ids. */
  raw: string[];
  /** Whether a number was left out that may be an identity number, a telephone or a birth date. */
  hasNumbers: boolean;
}

/** Pictures by their ending, readable or not: only what lies inside decides, and says what to do. */
const PICTURE = /^(?:jpe?g|jpe|jfif|png|webp|hei[cf]|avif|gif|bmp|tiff?|svg|pdf|psd)$/;

/** `undefined` for a file that does not even claim to be a picture. */
export function photoName(file: string): PhotoName | undefined {
  let stem = file.normalize('NFKC').toLowerCase();
  let ending = ENDING.exec(stem);
  if (!ending || !PICTURE.test(ending[1] ?? '')) return undefined;
  // 李明.jpg.jpg is what Windows makes of a renamed file with hidden endings.
  for (; ending && PICTURE.test(ending[1] ?? ''); ending = ENDING.exec(stem)) stem = stem.slice(0, ending.index);
  const short = stem.replace(LONG_NUMBER, ' ');
  return { pieces: piecesOf(short), raw: piecesOf(stem), hasNumbers: short !== stem };
}

/** Whether a file in an envelope is a picture by its name; a PDF there is a paper. */
export function isPictureName(file: string): boolean {
  return photoName(file) !== undefined && !/\.pdf\s*$/iu.test(file.normalize('NFKC'));
}

/** Letters and digits alone, lower case: 李 明 with a full-width space, full-width and decomposed spellings become one. */
export function squash(text: string): string {
  return piecesOf(text.normalize('NFKC').toLowerCase()).join('');
}

/** Names that point elsewhere or hide what they are: separators, control, zero-width and bidirectional characters. */
export function isTrickyName(file: string): boolean {
  return file === '' || file === '.' || file === '..' || file.length > 200 || TRICK.test(file);
}

/** What computers leave in a folder of pictures; `._李明.jpg` is what a Mac writes beside `李明.jpg` on a stick. */
export function isLitterName(file: string): boolean {
  return !isTrickyName(file) && /^(?:\.|~\$|(?:thumbs\.db|desktop\.ini|__macosx)$)/i.test(file);
}

/** A file name fit for a message: five digits or more may be a private number and are covered, other private words hide it whole. */
export function photoLabel(file: string): string {
  const visible = file
    .normalize('NFC')
    .replace(new RegExp(TRICK.source, 'gu'), '\uFFFD')
    .replace(SAID_NUMBER, (run) => '*'.repeat(run.length));
  const digits = visible.match(/\p{Nd}/gu)?.length ?? 0;
  const covered = digits >= 5 && !CAMERA.test(visible) ? visible.replace(/\p{Nd}/gu, '*') : visible;
  // An ending makes a domain look like a file: wang@example.org.jpg is an address all the same.
  const forms = [file.normalize('NFC'), covered].flatMap((name) => [
    name,
    withoutEnding(name),
    withoutEnding(withoutEnding(name)),
  ]);
  const kinds = new Set(forms.flatMap(findPrivate));
  // Numbers are covered already; what is left of an address or a name on a network would still say it.
  const isSaid = ['住址', '电子邮箱', '微信号', 'QQ 号', '车牌号', '社交或支付账号', '收款码或电子钱包地址'].some(
    (kind) => (kinds as Set<string>).has(kind),
  );
  if (isSaid || findPrivate(covered).length > 0) return '（文件名含私人信息）';
  const characters = [...covered];
  return characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : covered;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

const ENDING = /\s*[.。]\s*([a-z]{2,5})\s*$/;
const LONG_NUMBER = /(?:\p{Nd}[\s.\-_]?){4,}\p{Nd}x?/gu;
const SAID_NUMBER = /[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4,}/gu;
const CAMERA = /^(?:img|dsc[nf]?|p)_?\d{4,5}\.[a-z]+$/i;
const TRICK =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[/\\:*?"<>|\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFD]|[\u{E0000}-\u{E007F}]/u;

function piecesOf(text: string): string[] {
  return text
    .replace(/\p{Variation_Selector}/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((piece) => piece !== '');
}
