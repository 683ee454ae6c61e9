/** Mail programs cut longer addresses off: Chrome on Windows at about 2,046 characters, others at 2,083. */
export const MAILTO_LIMIT = 1800;

/**
 * A `mailto:` address with subject and body (RFC 6068: UTF-8 percent-encoded, lines ended by CR LF; a Han character costs 9
 * characters). `undefined` when it would be longer than mail programs take. Runs in the browser too.
 */
export function mailto(address: string, { subject, body }: { subject: string; body: string }): string | undefined {
  const fields = [
    ['subject', subject],
    ['body', body.replace(/\r?\n/g, '\r\n')],
  ].filter(([, text]) => text !== '');
  const query = fields.map(([name, text = '']) => `${name}=${encodeURIComponent(wellFormed(text))}`).join('&');
  const link = `mailto:${address}${query && `?${query}`}`;
  return link.length <= MAILTO_LIMIT ? link : undefined;
}

/** At most 60 characters, so that the longest title leaves room for the headings of a letter. */
export function shortSubject(subject: string): string {
  const characters = [...subject];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : subject;
}

/** Half a character, as a field may hold it, cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
