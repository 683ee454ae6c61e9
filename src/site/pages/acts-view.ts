import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import type { ActChange, ChangeWords } from '#core/acts/act-kind.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { reviewOf } from '#core/judging/reviewable.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { targetOf } from '#core/lifecycle/corrected.ts';
import { noSlips } from '#core/lifecycle/name-changes.ts';
import type { Entry } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import { noticeAddress } from '#site/address.ts';
import type { PublicRound } from '#site/publication.ts';
import { lineOf } from '#site/sequence.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';

/** Something that happened after publication, as it stands under 公示以来的变化. */
export interface ActView {
  /** Its anchor: the name of its file. */
  id: string;
  /** `2024年9月12日 10:00`. */
  when: string;
  /** `延长公示`. */
  what: string;
  /** Whom it is about, by name, or by number where the name is no longer shown. */
  who: { text: string; id: string }[];
  /** Old value → new value, where the act moves something. */
  changes: ActChange[];
  /** `异议正在核实：…`. */
  reason: string;
  document: string | undefined;
  /** What a reader must know of it beside: that a correction is no mere slip, that one person alone handled it. */
  note: string | undefined;
  /** Another page it leads to: the notice of a 重新公示. */
  target: { text: string; address: string } | undefined;
}

/** Oldest first. */
export function actsView(round: PublicRound): ActView[] {
  let number = 1;
  return round.acts.map((act) => {
    const opened = kindOf(act.data).notice?.(act.data);
    if (opened) number += 1;
    const target = opened && { text: opened.title, address: noticeAddress(round.id, number) };
    return { ...actView(act, round), target };
  });
}

function actView({ id, data }: Entry<Act>, round: PublicRound): Omit<ActView, 'target'> {
  const kind = kindOf(data);
  return {
    id,
    when: chineseInstant(actInstant(data)),
    what: `${kind.headline?.(data) ?? kind.words}${liftedWords(data, round)}`,
    who: kind.whom(data).map((person) => ({ id: person, text: nameOf(person, round) })),
    changes: kind.changes(data, wordsOf(data, round)),
    // What is put off accuses nobody: the office's own words alone.
    reason: data.kind === 'deferral' ? data.reason : `${chineseReason[data.reasonCode]}：${data.reason}`,
    document: data.document,
    note: noteOf(id, data, round),
  };
}

/** A 暂缓 that is over for everybody it was about says so where it stands. */
function liftedWords(act: Act, { visible }: PublicRound): string {
  if (act.kind !== 'deferral') return '';
  const open = visible.some(
    ({ id, state }) => act.people.includes(id) && state.state === 'deferred' && state.lifted === undefined,
  );
  return open ? '' : '（已解除）';
}

/** What was corrected of one person, oldest first. */
export function correctionsView(person: string, round: PublicRound): ActView[] {
  return actsView(round).filter(({ id, who }) =>
    round.acts.some((act) => act.id === id && act.data.kind === 'correction' && who.some((one) => one.id === person)),
  );
}

function noteOf(id: string, data: Act, { life: { folder } }: PublicRound): string | undefined {
  const review = reviewOf(folder, { of: 'act', id });
  const swap = data.kind === 'correction' && noSlips(folder, data.person ?? '').some(({ act }) => act.id === id);
  const notes = [
    ...(swap ? ['前后姓名（单位）差别较大，不作文字差错处理，凭批准文件更正，经两人审核。'] : []),
    ...(data.kind === 'correction' && data.kept !== undefined ? [`材料里的旧姓名保留：${data.kept}`] : []),
    ...(review?.soleReason === undefined ? [] : [`一人办理：${review.soleReason}`]),
  ];
  return notes.length > 0 ? notes.join('') : undefined;
}

function nameOf(id: string, round: PublicRound): string {
  const line = round.visible.find((one) => one.id === id) ?? lineOf(round, id);
  return line?.line === 'whole' && line.person ? line.person.data.name : `名单第${line?.position ?? '？'}号`;
}

/** The words of what a correction is about, as its record stands. */
function wordsOf(act: Act, round: PublicRound): ChangeWords {
  const target = act.kind === 'correction' ? targetOf(act) : undefined;
  const record = (target && presentRecord(round.life.folder, target)?.record) ?? {};
  return {
    label: (field) => chineseField(field, record),
    value: (field, value) => chineseValue(field, value, round.programme.data),
  };
}
