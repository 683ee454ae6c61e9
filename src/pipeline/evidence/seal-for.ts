import { readFile } from 'node:fs/promises';
import type { Instant } from '#core/calendar/plain-date.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Refusal, type Arguments } from '#pipeline/commands/command-line.ts';
import { passphraseFor } from './passphrase.ts';
import { readKeyFile, signerOf } from './key-file.ts';
import { Seal } from './seal.ts';

/** The seal that the options of a command ask for: signed where they name a key. */
export async function sealFor(given: Arguments, clock: () => Instant): Promise<Seal> {
  const directory = given.text('content') ?? 'content';
  const { content } = await checkContent(directory);
  if (!content)
    throw new Refusal('content-broken', `${directory} 里的内容有错误，不能据此存证。请先运行 npm run check。`);
  const path = given.text('key');
  const signer =
    path === undefined
      ? undefined
      : signerOf(await readKeyFile(path), await passphraseFor(given, 'passphrase-file', '密钥的口令'));
  const ledger = given.text('ledger');
  const history =
    ledger === undefined
      ? undefined
      : await readFile(ledger, 'utf8').catch(() => {
          throw new Refusal('ledger-missing', `读不到账本 ${ledger}。请核对 --ledger。`);
        });
  return new Seal({ content, signer, now: clock(), history });
}
