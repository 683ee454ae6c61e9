import { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import { maskedPath } from '#core/privacy/mask.ts';

/** Says what a command is doing: one line a step, rewritten in place on a terminal, plain elsewhere. Goes to standard error. */
export interface Progress {
  step(text: string): void;
  /** How far the step is, on a terminal alone. */
  detail?(text: string): void;
  done(text: string): void;
}

/** A step may name a path, and the path bear a private value. */
const shown = (text: string): string => maskedPath(text, inspectText(text, new AllowList()));

export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { step: () => undefined, done: () => undefined };
  const start = Date.now();
  let last = start;
  let open = '';
  const finishLine = (): void => {
    if (open === '') return;
    const seconds = ((Date.now() - last) / 1000).toFixed(1);
    stream.write(stream.isTTY ? `\r\u001B[2K✓ ${open}（${seconds} 秒）\n` : `✓ ${open}（${seconds} 秒）\n`);
    open = '';
  };
  return {
    step(text) {
      finishLine();
      last = Date.now();
      open = shown(text);
      stream.write(stream.isTTY ? `… ${open}` : `… ${open}\n`);
    },
    detail(text) {
      if (stream.isTTY && open !== '') stream.write(`\r\u001B[2K… ${open} ${text}`);
    },
    done(text) {
      finishLine();
      stream.write(`${shown(text)}（共 ${((Date.now() - start) / 1000).toFixed(1)} 秒）\n`);
    },
  };
}
