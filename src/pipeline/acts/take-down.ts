import { createHash } from 'node:crypto';
import { chinaDate, type Instant } from '#core/calendar/plain-date.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { canonicalJson } from '#core/formats/digest.ts';
import { haveSameName } from '#core/judging/naming.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { everShown } from '#core/lifecycle/decided.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { lists, noticeLives, noticesOf } from '#core/lifecycle/notices-of.ts';
import { tierOf } from '#core/programme/tiers.ts';
import type { Content, Entry, RoundFolder } from '#core/records/content.ts';
import type { TakenDown } from '#core/records/taken-down.ts';
import { nameKey } from '#core/text/person-name.ts';
import { chosenDossier } from '#pipeline/check/chosen-dossier.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { settled } from '#pipeline/content/settled.ts';
import { textOf } from '#pipeline/content/text-file.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';
import { erasePerson } from './erase-person.ts';
import { namedPerson } from './named-person.ts';
import { redactedReviews } from './redacted-reviews.ts';

export interface TakedownOptions {
  content: string;
  person: string;
  reasonCode: TakenDown['reasonCode'];
  checkOnly: boolean;
  now: Instant;
  /** How long to wait for another command, in milliseconds. */
  patience?: number | undefined;
}

export type TakingDown =
  | {
      kind: 'done';
      written: boolean;
      record: TakenDown;
      file: string;
      removed: string[];
      edited: string[];
      mentions: Mention[];
      /** Others of the same name, here or in another round: the same person or not, nobody can tell by the name. */
      namesakes: { id: string; round: string }[];
    }
  /** Nothing was left to do. */
  | { kind: 'already'; record: TakenDown; file: string }
  | { kind: 'refused'; findings: Finding[] };

/** A line in which the name still stands: an office's own sentence, which only a person can change. */
interface Mention {
  file: string;
  line: number;
}

/** One person out of everything, in one step; what is left is a number, a reason code and a digest. */
export function takeDown(options: TakedownOptions): Promise<TakingDown> {
  const { content, patience } = options;
  if (options.checkOnly) return settled(content, () => takingDown(options, undefined));
  return writing(content, { verb: 'takedown', patience }, (held) => takingDown(options, held));
}

async function takingDown(
  { content, person: stated, reasonCode, now }: TakedownOptions,
  held: Held | undefined,
): Promise<TakingDown> {
  const tree = await readTree(content);
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  const { readable, photos, media } = parseTree(tree);
  const person = namedPerson(
    (readable?.programmes ?? []).flatMap(({ rounds }) => rounds),
    stated,
  );
  const folder = folderOf(readable, person);
  const before = folder.takenDown.find(({ id }) => id === person);
  const own = folder.people.find(({ id }) => id === person);
  const photo = photos.get(folder.id)?.includes(person) ?? false;
  const shownFiles = (media.get(folder.id) ?? []).filter((one) => one.person === person);
  const listed = everShown(folder).has(person);
  if (before && !own && !listed && !photo && shownFiles.length === 0)
    return { kind: 'already', record: before.data, file: before.file };

  const dossier = chosenDossier(readable, folder.id);
  const shown = noticeLives(dossier).filter((notice) => lists(notice.folder, person));
  if (!shown.some((notice) => noticeState(notice, now).state !== 'scheduled')) {
    throw new Refusal('not-yet-public', '公示还没有发布，这个人还没有公开过。请从名单里移出（重新导入），不用撤下。');
  }
  const directory = roundDirectory(folder.id);
  const record = before?.data ?? tombstone(dossier.programme.data, folder, person, reasonCode, now);
  const file = `${directory}/taken-down/${person}.json`;
  const changes = new Map<string, string | undefined>([[file, `${JSON.stringify(record, null, 2)}\n`]]);
  if (own) changes.set(own.file, undefined);
  if (photo) changes.set(`${directory}/photos/${person}.jpg`, undefined);
  for (const { file: one } of shownFiles) changes.set(one.path, undefined);
  for (const [path, text] of erasePerson(tree, folder, person)) changes.set(path, text);

  const { after } = await tryChanges(content, tree, changes);
  const left = after?.programmes.flatMap(({ rounds }) => rounds).find(({ id }) => id === folder.id);
  for (const [path, text] of redactedReviews(folder, left)) changes.set(path, text);
  const { fresh } = await tryChanges(content, tree, changes);
  if (hasErrors(fresh)) return { kind: 'refused', findings: fresh };
  if (held) await changeFiles(held, changes);
  const paths = [...changes];
  const namesakes = own ? namesakesOf(readable, own) : [];
  return {
    kind: 'done',
    written: held !== undefined,
    record,
    file,
    removed: paths.filter(([, text]) => text === undefined).map(([path]) => path),
    edited: paths.filter(([path, text]) => text !== undefined && path !== file).map(([path]) => path),
    mentions: own ? mentionsOf(own.data.name, tree, changes, namesakes) : [],
    namesakes,
  };
}

