import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { actCorrections } from '#core/rules/act-corrections.ts';
import { aCandidate, aNotice, said } from '#tests/builders.ts';
import { aLife, anAct, announced, aTombstone } from '../lifecycle/a-life.ts';

const person = aCandidate({ id: 'p3wd9hz', name: '骆青川', texts: { 事迹材料: '从业十八年，无一误航。带徒六人。' } });
const check = (list: Entry<Act>[], given: Parameters<typeof aLife>[1] = {}) =>
  said(actCorrections.check(aLife(list, { people: [person], ...given })));
const correction = (rest: object, when = '2024-09-12 10:00') => anAct('correction', when, rest);
const ofPerson = (rest: object, when?: string) => correction({ of: 'person', person: 'p3wd9hz', ...rest }, when);

describe('a correction', () => {
  it('says what stands in the files now', () => {
    assert.deepEqual(check([ofPerson({ field: 'name', old: '骆清川', new: '骆青川' })]), []);
    assert.deepEqual(check([ofPerson({ field: 'name', old: '骆青川', new: '骆清川' })]), [
      '✗ acts/2024-09-12-correction.md「new」：更正写了姓名的新内容，programmes/chenghu-craftsman/rounds/2024/candidates/p3wd9hz.md 里现在却不是。请把文件改得与更正一致，或另办一次更正。 [correction-not-applied]',
    ]);
  });

  it('of a text says a passage that stands in it', () => {
    assert.deepEqual(check([ofPerson({ field: 'texts.0', old: '带徒五人', new: '带徒六人' })]), []);
    assert.deepEqual(check([ofPerson({ field: 'texts.0', old: '带徒六人', new: '带徒七人' })]), [
      '✗ acts/2024-09-12-correction.md「new」：更正写了正文“事迹材料”的新内容，programmes/chenghu-craftsman/rounds/2024/candidates/p3wd9hz.md 里现在却不是。请把文件改得与更正一致，或另办一次更正。 [correction-not-applied]',
    ]);
    assert.deepEqual(check([ofPerson({ field: 'texts.0', old: '省级劳模。' })]), []);
    assert.equal(check([ofPerson({ field: 'texts.0', old: '带徒六人。' })]).length, 1);
  });

  it('after a correction begins where that one ended', () => {
    const first = ofPerson({ field: 'trade', old: '船舶驾驶员', new: '船舶轮机' });
    const second = (old: string) => ofPerson({ field: 'trade', old, new: '船舶轮机员' }, '2024-09-13 10:00');
    assert.deepEqual(check([first, second('船舶轮机')]), []);
    assert.deepEqual(check([first, second('船舶驾驶员')]), [
      '✗ acts/2024-09-13-correction.md「old」：工种在 2024-09-12 已经更正过一次，这一次的原文应当是那一次改成的内容。请核对 old。 [correction-chain-broken]',
    ]);
  });

  it('is no way to change a date', () => {
    assert.deepEqual(
      check([correction({ of: 'round', field: 'publicity.closesOn', old: '2024-09-19', new: '2024-09-18' })]),
      [
        '✗ acts/2024-09-12-correction.md「field」：截止日不能用更正来改：公示期变动请用延长（extension）、中止（suspension）或重新公示（re-publicity），发布日期如实保留。 [correction-of-dates]',
      ],
    );
    const published = correction({ of: 'notice', field: 'published', old: '2024-09-11', new: '2024-09-10' });
    assert.equal(check([published])[0]?.slice(-22), ' [correction-of-dates]');
  });

  it('is no way to change a decision or the list', () => {
    const decision = correction({ of: 'result', field: 'conferred.0.people.0', old: 'c001', new: 'c002' });
    assert.deepEqual(
      check([decision], { result: announced }).map((line) => line.slice(-25)),
      [' [correction-of-decision]'],
    );
    const list = correction({ of: 'list', field: 'people.0.name', old: '甲', new: '乙' });
    assert.deepEqual(
      check([list]).map((line) => line.slice(-25)),
      [' [correction-of-decision]'],
    );
    assert.deepEqual(check([correction({ of: 'list', field: 'orderedBy', old: '按笔画', new: '排名不分先后' })]), []);
  });

  it('names a field that exists', () => {
    const [found] = check([ofPerson({ field: 'nickname', old: '甲', new: '乙' })]);
    assert.match(
      found ?? '',
      /没有“nickname”这一项可以更正。现有：name、employer、trade、.* \[correction-field-unknown\]$/,
    );
  });

  it('names somebody of the round', () => {
    assert.deepEqual(check([correction({ of: 'person', person: 'zz9', field: 'name', old: '甲', new: '乙' })]), [
      '✗ acts/2024-09-12-correction.md「person」：公示名单里没有编号 zz9。请核对。 [act-person-unknown]',
    ]);
  });

  it('of somebody since taken down has nothing to be compared with', () => {
    const act = correction({ of: 'person', person: 'c003', field: 'name', withheld: true });
    assert.deepEqual(said(actCorrections.check(aLife([act], {}, [aTombstone('c003', 3)]))), []);
  });

  it('of somebody taken down explains that person alone', () => {
    const act = correction({ of: 'person', person: 'c004', field: 'name', withheld: true });
    const codes = actCorrections.check(aLife([act], {}, [aTombstone('c005', 3)])).map(({ code }) => code);
    assert.deepEqual(codes, ['act-person-unknown']);
  });

  it('of a channel is in order, and of the dates of another file no business of the round', () => {
    const number = correction({ of: 'round', field: 'channels.0.number', old: '0000009', new: '0000000' });
    assert.deepEqual(check([number]), []);
    const title = correction({ of: 'notice', field: 'title', old: '甲', new: aNotice().data.title });
    assert.deepEqual(check([title], { notice: aNotice() }), []);
    const dates = correction({ of: 'notice', field: 'publicity.opensOn', old: '甲', new: '乙' });
    assert.match(check([dates], { notice: aNotice() }).join(), /\[correction-field-unknown\]$/);
  });

  it('may add a field, or take one away, and need not know the field it adds', () => {
    assert.deepEqual(check([ofPerson({ field: 'trade', new: '船舶轮机员' })]), []);
    assert.deepEqual(check([ofPerson({ field: 'mentoring', old: '带徒六人。' })]), []);
    assert.match(check([ofPerson({ field: 'trade', old: '船舶轮机员' })]).join(), /\[correction-not-applied\]$/);
    assert.match(check([ofPerson({ field: 'nickname', new: '老骆' })]).join(), /\[correction-not-applied\]$/);
    assert.deepEqual(check([ofPerson({ field: 'nickname', old: '老骆', withheld: undefined })]), []);
    assert.deepEqual(check([ofPerson({ field: 'nickname', withheld: true, new: '老骆' })]), []);
  });

  it('of two passages of one text is about its own, whatever the other said', () => {
    const two = [
      ofPerson({ field: 'texts.0', old: '从业十七年', new: '从业十八年' }),
      ofPerson({ field: 'texts.0', old: '带徒五人', new: '带徒六人' }, '2024-09-13 10:00'),
    ];
    assert.deepEqual(check(two), []);
  });

  it('after one whose text is withheld begins anywhere', () => {
    const hidden = ofPerson({ field: 'trade', withheld: true, new: '船舶轮机' });
    const second = ofPerson({ field: 'trade', old: '船舶驾驶员', new: '船舶轮机员' }, '2024-09-13 10:00');
    assert.deepEqual(check([hidden, second]), []);
  });

  it('of a text that is there no longer does not stand', () => {
    assert.match(check([ofPerson({ field: 'texts.3', new: '甲' })]).join(), /\[correction-not-applied\]$/);
    assert.deepEqual(check([ofPerson({ field: 'texts.3', old: '甲' })]), []);
  });

  it('whose old text must not be repeated is taken at its word', () => {
    assert.deepEqual(check([ofPerson({ field: 'texts.0', withheld: true, new: '无一误航' })]), []);
  });

  it('before 重新公示 may have been overtaken by the new text', () => {
    const title = correction({ of: 'notice', field: 'title', old: '甲', new: '乙' });
    const again = anAct('re-publicity', '2024-09-20 10:00', {
      title: '重新公示',
      opensOn: '2024-09-23',
      closesOn: '2024-09-27',
    });
    assert.equal(check([title], { notice: aNotice() }).length, 1);
    assert.deepEqual(check([title, again], { notice: aNotice() }), []);
  });
});
