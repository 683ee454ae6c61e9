import { kindOf } from '#core/acts/act.ts';
import { chinaInstant, chineseDate, type Instant } from '#core/calendar/plain-date.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import { noticeAddress, publicAddress, resultAddress } from '#site/address.ts';
import { noticeView } from '#site/pages/notice-view.ts';
import { resultView } from '#site/pages/result-view.ts';
import { timeLine } from '#site/pages/window-view.ts';
import { countOf } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { ownActs, publicityWord } from '#site/sequence.ts';
import type { DocumentBlock } from '#site/words/document-text.ts';
import { actDocument } from './act-document.ts';
import { listAttachment } from './attachment.ts';
import type { PaperBlock, PaperDocument, Signature } from './document.ts';
import { headingLevel, proseBlocks } from './prose.ts';
import { frameOf, wholeOf } from './round-frame.ts';
import { titleLines } from './title-lines.ts';

/** A document and the notice of the round that it belongs to: the result to the one that leads. */
export interface PlacedDocument {
  round: PublicRound;
  document: PaperDocument;
}

/** Every document of a round that is public, the oldest first: each notice, each act that opens none, the result. @param lead of its notices */
export function roundDocuments(lead: PublicRound, site: string): PlacedDocument[] {
  const acts = lead.sequence.flatMap((round) =>
    ownActs(round)
      .filter(({ data }) => kindOf(data).notice?.(data) === undefined)
      .map((act) => ({ round, document: actDocument(round, act, site) })),
  );
  return [...siteDocuments(lead, site), ...acts].sort((a, b) => publishedOf(a.document) - publishedOf(b.document));
}

/** Those that the site offers beside their pages: notices, the result and what was added to it. */
export function siteDocuments(lead: PublicRound, site: string): PlacedDocument[] {
  const notices = lead.sequence.flatMap((round) =>
    round.notices.map((notice) => ({ round, document: noticeDocument(round, notice, site) })),
  );
  const results = lead.results.map((_, index) => ({ round: lead, document: resultDocument(lead, index + 1, site) }));
  return [...notices, ...results];
}

/** How a notice is told from its 重新公示. */
export function noticeId(number: number): string {
  return number === 1 ? 'notice' : `notice-${number}`;
}

/** How the announcement is told from what was added to it. */
export function resultId(number: number): string {
  return number === 1 ? 'result' : `result-${number}`;
}

export function publishedOf({ published, publishedTime }: PaperDocument): Instant {
  return chinaInstant(published, publishedTime);
}

function noticeDocument(round: PublicRound, notice: PublicNotice, site: string): PaperDocument {
  const view = noticeView(round, notice);
  const rows = view.groups.flatMap((group) => group.rows);
  const roll = view.groups.flatMap(({ heading, rows: own }): PaperBlock[] => [
    ...(heading === undefined ? [] : [{ kind: 'paragraph' as const, text: heading }]),
    { kind: 'roll', names: own.map(({ name, gone }) => ({ text: gone ?? name, gone: gone !== undefined })) },
  ]);
  const body = view.text.flatMap((block): PaperBlock[] => {
    if (block.kind !== 'part') return plainBlocks(block);
    switch (block.part) {
      case '名单':
        return [{ kind: 'paragraph', text: `名单（${countOf(rows)}，${round.orderedBy}）：` }, ...roll];
      case '公示时间':
        return [{ kind: 'paragraph', text: `公示时间：${timeLine(view.window)}` }];
      case '异议方式':
        return view.objection.lines.map((text) => ({ kind: 'paragraph', text }));
    }
  });
  return {
    id: noticeId(notice.number),
    name: notice.number === 1 ? publicityWord(round) : `${publicityWord(round)}（第${notice.number}次）`,
    ...headOf(view, round),
    addressee: addresseeOf(view.text),
    body,
    signature: signatureOf(view.text, view.issuers, view.published),
    attachments: [listAttachment(view.listTitle, view.listNote, view.groups)],
    published: notice.published,
    publishedTime: notice.publishedTime,
    frame: frameOf(round),
    address: publicAddress(site, noticeAddress(round.id, notice.number)),
    whole: wholeOf(rows.map(({ name }) => name)),
  };
}

/** @param number 1 for the announcement, 2 for the first 补充公布 */
function resultDocument(round: PublicRound, number: number, site: string): PaperDocument {
  const view = resultView(round, number);
  const result = round.results[number - 1];
  if (!view || !result) throw new Error(`${round.id} has no result ${number}`);
  const { published, publishedTime, conferredOn } = result.data;
  const tables = view.tiers.flatMap(({ name, tables: own }) => own.map(({ rows }) => ({ tier: name, rows })));
  const groups = tables.map(({ tier, rows }) =>
    tables.length > 1
      ? { tier, heading: `${tier}（${countOf(rows)}）`, rows }
      : { tier: undefined, heading: undefined, rows },
  );
  const people = groups.flatMap(({ rows }) => rows);
  return {
    id: resultId(number),
    name: number === 1 ? '结果' : `补充公布${number === 2 ? '' : `（第${number - 1}次）`}`,
    ...headOf(view, round),
    addressee: addresseeOf(view.text),
    body: view.text.flatMap((block) => (block.kind === 'part' ? [] : plainBlocks(block))),
    signature: signatureOf(view.text, view.issuers, chineseDate(conferredOn)),
    attachments:
      people.length === 0
        ? []
        : [listAttachment(`${view.tiers.map(({ name }) => name).join('、')}名单`, countOf(people), groups)],
    published,
    publishedTime,
    frame: frameOf(round),
    address: publicAddress(site, resultAddress(round.roundId, number)),
    whole: wholeOf(people.map(({ name }) => name)),
  };
}

function headOf(
  { title, issuers, documentNumber }: { title: string; issuers: readonly string[]; documentNumber: string | undefined },
  { programme, data }: PublicRound,
): Pick<PaperDocument, 'title' | 'titleLines' | 'titleWords' | 'issuers' | 'documentNumber'> {
  const tiers = programme.data.rules.tiers.map(({ name }) => name);
  const words = [programme.data.title, data.edition, ...issuers, ...tiers];
  return { title, titleLines: titleLines(title, words), titleWords: words, issuers, documentNumber };
}

function plainBlocks(block: Exclude<DocumentBlock, { kind: 'part' }>): PaperBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: headingLevel(block.text) ?? 1, text: block.text }];
    case 'prose':
      return proseBlocks(block.html);
    case 'addressee':
    case 'signature':
      return [];
  }
}

function addresseeOf(blocks: readonly DocumentBlock[]): string | undefined {
  return blocks.find((block) => block.kind === 'addressee')?.text;
}

/** As the text signs; a text that does not sign is signed by its issuers, on the day it appeared. */
function signatureOf(blocks: readonly DocumentBlock[], issuers: readonly string[], date: string): Signature {
  const lines = blocks.find((block) => block.kind === 'signature')?.lines ?? [];
  const words = lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '');
  const signed = words.filter((word) => issuers.includes(word));
  return {
    issuers: signed.length > 0 ? signed : issuers,
    date: words.find((word) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(word)) ?? date,
  };
}
