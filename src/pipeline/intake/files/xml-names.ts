/** The usual prefix of a name's namespace, so that nothing behind depends on what a program called it. */
export function canonicalName(name: string, scope: ReadonlyMap<string, string>, otherwise: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const uri = scope.get(prefix);
  // A prefix that nobody declared stays as it is; programs refuse such a file, and so it is no way around anything.
  if (uri === undefined) return prefix !== '' || otherwise === '' ? name : `${otherwise}:${local}`;
  const usual = prefixOf(uri);
  return usual === undefined ? `?:${local}` : `${usual}:${local}`;
}

/** Whether today's Word, Excel and WPS show what a namespace brings. */
export function isUnderstood(prefix: string, scope: ReadonlyMap<string, string>): boolean {
  const uri = scope.get(prefix);
  return uri === undefined || prefixOf(uri) !== undefined;
}

function prefixOf(uri: string): string | undefined {
  const known = PREFIXES.get(uri.trim());
  if (known !== undefined) return known;
  // Word and Excel add a namespace a year: w14, x14, a14 … and all of them show what those bring.
  return /^http:\/\/schemas\.microsoft\.com\/office\/(?:word|excel|spreadsheetml|drawing|powerpoint)\/20\d\d\b/u.test(
    uri,
  )
    ? 'ms'
    : undefined;
}

const OPEN = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** ECMA-376 parts 1 (strict) and 4 (transitional), and the extensions of [MS-DOCX], [MS-XLSX], [MS-ODRAWXML]. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...(
    [
      ['w', 'wordprocessingml', 'main'],
      ['x', 'spreadsheetml', 'main'],
      ['a', 'drawingml', 'main'],
      ['xdr', 'drawingml', 'spreadsheetDrawing'],
      ['wp', 'drawingml', 'wordprocessingDrawing'],
      ['pic', 'drawingml', 'picture'],
      ['c', 'drawingml', 'chart'],
      ['cdr', 'drawingml', 'chartDrawing'],
      ['dgm', 'drawingml', 'diagram'],
      ['lc', 'drawingml', 'lockedCanvas'],
      ['m', 'officeDocument', 'math'],
      ['r', 'officeDocument', 'relationships'],
    ] as const
  ).flatMap(([prefix, area, name]): [string, string][] => [
    [`${OPEN}/${area}/2006/${name}`, prefix],
    [`${STRICT}/${area}/${name}`, prefix],
  ]),
  [`${OPEN}/markup-compatibility/2006`, 'mc'],
  [`${OPEN}/package/2006/relationships`, 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['urn:schemas-microsoft-com:office:excel', 'xv'],
  [`${MICROSOFT}/word/2010/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}/word/2010/wordprocessingGroup`, 'wpg'],
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`, 'wpc'],
  [`${MICROSOFT}/word/2010/wordml`, 'w14'],
  [`${MICROSOFT}/word/2012/wordml`, 'w15'],
  [`${MICROSOFT}/spreadsheetml/2009/9/main`, 'x14'],
  [`${MICROSOFT}/excel/2006/main`, 'xm'],
  [`${MICROSOFT}/spreadsheetml/2018/threadedcomments`, 'tc'],
  [`${MICROSOFT}/spreadsheetml/2017/richdata`, 'rd'],
  [`${MICROSOFT}/spreadsheetml/2022/richvaluerel`, 'rvr'],
  [`${MICROSOFT}/drawing/2008/diagram`, 'dsp'],
  [`${MICROSOFT}/drawing/2014/chartex`, 'cx'],
  ['http://www.wps.cn/officeDocument/2017/etCustomData', 'etc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);
