import { addDays, chinaDate, chineseDate, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { vcard } from '#core/formats/vcard.ts';
import type { ContactChannel } from '#core/records/contact-channel.ts';
import { noticeAddress, publicAddress } from '#site/address.ts';
import type { WorkDays } from '#site/live/calling.ts';
import { workDays } from '#site/live/work-days.ts';
import type { PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { cited } from '#site/words/citation.ts';
import { channelView, internationalNumber } from './channel-view.ts';
import { type DoorView, doorView } from './door-view.ts';
import { type ObjectionView, objectionView } from './objection-view.ts';

/** The page on which one round's objections are prepared. */
export interface ObjectionPageView extends ObjectionView {
  /** `2026年度威海市首席技师`. */
  subject: string;
  /** `公示`, and of a round with several notices which: `入围公示`. */
  publicity: string;
  noticeTitle: string;
  door: DoorView;
  /** For 现在能打电话吗: from the day of the build, past the end of the window. */
  workDays: WorkDays;
  /** The letter; absent once nothing can be objected to any more. */
  letter: LetterView | undefined;
}

export interface LetterView {
  /** Whom the letter is sent to. */
  to: string;
  /** `《关于…的公示》（2026年11月20日发布）`. */
  notice: string;
  /** Without a name the letter is not valid. */
  named: boolean;
  /** Of a mail. */
  subject: string;
  email: string | undefined;
  post: string | undefined;
  postmark: string;
  /** The people one can choose from: those whose material is still shown, in the office's order. */
  people: { id: string; label: string }[];
}

export function objectionPageView(round: PublicRound, now: Instant): ObjectionPageView {
  const { data, programme, notice, effective, life } = round;
  const view = objectionView(round);
  const door = doorView(round);
  const today = chinaDate(now);
  const until = effective.course === 'running' ? effective.window.closesOn : data.publicity.closesOn;
  return {
    ...view,
    subject: `${data.edition}${programme.data.title}`,
    publicity: publicityWord(round),
    noticeTitle: notice.data.title,
    door,
    workDays: workDays(life.calendar, today, addDays(latest(today, until), DAYS_BEYOND)),
    letter: door.kind === 'settled' ? undefined : letterView(round, view),
  };
}

/** Longer than any office stays shut: the page answers for a while when nobody rebuilds it. */
const DAYS_BEYOND = 45;

function letterView(round: PublicRound, view: ObjectionView): LetterView {
  const { data, notice, visible, programme } = round;
  const channels = objectionChannels(round);
  const email = channels.find(({ kind }) => kind === 'email');
  const post = channels.find(({ kind }) => kind === 'post');
  const { title, documentNumber, published } = notice.data;
  return {
    to: view.desk ?? officeName(round),
    notice: `${cited(title, documentNumber)}（${chineseDate(published)}发布）`,
    named: data.objection.anonymous === 'refused',
    subject: `对${data.edition}${programme.data.title}${publicityWord(round)}的异议`,
    email: email?.kind === 'email' ? email.address : undefined,
    post: post && channelView(post).text,
    postmark: view.postmark,
    people: visible.flatMap(({ id, person, profile }) =>
      person && profile === 'whole' ? [{ id, label: `${person.data.name}（${person.data.employer}）` }] : [],
    ),
  };
}

/** The office of a round as an address book takes it. */
export function officeCard(round: PublicRound, siteAddress: string): string {
  const channels = objectionChannels(round);
  const views = channels.map((channel) => channelView(channel));
  return vcard({
    name: objectionView(round).desk ?? officeName(round),
    telephones: channels.flatMap((channel) => (channel.kind === 'phone' ? [internationalNumber(channel)] : [])),
    emails: channels.flatMap((channel) => (channel.kind === 'email' ? [channel.address] : [])),
    addresses: channels.flatMap((channel) =>
      channel.kind === 'post' ? [{ address: channel.address, postcode: channel.postcode }] : [],
    ),
    notes: [
      `${round.data.title}：对公示提出异议`,
      ...views.flatMap(({ kind, label, text, hours }) =>
        hours === undefined ? [] : [`${label}${kind === 'visit' ? ` ${text}` : ''}：${hours}`],
      ),
    ],
    url: publicAddress(siteAddress, noticeAddress(round.id)),
  });
}

/** Where the channels name different desks: who receives letters, else the first of the organisers. */
function officeName(round: PublicRound): string {
  const post = objectionChannels(round).find(({ kind }) => kind === 'post');
  return (post?.kind === 'post' ? post.addressee : undefined) ?? round.programme.data.organisers[0] ?? '';
}

function objectionChannels({ data }: PublicRound): ContactChannel[] {
  return data.channels.filter(({ purpose }) => purpose.includes('objection'));
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
