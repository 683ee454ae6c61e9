import assert from 'node:assert/strict';
import { it } from 'node:test';
import { growthOf } from './cost.ts';

/** As many steps of arithmetic as asked for. */
function steps(count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum = (sum * 31 + at) % 65_537;
  return sum;
}

it('work that grows with its input is told from work that grows with its square', async () => {
  assert.ok((await growthOf((size) => steps(size * 2000), 1000)) < 3);
  assert.ok((await growthOf((size) => steps(size * size), 2000)) > 3);
});
