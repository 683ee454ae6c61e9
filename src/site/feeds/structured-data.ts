import { SUBJECTS } from '#core/formats/subject.ts';
import { lineSubject } from '#core/lifecycle/list-tables.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import { noticeAddress, personAddress, publicAddress, resultAddress } from '#site/address.ts';
import { personTitle } from '#site/page-meta.ts';
import { settledView } from '#site/pages/state-view.ts';
import { isIndexed, markOf } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';

type Json = string | number | boolean | Json[] | { [key: string]: Json | undefined };

/** schema.org: the office and the page. People carry name, employer and trade; an award after conferral only; never birth, sex or photo. */
function page(
  site: SiteSettings,
  given: {
    title: string;
    /** What is settled of the whole page: withdrawn, replaced, revoked. */
    description?: string | undefined;
    address: string;
    published: string;
    modified: string;
    about: Json;
  },
): Json {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: given.title,
    ...(given.description !== undefined && { description: given.description }),
    url: publicAddress(site.address, given.address),
    inLanguage: 'zh-CN',
    datePublished: given.published,
    dateModified: given.modified,
    publisher: { '@type': 'GovernmentOrganization', name: site.organiser },
    mainEntity: given.about,
  };
}

export function noticeData(round: PublicRound, notice: PublicNotice, site: SiteSettings): Json {
  const settled = settledView(round, notice);
  return page(site, {
    title: notice.title,
    description: settled && `${settled.title}。${settled.text}`,
    address: noticeAddress(round.id, notice.number),
    published: notice.published,
    modified: modifiedOn(round, notice.published),
    about: peopleList(notice.visible, site),
  });
}

/** @param number 1 for the announcement, 2 for the first 补充公布 */
export function resultData(round: PublicRound, site: SiteSettings, number = 1): Json | undefined {
  const result = round.results[number - 1];
  if (!result) return undefined;
  const { title, published } = result.data;
  const named = round.decided.filter(({ state }) => state.state === 'honouree' && state.announcement === number);
  return page(site, {
    title,
    address: resultAddress(round.roundId, number),
    published,
    modified: modifiedOn(round, published),
    about: peopleList(named, site),
  });
}

export function personData(line: VisiblePerson, round: PublicRound, site: SiteSettings): Json | undefined {
  if (!isIndexed(line) || !line.person) return undefined;
  const { name, employer, trade } = line.person.data;
  const { isPerson, type } = SUBJECTS[lineSubject(line)];
  const { state } = line;
  const tier = state.state === 'honouree' && round.programme.data.rules.tiers.find(({ key }) => key === state.tier);
  const mark = markOf(state);
  const award =
    state.state === 'honouree'
      ? `${(tier && tier.name) || round.programme.data.title}（${round.data.edition}）`
      : undefined;
  return page(site, {
    title: personTitle(line, round),
    address: personAddress(line.id),
    published: round.notice.data.published,
    modified: modifiedOn(round, round.notice.data.published),
    about: {
      '@type': type,
      name,
      ...(isPerson && trade !== undefined && { jobTitle: trade }),
      ...(isPerson
        ? { worksFor: { '@type': 'Organization', name: employer } }
        : employer !== name && { parentOrganization: { '@type': 'Organization', name: employer } }),
      ...(award !== undefined && { award }),
      ...(mark !== undefined && { description: mark }),
    },
  });
}

/** Names and addresses suffice in a list: the page of each person says the rest. */
function peopleList(visible: readonly VisiblePerson[], site: SiteSettings): Json {
  return {
    '@type': 'ItemList',
    numberOfItems: visible.length,
    itemListElement: visible.flatMap((line): Json[] =>
      line.person && line.line === 'whole' && isIndexed(line)
        ? [
            {
              '@type': 'ListItem',
              position: line.position,
              name: line.person.data.name,
              ...(markOf(line.state) !== undefined && { description: markOf(line.state) }),
              url: publicAddress(site.address, personAddress(line.id)),
            },
          ]
        : [],
    ),
  };
}

/** The day of the latest thing that happened to a round in public. */
export function modifiedOn({ acts, results }: PublicRound, published: string): string {
  return (
    [published, ...results.map(({ data }) => data.published), ...acts.map(({ data }) => data.date)].sort().at(-1) ??
    published
  );
}
