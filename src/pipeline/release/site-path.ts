/** Longer than any address of a site, whose names have at most 100 characters. */
const LONGEST = 2000;

/**
 * The segments of a request's path below `base`, decoded once; the last is empty for a folder. What could mean two things, or a place
 * outside the site, is malformed and never looked for on the disk: an absolute or half address, escapes that are none or no UTF-8, a
 * slash or backslash behind an escape, `.` and `..`, control characters, an empty segment between slashes.
 * @param target the request target as it came, with its query
 * @param base path of the site with slashes: `/` or `/gongjiang/`
 */
export function pathOf(target: string, base: string): string[] | 'malformed' | 'outside' {
  const [path = ''] = target.split(/[?#]/);
  if (path.length > LONGEST || !/^\/[\x21-\x7e]*$/.test(path) || path.includes('\\')) return 'malformed';
  const segments: string[] = [];
  for (const segment of path.slice(1).split('/')) {
    const plain = decoded(segment);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (plain === undefined || plain === '.' || plain === '..' || /[/\\\u0000-\u001f\u007f-\u009f]/.test(plain)) {
      return 'malformed';
    }
    segments.push(plain);
  }
  if (segments.slice(0, -1).includes('')) return 'malformed';
  const above = base.split('/').slice(1, -1);
  return above.every((name, index) => segments[index] === name) && segments.length > above.length
    ? segments.slice(above.length)
    : 'outside';
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