function folderOf(content: Content | undefined, person: string): RoundFolder {
  const folders = (content?.programmes ?? []).flatMap(({ rounds }) => rounds);
  const found = folders.find(
    ({ people, roster, takenDown, later }) =>
      people.some(({ id }) => id === person) ||
      takenDown.some(({ id }) => id === person) ||
      roster?.data.people.some(({ id }) => id === person) ||
      later?.some((notice) => notice.roster?.data.people.some(({ id }) => id === person)),
  );
  if (!found) throw new Refusal('person-unknown', '内容目录里没有（或读不出）这个编号的人。请核对 --person。');
  return found;
}

function tombstone(
  programme: Parameters<typeof tierOf>[1],
  folder: RoundFolder,
  person: string,
  reasonCode: TakenDown['reasonCode'],
  now: Instant,
): TakenDown {
  const present = presentRecord(folder, { of: 'person', person });
  const own = folder.people.find(({ id }) => id === person);
  const tier = own && tierOf(own.data, programme);
  const positions = noticesOf(folder)
    .filter((notice) => lists(notice, person))
    .map((notice) => ({ notice: noticeIdOf(notice), position: positionOf(notice, person) }));
  const [programmeId = '', edition = ''] = folder.id.split('/');
  return {
    id: person,
    programme: programmeId,
    round: edition,
    date: chinaDate(now),
    reasonCode,
    digest: createHash('sha256')
      .update(canonicalJson(present?.record ?? {}))
      .digest('hex'),
    position: positions[0]?.position ?? positionOf(folder, person),
    ...(noticesOf(folder).length > 1 && positions.length > 0 && { lists: positions }),
    ...(tier !== undefined && { tier }),
    ...(own?.data.subject !== undefined && { subject: own.data.subject }),
  };
}

/** The number in the list as published: those taken down before still hold theirs. */
function positionOf({ roster, takenDown }: RoundFolder, person: string): number {
  const taken = new Set(takenDown.map(({ data }) => data.position));
  let position = 0;
  for (const { id } of roster?.data.people ?? []) {
    do position += 1;
    while (taken.has(position));
    if (id === person) return position;
  }
  return position + 1;
}

function mentionsOf(
  name: string,
  tree: readonly TreeFile[],
  changes: ReadonlyMap<string, string | undefined>,
  namesakes: readonly { id: string }[],
): Mention[] {
  const theirs = (path: string): boolean => namesakes.some(({ id }) => path.endsWith(`/candidates/${id}.md`));
  return tree
    .filter(({ path }) => !theirs(path) && !path.endsWith('/roster.json') && !path.endsWith('/approval.json'))
    .flatMap((file) => {
      const read = textOf(file);
      const text = changes.has(file.path) ? (changes.get(file.path) ?? '') : 'text' in read ? read.text : '';
      return text
        .split('\n')
        .flatMap((line, index) =>
          nameKey(line).includes(nameKey(name)) ? [{ file: file.path, line: index + 1 }] : [],
        );
    });
}

function namesakesOf(
  content: Content | undefined,
  { id: own, data }: Entry<Candidate>,
): { id: string; round: string }[] {
  return (content?.programmes ?? [])
    .flatMap(({ rounds }) => rounds)
    .flatMap(({ id: round, people }) =>
      people.filter((person) => person.id !== own && haveSameName(person.data, data)).map(({ id }) => ({ id, round })),
    );
}
