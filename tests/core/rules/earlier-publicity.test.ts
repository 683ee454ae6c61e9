import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { earlierPublicity } from '#core/rules/earlier-publicity.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

// 包总工办发〔2023〕2号: 在本单位公示不少于3个工作日。
const threeDays = aProgramme({
  earlierPublicity: { by: 'employer', atLeast: { length: 3, unit: 'working' }, clause: '五、（一）' },
});
const noLength = aProgramme({ earlierPublicity: { by: 'district', clause: '三、（二）' } });
const check = (opensOn: string, closesOn: string, programme = threeDays) => {
  const listed = [aCandidate({ earlierPublicity: { opensOn, closesOn } })];
  return said(earlierPublicity.check(aDossier({ programme, people: listed })));
};

describe('publicity at the employer of at least three working days', () => {
  it('is long enough from Wednesday to Friday, and over a weekend from Thursday to Monday', () => {
    assert.deepEqual(check('2024-07-03', '2024-07-05'), []);
    assert.deepEqual(check('2024-07-04', '2024-07-08'), []);
  });

  it('is too short over 清明节, and told how long it must be', () => {
    // Wednesday 3 April; off 4–6; make-up on Sunday 7; Monday 8.
    assert.deepEqual(check('2024-04-03', '2024-04-07'), [
      '✗ candidates/p3wd9hz.md「earlierPublicity.closesOn」（骆青川）：在所在单位公示 2024-04-03 至 2024-04-07 只有2个工作日，规定不少于3个工作日（依据：澄工发〔2024〕8号，五、（一）），应到 2024-04-08。请核对日期；确实不够的，请补足公示。 [earlier-publicity-short]',
    ]);
    assert.deepEqual(check('2024-04-03', '2024-04-08'), []);
  });

  it('is missing of somebody', () => {
    assert.deepEqual(said(earlierPublicity.check(aDossier({ programme: threeDays }))), [
      '✗ candidates/p3wd9hz.md「earlierPublicity」（骆青川）：没有写在所在单位公示的日期（依据：澄工发〔2024〕8号，五、（一））。请补上 earlierPublicity 的 opensOn 和 closesOn。 [earlier-publicity-missing]',
    ]);
  });

  it('runs backwards', () => {
    assert.deepEqual(check('2024-07-05', '2024-07-03'), [
      '✗ candidates/p3wd9hz.md「earlierPublicity.closesOn」（骆青川）：先前公示的截止日 2024-07-03 早于首日 2024-07-05。请核对两个日期的年、月、日。 [earlier-publicity-reversed]',
    ]);
  });

  it('cannot be judged on days no notice has ruled', () => {
    assert.deepEqual(check('2023-07-03', '2023-07-05'), [
      '✗ candidates/p3wd9hz.md「earlierPublicity」（骆青川）：公示期要用到 2023-07-03，但缺少国务院办公厅关于2023年部分节假日安排的通知（已录入的工作日历到 2024-12-31 为止），那一天是否上班无法断定。请待通知公布后补上 calendar/2023.json，或改用更早的公示首日。 [calendar-unknown]',
    ]);
  });
});

describe('publicity in the district without a stated length', () => {
  it('may be of one day', () => {
    assert.deepEqual(check('2024-07-03', '2024-07-03', noLength), []);
  });

  it('must be over before the round’s own begins on 11 September', () => {
    assert.deepEqual(check('2024-09-09', '2024-09-10', noLength), []);
    assert.deepEqual(check('2024-09-09', '2024-09-11', noLength), [
      '✗ candidates/p3wd9hz.md「earlierPublicity.closesOn」（骆青川）：在区市的公示到 2024-09-11 才结束，而本次公示 2024-09-11 就开始了；规定先在区市公示、无异议后上报（依据：澄工发〔2024〕8号，三、（二））。请核对日期。 [earlier-publicity-late]',
    ]);
  });
});

describe('a programme without earlier publicity', () => {
  it('asks nobody for it', () => {
    assert.deepEqual(said(earlierPublicity.check(aDossier())), []);
  });
});
