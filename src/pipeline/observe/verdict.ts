import type { Line } from './record.ts';

interface Stretch {
  /** Canonical text in force. */
  text: string;
  from: string;
  to: string;
  probes: number;
}

export interface Verdict {
  address: string;
  probes: number;
  answered: number;
  /** Answered with 200, in percent, rounded down to hundredths. */
  coverage: number;
  /** Longest time between two answers with 200, in minutes. */
  longestGap: number;
  from: string;
  to: string;
  /** One for each text, in order of time: more than one means that the text was changed. */
  texts: Stretch[];
  /** Different bodies with the same or another text. */
  bodies: number;
  /** Largest difference between the server's clock and this machine's, in seconds. */
  clockOff: number;
  continuous: boolean;
}

/** "Continuous" is claimed only with 99 % of answers, no gap over an hour, and one body throughout. */
export function verdictOn(address: string, all: readonly Line[]): Verdict | undefined {
  const lines = all.filter((line) => line.address === address);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const good = lines.filter(({ status }) => status === 200);
  const times = [first.at, ...good.map(({ at }) => at), last.at].map((at) => Date.parse(at));
  const gaps = times.map((time, index) => time - (times[index - 1] ?? time));
  const longestGap = Math.ceil(Math.max(...gaps) / 60_000);
  const coverage = Math.floor((good.length / lines.length) * 10_000) / 100;
  const bodies = new Set(good.map(({ body }) => body)).size;
  const off = good.flatMap(({ at, serverDate }) =>
    serverDate === undefined ? [] : [Math.abs(Date.parse(serverDate) - Date.parse(at)) / 1000],
  );
  return {
    address,
    probes: lines.length,
    answered: good.length,
    coverage,
    longestGap,
    from: first.at,
    to: last.at,
    texts: stretches(good),
    bodies,
    clockOff: Math.round(Math.max(0, ...off)),
    continuous: coverage >= 99 && longestGap <= 60 && bodies === 1,
  };
}

function stretches(good: readonly Line[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { text = '', at } of good) {
    const last = found.at(-1);
    if (last?.text === text) {
      last.to = at;
      last.probes += 1;
    } else found.push({ text, from: at, to: at, probes: 1 });
  }
  return found;
}
