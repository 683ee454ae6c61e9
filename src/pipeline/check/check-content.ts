import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { applyAcceptances } from '#core/judging/acceptance.ts';
import { decidedFolder } from '#core/lifecycle/decided.ts';
import { withoutExplained } from '#core/lifecycle/explained.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { calendarOf, type Content, type Dossier, type ProgrammeFolder } from '#core/records/content.ts';
import { roundRules, siteRules } from '#core/rules/index.ts';
import { type ReadContent, readContent } from '#pipeline/content/read-content.ts';
import { settled } from '#pipeline/content/settled.ts';
import { auditContent } from '#pipeline/gate/privacy-gate.ts';
import type { CheckMemory } from './check-memory.ts';
import { mediaFaults, misplacedMedia } from './media.ts';
import { sealFindings } from './seal.ts';

export interface CheckedContent extends ReadContent {
  /** Reader's and rules' findings together, accepted ones left out. */
  findings: Finding[];
}

/**
 * Reads a content folder, judges it by every rule and looks for private values: all findings of all files in one go.
 * @param memory what earlier runs of the same program made of the same bytes; for a build, and never for what publishes
 */
export function checkContent(directory: string, memory?: CheckMemory): Promise<CheckedContent> {
  return settled(directory, () => checking(directory, memory));
}

async function checking(directory: string, memory?: CheckMemory): Promise<CheckedContent> {
  const read = await readContent(directory, memory?.entries);
  if (!read.readable) return read;
  const sealed = await sealFindings(directory, read.readable, memory);
  const unfit = await mediaFaults(directory, read);
  const leaks = (await auditContent(directory, read.readable, read.waivers, memory?.clean)).filter(
    (leak) => !(UNCERTAIN.includes(leak.code) && read.findings.some(({ where }) => hides(where.file, leak.where.file))),
  );
  const judged = withoutLost(judge(read.readable, read, memory), read.findings);
  return { ...read, findings: [...read.findings, ...judged, ...sealed, ...unfit, ...leaks] };
}

/** A file that is there and cannot be read is not lost; what is wrong with it is said already. */
export function withoutLost(findings: readonly Finding[], read: readonly Finding[]): Finding[] {
  const faulty = new Set(read.filter(({ level }) => level === 'error').map(({ where }) => where.file));
  return findings.filter(({ code, where }) => !LOST.includes(code) || !faulty.has(where.file));
}

const LOST: readonly FindingCode[] = ['result-lost'];

/** Said of a file that could not be read: its channels are not known to be the office's own yet. It is looked at again once mended. */
const UNCERTAIN: readonly FindingCode[] = ['email', 'telephone', 'mobile-number', 'unreadable', 'unknown-binary'];

/** Whether a fault in one file leaves open which channels another may name: its own, and for a rules file all below it. */
function hides(faulty: string, file: string): boolean {
  const folder = /^(.*\/)?(?:programme\.md|round\.md|site\.json)$/.exec(faulty);
  return faulty === file || (folder !== null && file.startsWith(folder[1] ?? ''));
}

/** The rules alone, over content already read. */
export function judge(
  content: Content,
  { photos, media }: Pick<ReadContent, 'photos' | 'media'>,
  memory?: CheckMemory,
): Finding[] {
  const calendar = calendarOf(content, content.site.data.regionalCalendar);
  const years = [content.calendarYears, content.regionalCalendars, content.site.data.regionalCalendar ?? null];
  const perRound = content.programmes.flatMap((programme) => {
    const judged = (): Finding[] =>
      dossiersOf(programme, calendar).flatMap((dossier) => {
        const found = [
          ...judgeRound(dossier),
          ...missingPhotos(dossier, photos.get(dossier.folder.id) ?? []),
          ...misplacedMedia(dossier.folder, media.get(dossier.folder.id) ?? []),
        ];
        return applyAcceptances(dossier.folder.round, found);
      });
    // A rule of a round knows its programme, the rounds before it and the calendar, and nothing else.
    const listed = programme.rounds.map(({ id }) => [photos.get(id) ?? [], media.get(id) ?? []]);
    return memory?.verdict(['rules', programme, listed, years], judged) ?? judged();
  });
  const ofSite = applyAcceptances(
    content.site,
    siteRules.flatMap((rule) => rule.check(content)),
  );
  return [...ofSite, ...perRound];
}

/** Every rule over a round: over each of its notices, over the round as the decision sees it, or over all of it. */
function judgeRound(dossier: Dossier): Finding[] {
  const notices = noticeLives(dossier);
  const [only] = notices;
  const decision = notices.length > 1 || !only ? { ...dossier, folder: decidedFolder(dossier.folder) } : only;
  const asked = { notice: notices, decision: [decision], round: [dossier] };
  const found = roundRules.flatMap((rule) =>
    asked[rule.asks ?? 'notice'].flatMap((subject) => withoutExplained(subject, rule.check(subject))),
  );
  return notices.length > 1 ? distinct(found) : found;
}

/** What is true of a person or of the round is found once for every notice. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((one) => [JSON.stringify([one.code, one.where, one.args]), one]));
  return [...seen.values()];
}

/** Each round with its programme, the calendar, and the rounds before it. */
export function dossiers(content: Content, calendar: Dossier['calendar']): Dossier[] {
  return content.programmes.flatMap((programme) => dossiersOf(programme, calendar));
}

function dossiersOf({ programme, forms, rounds }: ProgrammeFolder, calendar: Dossier['calendar']): Dossier[] {
  return rounds.map((folder) => ({
    programme,
    forms,
    folder,
    earlier: rounds.filter((other) => other !== folder && other.round.data.year < folder.round.data.year),
    calendar,
  }));
}

function missingPhotos({ folder }: Dossier, listed: readonly string[]): Finding[] {
  const claimed = folder.people.filter((person) => person.data.photo !== undefined);
  const surplus = listed.filter((id) => !claimed.some((person) => person.id === id));
  return [
    ...claimed
      .filter((person) => !listed.includes(person.id))
      .map((person) => finding('photo-missing', { file: person.file, person: person.data.name }, { id: person.id })),
    ...surplus.map((id) =>
      finding('photo-surplus', { file: `programmes/${folder.id.replace('/', '/rounds/')}/photos/${id}.jpg` }),
    ),
  ];
}
