/** What a pattern that begins at the beginning takes of a text; nothing when it does not fit. */
export function leading(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
