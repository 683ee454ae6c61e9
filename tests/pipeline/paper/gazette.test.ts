import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { gazetteSheet } from '#pipeline/paper/carriers/gazette.ts';
import { documentFacts } from '#pipeline/paper/documents/facts.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { titleLines } from '#pipeline/paper/documents/title-lines.ts';
import { inspectCarrier } from '#pipeline/paper/inspect-carrier.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { type PdfPage, pdfPages, type PdfRun } from '#pipeline/paper/pdf-text.ts';
import { setSheet } from '#pipeline/paper/typst/set-sheet.ts';
import { aDocument, aPress, printed, theSample } from './a-press.ts';

const MM = 72 / 25.4;

/** Lines of a page from top to bottom, each from left to right; page numbers are left out. */
function linesOf({ runs }: PdfPage): { text: string; y: number; from: number; to: number }[] {
  const rows = new Map<number, PdfRun[]>();
  for (const run of runs.filter(({ turned, size }) => !turned && Math.abs(size - 14) > 0.2)) {
    const y = Math.round(run.y);
    rows.set(y, [...(rows.get(y) ?? rows.get(y - 1) ?? rows.get(y + 1) ?? []), run]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => b - a)
    .map(([y, row]) => {
      const sorted = [...row].sort((a, b) => a.x - b.x);
      return {
        text: sorted
          .map(({ text }) => text)
          .join('')
          .trim(),
        y,
        from: Math.min(...sorted.map(({ x }) => x)),
        to: Math.max(...sorted.map(({ x, width }) => x + width)),
      };
    })
    .filter(({ text }) => text !== '');
}

describe('the grid of GB/T 9704-2012', () => {
  it('is 22 lines of 28 characters in a type area of 156 × 225 mm', async () => {
    const text = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳'.repeat(60);
    const pages = await pdfPages(await printed(gazetteSheet(aDocument({ body: [{ kind: 'paragraph', text }] }))));
    const lines = linesOf(pages[1] as PdfPage);
    assert.equal(lines.length, 22);
    assert.deepEqual([...new Set(lines.map((line) => [...line.text].length))], [28]);
    const pitches = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
    assert.ok(
      pitches.every((pitch) => pitch === 29),
      pitches.join(' '),
    );
    assert.ok(lines.every(({ from }) => Math.abs(from - 28 * MM) < 1));
    assert.ok(lines.every(({ to }) => Math.abs(to - (28 + 156) * MM) < 1));
    // 37 mm from the top to the first sign, 35 mm below the last.
    const top = (297 - 37) * MM - (lines[0]?.y ?? 0);
    assert.ok(top > 10 && top < 16, String(top));
    assert.ok((lines.at(-1)?.y ?? 0) - 35 * MM > 0);
  });

  it('has its page numbers outside: odd pages right, even pages left, one character left blank', async () => {
    const text = '天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(120);
    const pages = await pdfPages(await printed(gazetteSheet(aDocument({ body: [{ kind: 'paragraph', text }] }))));
    const [first, second] = pages.map(({ runs }) =>
      runs.filter(({ size, y }) => Math.abs(size - 14) < 0.2 && y < 35 * MM),
    );
    const right = Math.max(...(first ?? []).map(({ x, width }) => x + width));
    const left = Math.min(...(second ?? []).map(({ x }) => x));
    assert.ok(Math.abs(right - ((28 + 156) * MM - 14)) < 3, String(right));
    assert.ok(Math.abs(left - (28 * MM + 14)) < 3, String(left));
    // 7 mm from the type area to the dash.
    assert.ok(Math.abs((first?.[0]?.y ?? 0) - (35 - 7) * MM) < 14);
  });

  it('leaves four characters to the right of the day, and the issuer in the middle over it', async () => {
    const [page] = await pdfPages(await printed(gazetteSheet(aDocument())));
    const lines = linesOf(page as PdfPage);
    const day = lines.find(({ text }) => text === '2024年9月10日');
    const issuer = lines.filter(({ text }) => text === '澄湖市总工会').at(-1);
    assert.ok(day && issuer);
    assert.ok(Math.abs(day.to - ((28 + 156) * MM - 4 * ((156 * MM) / 28))) < 1.5, String(day.to));
    assert.ok(Math.abs((day.from + day.to) / 2 - (issuer.from + issuer.to) / 2) < 1);
  });
});

describe('every document of the sample', () => {
  it('says on paper what the page says, tagged, with no name, date or number broken', async () => {
    const { rounds, site } = await theSample();
    const documents = rounds.flatMap((round) => roundDocuments(round, site.address));
    assert.equal(documents.length, 13);
    for (const { round, document: one } of documents) {
      const pdf = await printed(gazetteSheet(one), namesOf(round));
      const pages = await pdfPages(pdf);
      const text = pages.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n');
      assert.deepEqual(inspectCarrier(text.replace(/—\s*\d+\s*—/g, ''), documentFacts(one), one.id), [], one.id);
      const lines = pages.flatMap((page) => linesOf(page).map((line) => line.text.replace(/\s/g, '')));
      for (const name of one.whole)
        assert.ok(
          lines.some((line) => line.includes(name)),
          name,
        );
      for (const line of lines) {
        assert.doesNotMatch(line, /\d$/, `${one.id}: ${line}`);
        assert.doesNotMatch(line, /^[，。、；：）》”]/, `${one.id}: ${line}`);
      }
      // A title is broken where it was decided, and the name of a group goes with its first row.
      const titled = pages.flatMap((page) => linesOf(page).filter(({ text: line }) => line !== ''));
      assert.deepEqual(
        titled.slice(0, one.titleLines.length).map(({ text: line }) => line.replace(/\s/g, '')),
        one.titleLines.map((line) => line.replace(/\s/g, '')),
      );
      const groups = one.attachments.flatMap(({ groups: all }) => all.flatMap(({ title }) => title ?? []));
      for (const page of pages) assert.ok(!groups.includes(linesOf(page).at(-1)?.text ?? ''), one.id);
      const raw = pdf.toString('latin1');
      assert.match(raw, /\/StructTreeRoot/);
      assert.match(raw, /pdfuaid/);
      // A list with deeds lies on its side.
      const sides = new Set(pages.map(({ width, height }) => width > height));
      assert.equal(sides.has(true), one.attachments.length > 0, one.id);
    }
  });
});

describe('a title', () => {
  it('that just does not fit into its line is broken between phrases, its last line no single sign', () => {
    // Twenty characters, of which four are figures, wider than half a Han character.
    assert.deepEqual(titleLines('关于授予2023年“包头工匠”荣誉称号的决定', ['包头工匠']), [
      '关于授予2023年',
      '“包头工匠”荣誉称号的决定',
    ]);
  });
});

describe('what does not fit', () => {
  it('is a sign that no font has: named with its code point, and nothing is made', async () => {
    const body = [{ kind: 'paragraph' as const, text: '候选人王\u{323AF}在列。' }];
    const out = setSheet(await aPress(), gazetteSheet(aDocument({ body })), [], '公示.pdf');
    assert.ok('findings' in out);
    assert.deepEqual(
      out.findings.map((one) => [one.where.file, sentence(one)]),
      [
        [
          '公示.pdf',
          '“候选人王\u{323AF}在列。”里的“\u{323AF}”（U+323AF）没有一种字体有（Noto Serif SC、Noto Serif SC Bold、Noto Sans SC Medium和备用字体都没有），印出来会是空白或方框。请核对是否写错；没有错的，请把有这个字的字体（例如霞鹜文楷）放进字体目录，用 --fonts 或 site.json 的 paper.fonts 指明，再做一次。',
        ],
      ],
    );
  });

  it('is a 红头 too long for its line', async () => {
    const frame = {
      ...aDocument().frame,
      letterhead: '澄湖市总工会澄湖市人力资源和社会保障局澄湖市工业和信息化局文件',
    };
    await assert.rejects(printed(gazetteSheet(aDocument({ frame }))), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'letterhead-too-long');
      assert.equal(
        error.message,
        `发文机关标志“${frame.letterhead}”太长，一行排不下。请在 round.md 的 paper.letterhead 里用规范化简称。`,
      );
      return true;
    });
  });

  it('is set by rule where it can be: two hundred names, long ones, and a title without a place to break', async () => {
    const names = Array.from({ length: 200 }, (_, index) => ({
      text:
        index % 9 === 0
          ? `阿卜杜热西提·买买提艾力·${'吐尔逊江'.slice(0, index % 4 || 4)}`
          : `王磊${'〇一二三四五六七八九'[index % 10]}`,
      gone: false,
    }));
    const rows = names.map(({ text }, index) => ({
      cells: [String(index + 1), text, '澄湖示例机械制造有限公司'],
      gone: undefined,
      mark: undefined,
    }));
    const title = '关于'.concat('澄湖工匠'.repeat(9), '公示');
    const columns = [
      { head: '序号', kind: 'number' as const },
      { head: '姓名', kind: 'name' as const },
      { head: '工作单位', kind: 'text' as const },
    ];
    const document = aDocument({
      title,
      titleLines: [title.slice(0, 19), title.slice(19)],
      body: [{ kind: 'roll', names }],
      attachments: [{ title: '候选人名单', note: '200人', columns, groups: [{ title: undefined, rows }] }],
      whole: names.map(({ text }) => text),
    });
    const pages = await pdfPages(await printed(gazetteSheet(document)));
    const text = pages
      .map(({ runs }) => runs.map((run) => run.text).join(''))
      .join('')
      .replace(/—\s*\d+\s*—/g, '');
    assert.deepEqual(inspectCarrier(text, documentFacts(document), 'a.pdf'), []);
    for (const { width, runs } of pages) {
      assert.ok(runs.every((run) => run.x >= 26 * MM && run.x + (run.turned ? 0 : run.width) <= width - 24 * MM));
    }
  });
});
