import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SkillLevel } from '#core/formats/words.ts';
import { skillLevel } from '#core/rules/skill-level.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const asking = (strength: 'must' | 'general') =>
  aProgramme({ skillLevel: { atLeast: 'senior-technician', strength, clause: '一' } });
const check = (level: SkillLevel | undefined, programme = asking('must')) =>
  said(skillLevel.check(aDossier({ programme, people: [aCandidate({ skillLevel: level })] })));

describe('a programme that asks for 高级技师 or above', () => {
  it('takes 高级技师 and what stands above it', () => {
    for (const level of ['senior-technician', 'special-technician', 'chief-technician'] as const) {
      assert.deepEqual(check(level), [], level);
    }
  });

  it('refuses a 技师', () => {
    assert.deepEqual(check('technician'), [
      '✗ candidates/p3wd9hz.md「skillLevel」（骆青川）：技能等级是技师，规定要求高级技师以上（依据：澄工发〔2024〕8号，一）。请核对证书后改正；确实不够的，由批准名单的单位定夺，程序不代为取舍。 [skill-level-below]',
    ]);
  });

  it('asks for the level where none is written', () => {
    assert.deepEqual(check(undefined), [
      '✗ candidates/p3wd9hz.md「skillLevel」（骆青川）：没有写技能等级，规定要求高级技师以上（依据：澄工发〔2024〕8号，一）。请按证书补上 skillLevel。 [skill-level-missing]',
    ]);
  });
});

describe('a programme that generally asks for 高级技师', () => {
  it('warns, and a person may accept it', () => {
    assert.deepEqual(check('senior-worker', asking('general')), [
      '△ candidates/p3wd9hz.md「skillLevel」（骆青川）：技能等级是高级工，规定一般要求高级技师以上（依据：澄工发〔2024〕8号，一）。请核对证书；确有理由的，请在 round.md 的 accepted 中写明。 [skill-level-below-general]',
    ]);
    assert.deepEqual(check(undefined, asking('general')), [
      '△ candidates/p3wd9hz.md「skillLevel」（骆青川）：没有写技能等级，规定一般要求高级技师以上（依据：澄工发〔2024〕8号，一）。请按证书补上 skillLevel；确有理由的，请在 round.md 的 accepted 中写明。 [skill-level-missing-general]',
    ]);
  });
});

describe('a programme that asks for none', () => {
  it('is content with none', () => {
    assert.deepEqual(check(undefined, aProgramme()), []);
  });
});
