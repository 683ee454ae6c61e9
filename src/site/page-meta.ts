import type { Instant } from '#core/calendar/plain-date.ts';
import { heldTitle } from '#core/lifecycle/held-title.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import { isSameName } from '#core/text/person-name.ts';
import { ATOM_FEED, atomFeedOf, JSON_FEED, publicAddress } from './address.ts';
import type { PublicRound } from './publication.ts';

/** What the head of a page says about it. */
export interface PageMeta {
  /** Without the site's name. */
  title: string;
  description: string;
  /** 栏目: every page but home belongs to one. */
  column?: Column;
  article?: { published: string; time: string; source: string };
  /** The share picture, as a site address, and the words for those who cannot see it. */
  picture?: { address: string; alt: string };
  /** The file by which other sites find the card, as a site address. */
  oembed?: string;
  /** Keep out of search engines. */
  hidden?: boolean;
  /** A programme the page belongs to: its own feed stands in the head beside the site's. */
  programme?: { id: string; name: string };
  /** A feed of the page's own subject, as a site address. */
  feed?: { address: string; title: string };
  /** A calendar file of what the page shows, as a site address. */
  calendar?: string;
}

export interface Column {
  name: string;
  description: string;
  type: string;
}

export const COLUMNS = {
  notices: { name: '公示公告', description: '工匠选树的公示、结果和人选', type: '通知公告' },
  programmes: { name: '选树项目', description: '各项选树活动的规则、程序和依据', type: '政策文件' },
  guide: { name: '办事指南', description: '对公示提出异议和更正文字错误的方法', type: '办事指南' },
  about: { name: '网站信息', description: '本站的主办单位、联系方式和说明', type: '网站信息' },
} as const satisfies Record<string, Column>;

/** The meta tags of 国办发〔2017〕47号, annex; an empty slot of the site gives no tag. */
export function governmentTags(site: SiteSettings, meta: PageMeta): { name: string; content: string }[] {
  const tags: [string, string | undefined][] = [
    ['SiteName', site.name],
    ['SiteDomain', new URL(site.address).host],
    ['SiteIDCode', site.siteIdCode],
    ['ColumnName', meta.column?.name],
    ['ColumnDescription', meta.column?.description],
    ['ColumnKeywords', meta.column && `${meta.column.name},工匠,公示`],
    ['ColumnType', meta.column?.type],
    ['ArticleTitle', meta.article && meta.title],
    ['PubDate', meta.article && `${meta.article.published} ${meta.article.time}`],
    ['ContentSource', meta.article?.source],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

/** Open Graph, and what chat programs read beside it; nothing in it says a state, since what is shared is kept. */
export function shareTags(
  site: SiteSettings,
  meta: PageMeta,
  canonical: string,
): { key: 'property' | 'name' | 'itemprop'; name: string; content: string }[] {
  const { picture, title, description } = meta;
  if (meta.hidden) return [];
  const image = picture && publicAddress(site.address, picture.address);
  const rows: ['property' | 'name' | 'itemprop', string, string | undefined][] = [
    ['property', 'og:title', title],
    ['property', 'og:type', meta.article ? 'article' : 'website'],
    ['property', 'og:url', canonical],
    ['property', 'og:site_name', site.name],
    ['property', 'og:locale', 'zh_CN'],
    ['property', 'og:description', description],
    ['property', 'og:image', image],
    ['property', 'og:image:width', image && '1200'],
    ['property', 'og:image:height', image && '630'],
    ['property', 'og:image:alt', picture?.alt],
    ['name', 'twitter:card', image && 'summary_large_image'],
    ['itemprop', 'image', picture && publicAddress(site.address, picture.address.replace(/-1200\.png$/, '-500.png'))],
  ];
  return rows.flatMap(([key, name, content]) => (content === undefined ? [] : [{ key, name, content }]));
}

/** What a feed reader or a calendar finds in a page's head. */
export function alternates(site: SiteSettings, meta: PageMeta): { type: string; title: string; target: string }[] {
  const atom = 'application/atom+xml';
  const { programme, calendar, oembed, feed } = meta;
  const whole = `${site.name}：公示与结果`;
  return [
    ...(feed ? [{ type: atom, title: feed.title, target: feed.address }] : []),
    ...(programme ? [{ type: atom, title: `${programme.name}：公示与结果`, target: atomFeedOf(programme.id) }] : []),
    // What has a feed of its own leads to the site's by way of its programme, and once is enough for the second format.
    ...(feed ? [] : [{ type: atom, title: whole, target: ATOM_FEED }]),
    ...(programme ? [] : [{ type: 'application/feed+json', title: whole, target: JSON_FEED }]),
    ...(oembed === undefined
      ? []
      : [{ type: 'application/json+oembed', title: meta.title, target: publicAddress(site.address, oembed) }]),
    ...(calendar === undefined ? [] : [{ type: 'text/calendar', title: '公示日历', target: calendar }]),
  ];
}

/** Titles tell pages apart: the programme and the round follow where the title itself does not name them. */
export function roundTitle(title: string, { programme, data }: PublicRound): string {
  const missing = [programme.data.name, data.edition].filter((word) => !title.includes(word));
  return missing.length > 0 ? `${title} · ${missing.join('')}` : title;
}

/**
 * Name and what the person is called (`heldTitle`); the employer too where two people of a round share a name. It outlives the page: an
 * honouree's title is a fact, of everybody else it says what they were shown as. Who is not shown any more is a number of the list.
 */
export function personTitle(line: VisiblePerson, round: PublicRound): string {
  const { person, profile, position } = line;
  const held = heldTitle(line, round.programme.data, round.data);
  if (!person || profile === 'neutral') return `${held}名单第${position}号`;
  const namesakes = round.people.filter((one) => isSameName(one.data.name, person.data.name)).length;
  const name = namesakes > 1 ? `${person.data.name}（${person.data.employer}）` : person.data.name;
  return `${name} · ${held}`;
}

/** The sample's clock as the browser reads it. */
export function clockAttribute(site: SiteSettings, now: Instant): string | undefined {
  return site.sample ? new Date(now).toISOString() : undefined;
}
