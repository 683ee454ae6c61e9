/**
 * JSON of the same value whose text can neither end the script it stands in (`</script`, `<!--`, `-->`) nor break a line of one
 * (U+2028 and U+2029 were line ends in JavaScript before 2019), and is no markup where a host serves a file under a wrong type.
 * @param indent spaces a level; absent: one line
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A file of its own: a line for each value, and a line end. */
export function jsonFile(value: unknown): string {
  return `${safeJson(value, 1)}\n`;
}
