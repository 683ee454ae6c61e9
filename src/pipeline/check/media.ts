import { join } from 'node:path';
import type { Candidate } from '#core/candidate/candidate.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { filmFacts, type FilmReading } from '#core/film/film-facts.ts';
import { filmFaults } from '#core/film/film-faults.ts';
import { readVtt } from '#core/formats/web-vtt.ts';
import { type Entry, placeOf, type RoundFolder } from '#core/records/content.ts';
import { withFile } from '#pipeline/content/file-pieces.ts';
import type { MediaFile, ReadContent } from '#pipeline/content/read-content.ts';
import { textOf } from '#pipeline/content/text-file.ts';

/** Five minutes at 1.2 Mbit/s are 49. */
const MOST_MEGABYTES = 50;
/** One picture of a film: players end within it. */
const ONE_FRAME = 0.05;

/** What a record names and is not there, and what is there and no record names. */
export function misplacedMedia(folder: RoundFolder, listed: readonly MediaFile[]): Finding[] {
  const named = new Set<string>();
  const missing = folder.people.flatMap((person) =>
    filesOf(person.data).flatMap(({ field, name }): Finding[] => {
      named.add(`${person.id}/${name}`);
      return listed.some((one) => one.person === person.id && one.name === name)
        ? []
        : [finding('media-missing', placeOf(person, field, person.data.name), { file: `media/${person.id}/${name}` })];
    }),
  );
  const surplus = listed
    .filter(({ person, name }) => !named.has(`${person}/${name}`))
    .map(({ name, file }) =>
      finding(/\.(?:jpg|mp4|vtt)$/u.test(name) ? 'media-surplus' : 'media-kind', { file: file.path }),
    );
  return [...missing, ...surplus];
}

/** Every file that a record names, with the field that does. */
function filesOf({ film, process, works }: Candidate): { field: string; name: string }[] {
  const parts = (['file', 'poster', 'captions'] as const).flatMap((part) => {
    const name = film?.[part];
    return name === undefined ? [] : [{ field: `film.${part}`, name }];
  });
  const pictures = (key: string, all: Candidate['process']): { field: string; name: string }[] =>
    all.map(({ file }, index) => ({ field: `${key}.${index}.file`, name: file }));
  return [...parts, ...pictures('process', process), ...pictures('works', works)];
}

/** What is in the files: pictures that can be opened, films that run in every browser, captions that fit theirs. */
export async function mediaFaults(
  directory: string,
  { readable, media }: Pick<ReadContent, 'readable' | 'media'>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const most = readable?.site.data.filmMegabytes ?? MOST_MEGABYTES;
  for (const folder of readable?.programmes.flatMap(({ rounds }) => rounds) ?? []) {
    const listed = media.get(folder.id) ?? [];
    for (const { name, file } of listed) {
      if (name.endsWith('.jpg') && file.kind === 'file') findings.push(...(await pictureFaults(directory, file.path)));
    }
    for (const person of folder.people) {
      const own = listed.filter((one) => one.person === person.id && one.file.kind === 'file');
      findings.push(...(await filmFindings(directory, person, own, most)));
    }
  }
  return findings;
}

async function pictureFaults(directory: string, file: string): Promise<Finding[]> {
  // Loaded for the first picture: most commands meet none.
  const { default: sharp } = await import('sharp');
  const { format } = await sharp(join(directory, file), { failOn: 'error' })
    .metadata()
    .catch(() => ({ format: undefined }));
  return format === 'jpeg' ? [] : [finding('media-no-picture', { file })];
}

async function filmFindings(
  directory: string,
  { data, file: record }: Entry<Candidate>,
  own: readonly MediaFile[],
  most: number,
): Promise<Finding[]> {
  const at = (name: string | undefined): MediaFile['file'] | undefined => own.find((one) => one.name === name)?.file;
  const [film, captions] = [at(data.film?.file), at(data.film?.captions)];
  const reading = film && (await withFile(join(directory, film.path), filmFacts));
  return [
    ...(film && reading ? filmFault(reading, { file: film.path, person: data.name }, most) : []),
    ...(captions ? captionFaults(captions, reading?.kind === 'film' ? reading.facts.duration : undefined) : []),
  ].map((one) => ({ ...one, where: { ...one.where, file: one.where.file || record } }));
}

function filmFault(reading: FilmReading, where: Place, most: number): Finding[] {
  if (reading.kind === 'broken') return [finding('film-broken', where)];
  const file = where.file.slice(where.file.lastIndexOf('/') + 1);
  const unfit = filmFaults(reading, { file, most });
  return unfit ? [finding('film-unfit', where, { faults: unfit.faults.join('；'), command: unfit.command })] : [];
}

function captionFaults(file: MediaFile['file'], duration: number | undefined): Finding[] {
  const read = textOf(file);
  if ('findings' in read) return read.findings;
  const { cues, faults } = readVtt(read.text);
  const late = cues.find(({ to }) => duration !== undefined && to > duration + ONE_FRAME);
  return [
    ...faults.map(({ line, fault }) => finding(`captions-${fault}`, { file: file.path, line })),
    ...(late && duration !== undefined
      ? [
          finding(
            'captions-after-film',
            { file: file.path, line: late.line },
            { to: clock(late.to), end: clock(duration) },
          ),
        ]
      : []),
  ];
}

/** `1:05.250`. */
function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const rest = (thousandths % 60_000) / 1000;
  return `${Math.floor(thousandths / 60_000)}:${rest.toFixed(3).padStart(6, '0')}`;
}
