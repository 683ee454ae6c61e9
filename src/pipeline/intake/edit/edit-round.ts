import { randomInt } from 'node:crypto';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Roster } from '#core/records/roster.ts';
import type { ColumnKey } from '#core/roster/columns.ts';
import { mintId } from '#core/roster/mint.ts';
import { type Change, changesBetween } from '#core/roster/plan.ts';
import type { PersonRecord } from '#core/roster/record.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { jsonFile } from '#pipeline/intake/json-file.ts';
import { type KnownRound, readKnownRound } from '#pipeline/intake/known-round.ts';
import { personFile } from '#pipeline/intake/person-file.ts';
import { rewrittenPerson } from '#pipeline/intake/rewritten-person.ts';
import { triedOut } from '#pipeline/intake/tried-out.ts';
import { editedRecord } from './edited-person.ts';

/** Changes of a list by hand, before it is public: what an office would else write into its files. */
export interface RoundEdit {
  content: string;
  round: string;
  /** By column, as a cell of the roster would have it; a person without an id joins the list. */
  person?: { id?: string | undefined; cells: ReadonlyMap<ColumnKey, string>; realName?: boolean } | undefined;
  /** Ids of those who leave. */
  remove?: readonly string[];
  /** Every id of the list, in its new order. */
  order?: readonly string[] | undefined;
  orderedBy?: string | undefined;
}

export interface PlannedEdit {
  /** Path below the content folder → what it will hold. */
  changes: Map<string, string | Uint8Array | undefined>;
  /** What would change of the person, in the words of the list. */
  person: { id: string; name: string; changes: Change[] } | undefined;
  /** The person's record as it would be. */
  record?: PersonRecord | undefined;
  findings: Finding[];
  /** What every rule says of the round then; empty while an error stands in the way. */
  judged: Finding[];
}

/** Reads, plans and tries; writes nothing. */
export async function planEdit(edit: RoundEdit, random = (below: number) => randomInt(below)): Promise<PlannedEdit> {
  const known = await readKnownRound(edit.content, edit.round);
  const own = `${roundDirectory(edit.round)}/`;
  const changes: PlannedEdit['changes'] = new Map();
  const planned: PlannedEdit = { changes, person: undefined, findings: [], judged: [] };
  const list = listOf(known);
  if (edit.person) {
    const { id, cells, realName } = edit.person;
    const before = id === undefined ? undefined : known.people.find((one) => one.id === id);
    if (id !== undefined && !before) throw nobody(edit.round, id);
    const at = before?.id ?? mintId(random, known.taken);
    const file = `${own}candidates/${at}.md`;
    const made = editedRecord(cells, before, { round: known, file, realName: realName ?? false });
    planned.findings.push(...made.findings);
    if (made.record) {
      const { record } = made;
      const programme = known.programme.data;
      const differences = before ? changesBetween(at, before.record, record, programme) : [];
      planned.record = record;
      planned.person = { id: at, name: record.candidate.name, changes: differences };
      const rewritten = before && rewrittenPerson(known.texts.get(at) ?? '', file, before.record, record);
      planned.findings.push(...(rewritten?.findings ?? []));
      const text = rewritten?.text ?? personFile(record);
      if (!before || differences.length > 0) changes.set(file, text);
      const { name, employer } = record.candidate;
      const line = list.find((one) => one.id === at);
      if (line) Object.assign(line, { name, employer });
      else list.push({ id: at, name, employer });
    }
  }
  const remove = new Set(edit.remove ?? []);
  for (const id of remove) {
    const person = known.people.find((one) => one.id === id);
    if (!person) throw nobody(edit.round, id);
    const { name, employer } = person;
    // The same as for an import: after the approval it is an act.
    if (known.approved)
      planned.findings.push(
        finding('edit-removal-after-approval', { file: `${own}roster.json`, person: name }, { name, employer }),
      );
    changes.set(`${own}candidates/${id}.md`, undefined);
    if (known.photos.has(id)) changes.set(`${own}photos/${id}.jpg`, undefined);
  }
  const roster = rosterOf(
    known,
    ordered(
      list.filter(({ id }) => !remove.has(id)),
      edit,
    ),
    edit,
  );
  if (roster) changes.set(`${own}roster.json`, jsonFile(roster));
  if (known.approved && changes.size > 0) {
    planned.findings.push(finding('import-change-after-approval', { file: 'approval.json' }));
  }
  if (planned.findings.some(({ level }) => level === 'error')) return planned;
  const tried = await triedOut(edit.content, edit.round, changes);
  planned.findings.push(...tried.refused);
  return { ...planned, judged: tried.judged };
}

function listOf(known: KnownRound): Roster['people'] {
  const present = known.folder.roster?.data.people;
  return (present ?? known.people.map(({ id, name, employer }) => ({ id, name, employer }))).map((one) => ({ ...one }));
}

/** Exactly the people of the list, each once; a person who joins stands at the end. */
function ordered(list: Roster['people'], { order }: RoundEdit): Roster['people'] {
  if (!order) return list;
  const same = new Set(order).size === order.length && order.every((id) => list.some((one) => one.id === id));
  if (!same || order.length !== list.length)
    throw new Refusal('edit-order', '次序里要有名单上的每一个人，每人一次。名单可能刚有改动，请看过现在的名单再排。');
  return order.flatMap((id) => list.filter((one) => one.id === id));
}

/** `undefined` where nothing of the list changes. */
function rosterOf(known: KnownRound, people: Roster['people'], { orderedBy }: RoundEdit): Roster | undefined {
  const before = known.folder.roster?.data;
  if (people.length === 0) {
    if (before) throw new Refusal('edit-empty', '名单里至少要有一个人，没有移出。');
    return undefined;
  }
  const words = orderedBy ?? before?.orderedBy ?? '排名不分先后';
  const roster: Roster = { orderedBy: words, ...(before?.source && { source: before.source }), people };
  return JSON.stringify(roster) === JSON.stringify(before) ? undefined : roster;
}

function nobody(round: string, id: string): Refusal {
  return new Refusal('person-unknown', `${round} 的名单里没有编号 ${id} 的人。请看过现在的名单再改。`);
}
