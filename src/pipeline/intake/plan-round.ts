import { randomInt } from 'node:crypto';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isPerson, type Subject } from '#core/formats/subject.ts';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import { withCellEdits } from '#core/roster/cell-edit.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import { editableCells } from '#core/roster/editable-cell.ts';
import type { EditedPerson } from '#core/roster/hand-edits.ts';
import type { Answers } from '#core/roster/match.ts';
import { mintId } from '#core/roster/mint.ts';
import { type Plan, planImport, type PlanRequest } from '#core/roster/plan.ts';
import { readSources } from '#core/roster/sources.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { fatesOf } from '#pipeline/intake/envelope/fates.ts';
import { lyingPicture } from '#pipeline/intake/envelope/pictures.ts';
import type { Encode } from '#pipeline/intake/photos/photo-sources.ts';
import { planPhotos } from '#pipeline/intake/photos/photos.ts';
import { withPhotos } from '#pipeline/intake/photos/plan-photos.ts';
import { addedFiles, alreadyThere, forAdded } from './added-notice.ts';
import { changedRound } from './changed-round.ts';
import { collect, type ReadFiles } from './collect.ts';
import { confirmedPdf } from './confirm-pdf.ts';
import type { ImportRequest } from './import-request.ts';
import type { EditAnswers } from './import-request.ts';
import { type KnownRound, readKnownRound } from './known-round.ts';
import { unknownHeads, withOwnHeads } from './own-heads.ts';
import { isChanging, orderOf, rosterOf } from './planned-roster.ts';
import { rewrittenPerson } from './rewritten-person.ts';
import type { RoundPlan } from './round-plan.ts';
import { settleEdits } from './settle-edits.ts';

export interface ImportEffects {
  progress: Progress;
  /** A whole number from 0 below the one given; ids are made of them. */
  random?: (below: number) => number;
  /** Answers the plan's questions on a terminal; absent elsewhere. */
  answer?: (plan: Plan, approved: boolean) => Promise<Answers>;
  /** The same about texts edited by hand; asked only when nothing else stands in the way. */
  answerEdits?: (edited: readonly EditedPerson[]) => Promise<EditAnswers>;
  /** What was read before, for a session that plans again after each answer. */
  read?: ReadFiles;
  /** In place of encoding every photo before the plan is there. */
  encode?: Encode;
  /** No 照片核对表. */
  withoutSheet?: boolean;
}

