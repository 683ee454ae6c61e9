import { strToU8, zipSync } from 'fflate';
import { chineseChannel, chineseChannelKind, type ContactChannel } from '#core/channels/contact-channel.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import type { PaperDocument } from '#pipeline/paper/documents/document.ts';
import { wordDocument } from '#pipeline/paper/word/word-document.ts';
import type { PublicRound } from '#site/publication.ts';
import type { Advertisement } from './advertisement.ts';

/** A picture as it lies in the content, with what stands under it. */
export interface NewspaperPicture {
  id: string;
  name: string;
  employer: string;
  credit: string | undefined;
  jpeg: Uint8Array;
}

export interface NewspaperParts {
  document: PaperDocument;
  round: PublicRound;
  site: SiteSettings;
  pictures: readonly NewspaperPicture[];
  advertisements: readonly Advertisement[];
}

/** Zip knows local time only; a date of its own would differ at every run. */
const EPOCH = new Date(2000, 0, 1);

/**
 * What a newspaper asks for: text free of outside formatting, with and without addresses, the same in Word, original pictures apart,
 * captions 【图1】, the proof-reader and the contact named, in a folder named by the day and the event.
 */
export function newspaperPackage(parts: NewspaperParts): { name: string; bytes: Uint8Array } {
  const { document, pictures, advertisements } = parts;
  const folder = `${document.published.replaceAll('-', '')}${document.title.replace(/[\\/:*?"<>|]/g, '')}`;
  const entries: [string, Uint8Array][] = [
    ['正文.txt', plain(newspaperText(document, true))],
    ['正文（不含网址邮箱）.txt', plain(newspaperText(document, false))],
    ['正文.docx', wordDocument(document)],
    ...(pictures.length > 0 ? [['图片说明.txt', plain(captions(pictures))] as [string, Uint8Array]] : []),
    ...pictures.map(({ name, jpeg }, index): [string, Uint8Array] => [`图片/【图${index + 1}】${name}.jpg`, jpeg]),
    ['联系人和校对.txt', plain(contacts(parts))],
    ...advertisements.map(({ columns, type, width, height, pdf }): [string, Uint8Array] => [
      `版面/${columns === 1 ? '一栏' : '四栏'} ${type}字 宽${width}毫米 高${height}毫米.pdf`,
      pdf,
    ]),
  ];
  const zipped = Object.fromEntries(entries.map(([path, bytes]) => [`${folder}/${path}`, bytes]));
  return { name: `${folder}.zip`, bytes: zipSync(zipped, { mtime: EPOCH, level: 9 }) };
}

/** Title, body, names in groups, signature; no tables. Without addresses: no line with a mailbox, and no web address at the end. */
export function newspaperText(
  { title, documentNumber, addressee, body, attachments, signature, address }: PaperDocument,
  addresses: boolean,
): string[] {
  const paragraphs = body.flatMap((block): string[] =>
    block.kind === 'roll' ? [block.names.map(({ text }) => text).join('　')] : [block.text],
  );
  const people = attachments.flatMap(({ title: heading, note, columns, groups }) => {
    const at = columns.findIndex(({ kind }) => kind === 'name');
    return [
      `${heading}（${note}）`,
      ...groups.flatMap((group) => [
        ...(group.title === undefined ? [] : [group.title]),
        ...group.rows.map(({ cells, gone, mark }) =>
          gone === undefined
            ? `${cells[0] ?? ''}．${cells.slice(at, at + 2).join('，')}${mark === undefined ? '' : `（${mark}）`}`
            : `${cells[0] ?? ''}．${gone}`,
        ),
      ]),
    ];
  });
  const lines = [
    title,
    ...(documentNumber === undefined ? [] : [documentNumber]),
    ...(addressee === undefined ? [] : [addressee]),
    ...paragraphs,
    ...signature.issuers,
    signature.date,
    ...people,
    ...(addresses ? [`网址：${address}`] : []),
  ];
  return addresses ? lines : lines.filter((line) => !/@|https?:/.test(line));
}

function captions(pictures: readonly NewspaperPicture[]): string[] {
  return pictures.map(({ name, employer, credit }, index) => `【图${index + 1}】${name}，${employer}。${credit ?? ''}`);
}

function contacts({ round, site }: NewspaperParts): string[] {
  const press = [...round.data.channels, ...site.channels].filter(({ purpose }) => purpose.includes('press'));
  const shown = press.length > 0 ? press : round.data.channels.filter(({ kind }) => kind === 'phone');
  const reviewer = round.life.folder.approval?.data.current.reviewer;
  return [
    `供稿单位：${round.notice.data.issuers.join('、')}`,
    ...shown.map(
      (channel: ContactChannel) =>
        `联系人：${channel.name ?? ''}　${chineseChannelKind[channel.kind]} ${chineseChannel(channel)}`,
    ),
    `校对：${reviewer ?? '＿＿＿＿＿＿（请写明校对人姓名）'}`,
    '文字以本稿为准，请勿改动姓名、单位、日期、电话；版面放不下的，请先与联系人商量。',
    '图片是网站所用的原件；需要更大的，请向联系人索取。',
  ];
}

/** UTF-8 with its mark and the line ends of Windows: what a newspaper's desk opens without asking. */
function plain(lines: readonly string[]): Uint8Array {
  return strToU8(`\uFEFF${lines.join('\r\n')}\r\n`);
}
