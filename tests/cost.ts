/**
 * What a task costs, as a multiple of a fixed piece of work done in the same process right before and after it: of the processor, so that
 * a busy machine changes nothing, and not in seconds, so that a slow one does not either.
 */
export async function costOf(task: () => unknown): Promise<number> {
  const before = processorTime(yardstick);
  const start = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / Math.max(before, processorTime(yardstick));
}

/**
 * How many times as much a task costs for twice the input: about 2 where the cost grows with the input, 4 where it grows with its square.
 * Nothing but the machine it runs on is compared with itself; where another process came in between, the pair is measured again.
 * @param task does the work for an input of the given size
 */
export async function growthOf(task: (size: number) => unknown, size: number): Promise<number> {
  await task(size);
  let [once, twice] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    once = Math.min(once, await spent(task, size));
    twice = Math.min(twice, await spent(task, 2 * size));
    if (twice < LINEAR * once) break;
  }
  return twice / Math.max(once, LEAST);
}

const ROUNDS = 6;
/** Beyond doubt. */
const LINEAR = 2.5;
/** Microseconds: below, the clock of the processor is too coarse. */
const LEAST = 1000;

async function spent(task: (size: number) => unknown, size: number): Promise<number> {
  const start = process.cpuUsage();
  await task(size);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

const WORDS = Array.from({ length: 4_000 }, (_, at) => `工匠${at * 7919}-公示 ${at % 97}`);

/** Some milliseconds of what readers do: texts put together and taken apart, expressions, tables. */
function yardstick(): void {
  const text = JSON.stringify(WORDS);
  const counts = new Map<string, number>();
  for (const word of JSON.parse(text) as string[]) {
    for (const { 0: number } of word.matchAll(/[0-9]+/g)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  if (counts.size < 97 || text.split('工匠').length !== WORDS.length + 1) throw new Error('the yardstick is broken');
}

// What runs for the first time is not yet compiled.
for (let run = 0; run < 5; run += 1) yardstick();
