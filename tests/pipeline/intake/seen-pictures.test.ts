import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Grid, Picture } from '#core/roster/grid.ts';
import { encodePhoto } from '#pipeline/intake/photos/photo-encode.ts';
import { there } from '#tests/there.ts';
import { book, document, NAMESPACES, p, readFile, relations, text, wholeDocument } from './seen-files.ts';

/** Four quarters: red and green above, blue and white below, 800 by 800. */
let quarters: Buffer;
before(async () => {
  const colour = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 400, height: 400, channels: 3, background } })
      .png()
      .toBuffer();
  const [green, blue, white] = await Promise.all(['#00ff00', '#0000ff', '#ffffff'].map(colour));
  quarters = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#ff0000' } })
    .composite([
      { input: there(green), left: 400, top: 0 },
      { input: there(blue), left: 0, top: 400 },
      { input: there(white), left: 400, top: 400 },
    ])
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
});

/** What the published photo shows: its size, and the colours of its corners from the upper left, row by row. */
async function published({ sheets, notices }: Grid): Promise<string> {
  const pictures = sheets[0]?.rows.flat().flatMap((cell): Picture[] => cell?.pictures ?? []) ?? [];
  if (pictures.length === 0) return notices.map(({ code, what }) => [code, what].filter(Boolean).join(' ')).join();
  const encoded = await encodePhoto(there(pictures[0]).bytes, there(pictures[0]).view);
  assert.ok('jpeg' in encoded, JSON.stringify(encoded));
  const { width, height } = encoded;
  const raw = await sharp(encoded.jpeg).raw().toBuffer();
  const at = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0] = raw.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
    return `${red > 128 ? 'r' : ''}${green > 128 ? 'g' : ''}${blue > 128 ? 'b' : ''}`;
  };
  const [right, bottom] = [width - 20, height - 20];
  return `${width}×${height} ${at(20, 20)} ${at(right, 20)} ${at(20, bottom)} ${at(right, bottom)}`;
}

const pic = (prefix: string, fill: string, properties = ''): string =>
  `<${prefix}:pic><${prefix}:blipFill><a:blip r:embed="i"/>${fill}</${prefix}:blipFill><${prefix}:spPr>${properties}</${prefix}:spPr></${prefix}:pic>`;

const inWord = (drawing: string, target = 'media/a.jpeg'): Uint8Array =>
  document(p(`<w:r>${drawing}</w:r>`), { rels: [['i', 'image', target]], more: { 'word/media/a.jpeg': quarters } });
const drawing = (inside: string): Uint8Array =>
  inWord(`<w:drawing><wp:inline><a:graphic>${inside}</a:graphic></wp:inline></w:drawing>`);
const vml = (style: string, data: string): Uint8Array =>
  inWord(
    `<w:pict><v:shape style="width:100pt;height:100pt;${style}"><v:imagedata r:id="i" ${data}/></v:shape></w:pict>`,
  );
