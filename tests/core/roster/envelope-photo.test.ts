import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { envelopePhotos } from '#core/roster/envelope-photo.ts';

const PEOPLE = [
  { id: 'b2j2d94', name: '滕朔海', employer: '连云港示例紫菜食品有限公司' },
  { id: 'fkdrhnr', name: '郦晓岚', employer: '示例碱业有限公司连云港分公司' },
];

/** The person whose portrait it is, or what is said. */
function fate(folder: string, name: string): string {
  const [one] = envelopePhotos(PEOPLE, [{ file: `${folder}/${name}`, folders: [folder], name }]);
  if (!one) return '';
  return 'portraitOf' in one ? one.portraitOf : 'unused' in one ? one.unused : one.findings.map(sentence).join();
}

describe('a picture in a person’s folder', () => {
  for (const folder of [
    '滕朔海',
    '01_滕朔海_连云港示例紫菜食品有限公司',
    '一、滕朔海（连云港示例紫）',
    '滕朔海申报材料',
  ])
    it(`is theirs: ${folder}`, () => assert.equal(fate(folder, '登记照.jpg'), 'b2j2d94'));

  it('is asked about by the folder’s name where that says another employer', () =>
    assert.equal(
      fate('滕朔海（别的公司）', '登记照.jpg'),
      '文件夹名里的姓名在名单上，其余的字却与名单上的单位（连云港示例紫菜食品有限公司）对不上，没有采用。请核对是不是本人，再把文件夹名改成“姓名_单位”。',
    ));

  it('is asked about by its own name where that names somebody else', () =>
    assert.equal(
      fate('滕朔海', '郦晓岚.jpg'),
      '在滕朔海的文件夹里，文件名写的却是郦晓岚，没有采用。请核对是谁的照片。',
    ));
});
