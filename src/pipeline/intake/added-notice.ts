import { type Finding, finding } from '#core/catalogue/finding.ts';
import { haveSameName, isSameEmployer } from '#core/judging/naming.ts';
import { noticeNamed, noticesOf } from '#core/lifecycle/notices-of.ts';
import { noticeKindOf } from '#core/notices/kind-of.ts';
import type { Roster } from '#core/records/roster.ts';
import type { Plan } from '#core/roster/plan.ts';
import { newNotice } from '#pipeline/content/new-notice.ts';
import type { AddedNotice } from './import-request.ts';
import type { KnownRound } from './known-round.ts';

/**
 * The round as an import of added people finds it: nobody is there yet whom it could change, and nothing is approved of them. The people
 * that are there, their list and their window stay as they are.
 */
export function forAdded(round: KnownRound): KnownRound {
  const folder = { ...round.folder, roster: undefined, imported: undefined };
  return { ...round, folder, people: [], texts: new Map(), photos: new Map(), approved: false };
}

/** Whom the sheet has that the round has already: an added list has the new ones alone. */
export function alreadyThere({ folder }: KnownRound, { people }: Plan, { id }: AddedNotice): Finding[] {
  const twice = people.flatMap(({ record: { candidate }, draft }) => {
    const known = folder.people.find(({ data }) => haveSameName(data, candidate) && isSameEmployer(data, candidate));
    return known ? [finding('import-added-known', draft.where, { name: candidate.name, id: known.id })] : [];
  });
  const taken = noticeNamed(folder, id) !== undefined || folder.later?.some((one) => one.id === id);
  const where = { file: `notices/${id}` };
  return [
    ...twice,
    ...(taken ? [finding('import-added-notice-exists', where, { id })] : []),
    ...(folder.notice ? [] : [finding('import-added-before-notice', where)]),
  ];
}

/** The files of the new notice, below the folder of the round; its list is as the sheet has it. */
export function addedFiles(
  round: KnownRound,
  { id, opensOn, published }: AddedNotice,
  roster: Roster,
): Map<string, string> {
  const { folder, programme } = round;
  const kind = noticeKindOf({ kind: 'supplementary' });
  const subject = `${folder.round.data.edition}${programme.data.title}`;
  const number = noticesOf(folder).filter((one) => one.notice?.data.kind === kind.kind).length;
  const files = newNotice(
    { ...round, earlier: [] },
    {
      ...{ id, kind, documentNumber: undefined, outlets: undefined, opensOn, published },
      ...{ closesOn: undefined, orderedBy: roster.orderedBy, people: [] },
      ...termsOf(round),
      title: number === 0 ? kind.title(subject) : kind.title(subject).replace(/的公示$/, `的第${number + 1}次公示`),
      issuers: folder.notice?.data.issuers ?? programme.data.organisers,
    },
  );
  return new Map([
    [`notices/${id}/notice.md`, files.get(`notices/${id}/notice.md`) ?? ''],
    [`notices/${id}/roster.json`, `${JSON.stringify(roster, null, 2)}\n`],
  ]);
}

/** Where the programme leaves the length open, the added people have the days that the others had. */
function termsOf({ programme, folder }: KnownRound): {
  length: number | undefined;
  unit: 'working' | 'calendar' | undefined;
} {
  if (programme.data.rules.publicity.stated) return { length: undefined, unit: undefined };
  const last = noticesOf(folder).findLast(({ notice }) => noticeKindOf(notice?.data).decides) ?? folder;
  const { length, unit } = last.round.data.publicity;
  return { length, unit };
}
