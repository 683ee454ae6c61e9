import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { canonicalJson, type Json } from '#core/formats/digest.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import type { Probe } from './probe.ts';

/** A line of the record: the probe, its number, and the SHA-256 of the line before, so that none can be taken out or changed unseen. */
export type Line = Probe & { number: number; previous: string };

const START = '0'.repeat(64);

export interface ReadRecord {
  lines: Line[];
  /** SHA-256 of the last line: who keeps it elsewhere can prove the whole record. */
  head: string;
  /** Bytes of a last line that was cut off while being written. */
  cut: number;
}

/** Reads a record and checks its chain. */
export async function readRecord(file: string): Promise<ReadRecord> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Refusal('record-unreadable', `读不了观测记录 ${file}。请检查路径和权限。`);
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines: Line[] = [];
  let head = START;
  for (const [index, row] of whole.split('\n').slice(0, -1).entries()) {
    const line = parsed(row);
    if (line?.number !== index + 1 || line.previous !== head) {
      throw new Refusal(
        'record-altered',
        `观测记录 ${file} 第 ${index + 1} 行与前一行接不上：有人改动、删除或插入过。`,
      );
    }
    lines.push(line);
    head = sha256(row);
  }
  return { lines, head, cut: Buffer.byteLength(text) - Buffer.byteLength(whole) };
}

/** Appends one probe. A last line that was cut off is dropped first: it never was a record. */
export async function appendProbe(file: string, probe: Probe): Promise<Line> {
  const { lines, head, cut } = await readRecord(file);
  if (cut > 0) {
    const text = await readFile(file);
    await writeFile(file, text.subarray(0, text.length - cut));
  }
  const line: Line = { ...probe, number: lines.length + 1, previous: head };
  await appendFile(file, `${canonicalJson(JSON.parse(JSON.stringify(line)) as Json)}\n`, { flush: true });
  return line;
}

function parsed(row: string): Line | undefined {
  try {
    return JSON.parse(row) as Line;
  } catch {
    return undefined;
  }
}
