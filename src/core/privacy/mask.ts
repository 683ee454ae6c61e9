/** First and last character at most: 3****************X. The value itself is never shown. */
export function masked(value: string): string {
  const characters = [...value];
  if (characters.length < 3) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** A path without its digits and addresses, for files that are named after a private value. */
export function maskedPath(path: string, hits: readonly { start: number; end: number }[]): string {
  let out = '';
  let done = 0;
  for (const { start, end } of [...hits].sort((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    out += path.slice(done, from) + masked(path.slice(from, end));
    done = end;
  }
  return out + path.slice(done);
}
