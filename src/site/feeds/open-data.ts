import { actInstant } from '#core/acts/act.ts';
import { chinaIsoInstant } from '#core/calendar/plain-date.ts';
import { ALL_FIELDS, type Candidate, type OpenField, valueOf } from '#core/candidate/candidate.ts';
import {
  chineseChannel,
  chineseChannelKind,
  type ContactChannel,
  forObjection,
  waysOf,
} from '#core/channels/contact-channel.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Programme } from '#core/programme/programme.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Round, voteInstants } from '#core/records/round.ts';
import { dataAddress, noticeAddress, personAddress, publicAddress, resultAddress } from '#site/address.ts';
import { standingView } from '#site/person-standing.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import type { DataIndex, RoundData } from './open-data-schema.ts';

/** 政务公开的名单: facts may be used freely, the photos have their own credits. */
export const LICENCE = '名单、日期和文字可以转载使用，请注明来源和本页地址；照片按署名，另行取得同意。';

export function roundData(round: PublicRound, { site, now }: Pick<Publication, 'site' | 'now'>): RoundData {
  const { id, roundId, kind, sequence, programme, data, notice, effective, result, results, acts, visible } = round;
  const several = sequence.length > 1;
  const { title, issuers, documentNumber } = notice.data;
  return {
    version: 1,
    round: roundId,
    programme: programme.data.name,
    edition: data.edition,
    year: data.year,
    title: data.title,
    asOf: chinaIsoInstant(now),
    state: round.state.state,
    notice: {
      title,
      issuers,
      ...(documentNumber !== undefined && { documentNumber }),
      published: chinaIsoInstant(publishedAt(notice.data)),
      address: publicAddress(site.address, noticeAddress(id)),
      ...((several || kind.kind !== 'candidates') && { kind: kind.kind }),
    },
    ...(several && {
      notices: sequence.map((one) => ({
        kind: one.kind.kind,
        title: one.notice.data.title,
        address: publicAddress(site.address, noticeAddress(one.id)),
        json: publicAddress(site.address, dataAddress(one.id, 'json')),
      })),
    }),
    printedWindow: { opensOn: data.publicity.opensOn, closesOn: data.publicity.closesOn },
    window: windowOf(effective),
    channels: forObjection(data.channels).map((channel) => channelData(channel, programme.data)),
    ...(data.vote && { vote: voteData(data) }),
    orderedBy: round.orderedBy,
    people: visible.map((line) => personData(line, round, site.address)),
    acts: acts.map(({ id: act, data: { kind, reasonCode, reason, document, ...rest } }) => ({
      id: act,
      kind,
      published: chinaIsoInstant(actInstant(rest)),
      reasonCode,
      reason,
      ...(document !== undefined && { document }),
    })),
    result: result
      ? {
          title: result.data.title,
          issuers: result.data.issuers,
          ...(result.data.documentNumber !== undefined && { documentNumber: result.data.documentNumber }),
          conferredOn: result.data.conferredOn,
          published: chinaIsoInstant(publishedAt(result.data)),
          address: publicAddress(site.address, resultAddress(roundId)),
          ...(result.data.objections && { objections: result.data.objections }),
        }
      : null,
    ...(results.length > 1 && {
      furtherResults: results.slice(1).map((further, index) => ({
        title: further.data.title,
        issuers: further.data.issuers,
        ...(further.data.documentNumber !== undefined && { documentNumber: further.data.documentNumber }),
        conferredOn: further.data.conferredOn,
        published: chinaIsoInstant(publishedAt(further.data)),
        address: publicAddress(site.address, resultAddress(roundId, index + 2)),
      })),
    }),
  };
}

function channelData(channel: ContactChannel, { rules }: Programme): RoundData['channels'][number] {
  const { kind, name, tiers } = channel;
  return {
    kind,
    label: chineseChannelKind[kind],
    ...(name !== undefined && { name }),
    text: chineseChannel(channel),
    uris: waysOf(channel).flatMap(({ link }) => (link ? [`${link.scheme}:${link.target}`] : [])),
    ...(tiers && { tiers: tiers.map((tier) => rules.tiers.find(({ key }) => key === tier)?.name ?? tier) }),
  };
}

function voteData(round: Round): NonNullable<RoundData['vote']> {
  const { opens, closes } = voteInstants(round) ?? {};
  return {
    ...(opens !== undefined && { opensAt: chinaIsoInstant(opens) }),
    ...(closes !== undefined && { closesAt: chinaIsoInstant(closes) }),
    ...(round.vote?.address !== undefined && { address: round.vote.address }),
    text: round.vote?.text ?? '',
  };
}

