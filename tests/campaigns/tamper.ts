import { cp, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utf8 } from '#core/evidence/bytes.ts';
import { checkpointText } from '#core/evidence/checkpoint.ts';
import { judge } from '#core/evidence/judge.ts';
import { append, type Ledger, ledgerRoot, type NewEntry, readLedger } from '#core/evidence/ledger.ts';
import { formatKey, signatureLine } from '#core/evidence/signed-note.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { copyOf } from '#pipeline/evidence/copy-of.ts';
import { makeKey, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import { Seal } from '#pipeline/evidence/seal.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { there } from '#tests/there.ts';
import { extendCampaign, type Extended } from './extend.ts';
import { type Chance, chanceFrom } from './random.ts';

export interface TamperReport {
  tried: number;
  found: number;
  missed: string[];
  /** Histories altered before the pin and signed anew with the office's own key. */
  rewritten: { tried: number; foundWithPin: number; foundWithout: number };
  /** Histories made up without the office's key. */
  extended: Extended;
}

/** A sealed and signed release of two publications, and who signed it. */
export async function sealedRelease(): Promise<{ release: string; first: string; signer: Signer; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-tamper-'));
  const { content } = await checkContent('content');
  if (!content) throw new Error('run from the root of the repository');
  const signer = signerOf(makeKey('jiangbang.example.org', 'a b c d e', '2026-11-25', 16), 'a b c d e');
  await mkdir(join(folder, 'target'));
  for (const [turn, word] of ['甲', '乙'].entries()) {
    const site = join(folder, `site-${turn}`);
    const put = async (path: string, text: string): Promise<void> => {
      await mkdir(dirname(join(site, path)), { recursive: true });
      await writeFile(join(site, path), text);
    };
    await put('index.html', `<main>${word}</main>`);
    await put('weihai-craftsman/2023/notice/index.html', `<main><h1>公示</h1><p>${word}，单位，工种</p></main>`);
    await put('weihai-craftsman/2023/result/index.html', `<main><h1>结果</h1><p>${word}</p></main>`);
    await put(`_astro/style.${turn}abc.css`, `/* ${word} */`);
    await put('pagefind/2023/pagefind.js', `// ${word}`);
    await put('data/v1/index.json', `{"word":"${word}"}`);
    await put('evidence/content.txt', `${String(turn).repeat(64)}\n`);
    const now = Date.parse('2026-11-25T10:00:00+08:00') + turn * 60_000;
    const seal = new Seal({ content, signer, now });
    await publishFolder({ disk: realDisk, folder: join(folder, 'target') }, site, { now, first: true, seal });
  }
  const release = join(folder, 'release');
  await cp(join(folder, 'target/current/'), release, { recursive: true, dereference: true });
  const [earliest = ''] = (await readdir(join(folder, 'target/releases'))).sort();
  return { release, first: join(folder, 'target/releases', earliest), signer, folder };
}

/** Changes one thing of a release at a time and asks whether it is noticed; a change that leaves every byte as it was is none. */
export async function tamperCampaign(count: number, seed: number): Promise<TamperReport> {
  const { release, first, signer, folder } = await sealedRelease();
  const chance = chanceFrom(seed);
  const report: TamperReport = {
    tried: 0,
    found: 0,
    missed: [],
    rewritten: { tried: 0, foundWithPin: 0, foundWithout: 0 },
    extended: {},
  };
  try {
    const before = await bytesOf(release);
    while (report.tried < count) {
      const how = await tamper(release, before, chance);
      if (how === undefined) continue;
      report.tried += 1;
      const copy = await copyOf(release);
      const { verdict } = judge(copy.evidence, { files: copy.files });
      if (verdict === 'whole') report.missed.push(how);
      else report.found += 1;
      await restore(release, before);
    }
    const genuine = [await copyOf(first), await copyOf(release)];
    const extended = extendCampaign(count, genuine, signer.key, chance);
    report.extended = extended.report;
    report.missed.push(...extended.missed);
    await rewrite(release, signer, Math.max(10, Math.floor(count / 10)), chance, report);
  } finally {
    await rm(folder, { recursive: true });
  }
  return report;
}

type Files = Map<string, Buffer>;

async function bytesOf(folder: string): Promise<Files> {
  const files: Files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return files;
}

async function restore(folder: string, before: Files): Promise<void> {
  for (const path of (await bytesOf(folder)).keys()) if (!before.has(path)) await unlink(join(folder, path));
  for (const [path, bytes] of before) await writeFile(join(folder, path), bytes);
}

const CHANGES: Record<string, (bytes: Buffer, chance: Chance) => Buffer> = {
  'a bit': (bytes, chance) => {
    const at = chance.below(bytes.length);
    const copy = Buffer.from(bytes);
    copy[at] = there(bytes[at]) ^ (1 << chance.below(8));
    return copy;
  },
  'a byte less': (bytes, chance) => {
    const at = chance.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  },
  'a byte more': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([chance.below(256)]), bytes.subarray(at)]);
  },
  'the end lost': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'a byte order mark': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'other line ends': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  'a line less': (bytes, chance) => lines(bytes, (all) => all.toSpliced(chance.below(all.length), 1)),
  'a line twice': (bytes, chance) =>
    lines(bytes, (all) => {
      const at = chance.below(all.length);
      return all.toSpliced(at, 0, there(all[at]));
    }),
  'two lines exchanged': (bytes, chance) =>
    lines(bytes, (all) => {
      const [a, b] = [chance.below(all.length), chance.below(all.length)];
      return all.with(a, there(all[b])).with(b, there(all[a]));
    }),
  'a character of base64': (bytes, chance) => {
    const text = bytes.toString('utf8');
    const found = [...text.matchAll(/[A-Za-z0-9+/](?==*\s*$|=)/gm)];
    if (found.length === 0) return bytes;
    const { index } = chance.pick(found);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    return Buffer.from(text.slice(0, index) + chance.pick([...letters]) + text.slice(index + 1));
  },
};

