import { lookAtAvif } from './avif.ts';
import { lookAtCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { lookAtFont, lookAtWebFont } from './font.ts';
import { lookAtGif } from './gif.ts';
import { lookAtGzip } from './gzip.ts';
import { lookAtHtml } from './html.ts';
import { lookAtIcon } from './icon.ts';
import { lookAtJpeg } from './jpeg.ts';
import { lookAtJson } from './json.ts';
import { lookAtMarkdown } from './markdown.ts';
import { lookAtMp4 } from './mp4.ts';
import { isPagefind, lookAtPagefind, withoutCredits } from './pagefind.ts';
import { lookAtPdf } from './pdf.ts';
import { lookAtPlainText } from './plain-text.ts';
import { lookAtPng } from './png.ts';
import { lookAtScript } from './script.ts';
import { lookAtStyle } from './style.ts';
import { lookAtText } from './text.ts';
import { Looker, type SourceFile } from './view.ts';
import { lookAtWasm } from './wasm.ts';
import { lookAtWebp } from './webp.ts';
import { lookAtXml } from './xml.ts';
import { lookAtZip } from './zip.ts';

/** Everything that a file says. Binary files are told by their first bytes, texts by their names. */
export function lookAtFile(name: string, bytes: Uint8Array): Looker {
  const looker = new Looker(open);
  looker.file({ name, bytes, place: '' });
  return looker;
}

type Reader = (file: SourceFile, looker: Looker) => void;

const BINARIES: readonly { at: number; magic: string; read: Reader }[] = [
  { at: 0, magic: '\x1f\x8b', read: lookAtGzip },
  { at: 0, magic: 'PK\x03\x04', read: lookAtZip },
  { at: 0, magic: 'PK\x05\x06', read: lookAtZip },
  { at: 0, magic: '%PDF-', read: lookAtPdf },
  { at: 0, magic: '\xff\xd8\xff', read: lookAtJpeg },
  { at: 0, magic: '\x89PNG\r\n\x1a\n', read: lookAtPng },
  { at: 0, magic: 'GIF8', read: lookAtGif },
  { at: 8, magic: 'WEBP', read: lookAtWebp },
  ...['isom', 'iso', 'mp4', 'avc1', 'M4V', 'qt  ', 'dash', 'msnv', '3gp'].map((brand) => ({
    at: 4,
    magic: `ftyp${brand}`,
    read: lookAtMp4,
  })),
  { at: 4, magic: 'ftyp', read: lookAtAvif },
  { at: 0, magic: '\0asm', read: lookAtWasm },
  { at: 0, magic: 'wOF2', read: lookAtWebFont },
  { at: 0, magic: 'wOFF', read: lookAtWebFont },
  { at: 0, magic: '\0\x01\0\0', read: lookAtFont },
  { at: 0, magic: 'OTTO', read: lookAtFont },
  { at: 0, magic: '\0\0\x01\0', read: lookAtIcon },
];

/** Formats whose picture can be read for the codes drawn in it. */
const PICTURES: ReadonlySet<Reader> = new Set([lookAtJpeg, lookAtPng, lookAtGif, lookAtWebp, lookAtAvif]);

const TEXTS: Readonly<Record<string, (text: string, where: string, looker: Looker) => void>> = {
  html: lookAtHtml,
  htm: lookAtHtml,
  xhtml: lookAtHtml,
  md: lookAtMarkdown,
  json: lookAtJson,
  jsonl: lookAtJson,
  webmanifest: lookAtJson,
  map: lookAtJson,
  csv: lookAtCsv,
  tsv: lookAtCsv,
  svg: lookAtXml,
  xml: lookAtXml,
  rels: lookAtXml,
  rss: lookAtXml,
  atom: lookAtXml,
  js: lookAtScript,
  mjs: lookAtScript,
  css: lookAtStyle,
  yaml: lookAtText,
  yml: lookAtText,
  ts: lookAtScript,
};

function open(file: SourceFile, looker: Looker): void {
  const { bytes, name, place } = file;
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const binary = BINARIES.find(({ at, magic }) => head.startsWith(magic, at));
  if (binary) {
    if (PICTURES.has(binary.read)) looker.pictures.push(file);
    binary.read(file, looker);
    return;
  }
  if (isPagefind(bytes)) {
    lookAtPagefind(file, looker);
    return;
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    looker.fault('unknown-binary', place);
    return;
  }
  // Rich text hides its words behind codes of its own.
  if (text.startsWith('{\\rtf')) looker.fault('unknown-binary', place);
  const kind = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  (TEXTS[kind] ?? byContent(text))(withoutCredits(name, text), place, looker);
}

/** Without a telling name a page or a drawing is told by how it begins. */
function byContent(text: string): (text: string, where: string, looker: Looker) => void {
  const start = text.slice(0, 400);
  if (/<!doctype html|<html[\s>]|<body[\s>]|<table[\s>]|<p[\s>]/i.test(start)) return lookAtHtml;
  return /^\s*<(?:\?xml|svg|rss|feed)/i.test(start) ? lookAtXml : lookAtPlainText;
}
