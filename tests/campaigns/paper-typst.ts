import { checkContent } from '#pipeline/check/check-content.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { certificateSheet, certificatesOf } from '#pipeline/paper/carriers/certificate.ts';
import { gazetteSheet } from '#pipeline/paper/carriers/gazette.ts';
import { siteDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { openPress } from '#pipeline/paper/press.ts';
import { setSheet } from '#pipeline/paper/typst/set-sheet.ts';
import { publish } from '#site/publication.ts';
import { processorSeconds } from './processor-seconds.ts';

/**
 * One piece of the comparison in a process of its own: `documents` sets every notice and result of the sample, `certificates` those of the
 * round with most people, one file for all and one each, `nothing` only reads what both need.
 */
const [what = 'documents'] = process.argv.slice(2);
const { content } = await readContent('content');
if (!content) throw new Error(JSON.stringify((await checkContent('content')).findings));
const { rounds, site } = publish(content, Date.parse('2026-11-25T10:00:00+08:00'));
let bytes = 0;
let count = 0;
if (what !== 'nothing') {
  const press = await openPress([]);
  const sheets = rounds.flatMap((round) => {
    const names = namesOf(round);
    if (what === 'documents')
      return siteDocuments(round, site.address).map(({ document }) => ({ sheet: gazetteSheet(document), names }));
    const all = certificatesOf(round, site.address);
    if (all.length < 50) return [];
    return [all, ...all.map((one) => [one])].map((some) => ({ sheet: certificateSheet(round, some), names }));
  });
  for (const { sheet, names } of sheets) {
    const out = setSheet(press, sheet, names, 'a.pdf');
    if ('findings' in out) throw new Error(JSON.stringify(out.findings));
    bytes += out.pdf.length;
    count += 1;
  }
}
process.stdout.write(JSON.stringify({ count, bytes, seconds: processorSeconds() }));
