import type { Act, ActRequest } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { presentRecord } from '#core/lifecycle/correctable.ts';
import { targetOf } from '#core/lifecycle/corrected.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { noticeLives, noticeNamed } from '#core/lifecycle/notices-of.ts';
import type { Content, Dossier, RoundFolder } from '#core/records/content.ts';
import { chosenDossier } from '#pipeline/check/chosen-dossier.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { chosenNotice, isLatest, noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { settled } from '#pipeline/content/settled.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';
import { applyCorrection, isAsCorrected } from './correct-content.ts';
import { makeAct, wasApproved } from './make-act.ts';
import { namedPerson } from './named-person.ts';

export interface ActOptions {
  content: string;
  round: string;
  /** Which of its notices; absent: the one that is open. */
  notice?: string | undefined;
  request: ActRequest;
  /** Markdown for the body: the full text of what is published. */
  text: string | undefined;
  checkOnly: boolean;
  now: Instant;
  /** How long to wait for another command, in milliseconds. */
  patience?: number | undefined;
}

export type Acting =
  | {
      refused: false;
      written: boolean;
      file: string;
      act: Act;
      changed: string[];
      findings: Finding[];
      before: Dossier;
      after: Dossier;
    }
  /** Errors that the act would bring; nothing was written. */
  | { refused: true; findings: Finding[] };

/** Makes the record, applies a correction to the files in memory, judges all of it, and only then writes. */
export function act(options: ActOptions): Promise<Acting> {
  const { content, patience } = options;
  if (options.checkOnly) return settled(content, () => acting(options, undefined));
  return writing(content, { verb: 'act', patience }, (held) => acting(options, held));
}

async function acting(options: ActOptions, held: Held | undefined): Promise<Acting> {
  const { content, round, request, text, now } = options;
  const tree = await readTree(content);
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  const whole = chosenDossier(parseTree(tree).readable, round);
  const before = chosenNotice(whole, options.notice, meantBy(whole, now));
  const notice = noticeIdOf(before.folder);
  const named = withPeople(request, before.folder);
  const { id, act } = makeAct(named, before, now);
  const file = `${roundDirectory(round)}/acts/${id}.md`;
  const changes = new Map<string, string | undefined>([
    [file, markdownFile(act, text === undefined ? [] : [text.trim()])],
  ]);
  if (act.kind === 'correction') {
    const applied = applyCorrection(before.folder, tree, { ...act, ...oldOf(request) });
    if (applied.already && !wasApproved(before.folder, act)) {
      throw new Refusal(
        'act-old-differs',
        '文件里已经是 --new 的内容，而批准的记录里没有 --old 的内容。请核对 --old 和 --new。',
      );
    }
    for (const [path, edited] of applied.changes) changes.set(path, edited);
  }

  const { after, fresh } = await tryChanges(content, tree, changes);
  const folder = folderIn(after, round);
  const then = folder && noticeNamed(folder, notice);
  if (act.kind === 'correction' && changes.size > 1 && then) {
    const target = targetOf(act);
    const told = { ...act, ...oldOf(request) };
    if (!isAsCorrected(presentRecord(before.folder, target), presentRecord(then, target), told)) {
      throw new Refusal(
        'correction-by-hand',
        '改动之后的内容与更正写的不一致（可能含有格式符号）。请先手工改好文件，再运行同一条命令记录。',
      );
    }
  }
  if (hasErrors(fresh)) return { refused: true, findings: fresh };
  if (held) await changeFiles(held, changes);
  const changed = [...changes.keys()].filter((path) => path !== file);
  return {
    refused: false,
    written: held !== undefined,
    file,
    act,
    changed,
    findings: fresh,
    before,
    after: chosenNotice(chosenDossier(after, round), notice, () => true),
  };
}

/** Where none is named: the only notice whose window runs or is still to come; where that is none, the last that went up. */
function meantBy(round: Dossier, now: Instant): (notice: Dossier) => boolean {
  const isRunning = (one: Dossier): boolean => ['before', 'open', 'suspended'].includes(noticeState(one, now).state);
  return noticeLives(round).some(isRunning) ? isRunning : (one) => isLatest(one, now);
}

/** People by their ids, however the clerk named them. */
function withPeople(request: ActRequest, folder: RoundFolder): ActRequest {
  const { stated } = request;
  if (!('people' in stated)) return request;
  const people = stated.people.map((one) => namedPerson([folder], one));
  return { ...request, stated: { ...stated, people } } as ActRequest;
}

/** What a correction replaces, said even where the record must not repeat it. */
function oldOf(request: ActRequest): { old?: string } {
  return request.kind === 'correction' && request.stated.old !== undefined ? { old: request.stated.old } : {};
}

function folderIn(content: Content | undefined, round: string): RoundFolder | undefined {
  return content?.programmes.flatMap(({ rounds }) => rounds).find(({ id }) => id === round);
}
