import {
  chinaDate,
  chineseDate,
  chineseWeekday,
  type Instant,
  parsePlainDate,
  type PlainDate,
} from '#core/calendar/plain-date.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { type ContactChannel, waysOf } from '#core/channels/contact-channel.ts';
import { chineseCount, subjectOf } from '#core/formats/subject.ts';
import type { Life } from '#core/lifecycle/life.ts';
import { lineSubject } from '#core/lifecycle/list-tables.ts';
import { addressOf, appears } from '#core/lifecycle/notices-of.ts';
import { ruling } from '#core/lifecycle/person-state.ts';
import { type PublicNotice, publicNotices } from '#core/lifecycle/public-notice.ts';
import { announcedBy } from '#core/lifecycle/results.ts';
import type { Content } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { DAY_END } from '#core/window/publicity-window.ts';
import type { BuiltPage } from './built-page.ts';

/**
 * Every page of a round against the content: each date has a source in it, weekdays fit their dates, every deadline is one that was
 * promised, links to telephones and mailboxes are declared channels, and lists are as long as they say.
 */
export function inspectFacts(
  life: Life,
  content: Content,
  pages: ReadonlyMap<string, BuiltPage>,
  now: Instant,
): Finding[] {
  const { folder } = life;
  if (!folder.notice || publishedAt(folder.notice.data) > now) return [];
  const notices = publicNotices(life, folder.notice, now);
  const facts = factsOf(publicLives(life, now), content, now);
  const own = [...pages.values()].filter(({ address }) => isOf(life, address, now));
  return [
    ...own.flatMap((page) => [...dates(page, facts), ...deadlines(page, facts), ...channels(page, facts)]),
    ...notices.flatMap((notice) => listLength(notice, life, pages)),
    ...(folder.part === undefined || folder.part.number === 1 ? conferred(life, pages, now) : []),
  ];
}

interface Facts {
  dates: ReadonlySet<PlainDate>;
  /** Closing days that the public was ever told. */
  closes: ReadonlySet<PlainDate>;
  closingTimes: readonly string[];
  /** The office's own prose, in which a deadline of another kind may stand. */
  prose: string;
  tel: ReadonlySet<string>;
  mail: ReadonlySet<string>;
}

/** Every public notice of the round: its pages name one another's dates. */
function publicLives(life: Life, now: Instant): Life[] {
  const all = life.folder.part?.all ?? [life.folder];
  return all.filter((folder) => appears(folder) <= now).map((folder) => ({ ...life, folder }));
}

function factsOf(lives: readonly Life[], content: Content, now: Instant): Facts {
  const folders = lives.map(({ folder }) => ({ ...folder, part: undefined, later: undefined }));
  const notices = lives.flatMap((life) =>
    life.folder.notice ? publicNotices(life, life.folder.notice, now) : ([] as PublicNotice[]),
  );
  const written = JSON.stringify([...folders, lives[0]?.programme]);
  const windows = notices.flatMap(({ effective }) => (effective.course === 'running' ? [effective.window] : []));
  const days = notices.flatMap(({ effective }) =>
    effective.course === 'running' ? effective.window.days : effective.course === 'halted' ? effective.days : [],
  );
  const closes = new Set<PlainDate>([
    ...windows.map(({ closesOn }) => closesOn),
    ...notices.map(({ printed }) => printed.closesOn),
    ...folders
      .flatMap(({ acts }) => acts)
      .flatMap(({ data }) => [
        ...('oldClosesOn' in data ? [data.oldClosesOn] : []),
        ...('newClosesOn' in data ? [data.newClosesOn] : []),
      ]),
  ]);
  const reachable: ContactChannel[] = [
    ...content.site.data.channels,
    ...folders.flatMap(({ round }) => round.data.channels),
  ];
  return {
    dates: new Set([...datesIn(written), ...days.map(({ date }) => date), ...closes, chinaDate(now)]),
    closes,
    closingTimes: folders.map(({ round }) => round.data.publicity.closingTime ?? DAY_END),
    prose: written,
    tel: targets(reachable, 'tel', dialDigits),
    mail: targets(reachable, 'mailto', (address) => address.toLowerCase()),
  };
}

function dates(page: BuiltPage, facts: Facts): Finding[] {
  return [...page.text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日(?:（(星期.)）)?/g)].flatMap(
    ([shown, y, m, d, day]) => {
      const date = plain(y, m, d);
      const text = shown.replace(/（.*/, '');
      if (date === undefined || !facts.dates.has(date)) return [finding('date-unknown', placeOf(page), { date: text })];
      const right = chineseWeekday(date);
      return day === undefined || day === right
        ? []
        : [finding('weekday-wrong', placeOf(page), { date: text, weekday: day })];
    },
  );
}

const DAY_AND_HOUR = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日(?:（星期.）)?\\s*(\\d{1,2}:\\d{2})?';
/** As the pages put it, `…24:00截止`, and as people write; what follows the first is of something else. */
const DEADLINES = [
  new RegExp(`${DAY_AND_HOUR}截止`, 'g'),
  new RegExp(`(?<![\\d日）])截止(?:于|日期)?[：\\s]*${DAY_AND_HOUR}`, 'g'),
];

