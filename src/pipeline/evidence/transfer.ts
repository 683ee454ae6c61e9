import type { EvidenceTexts } from '#core/evidence/judge.ts';
import { parseManifest } from '#core/evidence/manifest.ts';
import { HABITS, isLitter, isPackedCopy } from '#pipeline/release/host-habits.ts';
import type { Copy } from './copy.ts';

/** A copy with what its way here did to it taken back, so that whatever else differs stands out. */
export interface Transferred {
  evidence: EvidenceTexts;
  files: Map<string, string>;
  /** How many files came with other line ends than they were sent with. */
  lineEnds: number;
  /** What happened to it, each thing once. */
  said: string[];
}

export function asTransferred({ evidence, files, restored, extras, habits }: Copy): Transferred {
  const texts: EvidenceTexts = {};
  let lineEnds = 0;
  for (const [name, text] of Object.entries(evidence) as [keyof EvidenceTexts, string][]) {
    // Everything in it is written with line feeds alone.
    texts[name] = text.replace(/\r(?=\n|$)/g, '');
    if (texts[name] !== text) lineEnds += 1;
  }
  const listed = listedIn(texts);
  const own = new Map(files);
  for (const [path, digest] of restored) {
    if (listed.get(path) !== digest) continue;
    own.set(path, digest);
    lineEnds += 1;
  }
  const litter = [...extras].filter(
    ([path, bytes]) => !listed.has(path) && isLitter(path, bytes, (of) => listed.get(of)),
  );
  for (const [path] of litter) own.delete(path);
  const [packed, left] = [true, false].map((wanted) =>
    litter.map(([path]) => path).filter((path) => isPackedCopy(path, (of) => listed.has(of)) === wanted),
  ) as [string[], string[]];
  const said = [
    ...(lineEnds > 0 ? [HABITS.lineEnds(lineEnds)] : []),
    ...habits,
    ...(packed.length > 0 ? [HABITS.packed(packed.length)] : []),
    ...(left.length > 0 ? [HABITS.litter(left)] : []),
  ];
  return { evidence: texts, files: own, lineEnds, said };
}

/** Every file that the manifests name, with its digest. */
export function listedIn(evidence: EvidenceTexts): Map<string, string> {
  const names = ['manifest/site.sha256', 'manifest/search.sha256', 'manifest/carried.sha256'] as const;
  return new Map(names.flatMap((name) => [...(parseManifest(evidence[name] ?? '') ?? [])]));
}
