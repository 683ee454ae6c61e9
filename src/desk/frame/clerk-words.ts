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
        // Who holds the lock is called by what runs there.
        .replace(/npm run ([a-z-]+)（进程/g, '“$1”（进程')
        .replace('，或用 --wait 秒数 等候', '')
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
    .map((line) => (line.startsWith('接下来') ? '' : withoutCommands(line)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A sentence that names a command says what a button of the desk does. */
function withoutCommands(line: string): string {
  return line
    .split(/(?<=。)/u)
    .filter((part) => !part.includes('npm run '))
    .join('');
}
