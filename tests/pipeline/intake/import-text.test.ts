import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { cellOf, markdownOf } from '#core/roster/prose.ts';
import { lines } from '#core/text/tidy.ts';
import { renderMarkdown } from '#pipeline/content/markdown.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { personFile, sectionsOf } from '#pipeline/intake/person-file.ts';

const CONTENT = join(import.meta.dirname, '..', '..', '..', 'content');
const seed = 20261121;

/** Every sign CommonMark could make something of, between ordinary ones. */
const prose = fc
  .array(
    fc.constantFrom(
      ...[
        '工',
        '匠',
        ' ',
        '\n',
        '\n\n',
        '#',
        '##',
        '## ',
        '- ',
        '+ ',
        '* ',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '> ',
        '1. ',
        '2) ',
        '---',
        '===',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '</b>',
        '<br>',
        '&lt;',
        '&#35;',
        '&',
        ';',
        '|',
        ':',
        'http://a.b',
        '=',
        '2018',
        '.',
        '%',
        '“',
        '”',
        '—',
      ],
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('a long text from a cell', () => {
  it('shows exactly its characters, whatever Markdown would make of them', () => {
    fc.assert(
      fc.property(prose, (cell) => {
        const { sections, findings } = renderMarkdown(`## 事迹材料\n\n${markdownOf(cell)}\n`, 'a.md', 1);
        assert.deepEqual(findings, []);
        assert.equal(sections.length, 1);
        // A line that begins with ### is a heading, in the cell and on the page.
        const shown = lines(cell).map((one) => one.replace(/^#{3,4} (?=.)/u, ''));
        assert.equal(sections[0]?.text, shown.join('\n'));
      }),
      { seed, numRuns: 5000 },
    );
  });

  it('reads back from the cell the export writes', () => {
    fc.assert(
      fc.property(prose, (cell) => {
        const markdown = markdownOf(cell);
        assert.equal(markdownOf(cellOf(markdown)), markdown);
      }),
      { seed, numRuns: 5000 },
    );
  });

  it('keeps its headings, which are headings in both', () => {
    const cell = '### 刀要认得路\n第一段。';
    assert.equal(markdownOf(cell), '### 刀要认得路\n\n第一段。');
    assert.equal(cellOf(markdownOf(cell)), cell);
  });

  it('with more structure than lines goes out as Markdown, and says so', () => {
    const markdown = '**慢**，是规矩。\n\n- 一\n- 二';
    assert.equal(cellOf(markdown), `〔Markdown〕\n${markdown}`);
    assert.equal(markdownOf(cellOf(markdown)), markdown);
  });
});

describe('a person as a file', () => {
  let people: { file: string; text: string; record: Parameters<typeof personFile>[0] }[];
  before(async () => {
    const { readable } = await readContent(CONTENT);
    const entries = (readable?.programmes ?? []).flatMap(({ rounds }) => rounds.flatMap((round) => round.people));
    people = await Promise.all(
      entries.map(async ({ file, data }) => {
        const text = await readFile(join(CONTENT, file), 'utf8');
        return { file, text, record: { candidate: data, sections: sectionsOf(text) } };
      }),
    );
  });

  it('is written as the sample content is, to the byte', () => {
    assert.ok(people.length > 100);
    // One of them states an empty list, which the writer leaves out.
    const differing = people.filter(({ text, record }) => personFile(record) !== text.replace('honours: []\n', ''));
    assert.deepEqual(
      differing.map(({ file }) => file),
      [],
    );
  });

  it('keeps quotes, backslashes and signs of YAML in its strings', () => {
    const [{ record } = { record: undefined }] = people;
    assert.ok(record);
    const summary = '“引号”与"quotes"，\\n，#，: - {a} & *b';
    const text = personFile({ ...record, candidate: { ...record.candidate, summary } });
    assert.ok(text.includes(`summary: "“引号”与\\"quotes\\"，\\\\n，#，: - {a} & *b"\n`));
  });
});
