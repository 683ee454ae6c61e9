import { base64, hex, utf8 } from '#core/evidence/bytes.ts';
import { checkpointText } from '#core/evidence/checkpoint.ts';
import { type EvidenceTexts, judge, type Pin } from '#core/evidence/judge.ts';
import { rotationText, statementText } from '#core/evidence/key-history.ts';
import { append, lastDigest, type Ledger, ledgerRoot, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatManifest, type Manifest, parseManifest } from '#core/evidence/manifest.ts';
import { sha256 } from '#core/evidence/sha256.ts';
import { formatKey, type VerifierKey } from '#core/evidence/signed-note.ts';
import { makeKey, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import { there } from '#tests/there.ts';
import type { Chance } from './random.ts';

/** A release as somebody could serve it. */
export interface Release {
  evidence: EvidenceTexts;
  files: Manifest;
}

/** What the reader brings along. */
export const READERS = ['nothing', 'a pin', 'the key'] as const;
type Reader = (typeof READERS)[number];

/** `tried` and `found` of one kind of forgery, by what the reader brings along. Found: the verdict is not `whole`. */
export type Extended = Record<
  string,
  { tried: number; found: Record<Reader, number>; isOwed: Record<Reader, boolean> }
>;

/**
 * What can be done without the office's key. An extended history changes the site and goes on from the genuine ledger. A replay serves
 * an earlier release as it was; a new history begins at nothing under a key of the forger's: neither can be told from what is genuine by
 * a reader who knows nothing, and a replay not by one who knows the key alone.
 */
const KINDS: Record<string, { make: (scene: Scene) => Release; owed: readonly Reader[] }> = {
  extended: { make: extendedRelease, owed: READERS },
  'cut and extended': { make: cutRelease, owed: READERS },
  'an old ledger under the new site': { make: mixedRelease, owed: READERS },
  'an old release served again': { make: ({ releases }) => there(releases[0]), owed: ['a pin'] },
  'a new history': { make: newHistory, owed: ['a pin', 'the key'] },
};

interface Scene {
  /** Two genuine releases, the second the one that is served. */
  releases: readonly Release[];
  /** The office's key, of which the forger has the public half. */
  office: VerifierKey;
  strangers: readonly Signer[];
  chance: Chance;
}

/** Four in five are extended histories, the kind with the most ways to go; each is judged by readers who bring along more or less. */
export function extendCampaign(
  count: number,
  releases: readonly Release[],
  office: VerifierKey,
  chance: Chance,
): { report: Extended; missed: string[] } {
  const strangers = [...Array(3).keys()].map((n) =>
    signerOf(makeKey(n === 2 ? 'other.example.org' : office.name, 'x', '2026-11-25', 16), 'x'),
  );
  const scene: Scene = { releases, office, strangers, chance };
  const genuine = linesOf(there(releases[1]));
  const report: Extended = {};
  const missed: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const kind = turn % 5 === 0 ? chance.pick(Object.keys(KINDS)) : 'extended';
    const { make, owed } = there(KINDS[kind]);
    const { evidence, files } = make(scene);
    const size = kind === 'an old release served again' ? genuine.length : 1 + chance.below(genuine.length);
    const pinned: Pin = { size, root: ledgerRoot(genuine, size) };
    const options = { nothing: {}, 'a pin': { pinned }, 'the key': { trusted: office } };
    const row = (report[kind] ??= {
      tried: 0,
      found: { nothing: 0, 'a pin': 0, 'the key': 0 },
      isOwed: {
        nothing: owed.includes('nothing'),
        'a pin': owed.includes('a pin'),
        'the key': owed.includes('the key'),
      },
    });
    row.tried += 1;
    for (const reader of READERS) {
      const { verdict } = judge(evidence, { files, ...options[reader] });
      if (verdict !== 'whole') row.found[reader] += 1;
      else if (owed.includes(reader)) missed.push(`${kind}, with ${reader}:\n${evidence['ledger.jsonl']}`);
    }
  }
  return { report, missed };
}

