import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '#pipeline/commands/root.ts';

describe('a command whose reader has left', () => {
  it('ends with its own exit code and without a word', async () => {
    const child = spawn('node', [join(ROOT, 'scripts/new-programme.ts'), '--help'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, said], [0, '']);
  });
});
