import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nominatingQuota } from '#core/rules/nominating-quota.ts';
import { aCandidate, aDossier, aProgramme, aRound, people, said } from '#tests/builders.ts';

const byKind = [
  { kind: 'county', name: '各县市区', atMost: 2 },
  { kind: 'other', name: '各产业和市直属单位', atMost: 1 },
];
const programme = aProgramme({ nominatingQuotas: { byKind, clause: '三' } });
const round = aRound({
  nominatingBodies: [
    { name: '沁阳市总工会', kind: 'county' },
    { name: '市电力工会', kind: 'other' },
    { name: '个人自荐' },
  ],
});
const check = (nominatingBody: string, count: number) =>
  said(nominatingQuota.check(aDossier({ programme, round, people: people(count, () => ({ nominatingBody })) })));

describe('the people of one nominating body', () => {
  it('may fill its quota', () => {
    assert.deepEqual(check('沁阳市总工会', 2), []);
    assert.deepEqual(check('市电力工会', 1), []);
  });

  it('are named when there are too many', () => {
    assert.deepEqual(check('沁阳市总工会', 3), [
      '✗ round.md「nominatingBodies.0」：“沁阳市总工会”推荐了 3 人（骆川、庾川、郜川），而各县市区每个单位不超过 2 人（依据：澄工发〔2024〕8号，三）。请核对各人的推荐单位；确实超出的，由主办单位与推荐单位商定，程序不代为取舍。 [nominating-quota-exceeded]',
    ]);
  });

  it('are a question to a person where the notice says 原则上', () => {
    const general = aProgramme({ nominatingQuotas: { byKind, strength: 'general', clause: '四、1' } });
    const listed = people(2, () => ({ nominatingBody: '市电力工会' }));
    assert.deepEqual(said(nominatingQuota.check(aDossier({ programme: general, round, people: listed }))), [
      '△ round.md「nominatingBodies.1」：“市电力工会”推荐了 2 人（骆川、庾川），而各产业和市直属单位每个单位原则上不超过 1 人（依据：澄工发〔2024〕8号，四、1）。请核对；确有理由的，请在 round.md 的 accepted 中写明。 [nominating-quota-exceeded-general]',
    ]);
  });

  it('are not counted where the notice sets no quota', () => {
    const listed = people(9, () => ({ nominatingBody: '沁阳市总工会' }));
    assert.deepEqual(said(nominatingQuota.check(aDossier({ round, people: listed }))), []);
  });
});

describe('a nominating body', () => {
  it('must be one of the round’s, written in the same way', () => {
    const listed = [aCandidate({ nominatingBody: '沁阳总工会' })];
    assert.deepEqual(said(nominatingQuota.check(aDossier({ round, people: listed }))), [
      '✗ candidates/p3wd9hz.md「nominatingBody」（骆青川）：推荐单位“沁阳总工会”不在本届推荐单位之列。请改成 round.md 的 nominatingBodies 中的写法，或者在那里补上。 [nominating-body-unknown]',
    ]);
  });

  it('without a kind is for those who nominate themselves', () => {
    const self = [aCandidate({ nominatingBody: '个人自荐', route: 'selfNomination' })];
    assert.deepEqual(said(nominatingQuota.check(aDossier({ programme, round, people: self }))), []);
    assert.deepEqual(check('个人自荐', 1), [
      '✗ round.md「nominatingBodies.2」：推荐单位“个人自荐”没有写类别（kind），无从核对推荐名额；只有个人自荐可以不写。请写下列之一：county（各县市区）、other（各产业和市直属单位）。 [nominating-kind-missing]',
    ]);
  });

  it('of a kind without a quota cannot be judged', () => {
    const strange = aRound({ nominatingBodies: [{ name: '东湾区总工会', kind: 'district' }] });
    assert.deepEqual(said(nominatingQuota.check(aDossier({ programme, round: strange }))), [
      '✗ round.md「nominatingBodies.0」：推荐单位“东湾区总工会”的类别 district 没有规定名额。请写下列之一：county（各县市区）、other（各产业和市直属单位）。 [nominating-kind-unknown]',
    ]);
  });
});
