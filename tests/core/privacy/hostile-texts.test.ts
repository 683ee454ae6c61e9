import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditTree } from '#pipeline/gate/audit.ts';
import { AllowList } from '#core/privacy/allow-list.ts';
import { HOSTILE } from './hostile-texts.ts';

describe('hostile files', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`${name}: a quarter of a megabyte in a quarter of a second of processor time, with room for noise`, () => {
      const { name: path, text } = make();
      const bytes = Buffer.from(text.slice(0, 256 * 1024));
      const start = process.cpuUsage();
      auditTree([{ path, bytes }], new AllowList());
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1000 < 1000, `${(user + system) / 1000} ms`);
    });
  }
});