/** Read and plan: nothing is written. */
export async function planRound(request: ImportRequest, effects: ImportEffects): Promise<RoundPlan> {
  const known = await readKnownRound(request.content, request.round);
  const round = request.added ? forAdded(known) : known;
  effects.progress.step('读取名单');
  const collected = await collect(request.paths, (text) => effects.progress.step(text), effects.read);
  const edited = withCellEdits(collected.files, request.cells ?? []);
  const heads = withOwnHeads(round, request.heads);
  const terms = {
    programme: round.programme.data,
    opensOn: round.folder.round.data.publicity.opensOn,
    forms: heads.forms,
    supplement: request.supplement ?? {},
    realNames: request.realNames ?? new Set<string>(),
    said: request.subjects ?? new Map<string, Subject>(),
    subjects: new Map([
      ...round.people.flatMap(({ record: { candidate } }) =>
        candidate.subject === undefined ? [] : [[candidate.name, candidate.subject] as const],
      ),
      ...(request.subjects ?? []),
    ]),
  };
  const sources = readSources(edited.files, terms, request);
  const random = effects.random ?? ((below: number) => randomInt(below));

  const { summaryFrom, tradeFrom } = request.supplement ?? {};
  const asking = { forms: heads.forms, ask: { summary: summaryFrom === undefined, trade: tradeFrom === undefined } };
  let plan = planWith(sources, round, request.answers, random, asking);
  if (effects.answer && plan.questions.length + plan.gone.length > 0) {
    plan = planWith(sources, round, await effects.answer(plan, round.approved), random, asking);
  }
  let photos = await planPhotos({
    people: plan.people
      .filter(({ record }) => isPerson(record.candidate))
      .map(({ id, record, draft }) => ({
        id,
        name: record.candidate.name,
        employer: record.candidate.employer,
        credit: draft.fields.get('photo.credit') as string | undefined,
        consent: draft.fields.get('photo.consent') as string | undefined,
        where: draft.where,
        recorded: round.photos.get(id),
      })),
    stopped: sources.findings.flatMap(({ code, where: { person } }) =>
      code === 'import-classified' && person !== undefined ? [{ name: person }] : [],
    ),
    gone: plan.gone.map(({ id }) => id),
    folder: plan.people.length > 0 ? request.photos.folder : undefined,
    pictures: plan.people.flatMap(({ id, draft }) => draft.pictures.map((picture) => ({ person: id, ...picture }))),
    round: round.directory,
    texts: request.photos.texts,
    envelope: plan.people.length > 0 ? collected.pictures.map(lyingPicture) : [],
    pending: sources.drafts.filter((draft) => !plan.people.some((person) => person.draft === draft)),
    progress: effects.progress,
    encode: effects.encode,
    withoutSheet: effects.withoutSheet,
  });
  plan = withPhotos(plan, photos, round);

  const order = orderOf(request, sources, round);
  const findings = withoutEchoes([
    ...collected.findings,
    ...edited.findings,
    ...heads.findings,
    ...sources.findings,
    ...plan.findings,
    ...photos.findings,
  ]);
  if (plan.people.length > 0) findings.push(...order.findings);
  const ask = hasErrors(findings) ? undefined : effects.answerEdits;
  const settled = await settleEdits({ round, plan, photos, orderedBy: order.words }, request, ask);
  ({ plan, photos } = settled);
  findings.push(...settled.findings);
  const rewritten = new Map<string, string>();
  for (const { id, state, record } of plan.people) {
    const known = round.people.find((one) => one.id === id);
    if (state !== 'changed' || !known) continue;
    const path = `${roundDirectory(round.id)}/candidates/${id}.md`;
    const { text, findings: lost } = rewrittenPerson(round.texts.get(id) ?? '', path, known.record, record);
    rewritten.set(id, text);
    findings.push(...lost);
  }
  const roster = rosterOf(plan, settled.orderedBy, collected, sources, round);
  if (round.approved && (isChanging(plan) || roster !== round.folder.roster?.data)) {
    findings.push(afterApproval(plan));
  }
  if (request.added) findings.push(...alreadyThere(known, plan, request.added));
  const added = request.added && roster && !hasErrors(findings) ? addedFiles(known, request.added, roster) : undefined;
  findings.push(...confirmedPdf(collected.files, plan, request.confirmedPdf ?? []));
  const pdfs = new Set(collected.files.filter(({ grid }) => grid.format === 'pdf').map(({ file }) => file));
  const changed = await changedRound(request, round, plan);
  findings.push(...changed.findings);
  return {
    round,
    plan,
    photos,
    columns: sources.columns,
    rewritten,
    roster,
    roundFile: changed.file,
    added,
    imported: settled.imported,
    envelope: fatesOf(collected, findings, photos),
    pdfs,
    cells: editableCells(collected.files, request.cells ?? [], findings, sources.columns, round.programme.data),
    unknown: unknownHeads(sources.columns, findings),
    heads: heads.file,
    findings,
  };
}

/** People who join a list that was approved are a notice of their own, once it is public; anything else wants an approval or an act. */
function afterApproval({ people, gone, reordered }: Plan): Finding {
  const where = { file: 'approval.json' };
  const fresh = people.filter(({ state }) => state === 'new').map(({ record }) => record.candidate.name);
  const others = reordered || gone.length > 0 || people.some(({ state }) => state === 'changed');
  return fresh.length > 0 && !others
    ? finding('import-added-after-approval', where, { names: fresh.join('、') })
    : finding('import-change-after-approval', where);
}

function planWith(
  sources: Sources,
  round: KnownRound,
  answers: Answers,
  random: (below: number) => number,
  { forms, ask }: Pick<PlanRequest, 'ask'> & { forms: readonly ProgrammeForm[] },
): Plan {
  const taken = new Set(round.taken);
  const nobody = sources.drafts.length === 0;
  return planImport({
    drafts: sources.drafts,
    known: nobody ? [] : round.people,
    answers,
    approved: round.approved,
    programme: round.programme.data,
    forms,
    ...(ask && { ask }),
    incomplete: sources.lost > 0,
    mint: () => {
      const id = mintId(random, taken);
      taken.add(id);
      return id;
    },
  });
}

/** A cell that was refused is empty for the rest of the program: that it is empty needs no second line. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const spot = ({ where }: Finding): string => `${where.file}|${where.sheet ?? ''}|${where.cell ?? ''}`;
  const refused = new Set(
    findings
      .filter(({ code, level, where }) => level === 'error' && code !== 'import-value-missing' && where.cell)
      .map(spot),
  );
  return findings.filter((one) => one.code !== 'import-value-missing' || !refused.has(spot(one)));
}
