import { decodeText } from './decode-text.ts';
import { nameIn, PdfFile, type PdfStream } from './pdf-file.ts';
import { PdfFont } from './pdf-font.ts';
import { type PdfDictionary, PdfName, PdfString, type PdfValue } from './pdf-syntax.ts';
import { PdfText } from './pdf-text.ts';
import { lookAtColumns } from './plain-text.ts';
import { lookAtText } from './text.ts';
import { type Looker, place, type SourceFile } from './view.ts';

/**
 * A PDF: the text of its pages and forms, every string in its objects (properties, notes, links, fields), and files within. pdf.js
 * misses what no object refers to any more (docs/measurements.md, by `npm run campaign -- pdf-readers`).
 */
export function lookAtPdf({ bytes, place: where }: SourceFile, looker: Looker): void {
  const file = new PdfFile(bytes, looker.room);
  if (file.encrypted) throw new RangeError('encrypted');
  const strings: string[] = [...file.comments];
  for (const { value } of file.objects) collect(value, '', strings);
  for (const trailer of file.trailers) collect(trailer, '', strings);
  looker.pieces(place(where, '文档属性与批注'), strings);
  if (file.tail !== '') looker.text(place(where, '文件结尾之后'), file.tail);
  const fonts = new Map<PdfDictionary, PdfFont>();
  for (const { value, stream } of file.objects) {
    if (!(value instanceof Map)) continue;
    if (nameIn(value, 'Type') === 'Page') lookAtPage(file, value, fonts, where, looker);
    if (stream) lookAtStream(file, stream, fonts, where, looker);
  }
  if ([...fonts.values()].some(({ unreadable }) => unreadable)) looker.fault('unreadable', place(where, '文字'));
}

/** Texts of objects, each behind its key. */
function collect(value: PdfValue, key: string, strings: string[]): void {
  if (value instanceof PdfString) strings.push(`${key}: ${stringText(value.bytes)}`);
  else if (value instanceof PdfName && value.name.length > 6) strings.push(value.name);
  else if (Array.isArray(value)) for (const item of value) collect(item, key, strings);
  else if (value instanceof Map) for (const [name, item] of value) collect(item, name, strings);
}

/** 7.9.2.2: UTF-16 or UTF-8 with a mark; otherwise an encoding of one byte, in which offices also write GBK. */
function stringText(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(raw);
  return decodeText(raw) ?? bytes;
}

function lookAtPage(
  file: PdfFile,
  page: PdfDictionary,
  fonts: Map<PdfDictionary, PdfFont>,
  where: string,
  looker: Looker,
): void {
  const entry = page.get('Contents');
  const listed = file.resolve(entry);
  const streams = (Array.isArray(listed) ? listed : [entry]).flatMap((one) => file.streamOf(one) ?? []);
  const contents = streams.map((stream) => latin1.decode(file.contents(stream) ?? new Uint8Array())).join('\n');
  let resources = file.dictionary(page.get('Resources'));
  for (let parent = file.dictionary(page.get('Parent')), steps = 0; !resources && parent && steps < 20; steps += 1) {
    resources = file.dictionary(parent.get('Resources'));
    parent = file.dictionary(parent.get('Parent'));
  }
  lookAtContents(file, contents, resources, fonts, where, looker);
}

const latin1 = new TextDecoder('latin1');

function lookAtContents(
  file: PdfFile,
  contents: string,
  resources: PdfDictionary | undefined,
  fonts: Map<PdfDictionary, PdfFont>,
  where: string,
  looker: Looker,
): void {
  const table = file.dictionary(resources?.get('Font'));
  const reader = new PdfText((name) => {
    const font = file.dictionary(table?.get(name));
    if (!font) return undefined;
    const known = fonts.get(font) ?? new PdfFont(file, font);
    fonts.set(font, known);
    return known;
  });
  reader.read(contents);
  const text = reader.pieces.join('');
  looker.text(place(where, '正文'), text);
  lookAtColumns(text, where, looker, /[\t ]+/);
  looker.pieces(place(where, '正文'), reader.unseen.map(stringText));
}

/** Files within, notes' appearances, metadata, scripts. Fonts, maps and tables are machinery. */
function lookAtStream(
  file: PdfFile,
  stream: PdfStream,
  fonts: Map<PdfDictionary, PdfFont>,
  where: string,
  looker: Looker,
): void {
  const { dictionary } = stream;
  const type = nameIn(dictionary, 'Type') ?? '';
  const subtype = nameIn(dictionary, 'Subtype') ?? '';
  if (type === 'ObjStm' || type === 'XRef') return;
  if (subtype === 'Image') {
    const filter = file.resolve(dictionary.get('Filter'));
    const last = Array.isArray(filter) ? filter.at(-1) : filter;
    const photo = last instanceof PdfName && /^(?:DCTDecode|DCT)$/.test(last.name) && !Array.isArray(filter);
    if (photo) looker.file({ name: 'picture.jpg', bytes: stream.raw, place: place(where, '图片') });
    return;
  }
  const contents = file.contents(stream);
  if (!contents) return;
  if (type === 'EmbeddedFile') looker.file({ name: 'attachment', bytes: contents, place: place(where, '附件') });
  else if (subtype === 'Form')
    lookAtContents(file, latin1.decode(contents), file.dictionary(dictionary.get('Resources')), fonts, where, looker);
  else if (type === 'Metadata' || subtype === 'XML')
    lookAtText(decodeText(contents) ?? '', place(where, '元数据'), looker);
}
