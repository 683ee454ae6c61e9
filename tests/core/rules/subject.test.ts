import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chineseCount } from '#core/formats/subject.ts';
import { nameCharacters } from '#core/rules/name-characters.ts';
import { placeholderName } from '#core/rules/placeholder-name.ts';
import { quota } from '#core/rules/quota.ts';
import { skillLevel } from '#core/rules/skill-level.ts';
import { subject } from '#core/rules/subject.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const crew = (change: object = {}) =>
  aCandidate({ name: '第3机组“先锋”检修班', subject: 'crew', trade: undefined, ...change });

describe('a count of those on a list', () => {
  it('is of people where all are persons, and of each kind where not', () => {
    assert.equal(chineseCount([]), '0人');
    assert.equal(chineseCount(['person', 'person']), '2人');
    assert.equal(chineseCount(['collective', 'collective', 'collective']), '3个集体');
    assert.equal(chineseCount(['unit', 'person', 'collective', 'person'], ' '), '2 名个人、1 个集体、1 个单位');
  });
});

describe('a collective on the list', () => {
  it('may have a name that no person has, and needs no level', () => {
    const programme = aProgramme({ skillLevel: { atLeast: 'senior-worker', clause: '一' } });
    const dossier = aDossier({ people: [crew()], programme });
    for (const rule of [subject, placeholderName, nameCharacters, skillLevel])
      assert.deepEqual(said(rule.check(dossier)), []);
  });

  it('is no person: a name that says so is asked what it is', () => {
    const people = [aCandidate({ name: '澄湖市东湾区税务局办税服务中心' })];
    assert.deepEqual(said(subject.check(aDossier({ people }))), [
      '✗ candidates/p3wd9hz.md「name」（澄湖市东湾区税务局办税服务中心）：“澄湖市东湾区税务局办税服务中心”是集体或单位的名称，却没有写对象（subject），会被当成一个人公示。请写下列之一：collective（集体）、team（团队）、crew（班组）、unit（单位）。 [subject-unstated]',
    ]);
  });

  it('is asked for nothing that is a person’s', () => {
    assert.deepEqual(said(subject.check(aDossier({ people: [crew({ trade: '集体' })] }))), [
      '✗ candidates/p3wd9hz.md「trade」（第3机组“先锋”检修班）：对象是班组，不写工种（trade）：这一项只属于个人。请删去这一项。 [subject-field]',
    ]);
  });

  it('is in a tier that takes such as it, which is counted in 个', () => {
    const programme = aProgramme({
      quota: { count: 1, kind: 'at-most', clause: '二' },
      tiers: [
        { key: 'medal', name: '奖章', clause: '二', subjects: ['person'], limit: { count: 1, kind: 'at-most' } },
        { key: 'pioneer', name: '先锋号', clause: '二', subjects: ['crew'], limit: { count: 1, kind: 'exactly' } },
      ],
    });
    const wrong = aDossier({ people: [crew({ tier: 'medal' })], programme });
    assert.deepEqual(said(subject.check(wrong)), [
      '✗ candidates/p3wd9hz.md「tier」（第3机组“先锋”检修班）：“奖章”是授予个人的，而这里的对象是班组。请核对档次（tier）和对象（subject）。 [subject-tier]',
    ]);
    // A crew that states no tier can only be meant for the one that takes crews.
    const people = [crew(), crew({ id: 'p3wd9hy', name: '第4机组检修班' })];
    assert.deepEqual(said(quota.check(aDossier({ people, programme }))), [
      '✗ roster.json「people」：名单上“先锋号”有 2 个，而名额为 1 个（依据：澄工发〔2024〕8号，二）。请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 tiers 写明 { key: "pioneer", count: 2, atMost: 1 }，名额由结果遵守。 [quota-missed]',
    ]);
  });
});
