import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { type CopiedTree, copiedTree } from './copied-tree.ts';

/** A field that no programme asks for today: since when somebody works where he works. */
const ENTRY = `  field({
    key: 'workplaceSince',
    shape: lineSchema.optional(),
    of: 'everybody',
    words: '到岗时间',
    parts: {},
    inWords: (value) => value,
    inFile: '2011年起',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'workplaceSince',
          header: '到本单位时间',
          help: '哪一年到本单位。',
          wordings: '到本单位时间 进厂时间',
          example: '2011年起',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: '到本单位', text: (value) => value },
    fades: true,
    openData: { head: '到本单位时间', about: undefined, text: (value = '') => value },
  }),
`;
const WORK = 'src/core/candidate/fields/work.ts';
const END = '] as const;';

describe('a field of a person', () => {
  let tree: CopiedTree;
  before(async () => {
    tree = await copiedTree();
  });
  after(() => tree.remove());

  it('is one entry in the table, and stands everywhere', async () => {
    await tree.edit(WORK, END, `${ENTRY}${END}`);
    assert.deepEqual(await tree.run('tests/pipeline/one-entry/field-probe.ts'), {
      template: [true, true],
      forms: 'workplaceSince',
      plan: { state: 'new', value: '2011年起' },
      findings: [],
      file: ['workplaceSince: "2011年起"'],
      export: '2011年起',
      again: ['unchanged'],
      emptied: [{ field: '到本单位时间', from: '2011年起', to: '' }],
      approval: { field: '2011年起', moved: true },
      words: '到岗时间',
      proof: true,
      profile: { label: '到本单位', text: '2011年起' },
      marked: ['工作单位'],
      json: '2011年起',
      parsed: true,
      schema: true,
      csv: '2011年起',
    });
  });

  it('does not compile while a place is left out, or a page of its own is promised and not made', async () => {
    const lines = ["    proof: { among: 'lines', text: (value = '') => value },\n", '    approved: true,\n'];
    const less = lines.reduce((entry, line) => entry.replace(line, ''), ENTRY);
    const own = ENTRY.replace(/profile: .*\n/u, "profile: 'own-layout',\n").replaceAll('workplaceSince', 'video');
    await tree.edit(WORK, ENTRY, `${less}${own}`);
    const said = diagnostics(tree, [WORK, 'src/site/pages/profile-view.ts']);
    assert.equal(said.length, 2, said.join('\n'));
    assert.match(said[0] ?? '', /missing the following properties .*: proof, approved/u);
    assert.match(said[1] ?? '', /Property 'video' is missing .* but required in type/u);
  });
});

/** What the compiler says of some files of the copy; nothing else is looked at. */
function diagnostics({ root }: CopiedTree, files: readonly string[]): string[] {
  const names = files.map((file) => join(root, file));
  const program = ts.createProgram(names, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return names.flatMap((name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').replaceAll('\n', ' ')),
  );
}