const overSheet = (inside: string): Uint8Array =>
  book(text('焊工'), {
    rels: [['d', 'drawing', '../drawings/drawing1.xml']],
    more: {
      'xl/drawings/drawing1.xml': `<xdr:wsDr ${NAMESPACES}><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/>${inside}</xdr:oneCellAnchor></xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': relations(['i', 'image', '../media/a.jpeg']),
      'xl/media/a.jpeg': quarters,
    },
  });

describe('a picture is published as the document shows it', () => {
  const RIGHT = '400×800 g g rgb rgb';
  const TURNED = '800×800 b r rgb g';
  const cases: [about: string, bytes: () => Uint8Array, right: string][] = [
    ['whole in Word', () => drawing(pic('pic', '<a:stretch><a:fillRect/></a:stretch>')), '800×800 r g b rgb'],
    ['srcRect in Word', () => drawing(pic('pic', '<a:srcRect l="50000"/>')), RIGHT],
    ['srcRect in a strict file', () => drawing(pic('pic', '<a:srcRect l="50%"/>')), RIGHT],
    ['srcRect over a sheet', () => overSheet(pic('xdr', '<a:srcRect l="50000"/>')), RIGHT],
    ['cropleft in VML, 65536ths', () => vml('', 'cropleft="32768f"'), RIGHT],
    ['cropleft in VML, a share', () => vml('', 'cropleft="0.5"'), RIGHT],
    [
      'a fill that hangs over its frame',
      () => drawing(pic('pic', '<a:stretch><a:fillRect l="-100000"/></a:stretch>')),
      RIGHT,
    ],
    [
      'a margin around it hides nothing',
      () => drawing(pic('pic', '<a:srcRect l="-20000" r="-20000"/>')),
      '800×800 r g b rgb',
    ],
    ['turned in Word', () => drawing(pic('pic', '', '<a:xfrm rot="5400000"/>')), TURNED],
    ['turned over a sheet', () => overSheet(pic('xdr', '', '<a:xfrm rot="5400000"/>')), TURNED],
    ['turned in VML', () => vml('rotation:90', ''), TURNED],
    ['mirrored', () => drawing(pic('pic', '', '<a:xfrm flipH="1"/>')), '800×800 g r rgb b'],
    ['mirrored, then turned', () => drawing(pic('pic', '', '<a:xfrm flipH="1" rot="5400000"/>')), '800×800 rgb g b r'],
    [
      'a shape filled with it',
      () =>
        drawing(
          '<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="i"/><a:srcRect l="50000"/></a:blipFill></wps:spPr></wps:wsp>',
        ),
      RIGHT,
    ],
    ['slanted', () => drawing(pic('pic', '', '<a:xfrm rot="900000"/>')), 'photo-shaped 是斜放的'],
    [
      'cut to an ellipse',
      () => drawing(pic('pic', '', '<a:prstGeom prst="ellipse"/>')),
      'photo-shaped 裁剪成了别的形状',
    ],
    ['cut to a drawn shape', () => overSheet(pic('xdr', '', '<a:custGeom/>')), 'photo-shaped 裁剪成了别的形状'],
    ['cut away whole', () => drawing(pic('pic', '<a:srcRect l="60000" r="40000"/>')), 'photo-unseen'],
    ['of no size', () => drawing(pic('pic', '', '<a:xfrm><a:ext cx="0" cy="100"/></a:xfrm>')), 'photo-unseen'],
    [
      'hidden',
      () =>
        inWord(`<w:drawing><wp:anchor><wp:docPr id="1" name="a" hidden="1"/>${pic('pic', '')}</wp:anchor></w:drawing>`),
      'photo-unseen',
    ],
    [
      'in a hidden run',
      () => inWord(`<w:rPr><w:vanish/></w:rPr><w:drawing><wp:inline>${pic('pic', '')}</wp:inline></w:drawing>`),
      'photo-unseen',
    ],
    ['invisible in VML', () => vml('visibility:hidden', ''), 'photo-unseen'],
    [
      'somewhere else',
      () => inWord(`<w:drawing><wp:inline>${pic('pic', '')}</wp:inline></w:drawing>`, '!http://example.com/a.jpeg'),
      'photo-linked',
    ],
  ];
  for (const [about, bytes, right] of cases) {
    it(about, async () => assert.equal(await published(readFile(bytes())), right));
  }

  it('placed in a cell by Excel itself', async () => {
    const rich = 'http://schemas.microsoft.com/office/spreadsheetml';
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const bytes = book('<c r="B1" t="e" vm="1"><v>#VALUE!</v></c>', {
      more: {
        'xl/metadata.xml': `<metadata ${main}><futureMetadata name="XLRICHVALUE"><bk><extLst><ext><z:rvb xmlns:z="${rich}/2017/richdata" i="0"/></ext></extLst></bk></futureMetadata><valueMetadata><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`,
        'xl/richData/rdrichvalue.xml': `<rvData xmlns="${rich}/2017/richdata"><rv s="0"><v>0</v><v>5</v></rv></rvData>`,
        'xl/richData/richValueRel.xml': `<richValueRels xmlns="${rich}/2022/richvaluerel" ${NAMESPACES}><rel r:id="i"/></richValueRels>`,
        'xl/richData/_rels/richValueRel.xml.rels': relations(['i', 'image', '../media/a.jpeg']),
        'xl/media/a.jpeg': quarters,
      },
    });
    assert.equal(await published(readFile(bytes)), '800×800 r g b rgb');
  });

  it('and asked about where it stands beside the tables', () => {
    const [rels, more]: [[string, string, string][], Record<string, Uint8Array>] = [
      [['i', 'image', 'media/a.jpeg']],
      { 'word/media/a.jpeg': quarters },
    ];
    const floating = `<w:r><w:drawing><wp:anchor>${pic('pic', '')}</wp:anchor></w:drawing></w:r>`;
    assert.deepEqual(readFile(wholeDocument(p(floating) + p(floating), { rels, more })).notices, [
      { code: 'photo-outside', count: 2 },
    ]);
  });

  it('and asked about where WPS names one that the file does not hold', () => {
    const grid = readFile(book('<c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'));
    assert.deepEqual(
      grid.notices.map(({ code }) => code),
      ['photo-linked'],
    );
  });

  it('but not when the camera has its own opinion of what is up', async () => {
    const bytes = await sharp(quarters).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const view = {
      crop: { left: 0.5, top: 0, right: 0, bottom: 0 },
      mirrored: false,
      upsideDown: false,
      turn: 0 as const,
    };
    const encoded = await encodePhoto(bytes, view);
    assert.deepEqual(encoded, { code: 'photo-shaped', args: { what: '裁剪、旋转过，照片里又带着相机的方向标记' } });
  });
});
