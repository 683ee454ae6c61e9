import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { sentence } from '#core/catalogue/finding.ts';
import type { ColumnKey, FieldKey } from '#core/roster/columns.ts';
import type { Answers, KnownPerson } from '#core/roster/match.ts';
import type { Draft } from '#core/roster/person-draft.ts';
import { changesBetween, type Plan, planImport } from '#core/roster/plan.ts';
import { mergedRecord } from '#core/roster/record.ts';
import { there } from '#tests/there.ts';
import { aProgramme } from './programmes.ts';

const programme = aProgramme({
  texts: ['事迹材料'],
  routes: [
    ['unionNomination', '工会推荐'],
    ['selfNomination', '个人自荐'],
  ],
});

function aDraft(
  row: number,
  name: string,
  employer: string,
  more: Partial<Record<FieldKey, unknown>> & { texts?: Record<string, string> } = {},
): Draft {
  const { texts = {}, ...fields } = more;
  const all: [string, unknown][] = Object.entries({
    name,
    employer,
    trade: '焊工',
    route: 'unionNomination',
    nominatingBody: '甲区总工会',
    summary: '能手。',
    ...fields,
  });
  const where = { file: '名单.xlsx', cell: `B${row}`, line: row, person: name };
  return {
    row,
    where,
    id: fields.id as string | undefined,
    name,
    employer,
    fields: new Map(all.map(([key, value]) => [key as FieldKey, value])),
    texts: new Map(Object.entries(texts)),
    places: new Map(
      [...all.map(([key]) => key), ...Object.keys(texts).map((heading) => `text:${heading}`)].map((key) => [
        key as ColumnKey,
        where,
      ]),
    ),
    pictures: [],
  };
}

function aKnown(id: string, name: string, employer: string, more: object = {}): KnownPerson {
  const candidate = candidateSchema.parse({
    name,
    employer,
    trade: '焊工',
    route: 'unionNomination',
    nominatingBody: '甲区总工会',
    summary: '能手。',
    ...more,
  });
  return { id, name, employer, record: { candidate, sections: [] } };
}

function plan(
  drafts: Draft[],
  known: KnownPerson[],
  answers: Partial<Answers> = {},
  more: { approved?: boolean; incomplete?: boolean } = {},
): Plan {
  let count = 0;
  return planImport({
    drafts,
    known,
    answers: { same: new Map(), fresh: new Set(), remove: new Set(), ...answers },
    approved: false,
    incomplete: false,
    programme,
    mint: () => `new${(count += 1)}`,
    ...more,
  });
}

const states = ({ people }: Plan): string[] => people.map(({ id, state }) => `${id} ${state}`);
const codes = ({ findings }: Plan): string[] => findings.map(({ code }) => code);