/** @returns what was done; `undefined` where it came out as it was */
async function tamper(folder: string, before: Files, chance: Chance): Promise<string | undefined> {
  const paths = [...before.keys()];
  const path = chance.pick(chance.below(2) === 0 ? paths : paths.filter((one) => one.startsWith('evidence/')));
  const file = join(folder, path);
  switch (chance.below(12)) {
    case 0:
      await unlink(file);
      return `${path}: gone`;
    case 1: {
      const added = join(dirname(path), `${chance.pick(['x', 'index', '_astro', 'key'])}${chance.below(1000)}.html`);
      await writeFile(join(folder, added), 'forged');
      return `${added}: added`;
    }
    case 2: {
      const other = chance.pick(paths);
      if (there(before.get(other)).equals(there(before.get(path)))) return undefined;
      await writeFile(file, there(before.get(other)));
      return `${path}: is ${other}`;
    }
    case 3: {
      const ledger = there(before.get('evidence/ledger.jsonl')).toString('utf8');
      const entry: NewEntry = { type: 'act', at: '2026-11-26T10:00:00+08:00', publication: 'weihai-craftsman/2023' };
      await writeFile(join(folder, 'evidence/ledger.jsonl'), append(ledger, [entry]));
      return 'evidence/ledger.jsonl: a well-formed entry more';
    }
    case 4: {
      const other = signerOf(makeKey('jiangbang.example.org', 'x', '2026-11-25', 16), 'x');
      const text = there(there(before.get('evidence/checkpoint')).toString('utf8').split('\n\n')[0]) + '\n';
      await writeFile(
        join(folder, 'evidence/checkpoint'),
        `${text}\n${signatureLine(other.key, other.sign(utf8(text)))}`,
      );
      await writeFile(join(folder, 'evidence/key'), `${formatKey(other.key)}\n`);
      return 'evidence/checkpoint: signed with a key of somebody else';
    }
    default: {
      const how = chance.pick(Object.keys(CHANGES));
      const changed = there(CHANGES[how])(there(before.get(path)), chance);
      if (changed.equals(there(before.get(path)))) return undefined;
      await writeFile(file, changed);
      return `${path}: ${how}`;
    }
  }
}

/** The office itself, or whoever has its key: an entry before the pin altered, the chain made anew, the checkpoint signed again. */
async function rewrite(
  release: string,
  signer: Signer,
  times: number,
  chance: Chance,
  report: TamperReport,
): Promise<void> {
  const { evidence, files } = await copyOf(release);
  const { lines: original, entries } = readLedger(evidence['ledger.jsonl'] ?? '') as Ledger;
  const pinned = { size: original.length, root: ledgerRoot(original) };
  for (let turn = 0; turn < times; turn += 1) {
    const at = chance.below(entries.length - 1);
    const altered = entries.map((entry, index): NewEntry => {
      const { n, prev, ...rest } = entry;
      if (n < 0 || prev === '') throw new Error('no entry');
      return index === at ? { ...rest, at: '2020-01-01T00:00:00+08:00' } : rest;
    });
    const ledger = append('', altered);
    const fresh = (readLedger(ledger) as Ledger).lines;
    const text = checkpointText({ origin: signer.key.name, size: fresh.length, root: ledgerRoot(fresh) });
    const forged = {
      ...evidence,
      'ledger.jsonl': ledger,
      checkpoint: `${text}\n${signatureLine(signer.key, signer.sign(utf8(text)))}`,
    };
    report.rewritten.tried += 1;
    if (judge(forged, { files, pinned }).verdict === 'tampered') report.rewritten.foundWithPin += 1;
    if (judge(forged, { files }).verdict !== 'whole') report.rewritten.foundWithout += 1;
  }
}

function lines(bytes: Buffer, change: (all: string[]) => string[]): Buffer {
  return Buffer.from(change(bytes.toString('latin1').split('\n')).join('\n'), 'latin1');
}
