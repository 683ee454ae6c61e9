import { chinaIsoInstant, type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { hex, utf8 } from '#core/evidence/bytes.ts';
import { checkpointText } from '#core/evidence/checkpoint.ts';
import type { EvidenceName } from '#core/evidence/judge.ts';
import { append, type Ledger, ledgerRoot, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatManifest, type Manifest } from '#core/evidence/manifest.ts';
import { formatKey, signatureLine } from '#core/evidence/signed-note.ts';
import { canonicalJson, canonicalText, fingerprint } from '#core/formats/digest.ts';
import type { Content } from '#core/records/content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { type Ledgers, ledgerToContinue } from './continue-ledger.ts';
import { newFacts, releaseFacts } from './facts.ts';
import type { Memory } from './kept-head.ts';
import { keyEntries, type KeyTerms } from './key-entries.ts';
import { mainText } from './main-text.ts';

/** A release as it lies ready, without its evidence. */
export interface Unsealed {
  /** Every file outside `evidence/`. */
  files: Manifest;
  /** Assets of earlier releases that stay beside it. */
  carried: Manifest;
  read: (path: string) => Promise<Uint8Array>;
  /** The ledger of the release before; absent for the first. */
  ledger: string | undefined;
  /** Of the other releases that lie at the target. */
  others?: Ledgers['others'];
  /** Whether the target's records name a ledger. */
  isRecorded?: boolean;
  /** Digest of the content it was built from, as `evidence/content.txt` says. */
  content: string;
  /** A release of before that is served again. */
  rollback?: { from: string; to: string };
}

export interface SealOptions extends KeyTerms {
  content: Content;
  /** The ledger of a backup, for a target that has none. */
  history?: string | undefined;
  /** What the workspace remembers of the target. */
  memory?: Memory | undefined;
  /** A person says that there was no ledger before. */
  isNew?: boolean;
}

/** What a seal came to. */
export interface Sealed {
  /** Below `evidence/`. */
  files: Map<EvidenceName, string>;
  size: number;
  root: string;
  signed: boolean;
}

/** Makes the evidence of one release: manifests, texts, the ledger carried on, and the checkpoint over it. */
export class Seal {
  readonly #options: SealOptions;
  last: Sealed | undefined;

  constructor(options: SealOptions) {
    this.#options = options;
  }

  async make(release: Unsealed): Promise<Sealed> {
    const { content, signer, now, history, memory, isNew } = this.#options;
    const past = ledgerToContinue({
      ...{ served: release.ledger, others: release.others, isRecorded: release.isRecorded },
      ...{ given: history, isNew, ...memory },
    });
    const before = readBefore(past, now);
    const files = new Map<EvidenceName, string>();
    const part = (name: EvidenceName, list: Manifest, isOptional: boolean): void => {
      if (!isOptional || list.size > 0) files.set(name, formatManifest(list));
    };
    part(
      'manifest/site.sha256',
      only(release.files, (path) => !isSearch(path)),
      false,
    );
    part('manifest/search.sha256', only(release.files, isSearch), true);
    part('manifest/carried.sha256', release.carried, true);
    files.set('texts.json', await textsOf(release));
    const digestOf = (name: EvidenceName): string | null => {
      const text = files.get(name);
      return text === undefined ? null : sha256(text);
    };
    const entry: NewEntry = {
      type: release.rollback ? 'rollback' : 'publish',
      at: chinaIsoInstant(now),
      ...release.rollback,
      content: release.content,
      site: digestOf('manifest/site.sha256'),
      search: digestOf('manifest/search.sha256'),
      carried: digestOf('manifest/carried.sha256'),
      texts: digestOf('texts.json'),
      ...(release.rollback ? {} : { ...(await releaseFacts(content, now)) }),
    };
    const added = [...keyEntries(before, this.#options), ...newFacts(content, before.entries, now)];
    // The same once more is no event: the archive of an unchanged site keeps its bytes.
    if (added.length > 0 || !isRepeated(before, entry)) added.push(entry);
    const ledger = append(past ?? '', added);
    const { lines } = readLedger(ledger) as Ledger;
    const root = ledgerRoot(lines);
    const text = checkpointText({ origin: signer?.key.name ?? originOf(content), size: lines.length, root });
    const isSigning = signer !== undefined && !signer.revoked;
    files.set('ledger.jsonl', ledger);
    files.set('checkpoint', isSigning ? `${text}\n${signatureLine(signer.key, signer.sign(utf8(text)))}` : text);
    if (isSigning) files.set('key', `${formatKey(signer.key)}\n`);
    return (this.last = { files, size: lines.length, root: hex(root), signed: isSigning });
  }
}

/** What a person reads after publishing; the fingerprint is for paper. */
export function sealText({ size, root, signed }: Sealed): string {
  const note = signed
    ? '已签名。'
    : '这一版没有签名（未签名）：没有给出密钥 --key。别人只能核对文件是否互相一致，看不出是谁发布的；账本里记着有效公钥的，核对时还会说签名被去掉了。';
  return `存证：账本 ${size} 条，总摘要 ${root}\n指纹 ${fingerprint(root)}（可以印在盖章的纸上）。${note}\n`;
}

export function sealJson({ size, root, signed }: Sealed): object {
  return { size, root, signed, fingerprint: fingerprint(root) };
}

function readBefore(text: string | undefined, now: Instant): Ledger {
  const ledger = readLedger(text ?? '');
  if ('what' in ledger) {
    throw new Refusal(
      'ledger-damaged',
      `目标里的账本 evidence/ledger.jsonl 第 ${ledger.line} 行${ledger.what === 'cut' ? '不完整' : '被改动过'}，不能接着记。请从备份恢复这个文件，或用 --ledger 备份里的账本或压缩包接着记。网站保持原样。`,
    );
  }
  const last = parseInstant(ledger.entries.at(-1)?.at ?? '');
  if (last !== undefined && last > now + 120_000) {
    throw new Refusal(
      'clock-wrong',
      `本机时钟是 ${chinaIsoInstant(now)}，比账本最后一条（${chinaIsoInstant(last)}）还早。公示的起止时间要靠时钟，请先校准。网站保持原样。`,
    );
  }
  return ledger;
}

function isRepeated({ entries }: Ledger, entry: NewEntry): boolean {
  const last = entries.at(-1);
  if (last?.type !== 'publish' || entry.type !== 'publish') return false;
  const bare = (one: NewEntry): string =>
    canonicalJson(Object.fromEntries(Object.entries(one).filter(([field]) => !['at', 'n', 'prev'].includes(field))));
  return bare(last) === bare(entry);
}

/** Each notice and result: of the file, and of its words whatever markup stands around them. */
async function textsOf({ files, read }: Unsealed): Promise<string> {
  const texts: Record<string, { file: string; text: string }> = {};
  for (const [path, file] of files) {
    if (!/^[^/]+\/[^/]+\/(?:notice(?:-\d+)?|result)\/index\.html$/.test(path)) continue;
    const html = new TextDecoder().decode(await read(path));
    texts[path.slice(0, -'index.html'.length)] = { file, text: sha256(canonicalText(mainText(html))) };
  }
  return `${JSON.stringify(texts, null, 1)}\n`;
}

function originOf(content: Content): string {
  const { host, pathname } = new URL(content.site.data.address);
  return `${host}${pathname.replace(/\/$/, '')}`;
}

function isSearch(path: string): boolean {
  return path.startsWith('pagefind/');
}

function only(files: Manifest, wanted: (path: string) => boolean): Manifest {
  return new Map([...files].filter(([path]) => wanted(path)));
}
