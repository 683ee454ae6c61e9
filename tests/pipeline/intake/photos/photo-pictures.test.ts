import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { before, describe, it } from 'node:test';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { ImportRequest } from '#pipeline/intake/import-request.ts';
import { encodePhoto } from '#pipeline/intake/photos/photo-encode.ts';
import { HEAD, PERSON } from '#tests/pipeline/intake/hostile-files.ts';
import { aBench, type Bench, clear, filesIn, importFiles, put } from '#tests/pipeline/intake/office-bench.ts';
import { type DocxCell, docxFile, type SheetSpec, xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { there } from '#tests/there.ts';
import { portrait } from './photo-samples.ts';

const AGREED: Partial<ImportRequest> = {
  photos: { folder: undefined, texts: { credit: '单位供图', consent: '本人书面同意' } },
};

let pictures: Buffer[];
before(async () => {
  pictures = await Promise.all(Array.from({ length: 3 }, () => portrait(320, 400)));
});

/** Whose photo each of the pictures became, and what was said of photos. */
async function photosFrom(
  name: string,
  bytes: Uint8Array,
  more = AGREED,
): Promise<{ photos: Record<string, number>; said: string[] }> {
  const bench: Bench = await aBench();
  try {
    const { planned, errors } = await importFiles(bench, [await put(bench, name, bytes)], more);
    assert.deepEqual(errors, []);
    const files = await filesIn(bench.folder);
    const photos: Record<string, number> = {};
    for (const [index, picture] of pictures.entries()) {
      const encoded = await encodePhoto(picture);
      assert.ok('jpeg' in encoded);
      const base64 = Buffer.from(encoded.jpeg).toString('base64');
      for (const { id, record } of planned.plan.people) {
        if (files[`photos/${id}.jpg`] !== base64) continue;
        photos[record.candidate.name] = index;
        assert.match(files[`candidates/${id}.md`] ?? '', /photo:\n {2}credit: "单位供图"\n {2}consent: "本人书面同意"/);
      }
    }
    assert.equal(Object.keys(files).filter((path) => path.startsWith('photos/')).length, Object.keys(photos).length);
    const ofPhotos = planned.findings.filter(({ code }) => code.startsWith('photo-') && code !== 'photo-not-found');
    return { photos, said: ofPhotos.map((one) => `${chinesePlace(one.where)}: ${sentence(one)}`) };
  } finally {
    await clear(bench);
  }
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(list: readonly [id: string, type: string, target: string][]): string {
  const rows = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

/** Row and offset of both edges, as Excel stores a picture that somebody dragged there. */
type Dragged = { from: [row: number, offset: number]; to: [row: number, offset: number]; column?: number };

function bookWith(drawings: readonly Dragged[], sheet: Partial<SheetSpec> = {}): Uint8Array {
  const anchors = drawings.map(({ from, to, column = 8 }, index) => {
    const edge = (name: string, [row, offset]: [number, number]): string =>
      `<xdr:${name}><xdr:col>${name === 'to' ? column + 1 : column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
    return `<xdr:twoCellAnchor>${edge('from', from)}${edge('to', to)}<xdr:pic><xdr:blipFill><a:blip r:embed="p${index}"/></xdr:blipFill></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  const media = drawings.map((_, index) => [`xl/media/image${index}.jpeg`, there(pictures[index])] as const);
  return xlsxFile([{ name: '汇总表', rows: ROWS, ...sheet }], {
    'xl/worksheets/_rels/sheet1.xml.rels': relations([['d', 'drawing', '../drawings/drawing1.xml']]),
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATION}">${anchors.join('')}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relations(
      drawings.map((_, index) => [`p${index}`, 'image', `../media/image${index}.jpeg`]),
    ),
    ...Object.fromEntries(media),
  });
}

const WITH_PHOTO = [...HEAD, '照片'];
const LI = PERSON;
const CONG = PERSON.map((text, index) => ['2', '丛岩', '威海听涛渔具有限公司'][index] ?? text);
const ROWS = [WITH_PHOTO, LI, CONG];

describe('pictures laid over a sheet', () => {
  // A row of the usual 15 points is 190,500 units high.
  it('go to the person in whose row they lie, a few points over the edge or not', async () => {
    const book = bookWith([
      { from: [1, 5_000], to: [1, 180_000] },
      { from: [1, 185_000], to: [2, 185_000] },
    ]);
    assert.deepEqual(await photosFrom('汇总表.xlsx', book), { photos: { 李明: 0, 丛岩: 1 }, said: [] });
  });

  it('go to nobody when they lie over two people', async () => {
    const book = bookWith([{ from: [1, 95_000], to: [2, 95_000] }]);
    assert.deepEqual(await photosFrom('汇总表.xlsx', book), {
      photos: {},
      said: [
        '汇总表.xlsx I2: 这张图片跨着不止一行，无法断定是谁的照片，没有采用。请把图片放进本人那一行之内，或改用照片文件夹。',
      ],
    });
  });

  it('are asked about when one person has two', async () => {
    const book = bookWith([
      { from: [1, 0], to: [1, 180_000] },
      { from: [1, 0], to: [1, 180_000], column: 6 },
    ]);
    const { photos, said } = await photosFrom('汇总表.xlsx', book);
    assert.deepEqual(photos, {});
    assert.match(said.join(), /李明.*这个人有不止一张照片：表格里的图片 G2、表格里的图片 I2/);
  });

  it('are left alone in the row of a person under secrecy', async () => {
    const rows = [[...WITH_PHOTO, '涉密'], [...LI, '', '是'], CONG];
    assert.deepEqual(await photosFrom('汇总表.xlsx', bookWith([{ from: [1, 0], to: [1, 180_000] }], { rows })), {
      photos: {},
      said: [],
    });
  });

  it('of an identity card beside the number are no portrait', async () => {
    const rows = [[...HEAD, '身份证复印件'], LI, CONG];
    assert.deepEqual(await photosFrom('汇总表.xlsx', bookWith([{ from: [1, 0], to: [1, 180_000] }], { rows })), {
      photos: {},
      said: [],
    });
  });
});

describe('a folder with the picture of a person under secrecy', () => {
  it('gives it to no namesake', async () => {
    const bench = await aBench();
    const namesake = LI.map((text, index) => ['2', '李明', '荣成沧澜海珍食品有限公司'][index] ?? text);
    const list = xlsxFile([
      {
        name: '汇总表',
        rows: [
          [...HEAD, '涉密'],
          [...LI, '是'],
          [...namesake, '否'],
        ],
      },
    ]);
    const folder = dirname(await put(bench, '照片/李明.jpg', there(pictures[0])));
    const { planned } = await importFiles(bench, [await put(bench, '汇总表.xlsx', list)], {
      photos: { folder, texts: there(AGREED.photos).texts },
    });
    assert.deepEqual([planned.plan.people.length, planned.photos.files.size], [1, 0]);
    const said = planned.findings.filter(({ code }) => code === 'photo-ambiguous').map(sentence);
    assert.deepEqual(said, [
      '文件名可以指 李明（荣成沧澜海珍食品有限公司）、李明（名单中没有导入的一行），无法断定是谁的照片。请把单位全称写进文件名：“姓名_单位.jpg”。',
    ]);
    await clear(bench);
  });
});

describe('pictures that WPS keeps in cells', () => {
  it('go to the person in whose row the cell is', async () => {
    const inCell = (id: string): SheetSpec['rows'][number][number] => ({
      formula: `_xlfn.DISPIMG("${id}",1)`,
      cached: `=DISPIMG("${id}",1)`,
    });
    const image = (id: string, embed: string): string =>
      `<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="${id}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${embed}"/></xdr:blipFill></xdr:pic></etc:cellImage>`;
    const book = xlsxFile(
      [{ name: '汇总表', rows: [WITH_PHOTO, [...LI, inCell('ID_B')], [...CONG, inCell('ID_A')]] }],
      {
        'xl/cellimages.xml': `<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATION}">${image('ID_A', 'a')}${image('ID_B', 'b')}</etc:cellImages>`,
        'xl/_rels/cellimages.xml.rels': relations([
          ['a', 'image', 'media/image1.jpeg'],
          ['b', 'image', 'media/image2.jpeg'],
        ]),
        'xl/media/image1.jpeg': there(pictures[0]),
        'xl/media/image2.jpeg': there(pictures[1]),
      },
    );
    assert.deepEqual(await photosFrom('汇总表.xlsx', book), { photos: { 丛岩: 0, 李明: 1 }, said: [] });
  });
});

describe('pictures in a Word file', () => {
  const picture = (embed: string): string =>
    `<w:p><w:r><w:drawing><a:graphic><a:graphicData><a:blip r:embed="${embed}"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
  const documentWith = (tables: (string | DocxCell)[][][]): Uint8Array =>
    docxFile(
      { tables },
      {
        'word/_rels/document.xml.rels': relations([
          ['a', 'image', 'media/image1.jpeg'],
          ['b', 'image', 'media/image2.jpeg'],
        ]),
        'word/media/image1.jpeg': there(pictures[0]),
        'word/media/image2.jpeg': there(pictures[1]),
      },
    );

  it('go to the person in whose row they stand', async () => {
    const table = [WITH_PHOTO, [...LI, { raw: picture('a') }], [...CONG, { raw: picture('b') }]];
    assert.deepEqual(await photosFrom('汇总表.docx', documentWith([table])), {
      photos: { 李明: 0, 丛岩: 1 },
      said: [],
    });
  });

  it('in a cell merged over two people go to neither', async () => {
    const table = [
      WITH_PHOTO,
      [...LI, { raw: picture('a'), vertical: 'restart' as const }],
      [...CONG, { vertical: 'continue' as const }],
    ];
    const { photos, said } = await photosFrom('汇总表.docx', documentWith([table]));
    assert.deepEqual(photos, {});
    assert.equal(said.length, 2);
    assert.match(said.join('\n'), /李明.*跨着不止一行[^]*丛岩.*跨着不止一行/);
  });

  it('of a form are the portrait beside 照片, not the copy of the identity card', async () => {
    const form = [
      ['姓名', '李明', '工种', '船体焊工', '照片', { raw: picture('a') }],
      ['工作单位', '威海甲船业有限公司', '技能等级', '技师', '身份证复印件', { raw: picture('b') }],
      ['推荐方式', '个人自荐', '推荐单位', '环翠区总工会', '性别', ''],
      ['简要事迹', { text: '焊接能手。', span: 5 }],
    ];
    assert.deepEqual(await photosFrom('推荐表.docx', documentWith([form])), { photos: { 李明: 0 }, said: [] });
  });
});