function extendedRelease(scene: Scene): Release {
  const { evidence, files } = there(scene.releases[1]);
  return forged(scene, evidence['ledger.jsonl'] ?? '', evidence, files);
}

/** Records are taken off the end first, as many as one likes. */
function cutRelease(scene: Scene): Release {
  const lines = linesOf(there(scene.releases[1]));
  const { evidence, files } = there(scene.releases[1]);
  const kept = lines.slice(0, 1 + scene.chance.below(lines.length));
  return forged(scene, kept.map((line) => `${line}\n`).join(''), evidence, files);
}

function mixedRelease({ releases, chance }: Scene): Release {
  const [old, now] = [there(releases[0]), there(releases[1])];
  const { 'ledger.jsonl': ledger, checkpoint } = old.evidence;
  return {
    evidence: { ...now.evidence, 'ledger.jsonl': ledger, ...(chance.below(2) === 0 && { checkpoint }) },
    files: now.files,
  };
}

function newHistory(scene: Scene): Release {
  const { evidence, files } = there(scene.releases[1]);
  const [stranger] = scene.strangers;
  const start = append('', [added(there(stranger), '')]);
  return sealed(scene, append(start, [release(evidence, files).entry]), evidence, files, stranger);
}

/** A site with another name in it, and a history that goes on at random up to it. */
function forged(scene: Scene, genuine: string, evidence: EvidenceTexts, files: Manifest): Release {
  const { chance } = scene;
  const changed = new Map(files);
  const path = chance.pick([...files.keys()]);
  changed.set(path, hex(sha256(utf8(`another name ${chance.below(1_000_000)}`))));
  const made = release(evidence, changed);
  let ledger = genuine;
  // One in three goes straight for the key; the others stumble about.
  const straight = chance.below(3) === 0 ? chance.pick(TAKEOVERS) : undefined;
  const stranger = chance.pick(scene.strangers);
  const moves = straight ?? [...Array(chance.below(7)).keys()].map(() => chance.pick(MOVES));
  for (const move of moves)
    ledger = append(ledger, [move(scene, ledger, straight ? stranger : chance.pick(scene.strangers))]);
  if (chance.below(8) > 0) ledger = append(ledger, [made.entry]);
  const by = chance.below(6) === 0 ? undefined : straight ? stranger : chance.pick(scene.strangers);
  return sealed(scene, ledger, made.evidence, changed, by);
}

/** The lists of a changed site, and the entry that names them. */
function release(evidence: EvidenceTexts, files: Manifest): { evidence: EvidenceTexts; entry: NewEntry } {
  const lists = (['site', 'search', 'carried'] as const).map((name) => {
    const old = parseManifest(evidence[`manifest/${name}.sha256`] ?? '') ?? new Map<string, string>();
    return [name, formatManifest(new Map([...old.keys()].map((path) => [path, files.get(path) ?? ''])))] as const;
  });
  const digest = (text: string): string => hex(sha256(utf8(text)));
  return {
    evidence: {
      ...evidence,
      ...Object.fromEntries(lists.map(([name, text]) => [`manifest/${name}.sha256`, text])),
    },
    entry: {
      ...{ type: 'publish', at: AT, content: (evidence['content.txt'] ?? '').trim() },
      ...Object.fromEntries(lists.map(([name, text]) => [name, digest(text)])),
      texts: digest(evidence['texts.json'] ?? ''),
    },
  };
}

