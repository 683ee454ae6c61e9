import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ACT_KINDS } from '#core/acts/act.ts';
import { lifeCampaign } from './life.ts';
import { sequenceCampaign } from './life-sequence.ts';

it('three hundred random histories never give two states, lose an act or shorten a window', () => {
  const report = lifeCampaign(300, 20_261_121);
  assert.equal(report.failure, undefined);
  assert.equal(report.histories, 300);
  for (const kind of ACT_KINDS) assert.ok((report.taken[kind] ?? 0) > 5, `${kind}: ${report.taken[kind]}`);
});

it('sixty random sequences of notices keep every window, every act and one state a person', () => {
  const report = sequenceCampaign(60, 20_261_130);
  assert.equal(report.failure, undefined);
  assert.equal(report.sequences, 60);
});
