import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Args, type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { canonicalJson } from '#core/formats/digest.ts';
import { noticesOf } from '#core/lifecycle/notices-of.ts';
import type { Approval, ApprovalFile } from '#core/records/approval.ts';
import type { Content, Entry } from '#core/records/content.ts';
import { PARTS, type PublicRecord, publicRecord, type RoundRecord } from '#core/records/public-record.ts';
import { type ChosenRound, roundDirectory } from '#pipeline/content/chosen-round.ts';

/** What an approval names: the digest of everything, of each part, of each person and photo, and the records behind them. */
export type Seal = Pick<Approval, 'digest' | 'parts' | 'people'> & Pick<ApprovalFile, 'records'>;

/** @param photos SHA-256 of each photo, by the person's id */
export function sealOf(record: RoundRecord, photos: ReadonlyMap<string, string>): Seal {
  const records: Record<string, PublicRecord> = {};
  const keep = (one: PublicRecord): string => {
    const digest = recordDigest(one);
    records[digest] = one;
    return digest;
  };
  const parts = Object.fromEntries(PARTS.map((part) => [part, keep(record.parts[part])])) as Seal['parts'];
  const people: Seal['people'] = {};
  for (const person of record.people) {
    const photo = photos.get(person.id);
    people[person.id] = { record: keep(person.record), ...(photo !== undefined && { photo }) };
  }
  return { digest: wholeDigest({ parts, people }), parts, people, records };
}

/** SHA-256 of the photos that lie in a round's folder. */
export async function photoDigests(
  directory: string,
  roundId: string,
  people: readonly { id: string }[],
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { id } of people) {
    const bytes = await readFile(join(directory, roundDirectory(roundId), 'photos', `${id}.jpg`)).catch(
      () => undefined,
    );
    if (bytes) digests.set(id, sha256(bytes));
  }
  return digests;
}

/** What the rule cannot see without hashing: a record changed by hand, another photo, a change where the old text is gone. */
export async function sealFindings(directory: string, content: Content): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { programme, rounds } of content.programmes) {
    for (const folder of rounds.flatMap(noticesOf)) {
      if (!folder.approval) continue;
      const photos = await photoDigests(directory, folder.id, folder.people);
      findings.push(...roundFindings({ programme, folder }, folder.approval, photos));
    }
  }
  return findings;
}

function roundFindings(
  round: ChosenRound,
  { data, file }: Entry<ApprovalFile>,
  photos: ReadonlyMap<string, string>,
): Finding[] {
  if (!isWhole(data)) return [finding('approval-altered', { file })];
  const { document, people } = data.current;
  return (publicRecord(round)?.people ?? []).flatMap(({ id, name, record }) => {
    const approved = people[id];
    if (!approved) return [];
    const place = {
      file: round.folder.people.find((person) => person.id === id)?.file ?? round.folder.round.file,
      person: name,
    };
    const takenDown = data.records[approved.record] === undefined;
    return [
      ...(takenDown && recordDigest(record) !== approved.record
        ? [finding('approval-person-changed', place, { name, document })]
        : []),
      ...photoFinding(approved.photo, photos.get(id), place, { name, document }),
    ];
  });
}

function photoFinding(approved: string | undefined, present: string | undefined, place: Place, args: Args): Finding[] {
  if (approved === present) return [];
  if (approved === undefined) return [finding('approval-photo-added', place, args)];
  return [finding(present === undefined ? 'approval-photo-removed' : 'approval-photo-changed', place, args)];
}

/** Every record lies under its own digest, every approval's digest names its parts; people's records alone may be gone. */
function isWhole({ current, former, records }: ApprovalFile): boolean {
  return (
    Object.entries(records).every(([digest, record]) => recordDigest(record) === digest) &&
    [current, ...former].every((approval) => wholeDigest(approval) === approval.digest) &&
    PARTS.every((part) => records[current.parts[part]] !== undefined)
  );
}

/** SHA-256 of a record's canonical JSON. */
export function recordDigest(record: PublicRecord): string {
  return sha256(canonicalJson(record));
}

function wholeDigest({ parts, people }: Pick<Approval, 'parts' | 'people'>): string {
  return sha256(canonicalJson(JSON.parse(JSON.stringify({ parts, people })) as Parameters<typeof canonicalJson>[0]));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
