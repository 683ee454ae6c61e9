import { canonicalJson, type Json } from '#core/formats/digest.ts';
import { hex, utf8 } from './bytes.ts';
import { merkleRoot } from './merkle.ts';
import { sha256 } from './sha256.ts';

/**
 * `evidence/ledger.jsonl`: one canonical JSON object a line, each with the digest of the line before it. It holds digests, dates and ids
 * of publications and never a word about a person, so that a takedown breaks nothing.
 */
const ENTRY_TYPES = ['approve', 'publish', 'act', 'result', 'takedown', 'review', 'rollback', 'key'] as const;
type EntryType = (typeof ENTRY_TYPES)[number];

export interface NewEntry {
  type: EntryType;
  /** `2026-11-25T10:00:00+08:00`. */
  at: string;
  [field: string]: Json;
}

export interface LedgerEntry extends NewEntry {
  n: number;
  /** SHA-256 of the line before, without its line feed; zeros for the first. */
  prev: string;
}

export interface Ledger {
  /** Without line feeds. */
  lines: string[];
  entries: LedgerEntry[];
}

/** What is wrong with a ledger, and in which line, from 1. */
export interface LedgerFault {
  line: number;
  what: 'cut' | 'unreadable' | 'chain';
}

const NONE = '0'.repeat(64);

export function append(text: string, entries: readonly NewEntry[]): string {
  const lines = text.split('\n').slice(0, -1);
  for (const entry of entries) {
    lines.push(canonicalJson({ ...entry, n: lines.length, prev: lastDigest(lines) }));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The ledger, or the first fault in it. */
export function readLedger(text: string): Ledger | LedgerFault {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { line: lines.length + 1, what: 'cut' };
  const entries: LedgerEntry[] = [];
  let before = NONE;
  for (const [n, line] of lines.entries()) {
    const entry = entryOf(line);
    if (!entry) return { line: n + 1, what: 'unreadable' };
    if (entry.n !== n || entry.prev !== before) {
      return { line: n + 1, what: 'chain' };
    }
    entries.push(entry);
    before = lastDigest([line]);
  }
  return { lines, entries };
}

/** The root over the first `size` lines. */
export function ledgerRoot(lines: readonly string[], size = lines.length): Uint8Array {
  return merkleRoot(lines.slice(0, size).map(utf8));
}

/** What the next line has to name. */
export function lastDigest(lines: readonly string[]): string {
  const last = lines.at(-1);
  return last === undefined ? NONE : hex(sha256(utf8(last)));
}

function entryOf(line: string): LedgerEntry | undefined {
  try {
    const value = JSON.parse(line) as LedgerEntry;
    const isEntry =
      typeof value === 'object' &&
      ENTRY_TYPES.includes(value.type) &&
      typeof value.at === 'string' &&
      canonicalJson(value) === line;
    return isEntry ? value : undefined;
  } catch {
    return undefined;
  }
}
