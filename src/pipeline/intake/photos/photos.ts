import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { idSchema } from '#core/formats/words.ts';
import type { PictureFate } from '#core/roster/envelope-photo.ts';
import { consentTo, type PhotoConsent, type PhotoRecord, type PhotoTexts } from '#core/roster/photo-consent.ts';
import type { PhotoOwner } from '#core/roster/photo-match.ts';
import { contactSheet, type PhotoFrame } from './photo-sheet.ts';
import { type ComingPhoto, comingPhotos, type SourceRequest } from './photo-sources.ts';

/** A person of the list as the plan knows it, with what the list says of the photo. */
export interface PhotoPerson extends PhotoOwner, PhotoTexts {
  /** The person's row. */
  where: Place;
  /** What the content records today with the photo it holds. */
  recorded?: PhotoTexts | undefined;
}

export interface PhotoRequest extends SourceRequest {
  people: readonly PhotoPerson[];
  /** Ids that leave the content with this import. */
  gone: readonly string[];
  /** The round's folder in the content, for what is there already. */
  round: string;
  /** `--photo-credit`, `--photo-consent`: hold for every picture that comes in with this import. */
  texts: PhotoTexts;
  /** Whether nobody is going to look at the 照片核对表. */
  withoutSheet?: boolean | undefined;
}

export type PhotoChange = 'new' | 'changed' | 'unchanged' | 'removed';

export interface PhotoPlan {
  findings: Finding[];
  /** What happens to the photo of a person who has or had one. */
  changes: ReadonlyMap<string, PhotoChange>;
  /** Exactly the people whose file carries `photo` afterwards, and what stands there. */
  records: ReadonlyMap<string, PhotoRecord>;
  /** People whose picture is still being encoded; nothing may be written before. */
  waiting: readonly string[];
  /** New bytes of `photos/<id>.jpg`. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Photos to be taken out of the content. */
  removed: readonly string[];
  /** 照片核对表, a fragment of HTML; empty when there is no photo anywhere. */
  sheet: string;
  /** What each picture of the envelope is, in their order. */
  lying: readonly PictureFate[];
}

/** Thinks through every photo of an import; writes nothing. */
export async function planPhotos(request: PhotoRequest): Promise<PhotoPlan> {
  const { people, folder, round } = request;
  const { photos, claimed, findings, lying } = await comingPhotos(request);
  const changes = new Map<string, PhotoChange>();
  const records = new Map<string, PhotoRecord>();
  const files = new Map<string, Uint8Array>();
  const frames: PhotoFrame[] = [];
  const waiting = [...photos].flatMap(([id, { result }]) => ('waiting' in result ? [id] : []));
  const expected = folder !== undefined || request.pictures.length > 0 || lying.some((fate) => 'portraitOf' in fate);
  for (const person of people) {
    const coming = photos.get(person.id);
    const existing = await existingPhoto(round, person.id);
    const verdict = judge(person, coming, existing, request.texts);
    findings.push(...verdict.findings);
    if (!claimed.has(person.id) && !existing && expected) {
      findings.push(finding('photo-not-found', person.where, { employer: person.employer }));
    }
    if (verdict.change) changes.set(person.id, verdict.change);
    if (verdict.record) records.set(person.id, verdict.record);
    if (verdict.jpeg && verdict.jpeg !== existing) files.set(person.id, verdict.jpeg);
    frames.push(frameOf(person, verdict, coming));
  }
  for (const id of request.gone) if (await existingPhoto(round, id)) changes.set(id, 'removed');
  const removed = [...changes].filter(([, change]) => change === 'removed').map(([id]) => id);
  const wanted = request.withoutSheet !== true && (expected || frames.some(({ jpeg }) => jpeg !== undefined));
  const sheet = wanted ? await contactSheet(frames) : '';
  return { findings, changes, records, waiting, files, removed, sheet, lying };
}

const CHINESE_CHANGE: Record<PhotoChange, string> = {
  new: '新增',
  changed: '更换',
  unchanged: '未变',
  removed: '移除',
};

function frameOf({ name, employer }: PhotoPerson, { change, jpeg }: Verdict, coming?: ComingPhoto): PhotoFrame {
  const source = coming && 'jpeg' in coming.result && jpeg ? ` · ${coming.label}` : '';
  return { name, employer, note: change ? `${CHINESE_CHANGE[change]}${source}` : '', ...(jpeg && { jpeg }) };
}

interface Verdict {
  findings: Finding[];
  change?: PhotoChange;
  record?: PhotoRecord;
  /** The picture that stands in the content afterwards. */
  jpeg?: Uint8Array;
}

/** A fault with the new picture leaves the one that is there, with its record. */
function judge(
  person: PhotoPerson,
  coming: ComingPhoto | undefined,
  existing: Uint8Array | undefined,
  folder: PhotoTexts,
): Verdict {
  const own = { credit: person.credit, consent: person.consent };
  const kept = existing && keep(person, existing, consentTo(own, {}, person.recorded));
  if (!coming) return kept ?? withoutPicture(person);
  const consent = consentTo(own, folder);
  if ('refused' in consent) return refused(person, existing);
  const { result, where } = coming;
  if ('waiting' in result) {
    if (!('given' in consent)) return { ...kept, findings: lacking(person, consent) };
    return { findings: [], change: existing ? 'changed' : 'new', record: consent.given };
  }
  if (!('jpeg' in result)) {
    return { ...kept, findings: [finding(result.code, { ...where, person: person.name }, result.args)] };
  }
  const same = existing !== undefined && Buffer.compare(existing, result.jpeg) === 0;
  const settled = same ? consentTo(own, folder, person.recorded) : consent;
  if (!('given' in settled)) return { ...kept, findings: lacking(person, settled) };
  const change = same ? 'unchanged' : existing ? 'changed' : 'new';
  return { findings: [], change, record: settled.given, jpeg: same ? existing : result.jpeg };
}

function keep(person: PhotoPerson, existing: Uint8Array, consent: PhotoConsent): Verdict {
  if ('refused' in consent) return refused(person, existing);
  const record = 'given' in consent ? { record: consent.given } : {};
  return { findings: lacking(person, consent), change: 'unchanged', ...record, jpeg: existing };
}

function lacking({ where }: PhotoPerson, consent: PhotoConsent): Finding[] {
  return 'missing' in consent ? consent.missing.map((code) => finding(code, where)) : [];
}

function refused(person: PhotoPerson, existing: Uint8Array | undefined): Verdict {
  return { findings: [finding('photo-consent-refused', person.where)], ...(existing && { change: 'removed' }) };
}

function withoutPicture(person: PhotoPerson): Verdict {
  const written = [person.credit, person.consent].some((text) => text !== undefined && text.trim() !== '');
  return { findings: written ? [finding('photo-without-file', person.where)] : [] };
}

async function existingPhoto(round: string, id: string): Promise<Uint8Array | undefined> {
  const path = photoPath(round, id);
  const about = await lstat(path).catch(() => undefined);
  return about?.isFile() ? readFile(path) : undefined;
}

/** Ids come from a sheet: nothing but an id may become part of a path. */
function photoPath(round: string, id: string): string {
  return join(round, 'photos', `${idSchema.parse(id)}.jpg`);
}