function windowOf(effective: PublicRound['effective']): RoundData['window'] {
  if (effective.course !== 'running') return null;
  const { opensOn, closesOn, opens, closes, unit, length, days } = effective.window;
  return {
    opensOn,
    closesOn,
    opensAt: chinaIsoInstant(opens),
    closesAt: chinaIsoInstant(closes),
    unit,
    length,
    countedDays: days.flatMap(({ date, ordinal }) => (ordinal === undefined ? [] : [date])),
  };
}

function personData(line: VisiblePerson, round: PublicRound, site: string): RoundData['people'][number] {
  const { id, position, person, state, profile } = line;
  const { kind } = standingView(line, round);
  const common = {
    position,
    id,
    address: publicAddress(site, personAddress(id)),
    state: kind,
    ...(state.state === 'notConferred' && state.reserve && { movedUp: false }),
  };
  const dated = 'since' in state ? { since: chinaIsoInstant(state.since) } : {};
  // What is put off carries no reason: nobody is accused.
  const reason = 'act' in state && state.state !== 'deferred' ? { reasonCode: state.act.data.reasonCode } : {};
  if (!person || profile === 'neutral') return { ...common, shown: false, ...dated, ...reason };
  return {
    ...common,
    shown: true,
    ...openFields(person.data, round.programme.data, profile === 'whole'),
    ...(state.state === 'honouree' && {
      conferredTier: state.tier,
      conferredOn: state.conferredOn,
      ...(state.movedUp && { movedUp: true }),
    }),
    ...dated,
    ...reason,
  };
}

/** A person's fields as the table gives them away; what says nothing is left out, and what has left the person's page too. */
function openFields(person: Candidate, programme: Programme, isWhole: boolean): Partial<Record<OpenField, string>> {
  return Object.fromEntries(
    ALL_FIELDS.flatMap((field) => {
      const { key, fades, openData } = field;
      const isLeft = !isWhole && fades && !KEPT.has(key);
      const said = openData === 'none' || isLeft ? '' : openData.text(valueOf(person, field), programme);
      return said === '' ? [] : [[key, said]];
    }),
  );
}

/** What v1 has always said of whom it shows with a mark; a field that came later goes with the page. */
const KEPT: ReadonlySet<string> = new Set(['trade', 'skillLevel', 'tier']);

export function dataIndex({ site, now, notices }: Publication): DataIndex {
  return {
    version: 1,
    site: site.name,
    organiser: site.organiser,
    asOf: chinaIsoInstant(now),
    sample: site.sample === true,
    licence: LICENCE,
    rounds: notices.map(({ id, roundId, kind, sequence, data, state, visible }) => ({
      round: roundId,
      ...(sequence.length > 1 && { notice: kind.words }),
      title: data.title,
      year: data.year,
      state: state.state,
      json: publicAddress(site.address, dataAddress(id, 'json')),
      csv: publicAddress(site.address, dataAddress(id, 'csv')),
      people: visible.length,
    })),
  };
}

/** The columns that the table of a person's fields gives away. */
const OPEN_FIELDS = ALL_FIELDS.flatMap(({ key, openData }) =>
  openData === 'none' ? [] : [{ key: key as OpenField, head: openData.head }],
);

export const CSV_HEAD = [
  '序号',
  '编号',
  '状态',
  ...OPEN_FIELDS.map(({ head }) => head),
  '命名档次',
  '命名日期',
  '网址',
];

/** The list as a table; what is not shown leaves its cells empty. */
export function csvRows({ people }: RoundData): string[][] {
  return [
    CSV_HEAD,
    ...people.map((one) => [
      String(one.position),
      one.id,
      stateWords(one),
      ...OPEN_FIELDS.map(({ key }) => one[key] ?? ''),
      one.conferredTier ?? '',
      one.conferredOn ?? '',
      one.address,
    ]),
  ];
}

/** A reserve says whether it moved up; a collective is no 人. */
function stateWords({ state, movedUp, subject }: RoundData['people'][number]): string {
  if (movedUp !== undefined) return movedUp ? `${STATES[state]}（递补）` : '未递补';
  if (state === 'candidate' && subject !== undefined) return `候选${subject}`;
  return STATES[state];
}

export const STATES: Record<RoundData['people'][number]['state'], string> = {
  shortlisted: '入围',
  candidate: '候选人',
  notAdvanced: '未进入下一份名单',
  deferred: '暂缓命名',
  withdrawn: '退出或取消资格',
  honouree: '获得者',
  notConferred: '未命名',
  revoked: '撤销称号',
  takenDown: '不再展示',
};
