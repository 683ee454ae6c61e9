import { type Act, actInstant, chineseActKind, kindOf } from '#core/acts/act.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { chineseState } from '#core/acts/turn.ts';
import { chinaDate, chinaTime, chineseFullDate, type Instant } from '#core/calendar/plain-date.ts';
import { digestOf, isReviewed, type Reviewable, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { targetOf } from '#core/lifecycle/corrected.ts';
import { decidedFolder } from '#core/lifecycle/decided.ts';
import { noSlips } from '#core/lifecycle/name-changes.ts';
import { noticeState, promisedClose } from '#core/lifecycle/notice-state.ts';
import { addressOf, noticeLives } from '#core/lifecycle/notices-of.ts';
import { visiblePeople, type VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import { FIRST_NOTICE, publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import type { TakenDown } from '#core/records/taken-down.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { chinesePersonState } from './person-words.ts';

/** What stands on the page that two people sign before an act, a result or a takedown is published. */
export interface OneProof {
  title: string;
  digest: string;
  facts: { label: string; text: string }[];
  /** As the public sees it before and after. */
  changes: { label: string; before: string; after: string }[];
  texts: Reviewable['entry']['sections'];
  /** Below the site's address. */
  addresses: string[];
  signed: { approver: string; reviewer: string | undefined; soleReason: string | undefined } | undefined;
}

export function proofOfOne(one: Reviewable, round: Dossier): OneProof {
  const dossier = noticeOf(one, round);
  const { folder } = dossier;
  const review = reviewOf(folder, one);
  const at = instantOf(one);
  return {
    title: chineseReviewable(one),
    digest: digestOf(one),
    facts: [
      { label: '届次', text: `${folder.round.data.title}（${folder.id}）` },
      { label: '公示', text: folder.notice?.data.title ?? '' },
      ...ownFacts(one),
      { label: '公布', text: `${chineseFullDate(chinaDate(at))} ${chinaTime(at)}` },
    ],
    changes: [...ownChanges(one, dossier), ...stateChanges(dossier, at), ...peopleChanges(dossier, at, one)],
    texts: one.of === 'takedown' ? [] : one.entry.sections,
    addresses: addressesOf(one, dossier),
    signed:
      review && isReviewed(one, review)
        ? { approver: review.approver, reviewer: review.reviewer, soleReason: review.soleReason }
        : undefined,
  };
}

/** The notice that an act is about, and the round as the decision sees it; of a round with one notice that. */
function noticeOf({ of, entry: { data } }: Reviewable, round: Dossier): Dossier {
  if (of === 'result') return { ...round, folder: decidedFolder(round.folder) };
  const named = (of === 'act' && (data as Act).notice) || FIRST_NOTICE;
  return noticeLives(round).find(({ folder }) => noticeIdOf(folder) === named) ?? round;
}

function instantOf({ of, entry: { data } }: Reviewable): Instant {
  if (of === 'act') return actInstant(data as Act);
  if (of === 'result') return publishedAt(data as ResultAnnouncement);
  return Date.parse(`${(data as TakenDown).date}T00:00:00+08:00`);
}

function ownFacts({ of, entry: { data } }: Reviewable): OneProof['facts'] {
  if (of === 'act') {
    const act = data as Act;
    return [
      { label: '事项', text: chineseActKind[act.kind] },
      { label: '理由', text: `${chineseReason[act.reasonCode]}：${act.reason}` },
      { label: '依据', text: act.document ?? '（没有写）' },
    ];
  }
  if (of === 'result') {
    const { title, documentNumber, issuers, conferredOn } = data as ResultAnnouncement;
    return [
      { label: '标题', text: title },
      {
        label: '决定',
        text: `${issuers.join('、')}，${chineseFullDate(conferredOn)}，${documentNumber ?? '（没有文号）'}`,
      },
    ];
  }
  const { reasonCode, position } = data as TakenDown;
  return [
    { label: '撤下', text: `名单第 ${position} 号` },
    { label: '理由', text: chineseReason[reasonCode] },
  ];
}

/** What the act itself says it moves. */
function ownChanges({ of, id, entry: { data } }: Reviewable, { folder, programme }: Dossier): OneProof['changes'] {
  if (of !== 'act') return [];
  const act = data as Act;
  const record = (act.kind === 'correction' && presentRecord(folder, targetOf(act))?.record) || {};
  const own = kindOf(act).changes(act, {
    label: (field) => chineseField(field, record),
    value: (field, value) => chineseValue(field, value, programme.data),
  });
  const swap = act.kind === 'correction' && noSlips(folder, act.person ?? '').find((one) => one.act.id === id);
  const also = act.kind === 'correction' ? (act.alsoIn ?? []) : [];
  return [
    ...own.map(({ label, before, after }) => ({ label, before: before ?? '', after: after ?? '' })),
    ...also.map((field) => ({
      label: chineseField(/^texts\.\d+$/.test(field) ? `${field}.text` : field, record),
      before: '写着旧姓名',
      after: '一并改为新姓名',
    })),
    ...(act.kind === 'correction' && act.kept !== undefined
      ? [{ label: '材料里的旧姓名', before: '', after: `保留：${act.kept}` }]
      : []),
    ...(swap ? [{ label: '注意', before: swap.shown, after: '不是一般的文字差错，须两个人签' }] : []),
  ];
}

function stateChanges(dossier: Dossier, at: Instant): OneProof['changes'] {
  const states = [at - 1, at].map((when) => chineseState[noticeState(dossier, when).state]);
  const closes = [at - 1, at].map((when) => chineseFullDate(promisedClose(dossier, when)));
  return [
    { label: '公示状态', before: states[0] ?? '', after: states[1] ?? '' },
    { label: '公示截止', before: closes[0] ?? '', after: closes[0] === closes[1] ? '不变' : (closes[1] ?? '') },
  ];
}

/** Everybody whose line or page becomes another. */
function peopleChanges(dossier: Dossier, at: Instant, { of, id }: Reviewable): OneProof['changes'] {
  const [before, after] = [at - 1, at].map(
    (when) => new Map(visiblePeople(dossier, when).map((line) => [line.id, line])),
  );
  const words = (line: VisiblePerson | undefined): string =>
    line ? chinesePersonState(line.state, dossier.programme.data) : '不在名单上';
  return [...(after ?? [])].flatMap(([person, line]) => {
    const own = { label: `第${line.position}号${line.person ? ` ${line.person.data.name}` : ''}` };
    if (of === 'takedown' && person === id) return [{ ...own, before: '公开的个人资料', after: line.sentence ?? '' }];
    const pair = [words(before?.get(person)), words(line)] as const;
    return pair[0] === pair[1] ? [] : [{ ...own, before: pair[0], after: pair[1] }];
  });
}

/** What is rebuilt into something else: its own pages, and what repeats them. */
function addressesOf(one: Reviewable, { folder }: Dossier): string[] {
  const round = addressOf(folder);
  const [programme = ''] = folder.id.split('/');
  const act = one.of === 'act' ? (one.entry.data as Act) : undefined;
  const people = one.of === 'takedown' ? [one.id] : act ? kindOf(act).whom(act) : [];
  const opened = act && kindOf(act).notice?.(act);
  const count = folder.acts.filter(({ data }) => data.kind === 're-publicity' && act && data.date <= act.date).length;
  return [
    ...people.flatMap((id) => [`people/${id}/`, `people/${id}/share/`, `embed/people/${id}/`]),
    ...(opened ? [`${round}/notice-${count + 1}/`] : []),
    ...(one.of === 'result' ? [`${folder.id}/${one.id}/`] : []),
    ...(one.of === 'result' ? (folder.roster?.data.people ?? []).map(({ id }) => `people/${id}/`) : []),
    `${folder.id}/`,
    `${round}/notice/`,
    `${round}/status.json`,
    `${round}/notice.ics`,
    `embed/${round}/`,
    `data/v1/${round}.json`,
    `data/v1/${round}.csv`,
    `programmes/${programme}/feed.xml`,
    'feed.xml',
    'search/',
  ];
}
