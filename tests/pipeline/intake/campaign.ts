import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgrammeFolder, RoundFolder } from '#core/records/content.ts';
import { photoLabel } from '#core/roster/photo-name.ts';
import { Arguments, type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { missing } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';
import { csvOf } from './campaign-csv.ts';
import { docxOf, formsOf } from './campaign-docx.ts';
import { type Draft, freshDraft } from './campaign-draft.ts';
import { pdfOf, rtfOf, zipOf } from './campaign-envelope.ts';
import { filesBelow, type Leak, leaksIn } from './campaign-leaks.ts';
import { type PhotoFolder, photosOf } from './campaign-photos.ts';
import { type Format, plant, SPOTS } from './campaign-spots.ts';
import { type Chance, chanceFrom } from './campaign-values.ts';
import { xlsxOf } from './campaign-xlsx.ts';

/** A folder to work in, and one empty content folder for each round of the sample content. */
export interface Bench {
  directory: string;
  rounds: { programme: ProgrammeFolder; round: RoundFolder; content: string }[];
}

/** What one generated roster came to. */
export interface CaseReport {
  seed: number;
  format: Format;
  spots: string[];
  /** Only places where private values always are: the list must go in whole. */
  quiet: boolean;
  planted: number;
  people: number;
  /** Names that stand in the content afterwards. */
  imported: number;
  photos: number;
  exit: number;
  leaks: Leak[];
  /** Spots whose value is not in the file at all: the campaign itself would be wrong. */
  unplanted: string[];
  /** A stack trace instead of a sentence. */
  crash?: string;
}

export async function setUpBench(content: string): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'import-campaign-'));
  const { readable } = await readContent(content);
  const rounds = (readable?.programmes ?? []).flatMap((programme) =>
    programme.rounds.map((round) => ({ programme, round })),
  );
  const bench: Bench = { directory, rounds: [] };
  for (const { programme, round } of rounds) {
    const empty = join(directory, 'contents', round.id.replace('/', '-'));
    const below = `programmes/${programme.id}`;
    await mkdir(join(empty, below, 'rounds', round.edition), { recursive: true });
    for (const path of [
      'site.json',
      'calendar',
      `${below}/programme.md`,
      `${below}/rounds/${round.edition}/round.md`,
    ]) {
      await cp(join(content, path), join(empty, path), { recursive: true });
    }
    bench.rounds.push({ programme, round, content: empty });
  }
  return bench;
}

/** One roster from its seed through the import command, and a search for what was planted in all that came of it. */
export async function runCase(seed: number, bench: Bench): Promise<CaseReport> {
  const chance = chanceFrom(seed);
  const { programme, round, content } = chance.pick(bench.rounds);
  const format = seed % 4 === 0 ? there(DOORS[(seed / 4) % DOORS.length]) : chance.pick(FORMATS);
  const draft = freshDraft(programme.programme.data, round.round.data, chance);
  const names = draft.rows.map((row) => row[draft.column.name ?? 0] ?? '');
  const quiet = chance.once(3);
  const spots = spotsFor(format, quiet, chance);
  const planted = spots.flatMap((spot) => plant(draft, spot, chance));
  const photos = chance.once(3) ? await photosOf(draft, chance) : undefined;

  const desk = join(bench.directory, `case-${seed}`);
  const handedIn = handedInAs(draft, format);
  const laid = await layOut(desk, content, handedIn, photos);
  const json = chance.once(2);
  const run = await captured(desk, () =>
    importCommand.run(
      new Arguments({ ...laid.flags, ...confirmed(draft, format), round: round.id, yes: true, json }, [laid.path]),
    ),
  );

  const outputs = new Map<string, Uint8Array>([
    // The content, the report, the temporary folder, and whatever else was left beside them.
    ...[...(await filesBelow(desk))].filter(([path]) => !path.startsWith('in/')),
    ['standard output', Buffer.from(run.stdout)],
    ['standard error', Buffer.from(run.stderr)],
    ['text', Buffer.from(run.outcome?.text ?? '')],
    ['json', Buffer.from(JSON.stringify(run.outcome?.json ?? null))],
    ['message', Buffer.from(run.message)],
  ]);
  const all = [...planted, ...(photos?.planted ?? [])];
  const people = [...outputs].filter(([name]) => /\/candidates\/[^/]+\.md$/.test(name));
  const written = people.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join('\n');
  // Their bytes hold numbers of letters; what was drawn stands here in words.
  const drawn = ['pdf', 'rtf'].includes(format)
    ? [draft.fileName, draft.title, ...draft.notes, ...draft.heads, ...draft.rows.flat()]
    : [];
  const given = new Map([
    ['drawn', Buffer.from(drawn.join('\n'))],
    ...(format === 'zip' ? [[draft.fileName, new Uint8Array()] as const] : []),
    ...handedIn.files,
    ...(photos?.files ?? []),
    [`${handedIn.folder ?? ''} ${photos?.name ?? ''}`, new Uint8Array()],
  ]);
  const report: CaseReport = {
    seed,
    format,
    spots: spots.map(({ name }) => name),
    quiet,
    planted: all.length,
    people: names.length,
    imported: names.filter((name) => written.includes(`"${name}"`)).length,
    photos: [...outputs.keys()].filter((name) => /\/photos\/[^/]+\.jpg$/.test(name)).length,
    exit: run.outcome?.exit ?? run.exit,
    leaks: leaksIn(outputs, all),
    unplanted: all.filter((one) => leaksIn(given, [one]).length === 0).map(({ spot }) => spot),
    ...(run.crash !== undefined && { crash: run.crash }),
  };
  await rm(desk, { recursive: true });
  return report;
}

