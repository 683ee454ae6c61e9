import { hex, isEqual, utf8 } from './bytes.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { keyInForce } from './key-history.ts';
import { ledgerRoot, readLedger, type Ledger } from './ledger.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { faultText, type EvidenceFault, type FaultCode } from './fault.ts';
import { sha256 } from './sha256.ts';
import { formatKey, isNoteSignedBy, parseNote, type VerifierKey } from './signed-note.ts';

/** The texts of a release's evidence by their names below `evidence/`; what is not there is absent. */
export type EvidenceTexts = Partial<Record<EvidenceName, string>>;
export const EVIDENCE_NAMES = [
  'ledger.jsonl',
  'checkpoint',
  'key',
  'texts.json',
  'content.txt',
  'manifest/site.sha256',
  'manifest/search.sha256',
  'manifest/carried.sha256',
] as const;
export type EvidenceName = (typeof EVIDENCE_NAMES)[number];

/** What a ledger entry names, and the file it names. */
const NAMED = {
  site: 'manifest/site.sha256',
  search: 'manifest/search.sha256',
  carried: 'manifest/carried.sha256',
  texts: 'texts.json',
} as const satisfies Record<string, EvidenceName>;

/** What somebody wrote down before: nothing but this shows a history that was rewritten and signed anew. */
export interface Pin {
  size: number;
  root: Uint8Array;
}

export interface Judgement {
  /** `whole`: everything agrees and is signed. `tampered`: something does not. `cannot-tell`: nothing disagrees, but nobody signed. */
  verdict: 'whole' | 'tampered' | 'cannot-tell';
  faults: EvidenceFault[];
  checkpoint: Checkpoint | undefined;
  ledger: Ledger | undefined;
  /** The key the release is signed with. */
  key: string | undefined;
}

export interface JudgeOptions {
  /** A key known from elsewhere; without one the site's own word is taken for it. */
  trusted?: VerifierKey | undefined;
  pinned?: Pin | undefined;
  /** SHA-256 of every file of the release outside `evidence/`; absent: the files were not looked at. */
  files?: Manifest | undefined;
}

/** Whether a release is what was signed. Takes texts and digests and reads nothing: a command and a page ask it alike. */
export function judge(evidence: EvidenceTexts, { trusted, pinned, files }: JudgeOptions): Judgement {
  const faults: EvidenceFault[] = [];
  const add = (code: FaultCode, where: string): void => {
    faults.push({
      code,
      where,
      message: faultText(code, where),
      isTampering: code !== 'unsigned' && code !== 'missing',
    });
  };
  const done = (more: Partial<Judgement> = {}): Judgement => ({
    verdict: faults.some(({ isTampering }) => isTampering) ? 'tampered' : faults.length > 0 ? 'cannot-tell' : 'whole',
    ...{ faults, checkpoint: undefined, ledger: undefined, key: undefined },
    ...more,
  });

  const text = evidence['ledger.jsonl'];
  if (text === undefined) {
    add('missing', 'evidence/ledger.jsonl');
    if (pinned) add('pin-ahead', String(pinned.size));
    return done();
  }
  const ledger = readLedger(text);
  if ('what' in ledger) {
    add(
      ledger.what === 'cut' ? 'ledger-cut' : ledger.what === 'chain' ? 'ledger-chain' : 'ledger-unreadable',
      String(ledger.line),
    );
    return done();
  }
  if (pinned) {
    if (pinned.size > ledger.lines.length) add('pin-ahead', String(pinned.size));
    else if (!isEqual(ledgerRoot(ledger.lines, pinned.size), pinned.root)) add('pin-differs', String(pinned.size));
  }
  judgeNamed(evidence, ledger, add);
  if (files) judgeFiles(evidence, files, add);
  const signed = judgeSignature(evidence, ledger, trusted, add);
  return done({ ledger, ...signed });
}

type Add = (code: FaultCode, where: string) => void;

/** The lists and texts that the last release names by their digests. */
function judgeNamed(evidence: EvidenceTexts, { entries }: Ledger, add: Add): void {
  const release = entries.findLast(({ type }) => type === 'publish' || type === 'rollback');
  if (!release) return add('no-release', 'evidence/ledger.jsonl');
  for (const [field, name] of Object.entries(NAMED)) {
    const named = release[field] ?? undefined;
    const text = evidence[name];
    if (named === undefined && text !== undefined) add('named-added', `evidence/${name}`);
    else if (named !== undefined && text === undefined) add('named-missing', `evidence/${name}`);
    else if (text !== undefined && hex(sha256(utf8(text))) !== named) add('named-changed', `evidence/${name}`);
  }
  // The digest of the content stands in its file itself.
  const content = evidence['content.txt'];
  if (content === undefined) add('named-missing', 'evidence/content.txt');
  else if (typeof release['content'] !== 'string' || content !== `${release['content']}\n`)
    add('named-changed', 'evidence/content.txt');
}

function judgeFiles(evidence: EvidenceTexts, files: Manifest, add: Add): void {
  const listed = new Map<string, string>();
  for (const name of [NAMED.site, NAMED.search, NAMED.carried]) {
    const text = evidence[name];
    const manifest = text === undefined ? undefined : parseManifest(text);
    if (text !== undefined && !manifest) add('manifest-unreadable', `evidence/${name}`);
    for (const [path, digest] of manifest ?? []) listed.set(path, digest);
  }
  for (const [path, digest] of listed) {
    const found = files.get(path);
    if (found === undefined) add('file-missing', path);
    else if (found !== digest) add('file-changed', path);
  }
  for (const path of files.keys()) if (!listed.has(path)) add('file-added', path);
}

function judgeSignature(
  evidence: EvidenceTexts,
  ledger: Ledger,
  trusted: VerifierKey | undefined,
  add: Add,
): Pick<Judgement, 'checkpoint' | 'key'> {
  const none = { checkpoint: undefined, key: undefined };
  if (evidence.checkpoint === undefined) {
    add('missing', 'evidence/checkpoint');
    return none;
  }
  const note = parseNote(evidence.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) {
    add('checkpoint-unreadable', 'evidence/checkpoint');
    return none;
  }
  if (checkpoint.size !== ledger.lines.length || !isEqual(checkpoint.root, ledgerRoot(ledger.lines))) {
    add('checkpoint-differs', 'evidence/checkpoint');
  }
  const history = keyInForce(ledger, trusted);
  if (history.fault) add(history.fault, String(history.line));
  const { key } = history;
  if (!key) {
    if (note.signatures.length > 0 || evidence.key !== undefined) add('key-unknown', 'evidence/key');
    else add('unsigned', 'evidence/checkpoint');
    return { checkpoint, key: undefined };
  }
  if (note.signatures.length > 0 && evidence.key === undefined) add('named-missing', 'evidence/key');
  else if (evidence.key !== undefined && evidence.key !== `${formatKey(key)}\n`) add('key-other', 'evidence/key');
  if (note.signatures.length === 0) add('unsigned', 'evidence/checkpoint');
  else if (!isNoteSignedBy(note, key)) add('signature-wrong', 'evidence/checkpoint');
  if (note.signatures.length > 0 && checkpoint.origin !== key.name) add('origin-other', 'evidence/checkpoint');
  return { checkpoint, key: formatKey(key) };
}
