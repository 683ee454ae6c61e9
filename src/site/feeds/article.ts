import { chineseDate } from '#core/calendar/plain-date.ts';
import { chineseChannel, chineseChannelKind, forObjection } from '#core/channels/contact-channel.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import { noticeAddress, personAddress, publicAddress } from '#site/address.ts';
import { personTitle, roundTitle } from '#site/page-meta.ts';
import { servesText } from '#site/pages/channel-view.ts';
import { currentNotice } from '#site/pages/profile-view.ts';
import { termView } from '#site/pages/window-view.ts';
import {
  candidateWord,
  countOf,
  countOfLines,
  employerOf,
  markOf,
  personGroups,
  type PersonRow,
} from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { escaped } from './oembed.ts';

/** An article for somebody else's columns, made of absolute dates and nothing that a later day makes untrue. */
export interface Article {
  /** 公众号: at most 32 characters. */
  title: string;
  /** At most 16. */
  author: string;
  /** At most 128. */
  digest: string;
  blocks: Block[];
  /** Where it stands. */
  address: string;
}

export type Block = { kind: 'heading' | 'text' | 'quiet'; text: string } | { kind: 'list'; rows: Row[] };

/** A line of a list; the name in it is bold where there is such a thing. */
export interface Row {
  before: string;
  name: string;
  after: string;
}

const plainRow = (text: string): Row => ({ before: '', name: '', after: text });

export function noticeArticle(round: PublicRound, site: SiteSettings): Article {
  const notice = currentNotice(round);
  const window = termView(notice, round.window);
  const groups = personGroups(round, notice.visible);
  const prose = notice.sections
    .flatMap(({ text }) => text.split('\n'))
    .filter((one) => one !== '' && !/^【.*】$/.test(one));
  const channels = forObjection(round.data.channels);
  const address = publicAddress(site.address, noticeAddress(round.id, notice.number));
  const until = window.closes ? `，${window.closes}${window.closingTime}截止` : '';
  const when = `公示期：${window.range}（${window.length}）${until}。`;
  return {
    title: fitting(notice.title, `${round.data.edition}${round.programme.data.title}${candidateWord(round)}公示`, 32),
    author: clipped(notice.issuers[0] ?? site.organiser, 16),
    digest: clipped(`${when}${candidateWord(round)}${countOfLines(notice.visible)}。`, 128),
    address,
    blocks: [
      { kind: 'heading', text: notice.title },
      ...prose.slice(0, 2).map((text): Block => ({ kind: 'text', text })),
      { kind: 'text', text: when },
      ...groups.flatMap(({ heading, rows }): Block[] => [
        { kind: 'heading', text: heading ?? `${candidateWord(round)}名单（${countOf(rows)}）` },
        // What has faded on its page is not carried on by a copy of it.
        rows.some(({ faded }) => !faded)
          ? { kind: 'list', rows: rows.map(copied) }
          : { kind: 'text', text: '名单已不再转载，以公示页面为准。' },
      ]),
      { kind: 'heading', text: '如何提出异议' },
      ...channels.map((one): Block => {
        const serves = servesText(one, round.programme.data);
        const text = `${chineseChannelKind[one.kind]}：${chineseChannel(one)}${serves ? `（${serves}）` : ''}`;
        return { kind: 'text', text };
      }),
      { kind: 'quiet', text: `${notice.issuers.join('　')}　${chineseDate(notice.published)}` },
    ],
  };
}

function copied({ position, name, employer, trade, level, gone, mark, faded }: PersonRow): Row {
  if (gone !== undefined) return plainRow(`${position}．${gone}`);
  if (faded && mark === undefined) return plainRow(`${position}．该人选信息已不再展示。`);
  const facts = faded ? [] : [employer, [trade, level].filter(Boolean).join('、')].filter(Boolean);
  const after = [...facts.map((fact) => `，${fact}`), mark === undefined ? '' : `（${mark}）`].join('');
  return { before: `${position}．`, name, after };
}

/** The person as published in the round: what they do, not what became of the list. */
export function personArticle(line: VisiblePerson, round: PublicRound, site: SiteSettings): Article | undefined {
  const { person } = line;
  if (!person || line.profile !== 'whole') return undefined;
  const { name, trade, summary, honours } = person.data;
  const employer = employerOf(person.data);
  const address = publicAddress(site.address, personAddress(line.id));
  const mark = markOf(line.state);
  const sections = person.sections.flatMap(({ heading, text }): Block[] => [
    ...(heading === undefined ? [] : [{ kind: 'heading' as const, text: heading }]),
    ...text
      .split('\n')
      .filter((one) => one !== '')
      .map((one): Block => ({ kind: 'text', text: one })),
  ]);
  return {
    title: fitting(personTitle(line, round), name, 32),
    author: clipped(site.name, 16),
    digest: clipped(`${[name, employer, trade].filter(Boolean).join('，')}。${summary ?? ''}`, 128),
    address,
    blocks: [
      { kind: 'heading', text: name },
      { kind: 'quiet', text: [employer, trade].filter(Boolean).join('　') },
      ...(mark === undefined ? [] : [{ kind: 'text' as const, text: `${mark}。` }]),
      ...(summary === undefined ? [] : [{ kind: 'text' as const, text: summary }]),
      ...sections,
      ...(honours.length > 0
        ? [
            { kind: 'heading' as const, text: '荣誉' },
            {
              kind: 'list' as const,
              rows: honours.map((one) => plainRow(`${one.name}${one.year ? `（${one.year}年）` : ''}`)),
            },
          ]
        : []),
      {
        kind: 'quiet',
        text: `来源：${roundTitle(round.notice.data.title, round)}，${chineseDate(round.notice.data.published)}`,
      },
    ],
  };
}

const STYLES = {
  section: 'max-width:677px;margin:0 auto;color:#1d1d1f;font-size:16px;line-height:1.75;',
  heading: 'margin:24px 0 8px;padding-left:8px;border-left:4px solid #1d1d1f;font-size:18px;font-weight:bold;',
  text: 'margin:0 0 12px;text-align:justify;',
  quiet: 'margin:16px 0 0;color:#504d47;font-size:14px;',
  row: 'margin:0 0 6px;',
};

/** For the editor of a 公众号: `section` and `p` with inline style; no class, script, picture or address. */
export function wechatHtml({ blocks }: Article): string {
  const body = blocks.map((block) =>
    block.kind === 'list'
      ? block.rows
          .map(
            ({ before, name, after }) =>
              `<p style="${STYLES.row}">${escaped(before)}${bold(name)}${escaped(after)}</p>`,
          )
          .join('')
      : `<p style="${STYLES[block.kind]}">${block.kind === 'heading' ? bold(block.text) : escaped(block.text)}</p>`,
  );
  return `<section style="${STYLES.section}">${body.join('')}</section>`;
}

/** The editor keeps the element where it drops a weight from a style. */
function bold(text: string): string {
  return text === '' ? '' : `<strong>${escaped(text)}</strong>`;
}

/** For a newspaper desk: no table, no mark-up; the last line says where it stands. */
export function plainText({ blocks, address }: Article): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'list' ? block.rows.map(({ before, name, after }) => before + name + after) : [block.text],
  );
  return [...lines, `原页：${address}`].join('\n');
}

/** `标题．发布单位，2026年11月20日．地址`. */
export function citation(round: PublicRound, title: string, address: string): string {
  const { issuers, published } = round.notice.data;
  return `${title}．${issuers.join('、')}，${chineseDate(published)}．${address}`;
}

function fitting(title: string, shorter: string, most: number): string {
  return [...title].length <= most ? title : clipped(shorter, most);
}

function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
