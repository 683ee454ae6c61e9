import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { chineseField } from '#core/records/field-words.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { meaningWords } from '#core/roster/form-labels.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import { type Plan, planImport } from '#core/roster/plan.ts';
import { readSources } from '#core/roster/sources.ts';
import { proofPerson } from '#pipeline/approval/proof-person.ts';
import { sealOf } from '#pipeline/check/seal.ts';
import { readEntry } from '#pipeline/content/read-entry.ts';
import { personFile, sectionsOf } from '#pipeline/intake/person-file.ts';
import { rosterTable } from '#pipeline/intake/sheet/export-round.ts';
import { template } from '#pipeline/intake/sheet/template.ts';
import { csvRows, roundData } from '#site/feeds/open-data.ts';
import { roundDataSchema } from '#site/feeds/open-data-schema.ts';
import { profileView } from '#site/pages/profile-view.ts';
import { aDossier, aProgramme } from '#tests/builders.ts';
import { aGrid, aSheet } from '#tests/core/roster/sheets.ts';
import { aPerson, aPublication } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

/** What each place makes of a person with the field that was added to this copy; printed for the test that added it. */
const programme = aProgramme().data;
const given: Record<string, unknown> = { workplaceSince: '2011年起' };

const sheets = Object.values(unzipSync(await template(programme, []))).map((part) => strFromU8(part));

const HEAD = ['姓名', '工作单位', '工种', '推荐单位', '简要事迹', '进厂时间'];
const ROW = ['骆青川', '澄湖渡轮公司', '轮机员', '东湾区总工会', '听音辨缸。', '2011年起'];

function planOf(rows: string[][], known: readonly KnownPerson[]): Plan {
  const grid = aGrid([aSheet(rows)]);
  const terms = { programme, opensOn: undefined };
  const { drafts } = readSources([{ file: '名单.xlsx', grid }], terms, { sheet: undefined, all: [] });
  const answers = { same: new Map(), fresh: new Set<number>(), remove: new Set<string>() };
  return planImport({
    drafts,
    known,
    answers,
    approved: false,
    programme,
    ask: { summary: false, trade: false },
    incomplete: false,
    mint: () => '7tmn7wz',
  });
}

const planned = planOf([HEAD, ROW], []);
const record = there(planned.people[0]).record;
const file = personFile(record);
const bytes = new TextEncoder().encode(file);
const read = readEntry(
  { path: 'candidates/7tmn7wz.md', kind: 'file', size: bytes.length, bytes },
  '7tmn7wz',
  candidateSchema,
);
const entry = there(read.entry);
const known: KnownPerson[] = [
  {
    id: '7tmn7wz',
    name: '骆青川',
    employer: '澄湖渡轮公司',
    record: { candidate: entry.data, sections: sectionsOf(file) },
  },
];
const exported = rosterTable(programme, known);
const again = planOf(exported, known);
const emptied = planOf([HEAD, [...ROW.slice(0, -1), '']], known);

function digestOf(person: typeof entry): { digest: string; record: Readonly<Record<string, string>> } {
  const round = there(publicRecord(aDossier({ people: [person] })));
  return { digest: there(sealOf(round, new Map()).people['7tmn7wz']).record, record: there(round.people[0]).record };
}
const sealed = digestOf(entry);
const other = digestOf({ ...entry, data: { ...entry.data, workplaceSince: '2012年起' } as typeof entry.data });

const publication = aPublication({ rounds: [{ people: [aPerson('p1', given)] }] }, '2024-09-12T12:00:00+08:00');
const round = there(publication.rounds[0]);
const data = roundData(round, publication);
const [head = [], row = []] = csvRows(data);
const schema = JSON.stringify(z.toJSONSchema(roundDataSchema, { target: 'draft-7' }));
const [first] = round.visible;

process.stdout.write(
  JSON.stringify({
    template: ['到本单位时间', '2011年起'].map((text) => sheets.some((part) => part.includes(text))),
    forms: meaningWords(programme).get('到本单位时间'),
    plan: { state: planned.people[0]?.state, value: (record.candidate as Record<string, unknown>)['workplaceSince'] },
    findings: planned.findings.map((one) => sentence(one)),
    file: file.split('\n').filter((line) => line.includes('workplaceSince')),
    export: Object.fromEntries(there(exported[0]).map((name, at) => [name, there(exported[1])[at]]))['到本单位时间'],
    again: again.people.map(({ state }) => state),
    emptied: emptied.people[0]?.changes,
    approval: { field: sealed.record['workplaceSince'], moved: sealed.digest !== other.digest },
    words: chineseField('workplaceSince', {}),
    proof: proofPerson(entry, 1, programme, undefined).markup.includes('<dt>到岗时间</dt>\n    <dd>2011年起</dd>'),
    profile: profileView(there(first), round).facts.find(({ label }) => label === '到本单位'),
    marked: profileView({ ...there(first), profile: 'marked' }, round).facts.map(({ label }) => label),
    json: (data.people[0] as Record<string, unknown>)['workplaceSince'],
    parsed: roundDataSchema.safeParse(data).success,
    schema: schema.includes('"workplaceSince"'),
    csv: row[head.indexOf('到本单位时间')],
  }),
);
