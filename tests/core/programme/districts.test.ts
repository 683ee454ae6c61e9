import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { districtWord } from '#core/programme/districts.ts';

/** As the cities’ own papers say: 威人社函〔2024〕36号 各区市, 焦工文[2018]33号 各县市区, 包总工办发〔2023〕2号 各旗县区, 连工发〔2019〕33号 各县区. */
const WORDS = {
  'weihai-craftsman': '区市',
  'weihai-chief-technician': '区市',
  'jiaozuo-craftsman': '县市区',
  'baotou-craftsman': '旗县区',
  'gangcheng-craftsman': '县区',
};

describe('what the districts of a city are called together', () => {
  for (const [id, word] of Object.entries(WORDS)) {
    it(`${id}: ${word}`, async () => {
      const [, front = ''] = (await readFile(`content/programmes/${id}/programme.md`, 'utf8')).split(/^---$/m);
      assert.equal(districtWord(parse(front) as { districts: string[] }), word);
    });
  }
  it('is 县区 where none are listed', () => {
    assert.equal(districtWord({}), '县区');
  });
});
