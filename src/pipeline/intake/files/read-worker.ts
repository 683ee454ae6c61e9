import { parentPort } from 'node:worker_threads';
import type { Finding } from '#core/catalogue/finding.ts';
import { finding } from '#core/catalogue/finding.ts';
import type { Grid } from '#core/roster/grid.ts';
import { openArchive } from './archive.ts';
import type { Kind } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readXlsx } from './read-xlsx.ts';
import { hasDocumentType } from './xml.ts';

/** One file to be read where it can be stopped: libraries may hang, and a grid may be too large for anybody. */
export interface Job {
  kind: Kind;
  /** Fit for a message. */
  file: string;
  bytes: Uint8Array;
}

export type Done = { grid: Grid } | { refusal: Finding };

const MOST_CELL_CHARACTERS = 32_767;
const MOST_CHARACTERS = 2_000_000;

parentPort?.on('message', (job: Job) => {
  void done(job).then((result) => parentPort?.postMessage(result));
});

async function done(job: Job): Promise<Done> {
  try {
    const result = job.kind === 'pdf' ? await pdf(job) : read(job);
    return 'grid' in result ? bounded(result.grid, job.file) : result;
  } catch {
    // Whatever a library has to say may quote the file.
    return { refusal: finding('import-unreadable', { file: job.file }) };
  }
}

async function pdf({ file, bytes }: Job): Promise<Done> {
  const read = await readPdf(bytes);
  return typeof read === 'string'
    ? {
        refusal: finding(
          read,
          { file },
          { kind: read === 'import-scan' ? '扫描件或图片做成的 PDF' : '.xlsx 或 .docx' },
        ),
      }
    : { grid: read };
}

function read({ kind, file, bytes }: Job): Done {
  if (kind === 'csv') {
    const read = readCsv(bytes);
    return 'format' in read
      ? { grid: read }
      : { refusal: finding(read.code, { file, ...(read.line !== undefined && { line: read.line }) }) };
  }
  const opened = openArchive(bytes, file);
  if ('refusal' in opened) return opened;
  for (const [name, part] of opened.archive) {
    if (/\.(?:xml|rels|vml)$/iu.test(name) && hasDocumentType(part)) {
      return { refusal: finding('import-archive-unsafe', { file }, { reason: '里面有不该有的实体定义' }) };
    }
  }
  return { grid: kind === 'xlsx' ? readXlsx(opened.archive) : readDocx(opened.archive) };
}

/** Excel's own limit for a cell, and one for the whole: a text that a thousand cells point to is small in the file alone. */
function bounded(grid: Grid, file: string): Done {
  let total = 0;
  for (const [sheet, { rows }] of grid.sheets.entries()) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (!cell) continue;
        total += cell.text.length + (cell.comment?.length ?? 0);
        if (total > MOST_CHARACTERS) return { refusal: finding('import-too-slow', { file }) };
        if (cell.text.length > MOST_CELL_CHARACTERS) {
          cell.text = '';
          grid.notices.push({ code: 'import-text-too-long', at: { sheet, row, column }, count: 1 });
        }
      }
    }
  }
  return { grid };
}
