import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ruleTexts } from '#core/catalogue/rules.ts';
import { roundRules, siteRules } from '#core/rules/index.ts';
import { aDossier, said } from '#tests/builders.ts';

const FOLDER = new URL('../../../src/core/rules/', import.meta.url);
const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));
const sources = files.map((name) => readFileSync(new URL(`${name}.ts`, FOLDER), 'utf8'));
const all = [...roundRules, ...siteRules];

describe('the rules', () => {
  it('are each a file of their own name, and every file that holds a rule is in force', () => {
    const inFiles = files.filter((_, index) => /^export const \w+: (?:Site)?Rule = \{/m.test(sources[index] ?? ''));
    assert.deepEqual(all.map(({ name }) => name).sort(), inFiles.sort());
  });

  it('say in one Chinese sentence what they ask and why', () => {
    for (const { name, description } of all) {
      assert.match(description, /^[^。\n]*\p{Script=Han}[^。\n]*。$/u, name);
    }
  });

  it('never ask which programme it is', () => {
    const programmes = ['weihai', 'jiaozuo', 'baotou', 'gangcheng', 'programme.id', 'programme.data.name'];
    for (const [index, source] of sources.entries()) {
      for (const word of programmes) assert.ok(!source.includes(word), `${files[index]}: ${word}`);
    }
  });

  it('use every sentence the catalogue holds for them', () => {
    const elsewhere = [
      '../judging/acceptance.ts',
      '../records/schema-finding.ts',
      '../../pipeline/check/check-content.ts',
      '../../pipeline/content/markdown.ts',
    ];
    const text = [...sources, ...elsewhere.map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))].join('\n');
    const composed = /^(?:round-|result-)?quota-(?:missed|about)$/;
    const unused = Object.keys(ruleTexts).filter((code) => !text.includes(`'${code}'`) && !composed.test(code));
    assert.deepEqual(unused, []);
  });

  it('have nothing to say about a round that is in order', () => {
    assert.deepEqual(said(roundRules.flatMap((rule) => rule.check(aDossier()))), []);
  });

  it('have nothing to say about a round that has only just been opened', () => {
    const dossier = aDossier({ people: [], roster: undefined, notice: undefined });
    assert.deepEqual(said(roundRules.flatMap((rule) => rule.check(dossier))), []);
  });
});
