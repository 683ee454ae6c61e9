import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { PaperDocument } from '#pipeline/paper/documents/document.ts';
import { documentFacts } from '#pipeline/paper/documents/facts.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { inspectCarrier } from '#pipeline/paper/inspect-carrier.ts';
import { pdfPages } from '#pipeline/paper/pdf-text.ts';
import { wordDocument } from '#pipeline/paper/word/word-document.ts';
import { missing, systemProgram } from '#tests/system-program.ts';
import { aDocument, theSample } from './a-press.ts';

async function all(): Promise<PaperDocument[]> {
  const { rounds, site } = await theSample();
  return rounds.flatMap((round) => roundDocuments(round, site.address)).map(({ document }) => document);
}

describe('the Word file', () => {
  it('says what the page says, read back by another reader', async () => {
    for (const one of await all()) {
      const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(wordDocument(one)) });
      assert.deepEqual(
        messages.filter(({ type }) => type === 'error'),
        [],
      );
      assert.deepEqual(inspectCarrier(value, documentFacts(one), `${one.id}.docx`), []);
    }
  });

  it('has real styles, heads that repeat, the grid, footers of odd and even pages, and no theme', () => {
    const rows = [{ cells: ['1', '李明', '澄湖示例机械有限公司', '车工', '事迹。'], gone: undefined, mark: undefined }];
    const kinds = ['number', 'name', 'text', 'text', 'long'] as const;
    const columns = kinds.map((kind) => ({ head: kind, kind }));
    const document = aDocument({
      body: [
        { kind: 'heading', level: 1, text: '一、范围' },
        { kind: 'heading', level: 2, text: '（一）对象' },
      ],
      attachments: [{ title: '名单', note: '1人', columns, groups: [{ title: undefined, rows }] }],
    });
    const parts = unzipSync(wordDocument(document));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const body = part('word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2', 'Signature', 'AttachmentTitle', 'CellHead']) {
      assert.match(body, new RegExp(`<w:pStyle w:val="${style}"/>`));
      assert.match(part('word/styles.xml'), new RegExp(`w:styleId="${style}"`));
    }
    assert.match(body, /<w:tblHeader\/>/);
    assert.match(body, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    assert.match(body, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(body, /<w:docGrid w:type="lines" w:linePitch="579"\/>/);
    assert.match(body, /<w:footerReference w:type="even" r:id="rId5"\/>/);
    assert.match(part('word/settings.xml'), /<w:evenAndOddHeaders\/>/);
    assert.doesNotMatch(
      Object.values(parts)
        .map((one) => strFromU8(one))
        .join(''),
      /Theme"|theme\d/,
    );
  });

  it('has columns wide enough for every number and every name of the sample', async () => {
    let seen = 0;
    for (const document of await all()) {
      const body = strFromU8(unzipSync(wordDocument(document))['word/document.xml'] ?? new Uint8Array());
      for (const [, width = '', text = ''] of body.matchAll(
        /<w:tcW w:w="(\d+)"[^>]*\/>(?:(?!<\/w:tc>).)*?<w:pStyle w:val="CellCentred"\/>(?:(?!<\/w:tc>).)*?<w:t[^>]*>([^<]*)<\/w:t>/gs,
      )) {
        // 12 pt a sign, half of it for a figure, between margins of 1.9 mm (108 twentieths of a point) that Word has by itself.
        const needed = [...text].reduce((sum, sign) => sum + (sign < '\u2000' ? 120 : 240), 216);
        seen += 1;
        assert.ok(Number(width) >= needed, `${document.id}: ${text} needs ${needed} of ${width}`);
      }
    }
    assert.ok(seen > 200, String(seen));
  });

  it('opens in LibreOffice as it was meant: lines, pages and text', { skip: missing('soffice') }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-word-'));
    try {
      const han = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳'.repeat(40);
      const [first] = await all();
      assert.ok(first);
      await writeFile(
        join(folder, '纯汉字.docx'),
        wordDocument(aDocument({ body: [{ kind: 'paragraph', text: han }] })),
      );
      await writeFile(join(folder, '公示.docx'), wordDocument(first));
      await mkdir(join(folder, 'profile'));
      execFileSync(
        systemProgram('soffice'),
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, '纯汉字.docx'),
          join(folder, '公示.docx'),
        ],
        { stdio: 'ignore' },
      );
      const pages = await pdfPages(await readFile(join(folder, '纯汉字.pdf')));
      const lines = new Map<number, string>();
      for (const { text, y, size } of pages[1]?.runs ?? []) {
        if (Math.abs(size - 16) < 0.3) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text.trim());
      }
      const counts = [...lines.values()].map((line) => [...line].length).filter((count) => count > 0);
      assert.equal(counts.length, 22);
      assert.deepEqual([...new Set(counts)], [28]);
      const converted = await pdfPages(await readFile(join(folder, '公示.pdf')));
      const text = converted
        .map(({ runs }) =>
          runs
            .map((run) => run.text)
            .join('')
            .replace(/—\s*\d+\s*—/g, ''),
        )
        .join('');
      assert.deepEqual(inspectCarrier(text, documentFacts(first), '公示.pdf'), []);
      assert.deepEqual(new Set(converted.map(({ width, height }) => width > height)), new Set([false, true]));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the inspector', () => {
  it('finds ten differences, each planted in the text of a notice', async () => {
    const { rounds, site } = await theSample();
    const round = rounds.find(({ id }) => id === 'weihai-chief-technician/2026');
    assert.ok(round);
    const [first] = roundDocuments(round, site.address);
    assert.ok(first);
    const notice = first.document;
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(wordDocument(notice)) });
    const facts = documentFacts(notice);
    assert.deepEqual(inspectCarrier(value, facts, 'a'), []);
    const planted: [from: string, to: string][] = [
      ['2026年11月23日至27日', '2026年11月23日至28日'],
      ['2026年11月27日（星期五）24:00截止', '2026年11月27日（星期五）17:00截止'],
      ['2026年11月27日（星期五）', '2026年11月27日（星期四）'],
      ['0631-0000000', '0631-0000001'],
      ['chief-technician-2026@example.org', 'chief-technician-2025@example.org'],
      ['名单（10人', '名单（11人'],
      ['万俟国栋', '万俟国梁'],
      ['候选人名单的公示', '候选人的公示'],
      ['威政办字〔2018〕33号', '威政办字〔2018〕38号'],
      ['威海晟版印刷机械有限公司', '威海晟版印刷有限公司'],
    ];
    for (const [from, to] of planted) {
      assert.ok(value.includes(from), from);
      assert.notDeepEqual(inspectCarrier(value.replaceAll(from, to), facts, 'a'), [], from);
    }
    const [one, two] = ['侯连滨', '汤绍勇'] as const;
    const swapped = value.replaceAll(one, '〇').replaceAll(two, one).replaceAll('〇', two);
    assert.notDeepEqual(inspectCarrier(swapped, facts, 'a'), []);
  });
});
