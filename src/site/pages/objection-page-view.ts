import { addDays, chinaDate, chineseDate, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { channelKindOf } from '#core/channels/contact-channel.ts';
import { vcard } from '#core/formats/vcard.ts';
import { noticeAddress, publicAddress } from '#site/address.ts';
import type { WorkDays } from '#site/live/calling.ts';
import { workDays } from '#site/live/work-days.ts';
import type { PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { cited } from '#site/words/citation.ts';
import { type DoorView, doorView } from './door-view.ts';
import { type ObjectionView, objectionView } from './objection-view.ts';
import { officeFor, type OfficeView } from './office-view.ts';

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
  /** Whom the letter is sent to, unless the person chosen has an office of their own. */
  office: LetterOffice;
  /** `《关于…的公示》（2026年11月20日发布）`. */
  notice: string;
  /** Without a name the letter is not valid. */
  named: boolean;
  /** Of a mail. */
  subject: string;
  postmark: string;
  /** The people one can choose from: those whose material is still shown, in the office's order. */
  people: { id: string; label: string; office: LetterOffice }[];
}

export type LetterOffice = Pick<OfficeView, 'to' | 'email' | 'post'>;

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
  const { title, documentNumber, published } = notice.data;
  return {
    office: letterOffice(view.offices[0]),
    notice: `${cited(title, documentNumber)}（${chineseDate(published)}发布）`,
    named: data.objection.anonymous === 'refused',
    subject: `对${data.edition}${programme.data.title}${publicityWord(round)}的异议`,
    postmark: view.postmark,
    people: visible.flatMap(({ id, person, profile }) =>
      person && profile === 'whole'
        ? [
            {
              id,
              label: labelOf(person.data),
              office: letterOffice(officeFor(view.offices, person.data.tier)),
            },
          ]
        : [],
    ),
  };
}

/** A unit that is its own employer needs no second naming. */
function labelOf({ name, employer }: { name: string; employer: string }): string {
  return name === employer ? name : `${name}（${employer}）`;
}

function letterOffice({ to, email, post }: OfficeView): LetterOffice {
  return { to, email, post };
}

/** The offices of a round as an address book takes them: one card each. */
export function officeCard(round: PublicRound, siteAddress: string): string {
  return objectionView(round)
    .offices.map(({ to, heading, raw, channels }) =>
      vcard({
        name: to,
        lines: raw.flatMap((channel) => channelKindOf(channel).card(channel)),
        notes: [
          `${round.data.title}：${heading ?? '对公示提出异议'}`,
          ...channels.flatMap(({ label, text, hours, inHours }) =>
            hours === undefined ? [] : [`${label}${inHours?.deed === label ? ` ${text}` : ''}：${hours}`],
          ),
        ],
        url: publicAddress(siteAddress, noticeAddress(round.id)),
      }),
    )
    .join('');
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