describe('who a row is', () => {
  const li = aKnown('li', '李明', '甲公司');
  const wang = aKnown('wang', '王芳', '甲公司');

  it('the same name and employer are the same person', () => {
    assert.deepEqual(states(plan([aDraft(2, '李明', '甲公司')], [li])), ['li unchanged']);
  });

  it('the id decides, whatever else was corrected', () => {
    const read = plan([aDraft(2, '李朋', '甲公司', { id: 'li' })], [li]);
    assert.deepEqual(states(read), ['li changed']);
    assert.deepEqual(read.people[0]?.changes, [{ field: '姓名', from: '李明', to: '李朋' }]);
  });

  it('an id whose person has neither the name nor the employer is asked about', () => {
    const read = plan([aDraft(2, '赵强', '丙公司', { id: 'li' })], [li]);
    assert.deepEqual(codes(read), ['import-id-other-person']);
    assert.deepEqual(states(plan([aDraft(2, '赵强', '丙公司', { id: 'li' })], [li], { same: new Map([[2, 'li']]) })), [
      'li changed',
    ]);
    const fresh = plan([aDraft(2, '赵强', '丙公司', { id: 'li' })], [li], {
      fresh: new Set([2]),
      remove: new Set(['li']),
    });
    assert.deepEqual([states(fresh), codes(fresh)], [['new1 new'], []]);
  });

  it('another employer under the same name is asked about, never guessed', () => {
    const read = plan([aDraft(7, '李明', '乙公司')], [li]);
    assert.deepEqual(read.people, []);
    assert.deepEqual(read.findings.map(sentence), [
      '名单里原有 李明（甲公司，编号 li），和这一行像是同一个人，又不完全一样。是同一个人请加 --same 7=li，是另一个人请加 --new 7。',
    ]);
    assert.deepEqual(states(plan([aDraft(7, '李明', '乙公司')], [li], { same: new Map([[7, 'li']]) })), ['li changed']);
    const other = plan([aDraft(7, '李明', '乙公司')], [li], { fresh: new Set([7]) });
    assert.deepEqual([states(other), codes(other)], [['new1 new'], ['import-person-gone']]);
  });

  it('another name at the same employer is asked about only when somebody is missing there', () => {
    assert.deepEqual(codes(plan([aDraft(2, '王芬', '甲公司')], [wang])), ['import-who-is-this']);
    assert.deepEqual(states(plan([aDraft(2, '王芳', '甲公司'), aDraft(3, '赵强', '甲公司')], [wang])), [
      'wang unchanged',
      'new1 new',
    ]);
  });

  it('several that it may be are all named', () => {
    const zhao = aKnown('zhao', '赵强', '甲公司');
    const [question] = plan([aDraft(7, '李朋', '甲公司')], [li, zhao]).findings;
    assert.equal(
      sentence(there(question)),
      '名单里原有 李明（甲公司，编号 li）、赵强（甲公司，编号 zhao），和这一行像是同一个人，又不完全一样。是同一个人请加 --same 7=编号，是另一个人请加 --new 7。',
    );
  });

  it('the same name and employer twice are one too many, unless their ids tell them apart', () => {
    const rows = (one: string | undefined, other: string | undefined): string[] =>
      codes(
        plan(
          [
            aDraft(2, '李明', '甲公司', one === undefined ? {} : { id: one }),
            aDraft(3, '李明', '甲公司', other === undefined ? {} : { id: other }),
          ],
          [li, aKnown('li2', '李明', '甲公司')],
        ),
      );
    assert.deepEqual(rows('li', 'li2'), ['import-namesake']);
    assert.ok(rows('li', undefined).includes('import-person-twice'));
    assert.ok(rows(undefined, 'li').includes('import-person-twice'));
    assert.ok(rows(undefined, undefined).includes('import-person-twice'));
    assert.ok(rows('li', 'li').includes('import-person-twice'));
    const apart = plan([aDraft(2, '李明', '甲公司'), aDraft(3, '李明', '乙公司')], []);
    assert.deepEqual(
      apart.findings.map(({ code, where, args }) => [code, where.line, args['row']]),
      [['import-namesake', 3, '第 2 行']],
    );
  });

  it('two people of one name stay two', () => {
    const read = plan([aDraft(2, '李明', '甲公司'), aDraft(3, '李明', '乙公司')], [li]);
    assert.deepEqual([states(read), codes(read)], [['li unchanged', 'new1 new'], ['import-namesake']]);
    const twins = plan([aDraft(2, '李明', '甲公司'), aDraft(3, '李明', '甲公司')], []);
    assert.deepEqual(codes(twins), ['import-person-twice']);
    const known = [li, aKnown('li2', '李明', '甲公司', { trade: '钳工' })];
    const identified = plan(
      [aDraft(2, '李明', '甲公司', { id: 'li2', trade: '钳工' }), aDraft(3, '李明', '甲公司', { id: 'li' })],
      known,
    );
    assert.deepEqual(
      [states(identified), codes(identified), identified.reordered],
      [['li2 unchanged', 'li unchanged'], ['import-namesake'], true],
    );
  });

  it('an id of nobody, and one used twice, are slips', () => {
    assert.deepEqual(codes(plan([aDraft(2, '李明', '甲公司', { id: 'xx' })], [])), ['import-id-unknown']);
    const twice = plan(
      [aDraft(2, '李明', '甲公司', { id: 'li' }), aDraft(3, '王芳', '甲公司', { id: 'li' })],
      [li, wang],
    );
    assert.ok(codes(twice).includes('import-id-twice'));
  });
});

