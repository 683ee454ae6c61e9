import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { applyAcceptances } from '#core/judging/acceptance.ts';
import { aRound, said } from '#tests/builders.ts';

const FOLDER = 'programmes/chenghu-craftsman/rounds/2024';
const name = '王美珠';
const warning = (id: string) =>
  finding('template-name-possible', { file: `${FOLDER}/candidates/${id}.md`, person: name }, { name });
const mistake = finding('placeholder-name', { file: `${FOLDER}/candidates/c001.md`, person: '张三' }, { name: '张三' });

const shown =
  '△ candidates/c001.md（王美珠）：“王美珠”也出现在网上流传的姓名模板里。请对照推荐材料核对；确有其人的，请在 round.md 的 accepted 中写明。 [template-name-possible]';

function apply(findings: Finding[], ...accepted: { code: string; person?: string }[]): string[] {
  const entries = accepted.map((one) => ({ ...one, reason: '已对照身份证件', by: '骆青川' }));
  return said(applyAcceptances(aRound({ accepted: entries }), findings));
}

describe('a warning that a person accepted with a reason', () => {
  it('is not shown again, for one person or for all', () => {
    assert.deepEqual(apply([warning('c001')], { code: 'template-name-possible', person: 'c001' }), []);
    assert.deepEqual(apply([warning('c001'), warning('c002')], { code: 'template-name-possible' }), []);
  });

  it('still stands for somebody else', () => {
    const findings = [warning('c001'), warning('c002')];
    assert.deepEqual(apply(findings, { code: 'template-name-possible', person: 'c002' }), [shown]);
  });

  it('stands as long as nobody has accepted it', () => {
    assert.deepEqual(apply([warning('c001')]), [shown]);
  });
});

describe('an acceptance', () => {
  it('that meets no warning any more has to go', () => {
    assert.deepEqual(apply([], { code: 'template-name-possible' }), [
      '✗ round.md「accepted.0」：这条“已知悉”（template-name-possible）已经没有对应的提醒。请删去。 [acceptance-not-needed]',
    ]);
  });

  it('cannot wave an error through', () => {
    assert.deepEqual(apply([mistake], { code: 'placeholder-name', person: 'c001' }), [
      '✗ candidates/c001.md（张三）：“张三”是占位的字样，不是姓名。请换成本人姓名，或者删去这个文件。 [placeholder-name]',
      '✗ round.md「accepted.0」：“placeholder-name”是错误，不能写进“已知悉”（accepted）放行。请改正错误本身，并删去这一条。 [acceptance-of-error]',
    ]);
  });

  it('is not needed twice', () => {
    const twice = [{ code: 'template-name-possible' }, { code: 'template-name-possible', person: 'c001' }];
    assert.deepEqual(apply([warning('c001')], ...twice), [
      '✗ round.md「accepted.1」：这条“已知悉”（template-name-possible）已经没有对应的提醒。请删去。 [acceptance-not-needed]',
    ]);
  });

  it('for a person called like another file of the round meets nobody', () => {
    const elsewhere = finding('template-name-possible', { file: `${FOLDER}/round.md` }, { name });
    assert.deepEqual(apply([elsewhere], { code: 'template-name-possible', person: 'round' }).length, 2);
  });
});
