import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDistrict } from '#core/candidate/fields/work.ts';
import { aProgramme } from '#tests/builders.ts';

describe('a district', () => {
  const programme = { ...aProgramme().data, region: '山东省威海市', districts: ['环翠区', '荣成市'] };

  it('is one of the programme’s, with or without its city in front', () => {
    for (const written of ['环翠区', '威海市环翠区', '山东省威海市环翠区']) {
      assert.deepEqual(parseDistrict(written, programme), { value: '环翠区' }, written);
    }
  });

  it('of another city, or the words of a stamp box, is none', () => {
    for (const written of ['烟台市环翠区', '芝罘区', '区（市）总工会、人社局 意见']) {
      assert.deepEqual(parseDistrict(written, programme), {
        problem: 'import-district-unknown',
        args: { allowed: '环翠区、荣成市' },
      });
    }
  });
});
