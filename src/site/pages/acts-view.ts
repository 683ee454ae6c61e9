import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import type { ActChange, ChangeWords } from '#core/acts/act-kind.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { targetOf } from '#core/lifecycle/corrected.ts';
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
    what: kind.headline?.(data) ?? kind.words,
    who: kind.whom(data).map((person) => ({ id: person, text: nameOf(person, round) })),
    changes: kind.changes(data, wordsOf(data, round)),
    reason: `${chineseReason[data.reasonCode]}：${data.reason}`,
    document: data.document,
  };
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
