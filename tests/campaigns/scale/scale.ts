import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '#pipeline/commands/root.ts';
import { there } from '#tests/there.ts';
import { approveRounds } from './approve.ts';
import { costOfRunning } from './cost.ts';
import { makeContent } from './make-content.ts';
import { frameOf, peerPages } from './peer-pages.ts';
import { type Peer, peers } from './peers.ts';

interface BuildCost {
  name: string;
  seconds: number;
  megabytes: number;
  phases: Record<string, number>;
}

export interface Scale {
  people: number;
  pages: number;
  files: number;
  bytes: number;
  builds: BuildCost[];
  peers: Peer[];
}

/**
 * The product on content of a given size: cold with its pictures, cold but for the pictures, with nothing changed, and after what an
 * office does; and other makers of static sites on the same notices and profiles in the same run.
 */
export async function scale(people: number, say: (text: string) => void): Promise<Scale> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-scale-'));
  const [content, out, cache] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'cache')];
  const builds: BuildCost[] = [];
  let pages = 0;
  const build = async (name: string): Promise<void> => {
    say(name);
    const alone = fileURLToPath(new URL('build-alone.ts', import.meta.url));
    const { stdout, ...cost } = await costOfRunning('node', ['--no-warnings', alone, content, out, cache], ROOT);
    const told = JSON.parse(stdout) as { phases: Record<string, number>; pages: number };
    pages = told.pages;
    builds.push({ name, ...cost, phases: told.phases });
  };
  try {
    say('内容');
    const made = await makeContent(people, join(ROOT, 'content'), content);
    const steps = await held(folder, content, made.rounds);
    await build('从头，连同分享图片');
    await rm(join(cache, 'memory'), { recursive: true });
    await rm(join(cache, 'clean'), { recursive: true });
    await build('从头，图片除外');
    await build('没有改动');
    for (const { name, change } of steps) {
      await change();
      await build(name);
    }
    const { files, bytes } = await sizeOf(out);
    say('同样的公示和人员，用别的工具');
    const others = await peers(folder, await peerPages(content), await frameOf(out));
    return { people: made.people, pages, files, bytes, builds, peers: others };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Step {
  name: string;
  change: () => Promise<void>;
}

/** Takes a correction, a result and a round away from the content, and says how each comes back. */
async function held(folder: string, content: string, rounds: { folder: string; acts: string[] }[]): Promise<Step[]> {
  const correction = there(rounds.flatMap(({ acts }) => acts).findLast((one) => one.endsWith('-correction.md')));
  const without = rounds.filter((one) => !one.acts.includes(correction));
  const [first, round] = [there(without.at(0)), there(without.at(-1))];
  const aside = (name: string): string => join(folder, `held-${name}`);
  await rename(correction, aside('correction'));
  await rename(join(first.folder, 'result.md'), aside('result'));
  await rename(join(first.folder, 'approval.json'), aside('approval'));
  await rename(round.folder, aside('round'));
  await approveRounds(content);
  return [
    { name: '一条更正', change: () => rename(aside('correction'), correction) },
    {
      name: '一份结果',
      change: async () => {
        await rename(aside('result'), join(first.folder, 'result.md'));
        await rename(aside('approval'), join(first.folder, 'approval.json'));
      },
    },
    { name: '新的一届', change: () => rename(aside('round'), round.folder) },
  ];
}

async function sizeOf(site: string): Promise<{ files: number; bytes: number }> {
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const sizes = await Promise.all(entries.map(async (one) => (await stat(join(one.parentPath, one.name))).size));
  return { files: sizes.length, bytes: sizes.reduce((sum, one) => sum + one, 0) };
}

/** The figures as lines, with ratios to the full build and to the peers. */
export function scaleText({ people, pages, files, bytes, builds, peers: others }: Scale): string {
  const full = builds[1]?.seconds ?? 1;
  const rows = builds.map(({ name, seconds, megabytes, phases }) => {
    const steps = Object.entries(phases).map(([step, used]) => `${step} ${used.toFixed(1)}`);
    return `${name}：处理器 ${seconds.toFixed(1)} 秒，${(seconds / full).toFixed(3)} 倍，内存 ${Math.round(megabytes)} MB（${steps.join('，')}）`;
  });
  const compared = others.map(({ name, pages: made, search, files: written, skipped }) =>
    made && search
      ? `${name}：${made.seconds.toFixed(1)} + Pagefind ${search.seconds.toFixed(1)} 秒，内存 ${Math.round(Math.max(made.megabytes, search.megabytes))} MB，文件 ${written} 个；本站从头（图片除外）是它的 ${(full / (made.seconds + search.seconds)).toFixed(1)} 倍`
      : `${name}：没有运行，${skipped}`,
  );
  return [
    `${people} 人，${pages} 个网页，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB`,
    ...rows,
    ...compared,
    '',
  ].join('\n');
}
