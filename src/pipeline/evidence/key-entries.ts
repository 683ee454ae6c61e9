import { chinaIsoInstant, type Instant } from '#core/calendar/plain-date.ts';
import { base64 } from '#core/evidence/bytes.ts';
import { keyInForce, statementText } from '#core/evidence/key-history.ts';
import { append, lastDigest, type Ledger, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatKey } from '#core/evidence/signed-note.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Signer } from './key-file.ts';

/** Who signs and when, and what a person says of the key in force. */
export interface KeyTerms {
  /** Without one the release is unsigned, and says so. */
  signer: Signer | undefined;
  now: Instant;
  /** A person says that the key in force is lost. */
  isKeyLost?: boolean;
  /** A person wants it out at once, though everybody's check will say that the signature was taken away. */
  isUnsigned?: boolean;
}

/**
 * A first key is added, a new one is handed over to by the old, a revoked one is struck, a lost one is said to be lost; anything else is
 * somebody else's key. Each is signed by the key it concerns, but for the lost one. They are the first entries of a publication.
 */
export function keyEntries(
  ledger: Ledger,
  { signer, now, isKeyLost = false, isUnsigned = false }: KeyTerms,
): NewEntry[] {
  // Whether the world vouches for the key is the reader's question; the office knows its own.
  const { key, fault } = keyInForce(ledger, undefined, ledger.lines.length);
  if (fault)
    throw new Refusal('ledger-damaged', '目标里的账本所记的公钥前后接不上，不能接着记。请从备份恢复。网站保持原样。');
  const at = chinaIsoInstant(now);
  const current = key && formatKey(key);
  const own = signer && formatKey(signer.key);
  if (isKeyLost && (current === undefined || current === own)) {
    throw new Refusal(
      'key-not-lost',
      `账本里${current === undefined ? '没有有效的公钥' : '有效的正是 --key 的这一把'}，不能说它丢失了。请去掉 --key-lost。网站保持原样。`,
    );
  }
  const lost: NewEntry[] =
    isKeyLost && current !== undefined ? [{ type: 'key', at, action: 'lost', key: current }] : [];
  if (!signer || own === undefined) {
    if (current !== undefined && !isKeyLost && !isUnsigned) throw keyRequired(current);
    return lost;
  }
  if (signer.revoked) {
    if (current !== own) return lost;
    const signature = base64(signer.sign(statementText('revoke', signer.key, lastDigest(ledger.lines))));
    return [{ type: 'key', at, action: 'revoke', key: own, signature }];
  }
  if (current === own) return [];
  if (current === undefined || isKeyLost) {
    const { lines } = readLedger(append(ledger.lines.map((line) => `${line}\n`).join(''), lost)) as Ledger;
    const signature = base64(signer.sign(statementText('add', signer.key, lastDigest(lines))));
    const added: NewEntry[] = [...lost, { type: 'key', at, action: 'add', key: own, signature }];
    refuseStruck(ledger, added);
    return added;
  }
  if (signer.handover?.from === current) {
    return [{ type: 'key', at, action: 'rotate', key: own, signature: signer.handover.signature }];
  }
  throw new Refusal(
    'key-other',
    `以前各版是用另一把密钥签的（${current}）。请用那一把；要换密钥，先 npm run keys -- rotate；那一把泄露的，先 npm run keys -- revoke；丢失的，加 --key-lost。网站保持原样。`,
  );
}

/** A key that was handed over or struck never comes back. */
function refuseStruck(ledger: Ledger, added: readonly NewEntry[]): void {
  const next = readLedger(append(ledger.lines.map((line) => `${line}\n`).join(''), added)) as Ledger;
  if (keyInForce(next, undefined, next.lines.length).fault === undefined) return;
  throw new Refusal(
    'key-struck',
    '这把密钥在账本里已经交接或者作废，不能再用。请用接替它的那一把，或用 npm run keys -- make 另做一把。网站保持原样。',
  );
}

function keyRequired(current: string): Refusal {
  return new Refusal(
    'key-required',
    `账本里记着有效的公钥（${current}），不签名的一版会被人看作去掉了签名。请加 --key；密钥丢失的，加 --key-lost；来不及签而必须马上发布的，加 --unsigned，以后再用 --key 发布一次。网站保持原样。`,
  );
}