describe('who is gone', () => {
  const known = [aKnown('li', '李明', '甲公司'), aKnown('wang', '王芳', '乙公司')];
  const rest = [aDraft(2, '李明', '甲公司')];

  it('is a question before approval', () => {
    assert.deepEqual(codes(plan(rest, known)), ['import-person-gone']);
    const answered = plan(rest, known, { remove: new Set(['wang']) });
    assert.deepEqual([codes(answered), answered.gone.map(({ id }) => id)], [[], ['wang']]);
  });

  it('is an act after approval', () => {
    assert.deepEqual(codes(plan(rest, known, { remove: new Set(['wang']) }, { approved: true })), [
      'import-removal-after-approval',
    ]);
  });

  it('cannot be said while rows could not be read', () => {
    assert.deepEqual(codes(plan(rest, known, {}, { incomplete: true })), []);
  });

  it('an answer to no question is a slip', () => {
    const answers = { same: new Map([[9, 'li']]), fresh: new Set([8]), remove: new Set(['li']) };
    assert.deepEqual(
      plan([aDraft(2, '李明', '甲公司'), aDraft(3, '王芳', '乙公司')], known, answers).findings.map(sentence),
      [
        '--same 9=li 没有对应的问题。请核对行号和编号，或去掉它。',
        '--new 8 没有对应的问题。请核对行号和编号，或去掉它。',
        '--remove li 没有对应的问题。请核对行号和编号，或去掉它。',
      ],
    );
  });
});

