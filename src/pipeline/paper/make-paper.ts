import type { Finding } from '#core/catalogue/finding.ts';
import { fingerprint } from '#core/formats/digest.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import type { PublicRound } from '#site/publication.ts';
import type { PlacedDocument } from './documents/round-documents.ts';
import type { Sheet } from './typst/compiler.ts';
import { type Press, setSheet } from './typst/set-sheet.ts';

/** A file to be handed out. */
interface PaperFile {
  /** Below the folder that was asked for, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** What of a round is to be made. */
export interface PaperJob {
  /** The notice that leads. */
  lead: PublicRound;
  site: SiteSettings;
  /** The documents that were asked for. */
  documents: readonly PlacedDocument[];
  /** The content folder, for pictures. */
  content: string;
}

/** What came out: files, remarks for whoever made them, and what stands in the way. */
export interface Made {
  files: PaperFile[];
  /** Which font each level was set with, once each. */
  fonts: Set<string>;
  remarks: string[];
  findings: Finding[];
}

export function nothing(): Made {
  return { files: [], fonts: new Set(), remarks: [], findings: [] };
}

/** Sets one sheet into `made`; what no font has is among the findings, and no file is made of it. */
export function print(made: Made, press: Press, sheet: Sheet, names: readonly string[], path: string): void {
  const printed = setSheet(press, sheet, names, path);
  if ('findings' in printed) {
    made.findings.push(...printed.findings);
    return;
  }
  for (const line of printed.fonts) made.fonts.add(line);
  made.files.push({ path, bytes: printed.pdf });
}

/** Of everybody on the list or in the decision who may still be named. */
export function namesOf({ visible, decided }: PublicRound): string[] {
  const names = [...visible, ...decided].flatMap(({ person, line }) =>
    person && line === 'whole' ? [person.data.name] : [],
  );
  return [...new Set(names)];
}

/** The short fingerprint of what was approved. */
export function approvedPrint({ approved }: PublicRound): string | undefined {
  return approved === undefined ? undefined : fingerprint(approved);
}
