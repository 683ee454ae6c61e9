import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding, sentence } from '#core/catalogue/finding.ts';
import type { Content } from '#core/records/content.ts';
import { SITE_CARRIERS } from '#core/records/paper.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { gazetteSheet } from '#pipeline/paper/carriers/gazette.ts';
import type { PaperDocument } from '#pipeline/paper/documents/document.ts';
import { documentFacts } from '#pipeline/paper/documents/facts.ts';
import { type PlacedDocument, siteDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { inspectCarrier } from '#pipeline/paper/inspect-carrier.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { pdfText } from '#pipeline/paper/pdf-text.ts';
import { openPress } from '#pipeline/paper/press.ts';
import { type Press, setSheet } from '#pipeline/paper/typst/set-sheet.ts';
import { wordDocument } from '#pipeline/paper/word/word-document.ts';
import { paperAddress, stampedAddress } from '#site/address.ts';
import { UNSEALED } from '#site/pages/papers-view.ts';
import { type PublicRound, publish } from '#site/publication.ts';

type Format = (typeof SITE_CARRIERS)[number];

/** Whether the site offers anything for paper. */
export function hasPapers({ site, programmes }: Content): boolean {
  const scans = programmes.some(({ rounds }) => rounds.some(({ stamped = [] }) => stamped.length > 0));
  return scans || (site.data.paper?.onSite ?? []).length > 0;
}

/** Lays the sheets that are linked from notices and results beside their pages, and the scans of stamped documents. */
export async function putPapers(
  content: Content,
  { site, content: folder, now }: { site: string; content: string; now: Instant },
): Promise<void> {
  if (!hasPapers(content)) return;
  const formats = content.site.data.paper?.onSite ?? [];
  const press = formats.includes('pdf') ? await openPress(content.site.data.paper?.fonts ?? []) : undefined;
  for (const { round, document } of documentsOf(content, now)) {
    for (const format of formats) {
      const bytes = format === 'docx' ? wordDocument(document, UNSEALED) : printed(press, document, round);
      await writeFile(join(site, paperAddress(placeOf(round, document), document.id, format)), bytes);
    }
    for (const file of scansOf(round, document)) {
      await copyFile(
        join(folder, roundDirectory(round.roundId), 'stamped', file),
        join(site, stampedAddress(round.roundId, file)),
      );
    }
  }
}

/** Reads every sheet of a site back and holds it against what the pages say. */
export async function inspectPapers(
  content: Content,
  { site, now }: { site: string; now: Instant },
): Promise<Finding[]> {
  const formats = content.site.data.paper?.onSite ?? [];
  if (formats.length === 0) return [];
  const findings: Finding[] = [];
  for (const { round, document } of documentsOf(content, now)) {
    for (const format of formats) {
      const file = paperAddress(placeOf(round, document), document.id, format).slice(1);
      const bytes = await readFile(join(site, file)).catch(() => undefined);
      if (!bytes) findings.push(finding('page-missing', { file }, { what: document.title }));
      else findings.push(...inspectCarrier(await textOf(bytes, format), factsOf(document), file));
    }
  }
  return findings;
}

function documentsOf(content: Content, now: Instant): PlacedDocument[] {
  const { rounds, site } = publish(content, now);
  return rounds.flatMap((round) => siteDocuments(round, site.address));
}

/** Below which its page stands. */
function placeOf({ id, roundId }: Pick<PublicRound, 'id' | 'roundId'>, document: PaperDocument): string {
  return /^result(?:-\d+)?$/.test(document.id) ? roundId : id;
}

function scansOf({ id, roundId, life }: PublicRound, document: PaperDocument): string[] {
  // A scan is called after the round's own notice, or after the result.
  if (placeOf({ id, roundId }, document) !== roundId) return [];
  return (life.folder.stamped ?? []).filter((file) => file.replace(/\.\w+$/, '') === document.id);
}

function factsOf(document: PaperDocument): ReturnType<typeof documentFacts> {
  const { passages, names } = documentFacts(document);
  return { passages: [...passages, UNSEALED], names };
}

function printed(press: Press | undefined, document: PaperDocument, round: PublicRound): Uint8Array {
  if (!press) throw new Error('no press');
  const out = setSheet(
    press,
    gazetteSheet(document, UNSEALED),
    namesOf(round),
    paperAddress(placeOf(round, document), document.id, 'pdf').slice(1),
  );
  if ('pdf' in out) return out.pdf;
  throw new Refusal('paper-glyph-missing', out.findings.map((one) => sentence(one)).join('\n'));
}

async function textOf(bytes: Uint8Array, format: Format): Promise<string> {
  if (format === 'pdf') return pdfText(bytes);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const shown = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
  return shown
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