describe('what changes', () => {
  const known = aKnown('li', '李明', '甲公司', { post: '班长', honours: [{ name: '市劳模', year: 2017 }] });

  it('a column that is not there leaves its field alone, an empty cell empties it', () => {
    assert.deepEqual(states(plan([aDraft(2, '李明', '甲公司')], [known])), ['li unchanged']);
    const emptied = plan([aDraft(2, '李明', '甲公司', { post: undefined })], [known]);
    assert.deepEqual(emptied.people[0]?.changes, [{ field: '岗位（职务）', from: '班长', to: '' }]);
    assert.equal(emptied.people[0]?.record.candidate.post, undefined);
  });

  it('is shown old and new, in the words of the table', () => {
    const changed = plan(
      [
        aDraft(2, '李明', '甲公司', {
          route: 'selfNomination',
          honours: [{ name: '市劳模', year: 2018 }],
          texts: { 事迹材料: '第一段。' },
        }),
      ],
      [known],
    );
    assert.deepEqual(changed.people[0]?.changes, [
      { field: '推荐方式', from: '工会推荐', to: '个人自荐' },
      { field: '荣誉', from: '2017 市劳模', to: '2018 市劳模' },
      { field: '事迹材料', from: '', to: '第一段。' },
    ]);
  });

  it('of texts under other headings is shown as well, each once', () => {
    const aRecord = (...sections: [string, string][]) => ({
      candidate: known.record.candidate,
      sections: sections.map(([heading, markdown]) => ({ heading, markdown })),
    });
    assert.deepEqual(
      changesBetween(
        'li',
        aRecord(['附言', '一。'], ['事迹材料', '二。']),
        aRecord(['附言', '三。'], ['后记', '四。']),
        programme,
      ),
      [
        { field: '事迹材料', from: '二。', to: '' },
        { field: '附言', from: '一。', to: '三。' },
        { field: '后记', from: '', to: '四。' },
      ],
    );
    assert.deepEqual(changesBetween('li', aRecord(['附言', '一。']), aRecord(['附言', '一。']), programme), []);
  });

  it('of texts has them in the order of the programme, new ones behind those that are there', () => {
    const ordered = aProgramme({ texts: ['甲', '乙', '丙'] });
    const draft = aDraft(2, '李明', '甲公司', { texts: { 丙: '三。', 甲: '一。', 乙: '' } });
    const merged = mergedRecord(draft, undefined, ordered);
    assert.deepEqual(merged.record?.sections, [
      { heading: '甲', markdown: '一。' },
      { heading: '丙', markdown: '三。' },
    ]);
    const before = {
      candidate: known.record.candidate,
      sections: [{ markdown: '前言。' }, { heading: '丙', markdown: '旧。' }],
    };
    assert.deepEqual(mergedRecord(draft, before, ordered).record?.sections, [
      { markdown: '前言。' },
      { heading: '丙', markdown: '三。' },
      { heading: '甲', markdown: '一。' },
    ]);
  });

  it('of an earlier publicity is whole or none', () => {
    const merged = (more: Partial<Record<FieldKey, unknown>>) =>
      mergedRecord(aDraft(2, '李明', '甲公司', more), undefined, programme);
    const [opensOn, closesOn] = ['2024-07-03', '2024-07-05'];
    assert.deepEqual(
      merged({ 'earlierPublicity.opensOn': opensOn, 'earlierPublicity.closesOn': closesOn }).record?.candidate
        .earlierPublicity,
      { opensOn, closesOn },
    );
    for (const half of [{ 'earlierPublicity.opensOn': opensOn }, { 'earlierPublicity.closesOn': closesOn }]) {
      const { findings, record } = merged(half);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['import-date-half'],
      );
      assert.equal(record?.candidate.earlierPublicity, undefined);
    }
    const none = merged({ 'earlierPublicity.opensOn': undefined, 'earlierPublicity.closesOn': undefined });
    assert.deepEqual([none.findings, none.record?.candidate.earlierPublicity], [[], undefined]);
  });

  it('that differs in white space alone stays as it was, in lists as well', () => {
    const candidate = candidateSchema.parse({
      ...known.record.candidate,
      signatureSkills: ['一  分钟接头', '盲插'],
      patents: [{ name: '一种 夹具', number: 'ZL 1' }],
    });
    const draft = aDraft(2, '李明', '甲公司', {
      signatureSkills: ['一 分钟接头', '盲插'],
      patents: [{ number: 'ZL 1', name: '一种 夹具' }],
    });
    const merged = mergedRecord(draft, { candidate, sections: [] }, programme).record?.candidate;
    assert.deepEqual(merged?.signatureSkills, ['一  分钟接头', '盲插']);
    const other = aDraft(2, '李明', '甲公司', { signatureSkills: ['盲插', '一 分钟接头'] });
    assert.deepEqual(mergedRecord(other, { candidate, sections: [] }, programme).record?.candidate.signatureSkills, [
      '盲插',
      '一 分钟接头',
    ]);
  });

  it('white space is no change', () => {
    const spaced = aKnown('li', '李明', '甲公司', { post: '一班  班长' });
    assert.deepEqual(states(plan([aDraft(2, '李明', '甲公司', { post: '一班 班长' })], [spaced])), ['li unchanged']);
  });

  it('what must be there and is not is said once a table for a column, once a person for a cell', () => {
    const bare = aDraft(2, '李明', '甲公司');
    bare.fields.delete('route');
    bare.places.delete('route');
    const empty = aDraft(3, '王芳', '乙公司', { summary: undefined });
    assert.deepEqual(
      plan([bare, empty], []).findings.map(({ code, args }) => [code, args['header']]),
      [
        ['import-value-missing', '简要事迹'],
        ['import-ask-column', '推荐方式'],
      ],
    );
  });

  it('what the schema refuses of what the list does not say is said at the person', () => {
    const draft = aDraft(2, '李明', '甲公司');
    draft.places.delete('summary');
    draft.fields.set('summary', '长'.repeat(401));
    assert.deepEqual(
      plan([draft], []).findings.map(({ code, where }) => [code, where.cell, where.field, where.person]),
      [['too-many', 'B2', '简要事迹', '李明']],
    );
    const honours = aDraft(2, '李明', '甲公司', { honours: [{ name: '' }] });
    assert.deepEqual(
      plan([honours], []).findings.map(({ code, where }) => [code, where.cell]),
      [['too-few', 'B2']],
    );
  });

  it('what the schema refuses is said at its cell', () => {
    const long = plan([aDraft(2, '李明', '甲公司', { summary: '长'.repeat(401) })], []);
    assert.deepEqual(
      long.findings.map((one) => [one.code, one.where.cell, sentence(one)]),
      [['too-many', 'B2', '这一项最多 400 个字。请缩短。']],
    );
  });
});
