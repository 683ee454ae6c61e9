import { createHash } from 'node:crypto';
import type { Finding, FindingCode } from '#core/catalogue/finding.ts';
import { privacyTexts } from '#core/catalogue/privacy.ts';
import { channelKindOf } from '#core/channels/contact-channel.ts';
import { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import type { PrivacyKind } from '#core/privacy/kind.ts';
import { masked, maskedPath } from '#core/privacy/mask.ts';
import type { Waiver } from '#core/privacy/waiver.ts';
import type { Content } from '#core/records/content.ts';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';
import { type Looker, place, type View } from '#pipeline/gate/views/view.ts';

export interface AuditFile {
  /** As findings name it. */
  path: string;
  /** The part of the path that is published and therefore looked at; the whole of it when absent. */
  name?: string;
  bytes: Uint8Array;
  /** What was seen in it, with the codes of its pictures; without it the file is looked at here, but no code is read. */
  looker?: Looker;
}

/** A finding that may be shown to anybody: the value itself is not in it. */
export interface PrivacyFinding {
  file: string;
  kind: PrivacyKind;
  /** Place in the file, in Chinese. */
  where: string;
  masked: string;
  line?: number;
}

export interface AuditResult {
  /** How many files were looked at. */
  files: number;
  findings: PrivacyFinding[];
}

/** The same styles and scripts stand in every page: a text in which nothing was found is not looked at again in the same run. */
export class CleanTexts {
  private readonly texts = new Set<string>();
  private room = 64 * 1024 * 1024;

  static key(text: View['text']): string {
    return typeof text === 'string' ? text : JSON.stringify(text);
  }

  has(key: string): boolean {
    return this.texts.has(key);
  }

  add(key: string): void {
    if (this.room < key.length) return;
    this.room -= key.length;
    this.texts.add(key);
  }
}

/**
 * Looks through files in memory. A waiver takes its finding away, and is a finding itself when there is none.
 * @param clean what was looked at before under the same `allow`
 */
export function auditTree(
  files: Iterable<AuditFile>,
  allow: AllowList,
  waivers: readonly Waiver[] = [],
  clean = new CleanTexts(),
): AuditResult {
  const used = new Set<Waiver>();
  const findings: PrivacyFinding[] = [];
  let count = 0;
  for (const file of files) {
    count += 1;
    for (const { digest, ...found } of auditFile(file, allow, clean)) {
      const waiver = waivers.find((one) => one.file === file.path && one.kind === found.kind && one.digest === digest);
      if (waiver) used.add(waiver);
      else findings.push(found);
    }
  }
  for (const { file, kind, digest } of waivers.filter((one) => !used.has(one))) {
    findings.push({ file, kind: 'waiver-unused', where: `${kind} ${digest.slice(0, 8)}`, masked: '' });
  }
  return { files: count, findings };
}

/** Everything that a publication declares as its own: numbers with and without area code, addresses of both kinds. */
export function allowListOf(content: Content): AllowList {
  const channels = [
    ...content.site.data.channels,
    ...content.programmes.flatMap(({ rounds }) => rounds.flatMap(({ round }) => round.data.channels)),
  ];
  return new AllowList(channels.flatMap((channel) => channelKindOf(channel).declares(channel)));
}

/** The same findings in the form of the other checks, for `check` and `build`. */
export function asFindings(findings: readonly PrivacyFinding[]): Finding[] {
  return findings.map(({ file, kind, where, masked: shown, line }) => ({
    code: kind as string as FindingCode,
    level: privacyTexts[kind].level,
    where: { file, ...(line !== undefined && { line }) },
    // The place already names the line.
    args: { where: line === undefined ? where : '这一行', masked: shown },
  }));
}

type Digested = PrivacyFinding & { digest: string };

function auditFile(file: AuditFile, allow: AllowList, clean: CleanTexts): Digested[] {
  const name = file.name ?? file.path;
  const inName = inspectText(name, allow);
  const offset = file.path.length - name.length;
  const shown = maskedPath(
    file.path,
    inName.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  );
  const found = new Map<string, Digested>();
  const add = (kind: PrivacyKind, value: string, where: string, line?: number): void => {
    const key = `${kind}\0${value}`;
    if (found.has(key)) return;
    const digest = sha256(value === '' ? file.bytes : value);
    found.set(key, { file: shown, kind, where, masked: masked(value), ...(line !== undefined && { line }), digest });
  };
  for (const { kind, value } of inName) add(kind, value, '文件名');
  const { views, faults } = file.looker ?? lookAtFile(name, file.bytes);
  for (const { kind, where } of faults) add(kind, '', where);
  for (const view of views) {
    const key = CleanTexts.key(view.text);
    if (clean.has(key)) continue;
    const hits = inspectText(view.text, allow);
    if (hits.length === 0) {
      clean.add(key);
      continue;
    }
    const lineOf = view.lines && typeof view.text === 'string' ? lineCounter(view.text) : undefined;
    for (const { kind, value, start } of hits) {
      const line = lineOf?.(start);
      const where = place(safe(view.where, allow), line === undefined ? '' : `第 ${line} 行`);
      add(kind, value, where === '' ? '正文' : where, view.where === '' ? line : undefined);
    }
  }
  return [...found.values()];
}

/** Names of parts inside of a file may themselves be private. */
function safe(where: string, allow: AllowList): string {
  return maskedPath(where, inspectText(where, allow));
}

/** Lines are counted once for all findings of a text. */
function lineCounter(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
