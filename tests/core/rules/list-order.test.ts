import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listOrder } from '#core/rules/list-order.ts';
import { aDossier, aRoster, people, said } from '#tests/builders.ts';

const listed = people(3);

describe('the office’s list and the people’s files', () => {
  it('name the same people in the same words', () => {
    assert.deepEqual(said(listOrder.check(aDossier({ people: listed }))), []);
  });

  it('may stand in any order: the list’s is the one that is shown', () => {
    assert.deepEqual(said(listOrder.check(aDossier({ people: listed.toReversed(), roster: aRoster(listed) }))), []);
  });

  it('differ when somebody has no file', () => {
    assert.deepEqual(said(listOrder.check(aDossier({ people: listed.slice(0, 2), roster: aRoster(listed) }))), [
      '✗ roster.json「people.2.id」（郜川）：名单上有这个人，却没有可用的 candidates/c003.md。请补上；文件已有的，请先改正它自己的错误。 [roster-person-without-file]',
    ]);
  });

  it('differ when somebody is not listed', () => {
    assert.deepEqual(said(listOrder.check(aDossier({ people: listed, roster: aRoster(listed.slice(0, 2)) }))), [
      '✗ candidates/c003.md（郜川）：有这个人的文件，名单 roster.json 上却没有。请重新导入名单；确已不在名单的，请删去这个文件。 [roster-person-missing]',
    ]);
  });

  it('differ by one character of a name or an employer', () => {
    const roster = aRoster(listed, ({ id }) =>
      id === 'c002' ? { name: '瘐川' } : id === 'c003' ? { employer: '澄湖市三厂（筹）' } : {},
    );
    assert.deepEqual(said(listOrder.check(aDossier({ people: listed, roster }))), [
      '✗ roster.json「people.1.name」（瘐川）：名单上的姓名是“瘐川”，candidates/c002.md 写的是“庾川”。请对照批准的名单改成一致，一个字也不能差。 [roster-name-differs]',
      '✗ roster.json「people.2.employer」（郜川）：名单上的单位是“澄湖市三厂（筹）”，candidates/c003.md 写的是“澄湖市三厂”。请对照批准的名单改成一致，一个字也不能差。 [roster-employer-differs]',
    ]);
  });

  it('hold everybody once', () => {
    assert.deepEqual(
      said(listOrder.check(aDossier({ people: listed, roster: aRoster([...listed, ...listed.slice(0, 1)]) }))),
      ['✗ roster.json「people.3.id」（骆川）：名单上编号 c001 出现了不止一次。请删去多余的一行。 [roster-id-twice]'],
    );
  });
});

describe('a round without a list', () => {
  it('is refused as soon as it has people or a notice', () => {
    const missing =
      '✗ roster.json：没有可用的名单 roster.json，次序和人数无从核对。请用导入命令生成；文件已有的，请先改正它自己的错误。 [roster-missing]';
    assert.deepEqual(said(listOrder.check(aDossier({ roster: undefined }))), [missing]);
    assert.deepEqual(said(listOrder.check(aDossier({ people: [], roster: undefined }))), [missing]);
  });

  it('and without people and notice is only being prepared', () => {
    const dossier = aDossier({ people: [], roster: undefined, notice: undefined });
    assert.deepEqual(said(listOrder.check(dossier)), []);
  });
});
