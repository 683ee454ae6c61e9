import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aContent, aFolder, ROUND, ROUND_FOLDER, run, snapshot } from '#tests/office.ts';

describe('npm run paper', () => {
  it('makes what was asked for, and says which fonts were used', async () => {
    const content = await aContent();
    const out = join(await aFolder(), '纸质');
    const {
      exit,
      out: said,
      err,
    } = run(
      'paper',
      '--round',
      ROUND,
      '--only',
      'pdf',
      '--only',
      'docx',
      '--content',
      content,
      '--out',
      out,
      '--now',
      '2024-09-12T10:00:00+08:00',
    );
    assert.deepEqual([exit, err], [0, '']);
    assert.equal(
      said,
      [
        `已写到 ${out}：2 个文件。`,
        '  公示.pdf',
        '  公示.docx',
        '所用字体：仿宋：Noto Serif SC；小标宋：Noto Serif SC Bold；黑体：Noto Sans SC Medium；楷体：Noto Serif SC',
        '',
      ].join('\n'),
    );
    assert.deepEqual(Object.keys(await snapshot(out)), ['公示.docx', '公示.pdf']);
  });

  it('writes nothing while the round has an error, and says which', async () => {
    const content = await aContent();
    const file = join(content, ROUND_FOLDER, 'round.md');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(/^---\n/, '---\npaper: { printedBy: "澄湖市总工会办公室" }\n'),
    );
    const out = await aFolder();
    const { exit, out: said } = run('paper', '--round', ROUND, '--content', content, '--out', out);
    assert.equal(exit, 1);
    assert.match(said, /版记要同时写明印发机关 printedBy 和印发日期 printedOn。请补上缺的一项，或把另一项也删去。/);
    assert.match(said, /没有制作 chenghu-craftsman\/2024 的纸质文件，.* 保持原样。\n$/);
    assert.deepEqual(await snapshot(out), {});
  });

  it('refuses a kind, a round and a notice that are not there', async () => {
    const out = await aFolder();
    const kinds =
      'pdf 公文 PDF、docx Word 文稿、xlsx Excel 名单、news 报纸投稿包、poster 张贴海报、proof 校样 PDF、certificate 荣誉证书';
    assert.equal(
      run('paper', '--round', 'jiaozuo-craftsman/2018', '--only', 'fax', '--out', out).err,
      `--only 写的是 fax，只能是：${kinds}。\n用法见：npm run paper -- --help\n`,
    );
    assert.match(
      run('paper', '--round', 'jiaozuo-craftsman/2017', '--out', out).err,
      /^内容目录里没有（或读不出）“jiaozuo-craftsman\/2017”这一届。/,
    );
    assert.equal(
      run('paper', '--round', 'jiaozuo-craftsman/2018', '--notice', '3', '--out', out).err,
      '--notice 写的是 3，这一届到这一刻有 1 份公示：first。请写名称或第几份的数。\n用法见：npm run paper -- --help\n',
    );
    assert.deepEqual(await snapshot(out), {});
  });
});
