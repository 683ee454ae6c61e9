import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { parseCraft } from '#core/candidate/fields/craft.ts';
import { columnsFor } from '#core/roster/columns.ts';
import { aCandidate, aProgramme } from '#tests/builders.ts';

describe('the family of a craft', () => {
  it('is one of a closed list', () => {
    const person = { ...aCandidate().data, craftFamily: 'welding' };
    assert.equal(candidateSchema.parse(person).craftFamily, 'welding');
    assert.equal(candidateSchema.safeParse({ ...person, craftFamily: 'flying' }).success, false);
  });

  it('is read by its Chinese word, ticked or alone, and asked about where it is another', () => {
    assert.deepEqual(parseCraft(' 车铣切削 '), { value: 'machining' });
    assert.deepEqual(parseCraft('□焊接 ☑木作 □服务'), { value: 'woodwork' });
    assert.deepEqual(parseCraft(''), { value: undefined });
    assert.deepEqual(parseCraft('飞行'), {
      problem: 'import-word-unknown',
      args: {
        allowed:
          '焊接、车铣切削、钳工装配、电气、铸锻、纺织刺绣、陶瓷雕刻、建筑营造、木作、烹饪酿造、种植养殖渔业、医护、化工、信息通信、运输驾驶、服务、检验检测',
      },
    });
  });

  it('has a column where the programme asks for it, or where somebody has one', () => {
    const has = (...args: Parameters<typeof columnsFor>): boolean =>
      columnsFor(...args).some(({ key }) => key === 'craftFamily');
    const programme = aProgramme().data;
    const person = aCandidate().data;
    assert.equal(has(programme), false);
    assert.equal(has(programme, [person]), false);
    assert.equal(has(programme, [person, { ...person, craftFamily: 'food' }]), true);
    assert.equal(has(aProgramme({}, { showcase: true }).data), true);
  });
});
