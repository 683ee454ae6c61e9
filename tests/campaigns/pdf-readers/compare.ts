import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { radicalOf } from '#core/text/radical.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { Chance } from '#tests/core/privacy/chance.ts';
import type { MadePdf } from './plants.ts';
import { allProducers } from './producers.ts';
import { byPdfJs, byTheGate } from './readers.ts';

interface Row {
  producer: string;
  spot: string;
  planted: number;
  gate: number;
  pdfJs: number;
  /** Found by none of the two: for the most part the producer did not take it over. */
  neither: number;
}

/** Plants texts in PDFs of every producer and counts what each reader finds again; fails where pdf.js finds what the gate does not. */
export async function comparePdfReaders(count: number, seed: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-pdf-'));
  try {
    const files = await allProducers({ folder, chance: new Chance(seed) }, count);
    const rows = new Map<string, Row>();
    const seconds = { gate: 0, pdfJs: 0 };
    for (const file of files) await compare(file, rows, seconds);
    const table = [...rows.values()];
    const missed = table.filter(({ gate, pdfJs }) => gate < pdfJs);
    const lines = table.map(
      (row) =>
        `${row.producer} · ${row.spot}：埋 ${row.planted}，自家 ${row.gate}，pdf.js ${row.pdfJs}，都没有 ${row.neither}`,
    );
    const cost = `用时（处理器）自家 ${seconds.gate.toFixed(1)} 秒，pdf.js ${seconds.pdfJs.toFixed(1)} 秒。`;
    return {
      exit: missed.length > 0 ? 1 : 0,
      json: { files: files.length, rows: table, seconds },
      text: [`${files.length} 份 PDF`, ...lines, cost, ''].join('\n'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  { producer, path, plants }: MadePdf,
  rows: Map<string, Row>,
  seconds: { gate: number; pdfJs: number },
): Promise<void> {
  const bytes = new Uint8Array(await readFile(path));
  const start = process.cpuUsage();
  const gate = bare(byTheGate(bytes));
  seconds.gate += used(start);
  const between = process.cpuUsage();
  const pdfJs = bare(await byPdfJs(bytes));
  seconds.pdfJs += used(between);
  for (const { spot, text } of plants) {
    const key = `${producer} ${spot}`;
    const row = rows.get(key) ?? { producer, spot, planted: 0, gate: 0, pdfJs: 0, neither: 0 };
    const [ours, theirs] = [gate.includes(text), pdfJs.includes(text)];
    row.planted += 1;
    row.gate += Number(ours);
    row.pdfJs += Number(theirs);
    row.neither += Number(!ours && !theirs);
    rows.set(key, row);
  }
}

function used(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** Where a line breaks is not what is compared, nor the radical ⼯ that Chromium names instead of 工: both readers tell it alike. */
function bare(text: string): string {
  return [...text.replace(/\s+/gu, '')].map((sign) => radicalOf(sign)?.meant ?? sign).join('');
}
