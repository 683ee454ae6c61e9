/** Addresses of the site, from its root: ASCII, a slash at the end, no file names. */
export const HOME = '/';
export const PROGRAMMES = '/programmes/';
export const ARCHIVE = '/archive/';
export const SEARCH = '/search/';
/** `key`: of `letterWords`. */
export const nameLetterAddress = (key: string): string => `/search/names/${key}/`;
export const OBJECTION_GUIDE = '/guide/objection/';
export const ABOUT = '/about/';
export const FOLLOW = '/guide/follow/';
export const CALENDAR = '/calendar/';
export const CALENDAR_ICS = '/calendar.ics';
export const ATOM_FEED = '/feed.xml';
export const JSON_FEED = '/feed.json';
export const ICON = '/icon.svg';
/** Who was honoured, by craft, by district, by year. */
export const SHOWCASE = '/showcase/';
export const showcaseAddress = (by: 'craft' | 'district' | 'year'): string =>
  by === 'craft' ? SHOWCASE : `${SHOWCASE}${by}/`;
export const FIGURES = '/figures/';
/** A reviewed map, byte for byte; `file`: `weihai.jpg`. */
export const mapAddress = (file: string): string => `/figures/maps/${file}`;
export const figureAddress = (name: string, format: 'svg' | 'csv'): string => `/figures/${name}.${format}`;
export const PRESS = '/press/';
export const DATA = '/data/';
export const VERIFY = '/verify/';
export const DATA_INDEX = '/data/v1/index.json';
export const SITEMAP = '/sitemap.xml';

export const programmeAddress = (id: string): string => `/programmes/${id}/`;
/** `id`: `<programme>/<edition>`. */
export const roundAddress = (id: string): string => `/${id}/`;
/** `number`: 1 for the round's own notice, 2 for the first 重新公示. */
export const noticeAddress = (id: string, number = 1): string => `/${id}/notice${number === 1 ? '' : `-${number}`}/`;
/** `number`: 1 for the announcement, 2 for the first 补充公布. */
export const resultAddress = (id: string, number = 1): string => `/${id}/result${number === 1 ? '' : `-${number}`}/`;
export const objectionAddress = (id: string): string => `/${id}/objection/`;
export const correctionAddress = (id: string): string => `/${id}/correction/`;
export const officeCardAddress = (id: string): string => `/${id}/office.vcf`;
export const noticeIcsAddress = (id: string): string => `/${id}/notice.ics`;
export const statusAddress = (id: string): string => `/${id}/status.json`;
/** What becomes of one notice. */
export const noticeAtomFeed = (id: string): string => `/${id}/feed.xml`;
export const noticeJsonFeed = (id: string): string => `/${id}/feed.json`;
/** The notice in large type and nothing else. */
export const largeNoticeAddress = (id: string, number = 1): string => `${noticeAddress(id, number)}large/`;
export const READING_GUIDE = '/guide/reading/';
export const READING_SCRIPT = '/reading.js';
/** `id`: of a programme. */
export const atomFeedOf = (id: string): string => `/programmes/${id}/feed.xml`;
export const jsonFeedOf = (id: string): string => `/programmes/${id}/feed.json`;
/** The sheet for a printer, or for Word; `document`: `notice`, `notice-2`, `result`. */
export const paperAddress = (id: string, document: string, format: 'pdf' | 'docx'): string =>
  `/${id}/${document}.${format}`;
/** The scan of a stamped document; `file`: `notice.pdf`. */
export const stampedAddress = (id: string, file: string): string => `/${id}/stamped-${file}`;
export const personAddress = (id: string): string => `/people/${id}/`;
/** The open data of a round. */
export const dataAddress = (id: string, format: 'json' | 'csv'): string => `/data/v1/${id}.${format}`;
export const schemaAddress = (name: 'round' | 'index'): string => `/data/v1/schema/${name}.json`;
/** Share pictures, 1200 × 630, 900 × 383 and 500 × 500; a picture says who and which round, never a state. */
export const personPicture = (id: string, width: 1200 | 900 | 500): string => `/share/people/${id}-${width}.png`;
export const roundPicture = (id: string, width: 1200 | 900 | 500): string =>
  `/share/${id.replace('/', '-')}-${width}.png`;
/** Cards for other sites. */
export const personEmbed = (id: string): string => `/embed/people/${id}/`;
export const noticeEmbed = (id: string): string => `/embed/${id}/`;
export const namesEmbed = (id: string): string => `/embed/${id}/names/`;
export const CARD_SCRIPT = '/embed/card.js';
export const personOEmbedAddress = (id: string): string => `/oembed/people/${id}.json`;
export const noticeOEmbedAddress = (id: string): string => `/oembed/${id}.json`;
/** What a newspaper copies. */
export const personShare = (id: string): string => `/people/${id}/share/`;
export const roundShare = (id: string): string => `/${id}/share/`;
export const personQr = (id: string, format: 'svg' | 'png'): string => `/qr/people/${id}.${format}`;
export const roundQr = (id: string, format: 'svg' | 'png'): string => `/qr/${id.replace('/', '-')}.${format}`;
/** The motif of a person's craft. */
export const motifAddress = (id: string): string => `/motifs/${id}.svg`;
export const photoAddress = (id: string): string => `/photos/${id}.webp`;
/** The portrait in another width. */
export const portraitAddress = (id: string, width: number, format: 'webp' | 'avif'): string =>
  `/photos/${id}-${width}.${format}`;
/** A film or captions of a person, under the name that the content has. */
export const mediaAddress = (id: string, file: string): string => `/media/${id}/${file}`;
/** A picture of a person, `process-1.jpg`, in one of its widths. */
export const pictureAddress = (id: string, file: string, width: number): string =>
  `/media/${id}/${file.replace(/\.jpg$/, '')}-${width}.webp`;

/**
 * Links of one page: from a site address to what stands in `href`. They are relative, so that a built site can be unpacked below
 * any path; the page for wrong addresses is served at all depths and therefore names the base path itself.
 * @param pathname the page's own path, base included
 */
export function linksFrom(pathname: string, base: string): (target: string) => string {
  const root = base.replace(/\/?$/, '/');
  const here = pathBelow(pathname, root);
  if (/^404(?:\.html|\/)?$/.test(here)) return (target) => root + target.slice(1);
  return (target) => relative(here, target.slice(1));
}

/** Where anything stands on the organiser's own site. */
export function publicAddress(siteAddress: string, target: string): string {
  return siteAddress.replace(/\/?$/, '/') + target.slice(1);
}

/** Where the page stands on the organiser's own site, whose address may end in a folder. */
export function canonicalAddress(siteAddress: string, pathname: string, base: string): string {
  return siteAddress.replace(/\/?$/, '/') + pathBelow(pathname, base.replace(/\/?$/, '/'));
}

function pathBelow(pathname: string, root: string): string {
  return pathname.startsWith(root) ? pathname.slice(root.length) : pathname.replace(/^\//, '');
}

function relative(here: string, target: string): string {
  const [path = '', tail = ''] = splitTail(target);
  if (path === here) return tail === '' ? './' : tail;
  const from = here.split('/').slice(0, -1);
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const up = '../'.repeat(from.length - shared);
  return (up + to.slice(shared).join('/') || './') + tail;
}

function splitTail(target: string): [path: string, tail: string] {
  const at = target.search(/[?#]/);
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
}
