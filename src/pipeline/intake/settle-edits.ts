import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Imported } from '#core/records/imported.ts';
import {
  type EditedPerson,
  type EditKey,
  handEdits,
  importedPerson,
  type PhotoTurn,
  withKept,
} from '#core/roster/hand-edits.ts';
import { digestHex } from '#core/roster/imported-digest.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import type { Plan, PlannedPerson } from '#core/roster/plan.ts';
import type { PersonRecord } from '#core/roster/record.ts';
import type { EditAnswers, EditChoice } from './import-request.ts';
import { editText } from './import-text.ts';
import type { KnownRound } from './known-round.ts';
import type { PhotoPlan } from './photos/photos.ts';

interface Planned {
  round: KnownRound;
  plan: Plan;
  photos: PhotoPlan;
  orderedBy: string;
}

interface Request {
  edits?: EditAnswers;
  /** Said by whoever imports, not by the sheet. */
  orderedBy: string | undefined;
}

export interface Settled {
  plan: Plan;
  photos: PhotoPlan;
  orderedBy: string;
  findings: Finding[];
  imported: Imported;
}

/**
 * What the sheet would put over a text edited by hand since the last import is decided by a person, person by person. What nobody decided
 * is a finding; the plan is then as the sheet has it.
 */
export async function settleEdits(
  planned: Planned,
  request: Request,
  ask: ((edited: readonly EditedPerson[]) => Promise<EditAnswers>) | undefined,
): Promise<Settled> {
  const { round, plan, photos } = planned;
  const turns = await photoTurns(planned);
  const before = new Map(round.people.map((one) => [one.id, one]));
  const edited = [...editedPeople(planned, before, turns), ...editedList(planned, request.orderedBy)];
  const given = request.edits ?? { people: new Map<string, EditChoice>() };
  const choiceIn = (answers: EditAnswers, id: string): EditChoice | undefined => answers.people.get(id) ?? answers.all;
  const open = edited.filter(({ id }) => choiceIn(given, id) === undefined);
  const answers = ask && open.length > 0 ? await ask(open) : given;
  const choice = (id: string): EditChoice | undefined => choiceIn(given, id) ?? choiceIn(answers, id);
  const keptOf = new Map(edited.filter(({ id }) => choice(id) === 'keep').map((one) => [one.id, one]));
  const people = plan.people.map((person) => kept(person, before.get(person.id), keptOf.get(person.id), round));
  const list = keptOf.get('');
  const keys = (id: string): Set<EditKey> => new Set(keptOf.get(id)?.edits.map(({ key }) => key));
  const result: Plan = { ...plan, people };
  return {
    plan: list?.edits.some(({ field }) => field === ORDER) ? inOldOrder(result, round) : result,
    photos: {
      ...photos,
      changes: new Map([...photos.changes].map(([id, change]) => [id, keys(id).has('photo') ? 'unchanged' : change])),
      files: new Map([...photos.files].filter(([id]) => !keys(id).has('photo'))),
    },
    orderedBy: list?.edits.find(({ field }) => field === ORDERED_BY)?.from ?? planned.orderedBy,
    findings: [
      ...edited.flatMap((one) => findingOf(one, choice(one.id), round)),
      ...[...given.people].filter(([id]) => !before.has(id)).map(([id, one]) => unused(id, one)),
    ],
    imported: importedOf(planned, before, turns),
  };
}

/** Whether nothing but these decisions stands in the way. */
export function onlyEditsOpen(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length > 0 && errors.every(({ code }) => OPEN.has(code));
}

const OPEN: ReadonlySet<string> = new Set(['import-edited-by-hand', 'import-edited-unknown', 'import-edited-list']);
const ORDERED_BY = '排序说明';
const ORDER = '次序';

function editedPeople(
  { round, plan, photos }: Planned,
  before: ReadonlyMap<string, KnownPerson>,
  turns: ReadonlyMap<string, PhotoTurn>,
): EditedPerson[] {
  return plan.people.flatMap((person) => {
    const known = before.get(person.id);
    if (!known) return [];
    const recorded = round.folder.imported?.data.people[person.id];
    // A photo that somebody no longer agrees to goes, whoever put it there.
    const turn = photos.changes.get(person.id) === 'removed' ? undefined : turns.get(person.id);
    const edits = handEdits(person, known.record, recorded, round.programme.data, turn);
    const { id, name, employer } = known;
    return edits.length === 0 ? [] : [{ id, name, employer, edits, recorded: recorded !== undefined }];
  });
}

