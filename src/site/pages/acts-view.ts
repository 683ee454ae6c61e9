import { chineseActKind, chineseReason } from '#core/acts/act-reason.ts';
import { actInstant, type Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import { chineseFullDate } from '#core/calendar/plain-date.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { noticeAddress } from '#site/address.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';
import type { PublicRound } from '#site/publication.ts';

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
  changes: { label: string; before: string | undefined; after: string | undefined }[];
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
    if (act.data.kind === 're-publicity') number += 1;
    return actView(act, round, number);
  });
}

function actView({ id, data }: Entry<Act>, round: PublicRound, number: number): ActView {
  return {
    id,
    when: chineseInstant(actInstant(data)),
    what: data.kind === 'revoke' && data.whole ? '撤销本次全部称号' : chineseActKind[data.kind],
    who: peopleOf(data).map((person) => ({ id: person, text: nameOf(person, round) })),
    changes: changesOf(data, round),
    reason: `${chineseReason[data.reasonCode]}：${data.reason}`,
    document: data.document,
    target: data.kind === 're-publicity' ? { text: data.title, address: noticeAddress(round.id, number) } : undefined,
  };
}

function peopleOf(act: Act): string[] {
  if (act.kind === 'withdraw-candidate') return [act.person];
  if (act.kind === 'revoke') return act.people ?? [];
  return act.kind === 'correction' && act.person !== undefined ? [act.person] : [];
}

function nameOf(id: string, { visible }: PublicRound): string {
  const line = visible.find((one) => one.id === id);
  return line?.line === 'whole' && line.person ? line.person.data.name : `名单第${line?.position ?? '？'}号`;
}

function changesOf(act: Act, round: PublicRound): ActView['changes'] {
  switch (act.kind) {
    case 'extension':
      return [closing(act.oldClosesOn, act.newClosesOn)];
    case 'resumption':
      return [
        { label: '恢复之日', before: undefined, after: chineseFullDate(act.resumesOn) },
        closing(act.oldClosesOn, act.newClosesOn),
      ];
    case 'suspension':
      return [{ label: '公示截止', before: chineseFullDate(act.oldClosesOn), after: '恢复时另行公告' }];
    case 're-publicity':
      return [
        {
          label: '新的公示期',
          before: undefined,
          after: `${chineseFullDate(act.opensOn)}至${chineseFullDate(act.closesOn)}`,
        },
      ];
    case 'correction': {
      const target = act.of === 'person' ? { of: act.of, person: act.person ?? '' } : { of: act.of };
      const record = presentRecord(round.life.folder, target)?.record ?? {};
      const label = chineseField(act.field, record);
      const words = (value: string | undefined): string | undefined =>
        value === undefined ? undefined : chineseValue(act.field, value, round.programme.data);
      if (act.withheld) return [{ label, before: '不宜重复', after: words(act.new) ?? '已删去' }];
      return [{ label, before: words(act.old) ?? '（没有）', after: words(act.new) ?? '（删去）' }];
    }
    default:
      return [];
  }
}

function closing(before: Parameters<typeof chineseFullDate>[0], after: typeof before): ActView['changes'][number] {
  return { label: '公示截止', before: chineseFullDate(before), after: chineseFullDate(after) };
}
