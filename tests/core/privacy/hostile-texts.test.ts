import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { growthOf } from '#tests/cost.ts';
import { HOSTILE } from './hostile-texts.ts';

const SIZE = 64 * 1024;

describe('hostile files', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`${name}: twice as much costs less than three times as much`, async () => {
      const { name: path, text } = make();
      const growth = await growthOf((size) => {
        auditTree([{ path, bytes: Buffer.from(text.slice(0, size)) }], new AllowList());
      }, SIZE);
      assert.ok(growth < 3, `${growth} times`);
    });
  }
});
