import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { type ProgrammeForm, programmeFormSchema } from '#core/records/programme-form.ts';
import type { OpenQuestion } from '#core/roster/open-question.ts';
import { honourLevelsOf } from '#core/roster/supplement.ts';
import { type DialectName, formIn } from './dialect.ts';
import { BATCHES, nameOf } from './dialect-batches.ts';
import { aBench, clear, importFiles, prepare, put } from './office-bench.ts';

const CONTENT = join(import.meta.dirname, '..', '..', '..', 'content', 'programmes');
async function personForm(programme: string): Promise<ProgrammeForm> {
  const folder = join(CONTENT, programme, 'forms');
  for (const name of await readdir(folder)) {
    const form = programmeFormSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    if (form.kind === 'person') return form;
  }
  throw new Error(`${programme} has no form of a person`);
}

const isOfFile = ({ about }: OpenQuestion): boolean => about === 'body';

/** At most one question a file (who sent it) and three a batch are answered: the options below; nothing else is typed. */
describe('the offices’ own forms in other dialects go to a checked round', () => {
  for (const batch of BATCHES)
    for (const dialect of ['word', 'wps'] as DialectName[])
      it(`${batch.round}, ${batch.count} forms as ${dialect} saves them`, async () => {
        const bench = await aBench(batch.round);
        try {
          const form = await personForm(batch.round.split('/')[0] ?? '');
          const paths: string[] = [];
          const from: { file: string | undefined; body: string }[] = [];
          for (let index = 0; index < batch.count; index += 1) {
            const file = `${String(index + 1).padStart(2, '0')}_推荐表（${nameOf(index)}）.docx`;
            paths.push(await put(bench, file, formIn(dialect, form, batch.filled(index), batch.boxes)));
            from.push({ file, body: batch.body(index) });
          }
          // 焦作's form says itself who nominates.
          if (batch.filled(0).nominatingBody !== undefined) from.length = 0;
          if (batch.list) {
            const people = Array.from({ length: batch.count }, (_, index) => batch.filled(index));
            paths.unshift(await put(bench, '汇总表.docx', batch.list(people)));
          }
          const questions = (await prepare(bench, paths)).planned.plan.open;
          const [files, batches] = [questions.filter(isOfFile), questions.filter((one) => !isOfFile(one))];
          const asked = files.map((one) => ('file' in one ? one.file : ''));
          assert.equal(new Set(asked).size, asked.length, 'one question a file');
          assert.ok(asked.length <= paths.length);
          assert.ok(batches.length <= 3, batches.map(({ about }) => about).join());
          const { planned, judged } = await importFiles(bench, paths, {
            ...(batch.bodyKind !== undefined && { addBodies: { kind: batch.bodyKind } }),
            from,
            all: Object.entries(batch.all).map(([head, value]) => ({ head, text: value })),
            supplement: {
              honourLevels: batch.honourLevels === undefined ? undefined : honourLevelsOf(batch.honourLevels),
              summaryFrom: batch.summaryFrom,
            },
          });
          const errors = [...planned.findings, ...judged]
            .filter(({ level }) => level === 'error')
            .map((one) => `${chinesePlace(one.where)} | ${sentence(one)} [${one.code}]`);
          assert.deepEqual(errors, []);
          assert.deepEqual(planned.plan.open, []);
          const people = planned.plan.people.map(({ record }) => record);
          assert.equal(people.length, batch.count);
          for (const [index, { candidate, sections }] of people.entries()) {
            const wanted = batch.filled(index);
            assert.equal(candidate.name, wanted.name);
            const [employer, post] = (wanted['employer-and-post'] ?? `${wanted.employer} ${wanted.post}`).split(' ');
            assert.deepEqual([candidate.employer, candidate.post, candidate.trade], [employer, post, wanted.trade]);
            assert.equal(candidate.nominatingBody, batch.body(index));
            if (batch.tier) assert.equal(candidate.tier, batch.tier(index));
            for (const [means, value] of Object.entries(wanted).filter(([key]) => key.startsWith('text:'))) {
              const section = sections.find(({ heading }) => `text:${heading}` === means);
              assert.equal(section?.markdown.trim(), value, means);
            }
          }
        } finally {
          await clear(bench);
        }
      });
});
