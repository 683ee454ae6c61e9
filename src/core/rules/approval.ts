import { parseInstant } from '#core/calendar/plain-date.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { fileIn } from '#core/lifecycle/notices-of.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { excerpts } from '#core/privacy/excerpt.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type Approval, type ApprovalFile, changesBetween } from '#core/records/approval.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import {
  fileRecord,
  listedIds,
  type Part,
  PARTS,
  type PublicRecord,
  publicRecord,
  type RoundRecord,
} from '#core/records/public-record.ts';
import { corrected, correctionsOf, PART_TARGETS, type Target, withheldFields } from '../lifecycle/corrected.ts';

/** What was approved stays as it was, character by character: people, order, texts, window, channels, notice. */
export const approval: Rule = {
  name: 'approval',
  description: '批准过的名单、次序、文字、公示期、公示正文，以及公布了的结果，一字不改。',
  check(dossier) {
    const file = dossier.folder.approval;
    if (!file) return [];
    const present = publicRecord(dossier);
    if (!present) return missingParts(dossier, file.data.current);
    return [
      ...resultChanges(dossier, file.data),
      ...listChanges(dossier, file, present),
      ...present.people.flatMap((person) => personChanges(dossier, file.data, person)),
      ...PARTS.flatMap((part) => partChanges(dossier, file.data, part, present.parts[part])),
    ];
  },
};

function missingParts({ folder }: Dossier, { document }: Approval): Finding[] {
  const place = (name: string): Place => ({ file: fileIn(folder, name) });
  return [
    ...(folder.roster ? [] : [finding('approval-part-missing', place('roster.json'), { what: '名单', document })]),
    ...(folder.notice ? [] : [finding('approval-part-missing', place('notice.md'), { what: '公示正文', document })]),
  ];
}

/** Who joined, who left, and the first place at which those who stayed stand in another order. */
function listChanges({ folder }: Dossier, { data }: Entry<ApprovalFile>, present: RoundRecord): Finding[] {
  const { document, parts, people } = data.current;
  const file = folder.roster?.file ?? folder.round.file;
  const nameOf = (id: string): string => data.records[people[id]?.record ?? '']?.['listed.name'] ?? id;
  const approvedOrder = listedIds(data.records[parts.list]);
  const approved = new Set(Object.keys(people));
  const here = new Set(present.people.map(({ id }) => id));
  const gone = new Set(folder.takenDown.map(({ id }) => id));
  const added = present.people
    .filter(({ id }) => !approved.has(id))
    .map(({ name }) => finding('approval-person-added', { file, person: name }, { name, document }));
  const removed = approvedOrder.flatMap((id, index) =>
    here.has(id) || gone.has(id)
      ? []
      : [finding('approval-person-removed', { file }, { name: nameOf(id), position: index + 1, document })],
  );
  const before = approvedOrder.filter((id) => here.has(id));
  const after = present.people.filter(({ id }) => approved.has(id));
  const first = before.findIndex((id, index) => after[index]?.id !== id);
  if (first < 0) return [...added, ...removed];
  const position = approvedOrder.indexOf(before[first] ?? '') + 1;
  const args = { position, old: nameOf(before[first] ?? ''), now: after[first]?.name ?? '', document };
  return [...added, ...removed, finding('approval-order-changed', { file }, args)];
}

function personChanges(
  { folder, programme }: Dossier,
  { current, records }: ApprovalFile,
  { id, name, record }: RoundRecord['people'][number],
): Finding[] {
  const kept = records[current.people[id]?.record ?? ''];
  if (!kept) return [];
  const { approved, isOpen } = sinceApproval(folder, { of: 'person', person: id }, kept, current);
  const entry = folder.people.find((person) => person.id === id);
  if (!entry) {
    const file = folder.roster?.file ?? folder.round.file;
    return [
      finding('approval-part-missing', { file, person: name }, { what: `${name}的资料`, document: current.document }),
    ];
  }
  return changesBetween(approved, record)
    .filter(isOpen)
    .map((change) => {
      const inList = change.field.startsWith('listed.') && folder.roster;
      const place = inList ? { file: inList.file, person: name } : placeIn(entry, change.field, name);
      const label = chineseField(change.field, change.old === undefined ? record : approved);
      return finding('approval-field-changed', place, {
        field: label,
        ...values(change, programme.data, label),
        document: current.document,
      });
    });
}