function deadlines(page: BuiltPage, { closes, closingTimes, prose }: Facts): Finding[] {
  const said = DEADLINES.flatMap((form) => [...page.text.matchAll(form)]);
  return said.flatMap(([shown, y, m, d, time]) => {
    const date = plain(y, m, d);
    const right = date !== undefined && closes.has(date) && (time === undefined || closingTimes.includes(time));
    if (right || prose.includes(shown.trim())) return [];
    const known = [...closes].map((one) => `${chineseDate(one)}${closingTimes[0] ?? ''}`).join('、');
    return [finding('deadline-differs', placeOf(page), { shown: shown.trim(), known })];
  });
}

function channels(page: BuiltPage, { tel, mail }: Facts): Finding[] {
  const strange = page.links.some((target) => {
    if (target.startsWith('tel:')) return !tel.has(dialDigits(target.slice(4)));
    if (target.startsWith('mailto:')) return !mail.has(target.slice(7).replace(/\?.*$/, '').toLowerCase());
    return false;
  });
  return strange ? [finding('channel-unknown', placeOf(page))] : [];
}

/** `10人`, `3个集体`, `9名个人、2个集体`. */
const COUNT = '\\d+(?:人|[名个](?:个人|集体|团队|班组|单位)(?:、\\d+[名个](?:集体|团队|班组|单位))*)';

function listLength(notice: PublicNotice, { folder }: Life, pages: ReadonlyMap<string, BuiltPage>): Finding[] {
  const page = pages.get(`${addressOf(folder)}/notice${notice.number === 1 ? '' : `-${notice.number}`}/`);
  const ordered = folder.roster?.data.orderedBy ?? '';
  const shown = new RegExp(`(${COUNT})，${ordered.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').exec(
    page?.text ?? '',
  )?.[1];
  const expected = chineseCount(notice.visible.map(lineSubject));
  if (!page || shown === expected) return [];
  const args = { what: '公示名单', shown: shown ?? '（没有写）', expected };
  return [finding('count-differs', placeOf(page), args)];
}

/** Every announcement, tier by tier. */
function conferred({ folder, programme }: Life, pages: ReadonlyMap<string, BuiltPage>, now: Instant): Finding[] {
  const people = (folder.part?.all ?? [folder]).flatMap((one) => one.people);
  return announcedBy(folder, now).flatMap(({ data }, index) => {
    const address = `${folder.id}/result${index === 0 ? '' : `-${index + 1}`}/`;
    const page = pages.get(address);
    if (!page) return [finding('page-missing', { file: `${address}index.html` }, { what: data.title })];
    return data.conferred.flatMap(({ tier, people: ids }) => {
      const name = programme.data.rules.tiers.find(({ key }) => key === tier)?.name ?? tier;
      const shown = new RegExp(`${name}\\s*(${COUNT})`, 'u').exec(page.text)?.[1];
      const expected = chineseCount(ids.map((id) => subjectOf(people.find((one) => one.id === id)?.data ?? {})));
      if (shown === expected) return [];
      return [finding('count-differs', placeOf(page), { what: name, shown: shown ?? '（没有写）', expected })];
    });
  });
}

function isOf(life: Life, address: string, now: Instant): boolean {
  const { folder } = life;
  if (address.startsWith(`${addressOf(folder)}/`)) return true;
  const person = /^people\/([^/]+)\//.exec(address)?.[1];
  if (person === undefined || !folder.people.some(({ id }) => id === person)) return false;
  return ruling(person, life, now).folder === folder;
}

function placeOf({ address }: BuiltPage): Place {
  return { file: address.endsWith('/') || address === '' ? `${address}index.html` : address };
}

function datesIn(text: string): PlainDate[] {
  const found = [...text.matchAll(/(\d{4})-(\d{2})-(\d{2})/g), ...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)];
  return found.flatMap(([, y, m, d]) => plain(y, m, d) ?? []);
}

function plain(y = '', m = '', d = ''): PlainDate | undefined {
  return parsePlainDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}

/** What the declared channels can be dialled or written to by; a fax is rung up by nobody. */
function targets(
  channels: readonly ContactChannel[],
  scheme: 'tel' | 'mailto',
  form: (target: string) => string,
): ReadonlySet<string> {
  return new Set(channels.flatMap(waysOf).flatMap(({ link }) => (link?.scheme === scheme ? [form(link.target)] : [])));
}

/** However an office writes a link in its own prose: with or without the code of the country, dashes and spaces. */
function dialDigits(target: string): string {
  const [main = '', extension = ''] = target.split(/;ext=/);
  const abroad = /^\+86/.test(main);
  const digits = main.replace(/^\+86/, '').replace(/\D/g, '');
  return `${abroad && !/^1[3-9]\d{9}$/.test(digits) ? '0' : ''}${digits} ${extension}`;
}
