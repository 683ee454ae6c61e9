import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ALL_FIELDS } from '#core/candidate/candidate.ts';
import { inOrder } from '#core/candidate/field.ts';
import { columnsFor } from '#core/roster/columns.ts';
import { aProgramme } from '#tests/builders.ts';
import { fieldTable } from './field-table.ts';

/** A programme that asks for every column there is. */
const everything = aProgramme(
  {
    tiers: [
      { key: 'ten-great', name: '十大工匠', clause: '二', subjects: ['person', 'collective'] },
      { key: 'craftsman', name: '澄湖工匠', clause: '二' },
    ],
    conditions: { oneOf: [{ key: '1', text: '技术能手' }], clause: '三' },
    earlierPublicity: { by: 'employer', clause: '三' },
  },
  { showcase: true },
).data;

const columns = ALL_FIELDS.flatMap(({ sheet }) => sheet.columns);

describe('the table of fields', () => {
  it('gives every field and every column one name', () => {
    const keys = ALL_FIELDS.map(({ key }) => key);
    assert.deepEqual(keys, [...new Set(keys)]);
    assert.deepEqual(
      columns.map(({ key }) => key),
      [...new Set(columns.map(({ key }) => key))],
    );
    for (const { key, sheet } of ALL_FIELDS)
      for (const column of sheet.columns) assert.match(column.key, new RegExp(`^${key}(?:\\.[a-zA-Z]+)?$`, 'u'));
  });

  it('gives no two columns the same word', () => {
    const words = columns.flatMap(({ wordings, combined }) => [
      ...wordings.split(' '),
      ...(combined?.wordings.split(' ') ?? []),
    ]);
    assert.deepEqual(
      words.filter((word, at) => words.indexOf(word) < at),
      [],
    );
    for (const word of words) assert.match(word, /^\S+$/u);
  });

  it('has a place on the sheet for every field', () => {
    const shown = columnsFor(everything).map(({ key }) => key as string);
    assert.deepEqual(
      columns.map(({ key }) => key).filter((key) => !shown.includes(key)),
      [],
    );
  });

  it('has a word for every part of a value', () => {
    for (const { words, parts } of ALL_FIELDS)
      for (const word of [words, ...Object.values(parts)]) assert.match(word, /^\p{Script=Han}+$/u);
  });

  it('shows a field in a file as the schema takes it', () => {
    // Lists and records show one entry, which YAML reads as it stands.
    for (const { inFile } of ALL_FIELDS) assert.notEqual(inFile, '');
    const pinyin = ALL_FIELDS.find(({ key }) => key === 'pinyin');
    assert.equal(pinyin?.shape.safeParse(pinyin.inFile).success, true);
  });

  it('is printed in docs/fields.md', async () => {
    const docs = await readFile(new URL('../../../docs/fields.md', import.meta.url), 'utf8');
    const printed = docs.split('\n').filter((line) => line.startsWith('|'));
    const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
    assert.deepEqual(printed.map(cells), fieldTable(everything).split('\n').map(cells));
  });
});

describe('things in order, some behind others', () => {
  it('stand as given, a follower right behind what it names, followers of followers too', () => {
    const order = inOrder([
      { key: 'pinyin', behind: 'photo' },
      { key: 'district', behind: 'industry' },
      { key: 'post' },
      { key: 'industry' },
      { key: 'photo', behind: 'texts' },
      { key: 'texts' },
    ]);
    assert.deepEqual(
      order.map(({ key }) => key),
      ['post', 'industry', 'district', 'texts', 'photo', 'pinyin'],
    );
  });

  it('stand as given where what they name is not there', () => {
    assert.deepEqual(
      inOrder([{ key: 'route', behind: 'nominatingBody' }, { key: 'trade' }]).map(({ key }) => key),
      ['route', 'trade'],
    );
  });
});
