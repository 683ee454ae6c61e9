import { buildSite } from '#pipeline/build/build-site.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { there } from '#tests/there.ts';
import { processorSeconds } from '../processor-seconds.ts';

// `node build-alone.ts CONTENT OUT CACHE`: one build, and what each of its steps took of the processor.
const [content, out, cache] = process.argv.slice(2).map(there);
const phases: Record<string, number> = {};
let [step, since] = ['起动', 0];
const turn = (next: string): void => {
  const now = processorSeconds();
  phases[step] = (phases[step] ?? 0) + now - since;
  [step, since] = [next, now];
};
const options = { root: ROOT, content: there(content), out: there(out), cache: there(cache), base: '/' };
const { built, findings, pages } = await buildSite(options, Date.now, { step: turn, done: () => undefined });
turn('');
if (!built) throw new Error(JSON.stringify(findings.filter(({ level }) => level === 'error').slice(0, 3)));
process.stdout.write(JSON.stringify({ phases, pages }));
