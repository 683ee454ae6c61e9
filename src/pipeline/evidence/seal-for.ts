import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { checkContent, type CheckedContent } from '#pipeline/check/check-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Given } from '#pipeline/commands/define-command.ts';
import { type CONTENT, contentOf, type SIGNING } from '#pipeline/commands/shared-options.ts';
import { archivedLedger } from '#pipeline/release/archive.ts';
import { followed } from '#pipeline/release/current.ts';
import { remembered } from './kept-head.ts';
import { readKeyFile, signerOf } from './key-file.ts';
import { passphraseFor } from './passphrase.ts';
import { Seal } from './seal.ts';

/** What only some of the commands that sign know. */
interface Known {
  checked?: CheckedContent;
  /** The ledger to go on with: a file, a folder or an archive. */
  ledger?: string | undefined;
  /** There never was a ledger, or it is to begin anew. */
  isNew?: boolean;
}

/** The seal that the options of a command ask for: signed where they name a key. */
export async function sealFor(
  given: Given<typeof CONTENT & typeof SIGNING>,
  to: string,
  clock: () => Instant,
  { checked, ledger, isNew = false }: Known = {},
): Promise<Seal> {
  const directory = contentOf(given);
  const { content } = checked ?? (await checkContent(directory));
  if (!content)
    throw new Refusal('content-broken', `${directory} 里的内容有错误，不能据此存证。请先运行 npm run check。`);
  const path = given.text('key');
  const signer =
    path === undefined
      ? undefined
      : signerOf(await readKeyFile(path), await passphraseFor(given, 'passphrase-file', '密钥的口令'));
  return new Seal({
    content,
    signer,
    now: clock(),
    history: ledger === undefined ? undefined : await ledgerIn(ledger),
    memory: await remembered(directory, to),
    isNew,
    isKeyLost: given.flag('key-lost'),
    isUnsigned: given.flag('unsigned'),
  });
}

/** The ledger itself, or a folder or an archive of ours that holds one. */
async function ledgerIn(path: string): Promise<string> {
  const found = /\.zip$/i.test(path)
    ? await archivedLedger(path)
    : ((await text(join(await followed(path), 'evidence/ledger.jsonl'))) ?? (await text(path)));
  if (found === undefined) throw new Refusal('ledger-missing', `读不到账本 ${path}。请核对 --ledger。`);
  return found;
}

async function text(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
