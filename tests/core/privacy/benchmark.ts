import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AllowList } from '#core/privacy/allow-list.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { auditPaths } from '#pipeline/gate/audit-paths.ts';
import { there } from '#tests/there.ts';
import { Chance } from './chance.ts';
import { clean } from './clean-snippets.ts';
import { HOSTILE } from './hostile-texts.ts';

const FILES = 1500;
const BYTES_PER_FILE = 40 * 1024;

/** A site of 1,500 files and 60 MB on disk, then every hostile megabyte, with their times. */
export async function benchmark(): Promise<Outcome> {
  const site = await timeOfSite();
  const hostile = Object.entries(HOSTILE).map(([name, make]) => ({ name, ...timeOf(make()) }));
  const slowest = Math.max(...hostile.map(({ processor }) => processor));
  const rows = [
    `${FILES} files, ${(site.bytes / 1e6).toFixed(1)} MB: ${shown(site)}, ${site.findings} findings`,
    ...hostile.map(({ name, ...time }) => `${name.padEnd(32)}${shown(time)}`),
    `slowest megabyte: ${slowest.toFixed(0)} ms of the processor`,
  ];
  const good = site.processor <= 30_000 && slowest <= 1000 && site.findings === 0;
  return { exit: good ? 0 : 1, json: { site, hostile, slowest }, text: `${rows.join('\n')}\n` };
}

interface Time {
  milliseconds: number;
  /** Of the processor: what stays of it on a machine that has other work too. */
  processor: number;
}

function stopwatch(): () => Time {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { milliseconds: performance.now() - start, processor: (user + system) / 1000 };
  };
}

function timeOf({ name, text }: { name: string; text: string }): Time {
  const bytes = Buffer.from(text);
  const time = stopwatch();
  auditTree([{ path: name, bytes }], new AllowList());
  return time();
}

function shown({ milliseconds, processor }: Time): string {
  return `${milliseconds.toFixed(0).padStart(6)} ms, processor ${processor.toFixed(0).padStart(6)} ms`;
}

async function timeOfSite(): Promise<Time & { bytes: number; findings: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-audit-'));
  try {
    await mkdir(join(directory, 'pages'));
    const chance = new Chance(1500);
    let bytes = 0;
    for (let index = 0; index < FILES; index += 1) {
      const [ending, contents] = fileOf(chance, index);
      bytes += contents.length;
      await writeFile(join(directory, 'pages', `page-${index}.${ending}`), contents);
    }
    const time = stopwatch();
    const { findings } = await auditPaths([directory], new AllowList());
    return { bytes, ...time(), findings: findings.length };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Pages most of all, then data, texts, scripts, styles and search fragments: about what a built site holds. */
function fileOf(chance: Chance, index: number): [ending: string, contents: Uint8Array] {
  const paragraphs: string[] = [];
  for (let size = 0; size < BYTES_PER_FILE; size += Buffer.byteLength(there(paragraphs.at(-1)))) {
    // A drawing or a style inside of a paragraph is none of a page's text.
    paragraphs.push(`${clean(chance).text.replace(/[<>{}|"]/g, ' ')}${SENTENCE}`);
  }
  switch (index % 10) {
    case 0:
      return ['json', Buffer.from(JSON.stringify({ paragraphs }))];
    case 1:
      return ['md', Buffer.from(paragraphs.map((text) => `${text}\n`).join('\n'))];
    case 2:
      return ['js', Buffer.from(paragraphs.map((text) => `export const a = ${JSON.stringify(text)};`).join('\n'))];
    case 3:
      return ['pf_fragment', gzipSync(`pagefind_dcd${JSON.stringify({ content: paragraphs.join('\u200B') })}`)];
    default:
      return [
        'html',
        Buffer.from(
          `<!doctype html><title>公示</title><main>${paragraphs.map((text) => `<p class="text">${text}</p>`).join('\n')}</main>`,
        ),
      ];
  }
}

const SENTENCE =
  '长期扎根生产一线，从学徒做起，一干就是二十多年，练就了一手听声辨障的绝活；面对新设备、新工艺，他白天跟班记录、晚上查阅资料，把每一次故障都写进本子里，逐步总结出一套易学易用的操作方法，先后带出十余名技术骨干。';