function editedList({ round, plan, orderedBy }: Planned, stated: string | undefined): EditedPerson[] {
  const present = round.folder.roster?.data;
  if (!present) return [];
  const recorded = round.folder.imported?.data.list;
  const isAsImported = (key: 'orderedBy' | 'order', value: string): boolean =>
    recorded?.[key] === digestHex('', key, value);
  const edits: EditedPerson['edits'] = [];
  if (stated === undefined && orderedBy !== present.orderedBy && !isAsImported('orderedBy', present.orderedBy)) {
    edits.push({ key: 'id', field: ORDERED_BY, from: present.orderedBy, to: orderedBy });
  }
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、');
  if (plan.reordered && !isAsImported('order', orderText(present.people))) {
    const now = plan.people.map(({ record }) => record.candidate);
    edits.push({ key: 'id', field: ORDER, from: names(present.people), to: names(now) });
  }
  return edits.length === 0 ? [] : [{ id: '', name: '', employer: '', edits, recorded: recorded !== undefined }];
}

function kept(
  person: PlannedPerson,
  known: KnownPerson | undefined,
  edited: EditedPerson | undefined,
  { programme }: KnownRound,
): PlannedPerson {
  if (!known) return person;
  const keys = new Set(edited?.edits.map(({ key }) => key));
  const fields = new Set(edited?.edits.map(({ field }) => field));
  const changes = person.changes.filter(({ field }) => !fields.has(field));
  const record = withKept(person, known.record, keys, programme.data);
  return { ...person, record, changes, state: changes.length > 0 ? 'changed' : 'unchanged' };
}

/** Those who stay as they stood, then those who come. */
function inOldOrder(plan: Plan, { people }: KnownRound): Plan {
  const place = new Map(people.map(({ id }, index) => [id, index]));
  const rank = ({ id }: PlannedPerson): number => place.get(id) ?? people.length;
  return { ...plan, people: [...plan.people].sort((a, b) => rank(a) - rank(b)), reordered: false };
}

function findingOf(edited: EditedPerson, choice: EditChoice | undefined, { folder }: KnownRound): Finding[] {
  if (choice === 'take') return [];
  const { id, name, edits, recorded } = edited;
  const own = folder.round.file.replace(/round\.md$/, '');
  const where = id === '' ? { file: `${own}roster.json` } : { file: `${own}candidates/${id}.md`, person: name };
  const fields = edits.map(editText).join('；');
  if (choice === 'keep') return [finding('import-edited-kept', where, { fields })];
  if (id === '') return [finding('import-edited-list', where, { fields })];
  return [finding(recorded ? 'import-edited-by-hand' : 'import-edited-unknown', where, { fields, id })];
}

function unused(id: string, choice: EditChoice): Finding {
  const flag = `--${choice}-person ${id}`;
  return finding('import-answer-unused', { file: flag }, { flag });
}

/** For everybody who has, had or gets a photo. */
async function photoTurns({ round, plan, photos }: Planned): Promise<Map<string, PhotoTurn>> {
  const turns = new Map<string, PhotoTurn>();
  for (const { id, record, changes } of plan.people) {
    const bytes = await readFile(join(round.directory, 'photos', `${id}.jpg`)).catch(() => undefined);
    const known = round.people.find((one) => one.id === id)?.record;
    const coming = photos.changes.get(id) === 'removed' ? undefined : (photos.files.get(id) ?? bytes);
    const texts = { present: photoText(bytes, known), coming: photoText(coming, record) };
    if (texts.present === '' && texts.coming === '') continue;
    turns.set(id, { ...texts, changes: changes.filter(({ field }) => field.startsWith('照片')) });
  }
  return turns;
}

function photoText(bytes: Uint8Array | undefined, record: PersonRecord | undefined): string {
  if (!bytes) return '';
  const { credit = '', consent = '', alt = '' } = record?.candidate.photo ?? {};
  return JSON.stringify([createHash('sha256').update(bytes).digest('hex'), credit, consent, alt]);
}

/** As the sheet has it, also where something else was kept. */
function importedOf(
  { round, plan, orderedBy }: Planned,
  before: ReadonlyMap<string, KnownPerson>,
  turns: ReadonlyMap<string, PhotoTurn>,
): Imported {
  const recorded = round.folder.imported?.data.people ?? {};
  const people = plan.people.map((person) => {
    const known = before.get(person.id)?.record;
    return [person.id, importedPerson(person, known, recorded[person.id], turns.get(person.id))] as const;
  });
  const list = {
    orderedBy: digestHex('', 'orderedBy', orderedBy),
    order: digestHex('', 'order', orderText(plan.people)),
  };
  return { list, people: Object.fromEntries(people.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function orderText(people: readonly { id: string }[]): string {
  return people.map(({ id }) => id).join(' ');
}
