import { z } from 'zod';
import { withoutTerminal } from '#pipeline/commands/ask.ts';
import type { AnyCommand, Options } from '#pipeline/commands/define-command.ts';
import { carriedOut } from '#pipeline/commands/run-command.ts';
import { clerkWords } from './clerk-words.ts';
import type { Desk } from './desk.ts';
import { commandLine } from './words.ts';

/** What came of a verb that a screen called. */
export interface Ran {
  verb: string;
  words: readonly string[];
  /** As it would be typed in a terminal. */
  command: string;
  /** 0 done; else nothing was written, or a question is open (2). */
  exit: number;
  /** The code of a refusal; absent where the verb ran to its end. */
  refused?: string | undefined;
  /** For a clerk: without options and commands. */
  text: string;
  json: unknown;
  findings: readonly ToldFinding[];
}

export interface ToldFinding {
  code: string;
  level: 'error' | 'warning';
  /** File and line, as the report of the command has them. */
  where: { file?: string; line?: number; [more: string]: unknown };
  message: string;
}

/**
 * Calls a verb with the words that would be typed, in this process: the same options, the same judgement, the same sentences. `--content`
 * is added where it is not the usual one.
 * @param labels how the screen's form calls an option, for the sentences: `{ reviewer: '复核人' }`
 */
export async function runVerb(
  desk: Desk,
  command: AnyCommand,
  words: readonly string[],
  labels: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const all = withContent(desk, command.options, words);
  const { exit, json, text, refused } = await withoutTerminal(() => carriedOut(command, all, desk.clock));
  const read = findingsSchema.safeParse(json);
  return {
    verb: command.verb,
    words: all,
    command: commandLine(command.verb, all),
    exit,
    refused,
    text: clerkWords(text, command.options, labels),
    json,
    findings: read.success
      ? read.data.findings.map((one) => ({ ...one, message: clerkWords(one.message, command.options, labels) }))
      : [],
  };
}

const findingsSchema = z.object({
  findings: z.array(
    z.object({
      code: z.string(),
      level: z.enum(['error', 'warning']),
      where: z.looseObject({ file: z.string().optional(), line: z.number().optional() }),
      message: z.string(),
    }),
  ),
});

export function withContent(
  desk: Pick<Desk, 'content' | 'usualContent'>,
  options: Options,
  words: readonly string[],
): string[] {
  return 'content' in options && !words.includes('--content') && !desk.usualContent
    ? [...words, '--content', desk.content]
    : [...words];
}
