import type { Options } from '#pipeline/commands/define-command.ts';

/**
 * The sentences of a command for somebody who has a form before him: an option is called as the form calls it, and a command that would
 * be typed next is left out, for the desk has a button for it.
 */
export function clerkWords(text: string, options: Options, labels: Readonly<Record<string, string>>): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\d+\.\s*)?(?:[^，。]{0,12}：\s*)?npm run /.test(line))
    .map((line) =>
      line
        .replace(/（npm run [^（）]*(?:（[^）]*）[^（）]*)*）/g, '')
        .replace(
          /--([a-z][a-z-]*)（([^）]+)）/g,
          (_, name: string, meaning: string) => `“${labels[name] ?? meaning.split(/[，；]/)[0]}”`,
        )
        .replace(/--([a-z][a-z-]*)/g, (whole, name: string) => {
          const label = labels[name] ?? options[name]?.help.split(/[，；。：（]/)[0];
          return label === undefined ? whole : `“${label}”`;
        }),
    )
    .join('\n')
    .trim();
}
