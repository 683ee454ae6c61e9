import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { envelopePhotos, type EnvelopePicture, type PictureFate } from '#core/roster/envelope-photo.ts';
import type { Picture, PictureView } from '#core/roster/grid.ts';
import { matchPhotos, type PhotoOwner, type StoppedPerson } from '#core/roster/photo-match.ts';
import { photoLabel } from '#core/roster/photo-name.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { type EncodedPhoto, encodePhoto, type PhotoFault } from './photo-encode.ts';
import { listPhotos, readPhoto } from './photo-folder.ts';

/** A picture that lies in a person's row or form. */
interface CellPicture extends Picture {
  person: string;
  where: Place;
}

export interface SourceRequest {
  /** In the list's order. */
  people: readonly PhotoOwner[];
  /** People of the list whom this import leaves out: 涉密. */
  stopped: readonly StoppedPerson[];
  /** `--photos`: what lies in it goes before pictures in the table. */
  folder: string | undefined;
  pictures: readonly CellPicture[];
  /** Pictures that lie in the folders and ZIPs of the lists and forms. */
  envelope?: readonly LyingPicture[];
  /** People of the list who cannot come in yet: their pictures are not nobody's. */
  pending?: readonly { name: string; employer: string }[];
  progress: Progress;
  /** In place of opening and encoding every picture at once. */
  encode?: Encode | undefined;
}

/** One that is still being encoded: whose it is is known, whether it will do is not. */
interface Waiting {
  waiting: true;
}

/** @param source `place` is the picture's own among those of an import */
export type Encode = (
  source: Pick<Source, 'read' | 'view'> & { place: string },
) => Promise<EncodedPhoto | PhotoFault | Waiting>;

export interface LyingPicture extends EnvelopePicture {
  read: () => Promise<Uint8Array | PhotoFault>;
}

/** The one picture that came for a person, made fit for the site or not. */
export interface ComingPhoto {
  /** Fit for a message. */
  label: string;
  where: Place;
  result: EncodedPhoto | PhotoFault | Waiting;
}

export interface ComingPhotos {
  photos: ReadonlyMap<string, ComingPhoto>;
  /** People for whom something came, be it too much. */
  claimed: ReadonlySet<string>;
  findings: Finding[];
  /** What each picture of the envelope is, in their order. */
  lying: PictureFate[];
}

/** Collects, opens and re-encodes the pictures of an import, one a person. */
export async function comingPhotos(request: SourceRequest): Promise<ComingPhotos> {
  const { sources, claimed, findings, lying } = await sourcesOf(request);
  const say = pacer(request.progress);
  const photos = new Map<string, ComingPhoto>();
  const { encode = encodeNow } = request;
  let count = 0;
  for (const [id, { label, where, view, read }] of sources) {
    say(`处理照片 ${(count += 1)}/${sources.size}`);
    const place = JSON.stringify([where.file, where.sheet, where.cell, label]);
    photos.set(id, { label, where, result: await encode({ place, read, view }) });
  }
  return { photos: withoutDoubles(photos, request.people), claimed, findings, lying };
}

async function encodeNow({ read, view }: Pick<Source, 'read' | 'view'>): Promise<EncodedPhoto | PhotoFault> {
  const bytes = await read();
  return bytes instanceof Uint8Array ? encodePhoto(bytes, view) : bytes;
}

interface Source {
  label: string;
  where: Place;
  view?: PictureView | undefined;
  read: () => Promise<Uint8Array | PhotoFault>;
}

async function sourcesOf({ people, stopped, folder, pictures, envelope = [], pending = [] }: SourceRequest): Promise<{
  sources: Map<string, Source>;
  claimed: Set<string>;
  findings: Finding[];
  lying: PictureFate[];
}> {
  const sources = new Map<string, Source>();
  const claimed = new Set<string>();
  const findings: Finding[] = [];
  if (folder !== undefined) {
    const listed = await listPhotos(folder);
    const { files, twice, findings: unmatched } = matchPhotos(people, listed.files, stopped);
    const below = (file: string): string => `${photoLabel(basename(folder))}/${file}`;
    for (const one of [...listed.findings, ...unmatched]) {
      findings.push({ ...one, where: { ...one.where, file: below(one.where.file) } });
    }
    for (const id of twice) claimed.add(id);
    for (const [id, file] of files) {
      const person = people.find((one) => one.id === id)?.name;
      const where = { file: below(photoLabel(file)), ...(person !== undefined && { person }) };
      sources.set(id, { label: photoLabel(file), where, read: () => readPhoto(folder, file) });
      claimed.add(id);
    }
  }
  const waiting = pending.map(({ name, employer }, index) => ({ id: `${WAITING}${index}`, name, employer }));
  const lying = envelopePhotos([...people, ...waiting], envelope, stopped);
  const portraits = envelope.flatMap((picture, index) => {
    const fate = lying[index];
    if (fate && 'findings' in fate) findings.push(...fate.findings);
    return fate && 'portraitOf' in fate && !fate.portraitOf.startsWith(WAITING)
      ? [{ ...picture, id: fate.portraitOf }]
      : [];
  });
  for (const [id, own] of Map.groupBy(portraits, (portrait) => portrait.id)) {
    if (claimed.has(id)) continue;
    claimed.add(id);
    const [first, ...more] = own as [(typeof own)[number], ...typeof own];
    const person = people.find((one) => one.id === id)?.name;
    const where = { file: first.file, ...(person !== undefined && { person }) };
    if (more.length === 0) sources.set(id, { label: first.file, where, read: first.read });
    else findings.push(finding('photo-twice', where, { files: own.map(({ file }) => file).join('、') }));
  }
  for (const [id, own] of Map.groupBy(pictures, ({ person }) => person)) {
    if (claimed.has(id)) continue;
    claimed.add(id);
    const different = own.filter((one, index) => !own.slice(0, index).some((other) => isSame(other, one)));
    const [{ where, bytes, view }, ...more] = different as [CellPicture, ...CellPicture[]];
    if (more.length === 0) sources.set(id, { label: labelOf(where), where, view, read: () => Promise.resolve(bytes) });
    else findings.push(finding('photo-twice', where, { files: different.map((one) => labelOf(one.where)).join('、') }));
  }
  return { sources, claimed, findings, lying };
}

/** No id begins like this. */
const WAITING = '?';

/** One picture cut in two ways is two pictures. */
function isSame(a: CellPicture, b: CellPicture): boolean {
  return Buffer.compare(a.bytes, b.bytes) === 0 && JSON.stringify(a.view) === JSON.stringify(b.view);
}

function labelOf({ cell }: Place): string {
  return `表格里的图片${cell === undefined ? '' : ` ${cell}`}`;
}

/** One picture under two names is the wrong face under one of them. */
function withoutDoubles(photos: Map<string, ComingPhoto>, people: readonly PhotoOwner[]): Map<string, ComingPhoto> {
  const digest = ({ result }: ComingPhoto): string | undefined =>
    'jpeg' in result ? createHash('sha256').update(result.jpeg).digest('hex') : undefined;
  const groups = Map.groupBy([...photos], ([id, photo]) => digest(photo) ?? id);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const names = people.filter(({ id }) => group.some(([one]) => one === id)).map(({ name }) => name);
    const result = { code: 'photo-shared', args: { names: names.join('、') } } as const;
    for (const [id, photo] of group) photos.set(id, { ...photo, result });
  }
  return photos;
}

/** One line at once, then one a second: fifty photos are no fifty lines. */
function pacer(progress: Progress): (text: string) => void {
  let last = -Infinity;
  return (text) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    progress.step(text);
  };
}
