import { hex, isEqual, utf8 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type EvidenceFault, evidenceFault, type FaultCode, type Verdict, verdictOf } from './fault.ts';
import { type Freshness, judgeAge } from './freshness.ts';
import { type KeyHistory, keyInForce } from './key-history.ts';
import { type Ledger, ledgerRoot, readLedger } from './ledger.ts';
import { type Manifest, parseManifest } from './manifest.ts';
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
  verdict: Verdict;
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
  /** How old the last entry may be; absent: its age is not judged. */
  freshness?: Freshness | undefined;
}

/** Whether a release is what was signed. Takes texts and digests and reads nothing: a command and a page ask it alike. */
export function judge(evidence: EvidenceTexts, options: JudgeOptions): Judgement {
  return judgeWith(evidence, options, (ledger, add) => {
    judgeNamed(evidence, ledger, add);
    if (options.files) judgeFiles(evidence, options.files, add);
    if (options.freshness) judgeAge(ledger, options.freshness, add);
  });
}

/** The ledger, its checkpoint and its keys alone, whatever release they belong to. */
export function judgeHistory(evidence: EvidenceTexts, options: Pick<JudgeOptions, 'trusted' | 'pinned'>): Judgement {
  return judgeWith(evidence, options, () => undefined);
}

type Add = (code: FaultCode, where: string) => void;

function judgeWith(
  evidence: EvidenceTexts,
  { trusted, pinned }: JudgeOptions,
  judgeRelease: (ledger: Ledger, add: Add) => void,
): Judgement {
  const faults: EvidenceFault[] = [];
  const add: Add = (code, where) => void faults.push(evidenceFault(code, where));
  const done = (more: Partial<Judgement> = {}): Judgement => ({
    verdict: verdictOf(faults),
    ...{ faults, checkpoint: undefined, ledger: undefined, key: undefined },
    ...more,
  });
  const text = evidence['ledger.jsonl'];
  if (text === undefined) {
    const isSigned = (parseNote(evidence.checkpoint ?? '')?.signatures.length ?? 0) > 0;
    add(isSigned ? 'ledger-missing' : 'missing', 'evidence/ledger.jsonl');
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
  judgeRelease(ledger, add);
  return done({ ledger, ...judgeSignature(evidence, ledger, keyInForce(ledger, trusted, pinned?.size), add) });
}

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
  history: KeyHistory,
  add: Add,
): Pick<Judgement, 'checkpoint' | 'key'> {
  const none = { checkpoint: undefined, key: undefined };
  const { key } = history;
  if (history.fault) add(history.fault, String(history.line));
  if (evidence.checkpoint === undefined) {
    add(key ? 'checkpoint-missing' : 'missing', 'evidence/checkpoint');
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
  if (!key) {
    if (note.signatures.length > 0 || evidence.key !== undefined) add('key-unknown', 'evidence/key');
    else add('unsigned', 'evidence/checkpoint');
    return { checkpoint, key: undefined };
  }
  if (note.signatures.length > 0 && evidence.key === undefined) add('named-missing', 'evidence/key');
  else if (evidence.key !== undefined && evidence.key !== `${formatKey(key)}\n`) add('key-other', 'evidence/key');
  if (note.signatures.length === 0) add('signature-stripped', 'evidence/checkpoint');
  else if (!isNoteSignedBy(note, key)) add('signature-wrong', 'evidence/checkpoint');
  if (note.signatures.length > 0 && checkpoint.origin !== key.name) add('origin-other', 'evidence/checkpoint');
  return { checkpoint, key: formatKey(key) };
}
