import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { costOf } from '#tests/cost.ts';
import { REFUSED } from './payloads.ts';
import { plant, plantedContent } from './planted.ts';

let content: string;
before(async () => {
  content = await plantedContent([]);
});
after(() => rm(dirname(content), { recursive: true }));

describe('content from a district that carries an attack', () => {
  it('is clean before anything is planted', async () => {
    const { findings } = await checkContent(content);
    assert.deepEqual(
      findings.filter(({ level }) => level === 'error').map(({ code, where }) => [code, where]),
      [],
    );
  });

  for (const payload of REFUSED) {
    it(`is refused for ${payload.name}, in Chinese, with the file, and nothing runs`, async () => {
      const undo = await plant(content, payload);
      let checked: Awaited<ReturnType<typeof checkContent>> | undefined;
      const cost = await costOf(async () => (checked = await checkContent(content)));
      await undo();
      assert.ok(checked);
      const { findings, content: accepted } = checked;
      const here = findings.filter(
        ({ level, where }) => level === 'error' && where.file === (payload.named ?? payload.file),
      );
      assert.ok(here.length > 0, `no error names the file`);
      for (const one of here) {
        assert.match(sentence(one), /^[^]*\p{Script=Han}[^]*。$/u);
        assert.doesNotMatch(sentence(one), /[\p{Cc}\u202E\u200B]/u);
      }
      assert.ok(accepted === undefined || findings.some(({ level }) => level === 'error'));
      assert.equal((globalThis as { evil?: unknown }).evil, undefined);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      assert.ok(cost < 400, `${cost} times the yardstick`);
    });
  }
});
