import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { gazetteSheet } from '#pipeline/paper/carriers/gazette.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { facesOf } from '#pipeline/paper/fonts/sfnt.ts';
import { openTypefaces } from '#pipeline/paper/fonts/typefaces.ts';
import { openTypesetter } from '#pipeline/paper/typst/compiler.ts';
import { setSheet } from '#pipeline/paper/typst/set-sheet.ts';
import { aFolder } from '#tests/office.ts';
import { missing, systemProgram } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';
import { aDocument, printed, theRound, theSample } from './a-press.ts';

const { resolve } = createRequire(import.meta.url);
const SANS = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

describe('a font file', () => {
  it('is read for its names and signs, in both planes', async () => {
    const [face] = facesOf(
      await readFile(resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
    );
    assert.deepEqual(
      [face?.families, face?.postScriptName, face?.weight],
      [['Noto Serif SC'], 'NotoSerifSC-Regular', 400],
    );
    // As the notes of its publisher say: 䶮 and 𬮱 are in it, 𠮷 is not.
    assert.deepEqual(
      ['䶮', '𬮱', '𠮷', 'A'].map((sign) => face?.has(sign)),
      [true, true, false, true],
    );
  });

  it('that is none is refused by name of what is wrong', () => {
    assert.throws(() => facesOf(Buffer.from('no font at all, only text')), RangeError);
  });
});

describe('the fonts of an office', () => {
  it('go before the open ones, and the run and the file say which was used', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'simfang.ttf'), there(facesOf(await readFile(SANS))[0]).renamed('仿宋'));
    await writeFile(join(folder, 'readme.txt'), '不是字体');
    await writeFile(join(folder, 'broken.ttf'), '不是字体');
    const typefaces = await openTypefaces([folder]);
    assert.equal(typefaces.roles.body.shown, '仿宋（simfang.ttf）');
    const out = setSheet({ typefaces, typesetter: openTypesetter() }, gazetteSheet(aDocument()), [], 'a.pdf');
    assert.ok('pdf' in out);
    assert.deepEqual(out.fonts, [
      '仿宋：仿宋（simfang.ttf）',
      '小标宋：Noto Serif SC Bold',
      '黑体：Noto Sans SC Medium',
      '楷体：Noto Serif SC',
    ]);
    assert.match(out.pdf.toString('latin1'), /NotoSansSC-Regular/);
    const keywords = out.pdf.toString('utf8');
    assert.ok(keywords.includes('仿宋：仿宋（simfang.ttf）'));
  });

  it('in a folder that is not there are refused', async () => {
    await assert.rejects(openTypefaces(['/nowhere/fonts']), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'fonts-unreadable');
      assert.match(
        error.message,
        /^字体目录 \/nowhere\/fonts 打不开：.+。请核对 --fonts 或 site\.json 的 paper\.fonts。$/,
      );
      return true;
    });
  });
});

describe('the compiler', () => {
  it('that npm left out is asked for, with what goes without it', () => {
    assert.throws(
      () =>
        openTypesetter(() => {
          throw new Error('Cannot find module');
        }),
      (error: unknown) => {
        assert.ok(error instanceof Refusal);
        assert.equal(error.code, 'typst-missing');
        assert.equal(
          error.message,
          '没有装排版程序 @myriaddreamin/typst-ts-node-compiler，排不出 PDF。请运行 npm install 把可选的依赖也装上（不要加 --omit=optional）；Word、表格和纯文本不需要它，可用 --only 单独制作，网页也可以在浏览器里打印。',
        );
        return true;
      },
    );
  });
});

describe('the finished PDF', () => {
  it('has its fonts in it and the structure of the page', { skip: missing('pdffonts', 'pdfinfo') }, async () => {
    const { site } = await theSample();
    const [notice] = roundDocuments(await theRound('jiaozuo-craftsman/2018'), site.address);
    const file = join(await aFolder(), '公示.pdf');
    await writeFile(file, await printed(gazetteSheet(there(notice).document)));
    const fonts = execFileSync(systemProgram('pdffonts'), [file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const rows = fonts.trim().split('\n').slice(2);
    assert.ok(rows.length >= 3);
    for (const row of rows) assert.match(row, /^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes yes yes /);
    const structure = execFileSync(systemProgram('pdfinfo'), ['-struct', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const count = (tag: RegExp): number => structure.match(tag)?.length ?? 0;
    // The title, the list's own title; a table of a head, the heads of two groups and 26 people, five cells each.
    assert.equal(count(/^ *H1\b/gm), 1);
    assert.equal(count(/^ *H2\b/gm), 1);
    assert.equal(count(/^ *Table\b/gm), 1);
    assert.equal(count(/^ *TR\b/gm), 1 + 2 + 26);
    assert.equal(count(/^ *TH\b/gm), 5 + 2);
    assert.equal(count(/^ *TD\b/gm), 26 * 5);
  });
});
