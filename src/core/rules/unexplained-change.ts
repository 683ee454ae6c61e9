import { actInstant } from '#core/acts/act.ts';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { excerpts } from '#core/privacy/excerpt.ts';
import { type Approval, changesBetween } from '#core/records/approval.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import { type Notice, publishedAt } from '#core/records/notice.ts';
import { listedIds, PARTS, type PublicRecord } from '#core/records/public-record.ts';
import { corrected, correctionsOf, PART_TARGETS, type Target, withheldFields } from '../lifecycle/corrected.ts';
import { takenActs } from '../lifecycle/standing.ts';

export const unexplainedChange: Rule = {
  name: 'unexplained-change',
  description: '公示发布以后，重新批准不能代替更正：与发布时批准的不同之处，每一处都有更正或重新公示说明。',
  check(dossier) {
    const { approval, notice } = dossier.folder;
    if (!approval || !notice) return [];
    const { current, former } = approval.data;
    const published = publishedApproval([...former, current], lastPublication(dossier, notice));
    if (published === undefined || published === current) return [];
    const compared = { dossier, approval, published, current };
    return [...people(compared), ...parts(compared)];
  },
};

interface Compared {
  dossier: Dossier;
  /** Where both stand, with the records they speak of. */
  approval: NonNullable<Dossier['folder']['approval']>;
  published: Approval;
  current: Approval;
}

/** When what the public sees now was put before it: the notice, or the last 重新公示. */
function lastPublication(dossier: Dossier, notice: Entry<Notice>): Instant {
  const again = takenActs(dossier)
    .filter(({ act, remarks }) => act.data.kind === 're-publicity' && !remarks.some((remark) => remark.void))
    .map(({ act }) => actInstant(act.data));
  return Math.max(publishedAt(notice.data), ...again);
}

/** The approval in force at the publication; approved only afterwards, the first one. */
function publishedApproval(approvals: readonly Approval[], published: Instant): Approval | undefined {
  const inOrder = [...approvals].sort((a, b) => approvedAt(a) - approvedAt(b));
  return inOrder.findLast((approval) => approvedAt(approval) <= published) ?? inOrder[0];
}

function approvedAt({ approvedAt }: Approval): Instant {
  return parseInstant(approvedAt) ?? 0;
}

function people(compared: Compared): Finding[] {
  const { dossier, approval, published, current } = compared;
  const { people: entries, takenDown } = dossier.folder;
  const { records } = approval.data;
  const nameOf = (id: string): string =>
    entries.find((entry) => entry.id === id)?.data.name ??
    records[published.people[id]?.record ?? '']?.['listed.name'] ??
    id;
  const moved = (id: string, how: string): Finding =>
    finding(
      'people-changed-unexplained',
      { file: approval.file, person: nameOf(id) },
      {
        name: nameOf(id),
        how,
        document: current.document,
      },
    );
  const gone = Object.keys(published.people)
    .filter((id) => !(id in current.people) && !takenDown.some((one) => one.id === id))
    .map((id) => moved(id, '不在名单里了'));
  const come = Object.keys(current.people).flatMap((id) => (id in published.people ? [] : [moved(id, '加进了名单')]));
  const [before, after] = [published, current].map(({ parts }) =>
    listedIds(records[parts.list]).filter((id) => id in published.people && id in current.people),
  );
  const first = before?.find((id, index) => after?.[index] !== id);
  const order = first === undefined ? [] : [moved(first, '在名单里的次序变了')];
  const changed = Object.keys(current.people).flatMap((id) => {
    const [old, now] = [records[published.people[id]?.record ?? ''], records[current.people[id]?.record ?? '']];
    return old && now ? differences(compared, { of: 'person', person: id }, old, now) : [];
  });
  return [...gone, ...come, ...order, ...changed];
}

function parts(compared: Compared): Finding[] {
  const { dossier, approval, published, current } = compared;
  const { records } = approval.data;
  return PARTS.flatMap((part) => {
    const [old, now] = [records[published.parts[part]], records[current.parts[part]]];
    if (!old || !now) return [];
    const of = PART_TARGETS[part];
    if (of === undefined) return moved(dossier, old, now, current);
    return differences(compared, { of } as Target, old, now).filter(
      ({ where }) => part !== 'list' || !where.field?.startsWith('people.'),
    );
  });
}

function differences(
  { dossier: { folder, programme }, approval, published, current }: Compared,
  target: Target,
  old: PublicRecord,
  now: PublicRecord,
): Finding[] {
  const corrections = correctionsOf(folder, target, approvedAt(published));
  const free = withheldFields(corrections);
  const should = corrected(old, corrections);
  const name = now['listed.name'];
  const entry = target.of === 'person' ? folder.people.find(({ id }) => id === target.person) : fileOf(folder, target);
  return (
    changesBetween(should, now)
      .filter(({ field }) => !free.has(field))
      // The list repeats the name and the employer; what is said of the person is said of the list.
      .filter(({ field }, _, all) => !all.some((one) => field === `listed.${one.field}`))
      .map(({ field, old: was, now: is }) => {
        const label = chineseField(field, was === undefined ? now : should);
        const words = excerpts(
          chineseValue(field, was ?? '', programme.data),
          chineseValue(field, is ?? '', programme.data),
          (text) => concealed(text, label),
        );
        return finding('change-unexplained', placeOf(entry ?? approval, field, name), {
          field: name === undefined ? label : `${name}的${label}`,
          old: was === undefined ? '（没有这一项）' : words.old,
          now: is === undefined ? '（没有这一项）' : words.now,
          document: current.document,
        });
      })
  );
}

function fileOf({ notice, round, roster }: Dossier['folder'], { of }: Target): Entry<unknown> | undefined {
  return of === 'notice' ? notice : of === 'round' ? round : roster;
}

/** The window has acts of its own. */
function moved({ folder }: Dossier, old: PublicRecord, now: PublicRecord, { document }: Approval): Finding[] {
  return changesBetween(old, now).map(({ field, old: was = '', now: is = '' }) =>
    finding('window-changed-unexplained', placeOf(folder.round, `publicity.${field}`), {
      field: chineseField(field, old),
      old: was,
      now: is,
      document,
    }),
  );
}
