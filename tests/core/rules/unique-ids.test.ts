import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Content } from '#core/records/content.ts';
import { siteSettingsSchema } from '#core/records/site-settings.ts';
import { uniqueIds } from '#core/rules/unique-ids.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const settings = {
  name: '匠榜',
  description: '公示。',
  organiser: '市总工会',
  address: 'https://chenghu.example.org/',
};

/** A site of two programmes with one round each and one person in it. */
function site(first: string, second: string): Content {
  const programmes = [first, second].map((id, index) => {
    const person = aCandidate({ id, name: index === 0 ? '骆青川' : '庾岚' });
    const { folder } = aDossier({
      roster: undefined,
      people: [{ ...person, file: `programmes/p${index}/rounds/2024/candidates/${id}.md` }],
    });
    return { id: `p${index}`, programme: aProgramme(), rounds: [folder] };
  });
  const entry = { id: 'site', file: 'site.json', data: siteSettingsSchema.parse(settings), lines: {}, sections: [] };
  return { site: entry, calendarYears: [], regionalCalendars: [], programmes };
}

describe('the id of a person', () => {
  it('differs from every other on the site', () => {
    assert.deepEqual(said(uniqueIds.check(site('p3wd9hz', 'k7m2xq4'))), []);
  });

  it('is an address, so not even two programmes may share it', () => {
    assert.deepEqual(said(uniqueIds.check(site('p3wd9hz', 'p3wd9hz'))), [
      '✗ programmes/p1/rounds/2024/candidates/p3wd9hz.md（庾岚）：编号 p3wd9hz 已经用在 programmes/p0/rounds/2024/candidates/p3wd9hz.md。编号就是网址，全站不能重复。请给其中一人重新编号，并改名单。 [id-twice]',
    ]);
  });

  it('may not differ by case alone: a Windows disk would keep one page of the two', () => {
    assert.deepEqual(said(uniqueIds.check(site('p3wd9hz', 'P3wd9hz'))), [
      '✗ programmes/p1/rounds/2024/candidates/P3wd9hz.md（庾岚）：编号 P3wd9hz 已经用在 programmes/p0/rounds/2024/candidates/p3wd9hz.md。编号就是网址，全站不能重复。请给其中一人重新编号，并改名单。 [id-twice]',
    ]);
  });
});
