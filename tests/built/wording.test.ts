import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import { builtSite } from '#tests/built-site.ts';

/** The list of wordings (`tests/wording.json`): how the site says a thing, and patterns of how it must not. */
const WORDING = JSON.parse(await readFile(new URL('../wording.json', import.meta.url), 'utf8')) as {
  wanted: string;
  unwanted: string[];
}[];
/** Whose words these are is the office's: deeds, official texts, the documents of a programme. */
const OFFICE = /\b(?:story|lead|listed|sheet|people|rules|flow|acts|way|vh|letter)\b/;
/** Where one piece of text ends and another begins. */
const BLOCKS = new Set(
  'p li td th dd dt h1 h2 h3 h4 div section option summary label button a span small b br tr'.split(' '),
);

type HtmlNode = DefaultTreeAdapterMap['node'];

let pages: { file: string; text: string; own: string }[];
before(async () => {
  const site = await builtSite();
  pages = [];
  for await (const file of glob('**/*.html', { cwd: site })) {
    const tree = parse(await readFile(join(site, file), 'utf8'));
    pages.push({ file, text: wordsOf(tree, false), own: wordsOf(tree, true) });
  }
});

/** Between two pieces of text. */
const CUT = '\u0001';

/** What a page says, attributes that are read or heard too; `own`: without what an office wrote. */
function wordsOf(node: HtmlNode, own: boolean): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.replace(/\s+/g, ' ');
  if (!('childNodes' in node)) return '';
  const words = (): string => node.childNodes.map((child) => wordsOf(child, own)).join('');
  if (!defaultTreeAdapter.isElementNode(node)) return words();
  const { tagName, attrs } = node;
  // What is copied is an article, or code.
  if (['script', 'style', 'code'].includes(tagName) || (own && tagName === 'textarea')) return '';
  const of = (name: string): string => attrs.find((one) => one.name === name)?.value ?? '';
  if (own && OFFICE.test(of('class'))) return CUT;
  const said = HEARD.map(of).filter((text) => text !== '');
  return [...said, BLOCKS.has(tagName) ? `${CUT}${words()}${CUT}` : words()].join(CUT);
}

const HEARD = ['aria-label', 'placeholder', 'alt', 'title', 'content', 'data-open', 'data-closed', 'data-before'];

describe('the wording of the pages', () => {
  for (const { wanted, unwanted } of WORDING) {
    it(`says ${wanted}${unwanted.length > 0 ? `, and nowhere ${unwanted.join(' or ')}` : ''}`, () => {
      assert.ok(
        pages.some(({ text }) => text.replaceAll(CUT, '').includes(wanted)),
        'it is said on no page',
      );
      const pattern = new RegExp(unwanted.join('|') || '(?!)', 'u');
      const found = pages.flatMap(({ file, own }) => {
        const hit = pattern.exec(own);
        return hit ? [`${file}: …${own.slice(Math.max(0, hit.index - 20), hit.index + 40).replaceAll(CUT, '|')}…`] : [];
      });
      assert.deepEqual(found, []);
    });
  }

  it('types no space between Han and Latin or figures: the one rule is none', () => {
    // A date and an hour are two things, as an address and its postcode are, parted as everywhere.
    const typed = /(?:(?!日)\p{Script=Han}|日(?! \d{1,2}:\d{2})) (?=[A-Za-z0-9])|[A-Za-z0-9] (?=\p{Script=Han})/u;
    const found = pages.flatMap(({ file, own }) =>
      own
        .replaceAll('邮编 ', '邮编')
        .split(CUT)
        .filter((line) => typed.test(line.trim()))
        .map((line) => `${file}: ${line.trim().slice(0, 120)}`),
    );
    assert.deepEqual(found.slice(0, 60), []);
  });

  it('says of no person what a programme says of a route in brackets', () => {
    const people = pages.filter(({ file }) => file.startsWith('people/'));
    assert.ok(people.some(({ text }) => text.includes('用人单位申报')));
    assert.deepEqual(
      people.filter(({ text }) => text.includes('不受理个人申请')).map(({ file }) => file),
      [],
    );
  });
});