function partChanges(
  { folder, programme }: Dossier,
  { current, records }: ApprovalFile,
  part: Part,
  record: PublicRecord,
): Finding[] {
  const kept = records[current.parts[part]];
  if (!kept) return [];
  const of = PART_TARGETS[part];
  const { approved, isOpen } = sinceApproval(folder, of && ({ of } as Target), kept, current);
  const { round, roster, notice } = folder;
  return changesBetween(approved, record)
    .filter(isOpen)
    .filter(({ field }) => part !== 'list' || !field.startsWith('people.'))
    .map((change) => {
      const { field } = change;
      const place =
        part === 'notice' && notice
          ? placeIn(notice, field)
          : part === 'list' && roster
            ? placeOf(roster, field)
            : placeOf(round, part === 'window' ? `publicity.${field}` : field);
      const label = chineseField(field, change.old === undefined ? record : approved);
      return finding('approval-field-changed', place, {
        field: `${PART_NAMES[part]}的${label}`,
        ...values(change, programme.data, label),
        document: current.document,
      });
    });
}

/** The announcement stays as it was made; a person taken down since may have stood in its text, which is then free. */
function resultChanges(dossier: Dossier, { result, further = {}, records }: ApprovalFile): Finding[] {
  const { folder } = dossier;
  return [
    ...(result ? announcementChanges(dossier, folder.result, 'result.md', result, records) : []),
    ...Object.entries(further).flatMap(([number, sealed]) => {
      const entry = folder.further?.find(({ id }) => id === number);
      return announcementChanges(dossier, entry, `result-${number}.md`, sealed, records);
    }),
  ];
}

function announcementChanges(
  { folder, programme }: Dossier,
  entry: Dossier['folder']['result'],
  name: string,
  { record, announcedAt }: NonNullable<ApprovalFile['result']>,
  records: ApprovalFile['records'],
): Finding[] {
  const date = announcedAt.slice(0, 10);
  if (!entry) return [finding('result-lost', { file: folder.round.file.replace(/round\.md$/, name) }, { date })];
  const kept = records[record];
  if (!kept) return [];
  // Only the announcement itself can be corrected by an act.
  const corrections = entry === folder.result ? correctionsOf(folder, { of: 'result' }, parseInstant(announcedAt)) : [];
  const announced = corrected(kept, corrections);
  const free = withheldFields(corrections);
  return changesBetween(announced, fileRecord(entry))
    .filter(({ field }) => !free.has(field) && !(folder.takenDown.length > 0 && field.startsWith('texts.')))
    .map((change) => {
      const label = chineseField(change.field, change.old === undefined ? fileRecord(entry) : announced);
      return finding('result-altered', placeIn(entry, change.field), {
        field: label,
        ...values(change, programme.data, label),
        date,
      });
    });
}

/** What was approved, with the corrections made since; of a withheld value any change is explained. */
function sinceApproval(
  folder: Dossier['folder'],
  target: Target | undefined,
  kept: PublicRecord,
  { approvedAt }: Approval,
): { approved: PublicRecord; isOpen: (change: Change) => boolean } {
  const corrections = target ? correctionsOf(folder, target, parseInstant(approvedAt)) : [];
  const free = withheldFields(corrections);
  return { approved: corrected(kept, corrections), isOpen: ({ field }) => !free.has(field) };
}

const PART_NAMES: Record<Part, string> = { list: '名单', window: '公示期', publicity: '本届公示', notice: '公示' };

type Change = ReturnType<typeof changesBetween>[number];

/** @param label of what it is a value: a channel's telephone is as private as anybody's until somebody looked */
function values({ field, old, now }: Change, programme: Programme, label: string): { old: string; now: string } {
  const chinese = (value: string | undefined): string =>
    value === undefined ? '' : chineseValue(field, value, programme);
  const both = excerpts(chinese(old), chinese(now), (text) => concealed(text, label));
  return { old: old === undefined ? '（没有这一项）' : both.old, now: now === undefined ? '（没有这一项）' : both.now };
}

/** A text has no key in the front matter: its line is that of its section. */
function placeIn(entry: Entry<unknown>, field: string, person?: string): Place {
  const index = /^texts\.(\d+)\./.exec(field)?.[1];
  if (index === undefined) return placeOf(entry, field, person);
  const line = entry.sections[Number(index)]?.line;
  return { file: entry.file, ...(line && { line }), ...(person && { person }) };
}
