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
