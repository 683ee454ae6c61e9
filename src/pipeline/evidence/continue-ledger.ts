import { hex } from '#core/evidence/bytes.ts';
import { ledgerRoot, readLedger } from '#core/evidence/ledger.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** How far a ledger had come: so many entries under this root. */
export interface Head {
  size: number;
  /** RFC 6962 root in hexadecimal. */
  root: string;
}

/** What bears on the question with which ledger a publication goes on. */
export interface Ledgers {
  /** Of the release that the target serves; absent where there is none. */
  served: string | undefined;
  /** Of the other releases that lie at the target. */
  others?: readonly { release: string; text: string }[] | undefined;
  /** Whether the target's records name a ledger, though the releases may be gone. */
  isRecorded?: boolean | undefined;
  /** The one that a person names, of a backup or another target. */
  given?: string | undefined;
  /** What this workspace published to the target last. */
  kept?: Head | undefined;
  /** Whether this workspace has ever published, wherever to. */
  hasPublished?: boolean | undefined;
  /** A person says that a history is to begin here. */
  isNew?: boolean | undefined;
}

/**
 * The ledger to go on with; `undefined` begins one. A second ledger of one office, signed with its key, would be a fork that nobody can
 * tell from a forgery, so that anything which says that there was one before stops it, and so does one that is behind another.
 */
export function ledgerToContinue(ledgers: Ledgers): string | undefined {
  const { served, given, others = [], kept, isNew = false } = ledgers;
  if (isNew) {
    if (given !== undefined || served !== undefined) throw exists('--new-ledger');
    return undefined;
  }
  if (served !== undefined && given !== undefined && !(isSound(given) && given.startsWith(wholeLines(served)))) {
    throw exists('--ledger');
  }
  const text = given ?? served;
  const longest = others.filter((one) => isSound(one.text)).toSorted((a, b) => b.text.length - a.text.length)[0];
  if (text === undefined) {
    const why = kept
      ? `上次发布到这里时有 ${kept.size} 条，总摘要 ${kept.root}`
      : longest
        ? `更早的一版 ${longest.release} 里有`
        : ledgers.isRecorded
          ? '以前各版的清单里有'
          : '这里的内容以前发布过（published.json）';
    if (kept || longest || ledgers.isRecorded || ledgers.hasPublished) throw lost(why, longest?.release);
    return undefined;
  }
  if (!isSound(text)) return text;
  const isKept = kept !== undefined && headAt(text, kept.size)?.root === kept.root;
  // What lies beside a ledger begun on purpose is of another history; what goes on from this one is ahead of it all the same.
  const apart = others.find(
    (one) => isSound(one.text) && !text.startsWith(one.text) && (!isKept || one.text.startsWith(text)),
  );
  if (apart) {
    throw forked(`${apart.release} 那一版的账本`, `--ledger 目标/releases/${apart.release}/evidence/ledger.jsonl`);
  }
  if (kept && !isKept) {
    throw forked(`上次发布后记下的 ${kept.size} 条、总摘要 ${kept.root}`, '--ledger 备份里的账本或压缩包');
  }
  return text;
}

/** The head of a ledger, or what it was after so many entries; `undefined` where it has fewer or cannot be read. */
export function headAt(text: string, size?: number): Head | undefined {
  const ledger = readLedger(text);
  if ('what' in ledger || ledger.lines.length < (size ?? 0)) return undefined;
  const at = size ?? ledger.lines.length;
  return { size: at, root: hex(ledgerRoot(ledger.lines, at)) };
}

function isSound(text: string): boolean {
  return !('what' in readLedger(text));
}

/** Of a ledger that is damaged as far as it goes: what comes instead has to agree with its sound lines. */
function wholeLines(text: string): string {
  const fault = readLedger(text);
  if (!('what' in fault)) return text;
  return text
    .split('\n')
    .slice(0, Math.max(0, fault.line - 2))
    .map((line) => `${line}\n`)
    .join('');
}

function lost(why: string, release: string | undefined): Refusal {
  const from =
    release === undefined
      ? '--ledger 备份（账本文件，或者里面有账本的压缩包、文件夹）'
      : `--ledger 目标/releases/${release}/evidence/ledger.jsonl`;
  return new Refusal(
    'ledger-lost',
    `目标里没有账本 evidence/ledger.jsonl，而${why}。从零另起一本，就和以前公开过的对不上，别人分不清是谁改的。请用 ${from} 接着记；确实从来没有、要从零开始的，加 --new-ledger。网站保持原样。`,
  );
}

function forked(other: string, remedy: string): Refusal {
  return new Refusal(
    'ledger-forked',
    `目标里正在提供的账本与${other}接不上：它比那一本短，或者被改写过。接着它记，历史就分成两支。请用 ${remedy} 接着完整的那一本记。网站保持原样。`,
  );
}

function exists(option: string): Refusal {
  return new Refusal(
    'ledger-exists',
    option === '--ledger'
      ? '目标里已经有账本，而 --ledger 的那一本不是由它接着记下来的。请去掉 --ledger，或换成更完整的备份。网站保持原样。'
      : '目标里已经有账本，或者写了 --ledger，不能再加 --new-ledger 从零开始。请去掉它再试。网站保持原样。',
  );
}