/** Signed by a stranger, not at all, or with the office's signature of another checkpoint left where it was. */
function sealed(
  { chance, releases, office }: Scene,
  ledger: string,
  evidence: EvidenceTexts,
  files: Manifest,
  by: Signer | undefined,
): Release {
  const { lines } = readLedger(ledger) as Ledger;
  const text = checkpointText({ origin: by?.key.name ?? office.name, size: lines.length, root: ledgerRoot(lines) });
  const genuine = there(releases[1]).evidence.checkpoint ?? '';
  const left = genuine.slice(genuine.indexOf('\n\n'));
  const own = by && `\n— ${by.key.name} ${noteSignature(by, text)}\n`;
  const checkpoint = own === undefined ? chance.pick([text, text + left.slice(1), genuine]) : text + own;
  const { key: served, ...rest } = evidence;
  const key = by ? `${formatKey(by.key)}\n` : chance.pick([served, undefined]);
  return { evidence: { ...rest, 'ledger.jsonl': ledger, checkpoint, ...(key !== undefined && { key }) }, files };
}

/** Written out here, not taken from what is tried: key hash and signature in one base64. */
function noteSignature(by: Signer, text: string): string {
  const hash = formatKey(by.key).split('+')[1] ?? '';
  return Buffer.concat([Buffer.from(hash, 'hex'), by.sign(utf8(text))]).toString('base64');
}

const AT = '2026-11-26T10:00:00+08:00';
type Move = (scene: Scene, ledger: string, by: Signer) => NewEntry;

const key = (action: string, of: VerifierKey, signature?: Uint8Array): NewEntry => ({
  ...{ type: 'key', at: AT, action, key: formatKey(of) },
  ...(signature && { signature: base64(signature) }),
});
const prevOf = (ledger: string): string => lastDigest(ledger.split('\n').slice(0, -1));
const added = (by: Signer, ledger: string): NewEntry =>
  key('add', by.key, by.sign(statementText('add', by.key, prevOf(ledger))));

const strike: Move = ({ office }) => key('revoke', office);
const strikeSigned: Move = ({ office }, ledger, by) =>
  key('revoke', office, by.sign(statementText('revoke', office, prevOf(ledger))));
const lose: Move = ({ office }) => key('lost', office);
const add: Move = (_, ledger, by) => added(by, ledger);
const addBare: Move = (_, __, by) => key('add', by.key);
const rotate: Move = (_, __, by) => key('rotate', by.key, by.sign(rotationText(by.key)));
const strikeOwn: Move = (_, ledger, by) =>
  key('revoke', by.key, by.sign(statementText('revoke', by.key, prevOf(ledger))));
const loseOwn: Move = (_, __, by) => key('lost', by.key);
const readd: Move = ({ office }, ledger, by) =>
  key('add', office, by.sign(statementText('add', office, prevOf(ledger))));
/** A genuine entry of the office once more, signature and all. */
const again: Move = ({ releases, chance }) => {
  const { entries } = readLedger(there(releases[1]).evidence['ledger.jsonl'] ?? '') as Ledger;
  const genuine = chance.pick(entries);
  return Object.fromEntries(Object.entries(genuine).filter(([field]) => field !== 'n' && field !== 'prev')) as NewEntry;
};
const event: Move = ({ chance }) => ({
  ...{ type: chance.pick(['approve', 'act', 'result', 'takedown'] as const), at: AT },
  ...{ publication: 'weihai-craftsman/2023', digest: hex(sha256(utf8(String(chance.below(1000))))) },
});
const back: Move = () => ({ type: 'rollback', at: AT, from: 'a', to: 'b' });

const MOVES: readonly Move[] = [
  ...[strike, strikeSigned, lose, add, addBare, rotate, strikeOwn, loseOwn, readd, again, event, event, back],
];
/** As short as can be, and each by one and the same stranger. */
const TAKEOVERS: readonly (readonly Move[])[] = [
  ...[strike, strikeSigned, lose].flatMap((first) => [
    [first, add],
    [first, addBare],
    [first, add, strikeOwn],
  ]),
  ...[[add], [addBare], [rotate], [lose, readd], [lose, add, rotate], [lose, again, add], [event, lose, add, event]],
];

function linesOf({ evidence }: Release): string[] {
  return (readLedger(evidence['ledger.jsonl'] ?? '') as Ledger).lines;
}
