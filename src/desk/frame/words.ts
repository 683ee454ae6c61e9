/** Options and their values as words; what is empty or absent is left out, `true` is a flag. */
export function wordsOf(options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || value === false || value === '') return [];
    if (value === true) return [`--${name}`];
    const values = typeof value === 'string' ? [value] : value.filter((one) => one !== '');
    // A value that begins with a dash would be read as an option.
    return values.flatMap((one) => (one.startsWith('-') ? [`--${name}=${one}`] : [`--${name}`, one]));
  });
}

/** `npm run act -- --round … --reason '…'`, to be pasted. */
export function commandLine(verb: string, words: readonly string[]): string {
  return [`npm run ${verb}`, ...(words.length > 0 ? ['--', ...words.map(quoted)] : [])].join(' ');
}

function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:@=〔〕、，。（）《》“”—-]+$/u.test(word)) return word;
  return process.platform === 'win32' ? `"${word.replaceAll('"', '\\"')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
