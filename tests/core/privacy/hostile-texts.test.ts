import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { costOf } from '#tests/cost.ts';
import { HOSTILE } from './hostile-texts.ts';

describe('hostile files', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`${name}: a quarter of a megabyte costs no more than some pages`, async () => {
      const { name: path, text } = make();
      const bytes = Buffer.from(text.slice(0, 256 * 1024));
      const cost = await costOf(() => auditTree([{ path, bytes }], new AllowList()));
      assert.ok(cost < 400, `${cost} times the yardstick`);
    });
  }
});
