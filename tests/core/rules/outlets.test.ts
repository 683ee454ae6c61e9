import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outlets } from '#core/rules/outlets.ts';
import { aDossier, aProgramme, aRound, said } from '#tests/builders.ts';

// 威人社函〔2024〕36号: on the website of the 人社局 and at the employer.
const programme = aProgramme({
  outlets: {
    required: ['《澄湖日报》', '市人社局网站'],
    atEmployer: true,
    text: '在日报、网站和所在单位同时公示。',
    clause: '三、（四）',
  },
});
const check = (...names: string[]) =>
  said(outlets.check(aDossier({ programme, round: aRound({ outlets: names.map((name) => ({ name })) }) })));

describe('the outlets of a round', () => {
  it('are those the notice names, with or without the marks of a title', () => {
    assert.deepEqual(check('《澄湖日报》', '市人社局网站', '候选人所在单位公示栏'), []);
    assert.deepEqual(check('澄湖日报', '市人社局网站', '候选人所在单位公示栏', '澄湖发布'), []);
  });

  it('that are missing are named', () => {
    assert.deepEqual(check('澄湖发布'), [
      '✗ round.md「outlets」：规定要在“《澄湖日报》”公示（依据：澄工发〔2024〕8号，三、（四）），本届的 outlets 中没有。请补上。 [outlet-missing]',
      '✗ round.md「outlets」：规定要在“市人社局网站”公示（依据：澄工发〔2024〕8号，三、（四）），本届的 outlets 中没有。请补上。 [outlet-missing]',
      '✗ round.md「outlets」：规定要在所在单位同时公示（依据：澄工发〔2024〕8号，三、（四）），本届的 outlets 中没有。请补上，例如“候选人所在单位公示栏”。 [outlet-employer-missing]',
    ]);
  });
});
