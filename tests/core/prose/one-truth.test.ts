import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numberOf } from '#core/prose/numerals.ts';
import { oneTruth } from '#core/rules/one-truth.ts';
import { aDossier, aNotice, aProgramme, aResult, aRound, aSection, people, said } from '#tests/builders.ts';
import { PLANTED, TOLD } from './notices.ts';

const hours = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
const programme = aProgramme({
  tiers: [
    { key: 'ten-great', name: '十大澄湖工匠', clause: '二' },
    { key: 'craftsman', name: '澄湖工匠', clause: '二' },
  ],
});
const listed = people(10, (index) => ({ tier: index < 4 ? 'ten-great' : 'craftsman' }));
const result = aResult(listed, {
  conferred: [
    { tier: 'ten-great', people: listed.slice(0, 4).map(({ id }) => id) },
    { tier: 'craftsman', people: listed.slice(4).map(({ id }) => id) },
  ],
});

function check(text: string, otherFacts: { words: string; meaning: string; by: string }[] = []): string[] {
  const round = aRound({
    publicity: { closingTime: '17:30' },
    channels: [
      { kind: 'phone', areaCode: '0510', number: '85550101', hours },
      { kind: 'email', address: 'gongshi@chenghu.example.org' },
      { kind: 'post', address: '澄湖市示例路0号', postcode: '214000', addressee: '市总工会' },
    ],
    stages: [
      { kind: 'nomination', opensOn: '2024-06-03', closesOn: '2024-07-31' },
      { kind: 'onlineVote', opensOn: '2024-08-05', closesOn: '2024-08-09' },
    ],
    otherFacts,
  });
  const notice = { ...aNotice(), sections: [aSection({ text, line: 6 })] };
  return said(oneTruth.check(aDossier({ programme, round, people: listed, notice, result })));
}

describe('one truth on a page', () => {
  it('raises no alarm over 25 texts told in the manner of real ones', () => {
    for (const text of TOLD) assert.deepEqual(check(text), [], text);
  });

  it('finds every one of the planted contradictions', () => {
    for (const [text, words] of PLANTED) {
      const found = check(text);
      assert.ok(
        // A number that is nobody's known one is not repeated in clear.
        found.some(
          (line) => /“(.*?)”/.exec(line.slice(line.indexOf('正文写着')))?.[1]?.replace(/^＊+$/, words) === words,
        ),
        `${text}\n${found.join('\n')}`,
      );
    }
    assert.ok(PLANTED.length >= 30);
  });

  it('says what the data say, and what to do', () => {
    assert.deepEqual(check('公示期内如有异议，请于9月17日17:30前反映。'), [
      '✗ notice.md 第 6 行：正文写着“9月17日”（“公示期内如有异议,请于9月17日17:30前反映。”），日期与数据不一致：公示截止日是2024-09-18。一页不能有两种说法，请改正文或改数据；确是另一件事的，请写明一次（npm run accept -- --words 9月17日 --meaning 是什么）。 [prose-contradicts]',
    ]);
  });

  it('lets stand what is said once to be something else, and no longer than it stands', () => {
    const other = [{ words: '3月5日', meaning: '通知印发的日期', by: '甲' }];
    assert.deepEqual(check('按照3月5日印发的通知，现予公示。', other), []);
    assert.match(check('现予公示。', other)[0] ?? '', /“3月5日”已写明另有所指.*\[other-fact-not-needed\]$/);
  });
});

describe('a number in a text', () => {
  it('is read in digits and in Chinese', () => {
    const read = ['12', '十', '十二', '二十', '一百零五', '二〇二四', '两', '三十六'].map(numberOf);
    assert.deepEqual(read, [12, 10, 12, 20, 105, 2024, 2, 36]);
  });
});