/** Whoever sends a PDF has compared its rows. */
function confirmed({ fileName, rows }: Draft, format: Format): Record<string, string[]> {
  return format === 'pdf' ? { 'confirm-pdf': [`${photoLabel(`${fileName}.pdf`)}=${rows.length}`] } : {};
}

function spotsFor(format: Format, quiet: boolean, chance: Chance): (typeof SPOTS)[number][] {
  const possible = SPOTS.filter((spot) => spot.formats.includes(format) && (spot.quiet || !quiet));
  const chosen = new Set(Array.from({ length: 2 + chance.below(5) }, () => chance.pick(possible)));
  return [...chosen];
}

/** Lists and forms in the proportion in which they do damage. */
const FORMATS: readonly Format[] = ['xlsx', 'xlsx', 'xlsx', 'docx', 'docx', 'forms', 'forms', 'csv', 'csv-gb18030'];
/** The later doors, one case in four. */
const DOORS: readonly Format[] = [
  'zip',
  'zip',
  'pdf',
  'pdf',
  ...(missing('soffice') === false ? (['rtf'] as const) : []),
];

/** One file, or a folder of one file a person. */
interface HandedIn {
  folder?: string;
  files: Map<string, Uint8Array>;
}

function handedInAs(draft: Draft, format: Format): HandedIn {
  const { fileName } = draft;
  switch (format) {
    case 'xlsx':
      return { files: new Map([[`${fileName}.xlsx`, xlsxOf(draft)]]) };
    case 'docx':
      return { files: new Map([[`${fileName}.docx`, docxOf(draft)]]) };
    case 'forms':
      return { folder: fileName, files: formsOf(draft) };
    case 'csv':
      return { files: new Map([[`${fileName}.csv`, csvOf(draft, 'utf-8')]]) };
    case 'csv-gb18030':
      return { files: new Map([[`${fileName}.csv`, csvOf(draft, 'gb18030')]]) };
    case 'zip':
      return { files: new Map([['报送材料.zip', zipOf(draft, draft.asides.get('视频信息') ?? [])]]) };
    case 'pdf':
      return { files: new Map([[`${fileName}.pdf`, pdfOf(draft)]]) };
    case 'rtf':
      return { files: new Map([[`${fileName}.rtf`, rtfOf(draft)]]) };
  }
}

/** An office's desk: its files on one side, the content, the report's folder and the machine's temporary folder on the other. */
async function layOut(
  desk: string,
  content: string,
  handedIn: HandedIn,
  photos: PhotoFolder | undefined,
): Promise<{ path: string; flags: Record<string, string> }> {
  for (const folder of ['in', 'out', 'tmp']) await mkdir(join(desk, folder), { recursive: true });
  await cp(content, join(desk, 'content'), { recursive: true });
  const put = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  };
  const folder = join(desk, 'in', handedIn.folder ?? '');
  await put(folder, handedIn.files);
  const path = handedIn.folder === undefined ? join(folder, [...handedIn.files.keys()][0] ?? '') : folder;
  const flags: Record<string, string> = { content: join(desk, 'content'), report: join(desk, 'out', 'report.html') };
  if (!photos) return { path, flags };
  const beside = join(desk, 'in', photos.name);
  await put(beside, photos.files);
  return { path, flags: { ...flags, photos: beside, 'photo-credit': '单位供图', 'photo-consent': '本人书面同意' } };
}

interface Run {
  outcome?: Outcome;
  exit: number;
  stdout: string;
  stderr: string;
  message: string;
  crash?: string;
}

/** Runs in this process with both streams and the temporary folder caught. */
async function captured(desk: string, run: () => Promise<Outcome>): Promise<Run> {
  const caught = { stdout: '', stderr: '' };
  const streams = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name];
    const write = stream.write.bind(stream);
    stream.write = (chunk: Uint8Array | string) => {
      caught[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    };
    return () => (stream.write = write);
  });
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = join(desk, 'tmp');
  try {
    return { outcome: await run(), exit: 0, ...caught, message: '' };
  } catch (error) {
    const { message, stack } = error as Error;
    const known = error instanceof Refusal || error instanceof UsageError;
    return {
      exit: error instanceof UsageError ? 2 : 1,
      ...caught,
      message,
      ...(!known && { crash: stack ?? message }),
    };
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    for (const restore of streams) restore();
  }
}
