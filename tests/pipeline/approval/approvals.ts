import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { given, ROUND, ROUND_FOLDER } from '#tests/office.ts';

const NOW = Date.parse('2024-09-09T15:04:05+08:00');

/** Who decided, in the fixtures. */
export const two = {
  body: '澄湖市总工会',
  document: '澄工发〔2024〕9号',
  date: '2024-09-09',
  approver: '甲',
  reviewer: '乙',
};

export function approve(content: string, change: Record<string, string | undefined> = {}) {
  const all = { round: ROUND, content, ...two, ...change };
  const stated = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return approveCommand.run(given(Object.fromEntries(stated)), () => NOW);
}

export interface Written {
  current: Record<string, unknown> & {
    digest: string;
    parts: Record<string, string>;
    people: Record<string, { record: string; photo?: string }>;
  };
  former: Written['current'][];
  records: Record<string, Record<string, string>>;
}

export async function written(content: string): Promise<Written> {
  return JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as Written;
}

/** Sorted keys all the way down: an independent reading of what the digest is said to cover. */
export function digestOf(value: unknown): string {
  const sorted = (at: unknown): unknown =>
    at !== null && typeof at === 'object' && !Array.isArray(at)
      ? Object.fromEntries(
          Object.entries(at)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : at;
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}
