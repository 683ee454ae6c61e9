import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Args, type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { canonicalJson } from '#core/formats/digest.ts';
import { noticesOf } from '#core/lifecycle/notices-of.ts';
import type { Approval, ApprovalFile } from '#core/records/approval.ts';
import type { Content, Entry } from '#core/records/content.ts';
import { PARTS, type PublicRecord, publicRecord, type RoundRecord } from '#core/records/public-record.ts';
import { type ChosenRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import type { CheckMemory } from './check-memory.ts';

/** What an approval names: the digest of everything, of each part, of each person and photo, and the records behind them. */
export type Seal = Pick<Approval, 'digest' | 'parts' | 'people'> & Pick<ApprovalFile, 'records'>;

/** SHA-256 of what is published of a person and is no text. */
type PersonFiles = Pick<Approval['people'][string], 'photo' | 'media'>;

/** @param files of whom there are any, by the person's id */
export function sealOf(record: RoundRecord, files: ReadonlyMap<string, PersonFiles>): Seal {
  const records: Record<string, PublicRecord> = {};
  const keep = (one: PublicRecord): string => {
    const digest = recordDigest(one);
    records[digest] = one;
    return digest;
  };
  const parts = Object.fromEntries(PARTS.map((part) => [part, keep(record.parts[part])])) as Seal['parts'];
  const people = Object.fromEntries(
    record.people.map(({ id, record: own }) => [id, { record: keep(own), ...files.get(id) }]),
  );
  return { digest: wholeDigest({ parts, people }), parts, people, records };
}

/** The photo of each person that lies in a round's folder, and what lies in the person's own below `media`. */
export async function fileDigests(
  directory: string,
  roundId: string,
  people: readonly { id: string }[],
): Promise<Map<string, PersonFiles>> {
  const folder = join(directory, roundDirectory(roundId));
  const digests = new Map<string, PersonFiles>();
  for (const { id } of people) {
    const photo = await digestAt(join(folder, 'photos', `${id}.jpg`));
    const media: Record<string, string> = {};
    for (const name of (await readdir(join(folder, 'media', id)).catch(() => [])).sort()) {
      const digest = await digestAt(join(folder, 'media', id, name));
      if (digest !== undefined) media[name] = digest;
    }
    const own = { ...(photo !== undefined && { photo }), ...(Object.keys(media).length > 0 && { media }) };
    if (Object.keys(own).length > 0) digests.set(id, own);
  }
  return digests;
}

/** Read piece by piece: a film is larger than all else together. */
async function digestAt(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** What the rule cannot see without hashing: a record changed by hand, another photo, a change where the old text is gone. */
export async function sealFindings(directory: string, content: Content, memory?: CheckMemory): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { programme, rounds } of content.programmes) {
    for (const folder of rounds.flatMap(noticesOf)) {
      const { approval } = folder;
      if (!approval) continue;
      const files = await fileDigests(directory, folder.id, folder.people);
      const judged = (): Finding[] => roundFindings({ programme, folder }, approval, files);
      // What a notice is one of stands in a list that leads round in a circle.
      const given = ['seal', programme, { ...folder, part: folder.part?.id }, [...files]];
      findings.push(...(memory?.verdict(given, judged) ?? judged()));
    }
  }
  return findings;
}

function roundFindings(
  round: ChosenRound,
  { data, file }: Entry<ApprovalFile>,
  files: ReadonlyMap<string, PersonFiles>,
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
      ...photoFinding(approved.photo, files.get(id)?.photo, place, { name, document }),
      ...mediaFindings(approved.media, files.get(id)?.media, place, { name, document }),
    ];
  });
}

function photoFinding(approved: string | undefined, present: string | undefined, place: Place, args: Args): Finding[] {
  if (approved === present) return [];
  if (approved === undefined) return [finding('approval-photo-added', place, args)];
  return [finding(present === undefined ? 'approval-photo-removed' : 'approval-photo-changed', place, args)];
}

function mediaFindings(
  approved: PersonFiles['media'] = {},
  present: PersonFiles['media'] = {},
  place: Place,
  args: Args,
): Finding[] {
  return [...new Set([...Object.keys(approved), ...Object.keys(present)])].sort().flatMap((media): Finding[] => {
    const [old, now] = [approved[media], present[media]];
    if (old === now) return [];
    const code =
      old === undefined
        ? 'approval-media-added'
        : now === undefined
          ? 'approval-media-removed'
          : 'approval-media-changed';
    return [finding(code, place, { ...args, media })];
  });
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
