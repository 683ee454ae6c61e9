import type { Instant } from '#core/calendar/plain-date.ts';
import type { FlagName, ManyName, Options, TextName } from '#core/formats/option.ts';
import type { Arguments, Outcome } from './command-line.ts';

export type { Option, Options } from '#core/formats/option.ts';

/** The arguments of a command with these options; in a function that reads these alone, of every command that has them. */
export type Given<O extends Options> = Arguments<TextName<O>, ManyName<O>, FlagName<O>>;

export interface Definition<O extends Options> {
  /** The verb as typed behind `npm run`. */
  verb: string;
  summary: string;
  /** Words that follow the verb without a flag, as shown in the help: `PATH…`. */
  positionals?: string;
  /** In the order of the help. */
  options: O;
  examples?: readonly string[];
}

/** What a verb does. The clock is the machine's, unless a test has its own. */
export type Run<O extends Options> = (given: Given<O>, clock: () => Instant) => Promise<Outcome>;

export interface Command<O extends Options, R extends Run<O> = Run<O>> extends Definition<O> {
  readonly run: R;
}

/** A command whichever it is: given all names, it finds its own. */
export interface AnyCommand extends Definition<Options> {
  readonly run: (given: Arguments, clock: () => Instant) => Promise<Outcome>;
}

/** All that is to be said of a verb: help, JSON, usage errors and the types of its arguments follow from it. */
export function defineCommand<const O extends Options, R extends Run<O>>(command: Command<O, R>): Command<O, R> {
  return command;
}
