import { chineseDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { listedPeople } from '#core/judging/listed.ts';
import { kindIn, noticeLives } from '#core/lifecycle/notices-of.ts';
import { standingAt } from '#core/lifecycle/standing.ts';
import type { AnyNoticeKind } from '#core/notices/kind-of.ts';
import type { Dossier } from '#core/records/content.ts';
import type { LaterNotice } from '#core/records/notice.ts';
import type { Roster } from '#core/records/roster.ts';
import { statedTerms } from '#core/records/round.ts';
import { chineseSource } from '#core/records/source-title.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { markdownFile } from './markdown-file.ts';
import type { NewFiles } from './new-files.ts';

/** A notice after the first, as it is asked for. */
export interface NoticeRequest {
  /** Name of its folder. */
  id: string;
  kind: AnyNoticeKind;
  title: string;
  documentNumber: string | undefined;
  issuers: readonly string[];
  published: PlainDate;
  publishedTime?: string | undefined;
  opensOn: PlainDate;
  /** Absent: computed. */
  closesOn: PlainDate | undefined;
  length: number | undefined;
  unit: 'working' | 'calendar' | undefined;
  outlets: LaterNotice['outlets'];
  orderedBy: string;
  /** Ids, in the office's order. */
  people: readonly { id: string; tier?: string }[];
}

/** The two files of a notice, below the folder of its round. */
export function newNotice(round: Dossier, request: NoticeRequest): NewFiles {
  const { id, kind, title, documentNumber, issuers, published, publishedTime, opensOn, outlets } = request;
  const { length, unit } = request;
  const closesOn = closeOf(round, request);
  const notice = {
    kind: kind.kind,
    title,
    ...(documentNumber !== undefined && { documentNumber }),
    issuers,
    published,
    ...(publishedTime !== undefined && { publishedTime }),
    publicity: {
      opensOn,
      closesOn,
      ...(length !== undefined && { length }),
      ...(unit !== undefined && { unit }),
    },
    ...(outlets && { outlets }),
  };
  const people = request.people.map(({ id: own, tier }) => {
    const person = round.folder.people.find((one) => one.id === own);
    const { name = '', employer = '' } = person?.data ?? {};
    return { id: own, name, employer, ...(tier !== undefined && { tier }) };
  });
  const roster: Roster = { orderedBy: request.orderedBy, people };
  return new Map([
    [`notices/${id}/notice.md`, markdownFile(notice, bodyOf(round, request))],
    [`notices/${id}/roster.json`, `${JSON.stringify(roster, null, 2)}\n`],
  ]);
}

/** Whom a notice of a kind lists where nobody says otherwise: all of the list before it, or who is on no list yet. */
export function usualPeople(round: Dossier, kind: AnyNoticeKind): { id: string; name: string }[] {
  const lives = noticeLives(round);
  if (kind.list === 'added') {
    const listed = new Set(lives.flatMap(({ folder }) => folder.roster?.data.people.map(({ id }) => id) ?? []));
    return round.folder.people.filter(({ id }) => !listed.has(id)).map(({ id, data }) => ({ id, name: data.name }));
  }
  const last = lives.findLast(({ folder }) => kindIn(folder).list === 'whole');
  if (!last) return [];
  const gone = standingAt(last, Infinity).withdrawn;
  return listedPeople(last.folder)
    .filter(({ id }) => !gone.has(id))
    .map(({ id, data }) => ({ id, name: data.name }));
}

/** The rules of the programme as they bind the kind; what the notice states of its own window counts where they leave it open. */
function closeOf({ programme, folder, calendar }: Dossier, request: NoticeRequest): PlainDate {
  const { kind, opensOn, closesOn, length, unit } = request;
  const rules = kind.ruled(programme.data.rules, { length, unit });
  const own = { ...folder.round.data, publicity: { opensOn, closesOn: opensOn, length, unit } };
  const terms = statedTerms({ ...programme.data, rules }, own);
  if (!terms) {
    if (closesOn !== undefined) return closesOn;
    throw new Refusal(
      'window-length-missing',
      '没有写明公示几天。请用 --length 和 --unit 写明，或用 --closes 写截止日。',
    );
  }
  const computed = computeWindow({ opensOn, ...terms }, calendar);
  if (!computed.ok) throw new Refusal(computed.refusal.code, computed.refusal.message);
  const expected = computed.window.closesOn;
  if (closesOn !== undefined && closesOn !== expected) {
    throw new Refusal(
      'close-disagrees',
      `--closes 写的是 ${closesOn}，推算应为 ${expected}。请改为 ${expected}，或不写由程序推算。`,
    );
  }
  return expected;
}

/** A beginning with the facts already known; the rest is for the office to write. */
function bodyOf({ programme, folder }: Dossier, { kind, issuers, published }: NoticeRequest): string[] {
  const { source, stages, title } = programme.data;
  const { edition, objection } = folder.round.data;
  const before = stages.slice(
    0,
    stages.findIndex((stage) => stage.kind === 'publicity'),
  );
  const passed = before.length > 0 ? `经${before.map(({ name }) => name).join('、')}，` : '';
  const signed =
    objection.anonymous === 'refused'
      ? '以个人名义反映的，须署真实姓名并留下联系方式，匿名反映不予受理'
      : '以个人名义反映的，提倡署真实姓名并留下联系方式';
  const postmark = objection.postmark === 'arrival' ? '来信以到达日邮戳为准' : '来信以寄出地邮戳日期为准';
  return [
    kind.opening({ source: chineseSource(source), subject: `${edition}${title}`, passed }),
    '【名单】',
    '【公示时间】',
    `公示期间，对公示人选有异议的，可按下列方式反映。以单位名义反映的，请加盖单位公章；${signed}。${postmark}。反映情况应当实事求是。我们对反映人的信息和反映的内容严格保密。`,
    '【异议方式】',
    issuers.join('\u3000'),
    chineseDate(published),
  ];
}
