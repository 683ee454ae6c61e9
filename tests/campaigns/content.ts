import type { Content } from '#core/records/content.ts';
import { judge } from '#pipeline/check/check-content.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { there } from '#tests/there.ts';
import { chanceFrom } from './random.ts';
import { spoil } from './spoil.ts';

export interface CampaignReport {
  tried: number;
  refused: number;
  /** Accepted, and every fact is as before. */
  harmless: number;
  /** Accepted with a changed name, date or count that stands so in the file and that no finding mentions. */
  silent: string[];
  crashed: string[];
  /** The slowest tree, in milliseconds of processor time. */
  slowest: number;
  /** Half of the trees took less. */
  middle: number;
  overTwoSeconds: string[];
  /** Findings without a Chinese sentence, a file, or with a piece of the machine in them. */
  unspeakable: string[];
}

/**
 * Spoils the approved sample content in `count` ways and judges each. No tree may crash or hang the check, and none may be accepted with
 * a name, a date or a count that differs from what was approved.
 */
export async function contentCampaign(
  count: number,
  seed: number,
  onProgress: (done: number) => void,
): Promise<CampaignReport> {
  const tree = await readTree('content');
  if (!tree) throw new Error('run from the root of the repository');
  const chance = chanceFrom(seed);
  const sites = oneProgrammeEach(tree).map((files) => ({ files, approved: factsOf(there(judged(files).content)) }));
  const report: CampaignReport = {
    tried: 0,
    refused: 0,
    harmless: 0,
    silent: [],
    crashed: [],
    slowest: 0,
    middle: 0,
    overTwoSeconds: [],
    unspeakable: [],
  };
  const times: number[] = [];
  for (; report.tried < count; report.tried += 1) {
    const { files, approved } = chance.pick(sites);
    const spoiled = spoil(files, chance);
    const name = `#${report.tried} ${spoiled.file}: ${spoiled.how}`;
    const start = process.cpuUsage();
    try {
      const { content, findings } = judged(spoiled.tree);
      const accepted = content !== undefined && findings.every(({ level }) => level !== 'error');
      if (!accepted) report.refused += 1;
      else if (factsOf(content) === approved) report.harmless += 1;
      else report.silent.push(name);
      if (!accepted && findings.some(({ where }) => where.file === '')) report.unspeakable.push(name);
    } catch (error) {
      report.crashed.push(`${name}: ${String(error)}`);
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    report.slowest = Math.max(report.slowest, took);
    times.push(took);
    if (took > 2000) report.overTwoSeconds.push(`${name}: ${Math.round(took)} ms`);
    if (report.tried % 100 === 99) onProgress(report.tried + 1);
  }
  report.middle = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return report;
}

/** The site's settings and calendar with one programme at a time: the same files as the whole, several times faster. */
function oneProgrammeEach(tree: readonly TreeFile[]): TreeFile[][] {
  const folderOf = ({ path }: TreeFile): string | undefined => /^programmes\/[^/]+\//.exec(path)?.[0];
  const folders = new Set(tree.flatMap((file) => folderOf(file) ?? []));
  return [...folders].map((folder) => tree.filter((file) => [undefined, folder].includes(folderOf(file))));
}

function judged(tree: readonly TreeFile[]) {
  const read = parseTree(tree);
  return {
    content: read.content,
    findings: [...read.findings, ...(read.readable ? judge(read.readable, read) : [])],
  };
}

/** Everything a reader would be misled by: names, employers, order, dates, counts, channels, who was conferred. */
function factsOf(content: Content): string {
  return JSON.stringify(
    content.programmes
      .flatMap(({ rounds }) => rounds)
      .map((round) => [
        round.id,
        round.roster?.data.people,
        round.people
          .map(({ id, data }) => [id, data.name, data.employer, data.tier, data.trade, data.skillLevel])
          .sort(),
        round.round.data.publicity,
        round.round.data.channels,
        round.notice?.data,
        round.result?.data,
      ])
      .sort(),
  );
}
