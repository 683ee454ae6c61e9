import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '#tests/office.ts';

describe('a command that reads a built site', () => {
  for (const [verb, option, ...more] of [
    ['preview', 'out'],
    ['campaign weight', 'out'],
    ['compare', 'site', '--address', 'http://127.0.0.1:9/'],
    ['campaign search', 'site'],
  ] as const) {
    it(`says in one sentence that there is none: ${verb}`, () => {
      const [script = '', ...name] = verb.split(' ');
      const { exit, out, err } = run(script, ...name, `--${option}`, '/nowhere/at/all', ...more, '--json');
      assert.equal(exit, 1, err);
      assert.deepEqual(JSON.parse(out), {
        error: {
          code: 'site-missing',
          message: `/nowhere/at/all 里没有生成好的网站。请先运行 npm run build，或用 --${option} 写明。`,
        },
      });
    });
  }
});
