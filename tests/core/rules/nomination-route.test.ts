import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nominationRoute } from '#core/rules/nomination-route.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

// 威人社函〔2024〕36号: 不受理个人申请。
const programme = aProgramme({
  routes: { allowed: [{ route: 'employerNomination', name: '用人单位申报' }], clause: '三' },
});

describe('the route of a nomination', () => {
  it('that the notice allows is in order', () => {
    const listed = [aCandidate({ route: 'employerNomination' })];
    assert.deepEqual(said(nominationRoute.check(aDossier({ programme, people: listed }))), []);
  });

  it('may be any of several', () => {
    const two = aProgramme({
      routes: {
        allowed: [
          { route: 'unionNomination', name: '工会推荐' },
          { route: 'selfNomination', name: '个人自荐' },
        ],
        clause: '二',
      },
    });
    const listed = [aCandidate({ route: 'selfNomination' }), aCandidate({ id: 'k7m2xq4' })];
    assert.deepEqual(said(nominationRoute.check(aDossier({ programme: two, people: listed }))), []);
  });

  it('by oneself is refused where the notice takes no personal applications', () => {
    const listed = [aCandidate({ route: 'selfNomination' })];
    assert.deepEqual(said(nominationRoute.check(aDossier({ programme, people: listed }))), [
      '✗ candidates/p3wd9hz.md「route」（骆青川）：推荐方式 selfNomination 不合规定，只能写：employerNomination（用人单位申报）（依据：澄工发〔2024〕8号，三）。请核对推荐材料后改正；确是这样推荐的，由批准名单的单位定夺，程序不代为取舍。 [route-not-allowed]',
    ]);
  });
});
