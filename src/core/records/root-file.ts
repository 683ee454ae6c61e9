import { type Finding, finding } from '#core/catalogue/finding.ts';

/**
 * What others ask an office to put at the root of its site, to show that the site is its own: WeChat's `MP_verify_….txt`, verifications of
 * search engines, an authority's check of the domain, `security.txt` (RFC 9116), and lines for `robots.txt` (RFC 9309). They say nothing to
 * readers, so that their form is narrow: a short plain text, or mark-up with nothing in it that runs, loads or leads elsewhere.
 */
export const ROOT_FOLDER = 'root/';
/** In bytes: the longest known, a signed `security.txt`, is below 2 KB. */
export const ROOT_FILE_LIMIT = 4096;

const NAMES = [
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(?:txt|html|htm|xml)$/,
  /^\.well-known\/(?:pki-validation\/)?[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(?:txt|html|htm)$/,
];
/** What the site itself has at its root, and names under which hosts look for a home page. */
const OWN = /^(?:index|default|404)\.html?$|^(?:feed|sitemap)\.xml$/i;
/** Elements of the verification pages of search engines, and of Bing's `BingSiteAuth.xml`. */
const ELEMENTS = ['!doctype', 'html', 'head', 'title', 'meta', 'body', 'p', 'users', 'user', '?xml'];
const ATTRIBUTES = ['charset', 'content', 'encoding', 'lang', 'name', 'version', 'xmlns', 'html'];
const ROBOTS = /^\s*(?:#.*|(?:user-agent|disallow|allow|crawl-delay|clean-param|sitemap|host)\s*:.*)?$/i;

/**
 * What is wrong with one of them.
 * @param file below the content folder: `root/MP_verify_Xy12.txt`
 * @param text with LF line ends
 */
export function rootFileFindings(file: string, text: string): Finding[] {
  const name = file.slice(ROOT_FOLDER.length);
  if (OWN.test(name)) return [finding('root-file-own', { file }, { name })];
  if (!NAMES.some((form) => form.test(name))) return [finding('root-file-name', { file })];
  if (text.trim() === '') return [finding('root-file-empty', { file })];
  const lines = text.split('\n');
  if (name === 'robots.txt') {
    const wrong = lines.findIndex((line) => !ROBOTS.test(line));
    return wrong === -1 ? [] : [finding('robots-line', { file, line: wrong + 1 })];
  }
  const wrong = lines.findIndex((_, index) => !isPlain(lines, index, /\.(?:html?|xml)$/.test(name)));
  return wrong === -1 ? [] : [finding('root-file-active', { file, line: wrong + 1 })];
}

/** Whether nothing on a line runs, loads or leads elsewhere, where a host serves the file as a page. */
function isPlain(lines: readonly string[], index: number, isMarkup: boolean): boolean {
  const line = lines[index] ?? '';
  if (!isMarkup) return !line.includes('<');
  // A tag that goes on over lines is none of a verification's.
  const rest = line.replace(
    /<\/?([!?]?[a-z]+)((?:\s+[a-z:-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[\w.-]+))?)*)\s*[/?]?>/gi,
    (tag, element: string, given: string) =>
      ELEMENTS.includes(element.toLowerCase()) && attributesOf(given).every((one) => ATTRIBUTES.includes(one))
        ? ''
        : tag,
  );
  return !/[<>]/.test(rest);
}

function attributesOf(given: string): string[] {
  return [
    ...given
      .replace(/\bhttp-equiv\s*=\s*["']?content-type["']?/gi, '')
      .replace(/=\s*(?:"[^"]*"|'[^']*'|[\w.-]+)/g, '')
      .matchAll(/[a-z:-]+/gi),
  ].map(([name]) => name.toLowerCase());
}
