import {
  chinaDate,
  chinaInstant,
  chinaIsoInstant,
  chinaTime,
  chineseDate,
  type Instant,
  type PlainDate,
} from '#core/calendar/plain-date.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { chineseCount, subjectOf } from '#core/formats/subject.ts';
import { decidedFolder } from '#core/lifecycle/decided.ts';
import { appears, kindIn } from '#core/lifecycle/notices-of.ts';
import { standingAt } from '#core/lifecycle/standing.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { Content, Dossier } from '#core/records/content.ts';
import { fileRecord } from '#core/records/public-record.ts';
import { furtherResultSchema, type ResultAnnouncement, resultSchema } from '#core/records/result.ts';
import { chosenDossier } from '#pipeline/check/chosen-dossier.ts';
import { recordDigest } from '#pipeline/check/seal.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { settled } from '#pipeline/content/settled.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';
import { refuseUnlessAllClosed, refuseUnlessAnnounced } from './may-announce.ts';
import { namedPerson } from './named-person.ts';
import { type Chosen, named, namedFurther, refuseStrangers } from './result-names.ts';

export interface Decided {
  document: string | undefined;
  authorities: readonly string[];
  conferredOn: PlainDate;
  published: PlainDate | undefined;
  publishedTime: string | undefined;
  title: string | undefined;
  titleUntil: PlainDate | undefined;
  notConferred: readonly { person: string; reason?: string }[];
  /** Named by hand: whose tier was open, reserves that move up, and all of a 补充公布. */
  confer: readonly Chosen[];
  /** 补充公布: a document of its own behind the result. */
  further: boolean;
  objections: ResultAnnouncement['objections'];
}

export interface ResultOptions {
  content: string;
  round: string;
  decided: Decided;
  /** Markdown for the body. */
  text: string | undefined;
  checkOnly: boolean;
  now: Instant;
  /** How long to wait for another command, in milliseconds. */
  patience?: number | undefined;
}

export type Announcing =
  | {
      refused: false;
      written: boolean;
      file: string;
      result: ResultAnnouncement;
      /** `威海工匠 19 人`, by tier. */
      counts: string[];
      withdrawn: string[];
      deferred: string[];
      findings: Finding[];
    }
  | { refused: true; findings: Finding[] };

/** Everybody of the list who is neither left out, withdrawn, put off nor a reserve is conferred, by tier and in the office's order. */
export function announce(options: ResultOptions): Promise<Announcing> {
  const { content, patience } = options;
  if (options.checkOnly) return settled(content, () => announcing(options, undefined));
  return writing(content, { verb: 'result', patience }, (held) => announcing(options, held));
}

async function announcing(
  { content, round, decided: stated, text, now }: ResultOptions,
  held: Held | undefined,
): Promise<Announcing> {
  const tree = await readTree(content);
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  const whole = chosenDossier(parseTree(tree).readable, round);
  const dossier = { ...whole, folder: decidedFolder(whole.folder) };
  if (stated.further) refuseUnlessAnnounced(dossier, now);
  else refuseUnlessAllClosed(whole, now);
  const decided = withIds(whole.folder, stated);
  const before = shownBefore(dossier.folder, now);
  refuseStrangers(dossier, decided, before);
  const { result, withdrawn, deferred } = resultOf(dossier, decided, before, now);
  const number = decided.further ? (whole.folder.further?.length ?? 0) + 2 : 1;
  const file = `${roundDirectory(round)}/${number === 1 ? 'result' : `result-${number}`}.md`;
  const body = text === undefined ? ownWords(dossier, result, decided.further) : [text.trim()];
  const changes = new Map([[file, markdownFile(result, body)]]);
  const { after } = await tryChanges(content, tree, changes);
  for (const [path, sealed] of sealedResult(after, round, number, now)) changes.set(path, sealed);
  // Who looked at an announcement that was here before has not looked at this one; check says so.
  const fresh = (await tryChanges(content, tree, changes)).fresh.filter(({ code }) => code !== 'review-differs');
  if (hasErrors(fresh)) return { refused: true, findings: fresh };
  if (held) await changeFiles(held, changes);
  const counts = result.conferred.map(({ tier, people }) => {
    const name = dossier.programme.data.rules.tiers.find(({ key }) => key === tier)?.name ?? tier;
    const subjects = people.map((id) => subjectOf(whole.folder.people.find((one) => one.id === id)?.data ?? {}));
    return `${name} ${chineseCount(subjects, ' ')}`;
  });
  return { refused: false, written: held !== undefined, file, result, counts, withdrawn, deferred, findings: fresh };
}

/** Whoever is named by name, by id. */
function withIds(folder: Dossier['folder'], decided: Decided): Decided {
  const idOf = <T extends { person: string }>(one: T): T => ({ ...one, person: namedPerson([folder], one.person) });
  return { ...decided, notConferred: decided.notConferred.map(idOf), confer: decided.confer.map(idOf) };
}

/** An approved round remembers how its result was announced, so that a later slip in it is seen. */
function sealedResult(after: Content | undefined, round: string, number: number, now: Instant): [string, string][] {
  const folder = after?.programmes.flatMap(({ rounds }) => rounds).find(({ id }) => id === round);
  const entry = number === 1 ? folder?.result : folder?.further?.find(({ id }) => id === String(number));
  if (!folder?.approval || !entry) return [];
  const record = fileRecord(entry);
  const digest = recordDigest(record);
  const { data, file } = folder.approval;
  const own = { record: digest, announcedAt: chinaIsoInstant(now) };
  const sealed: ApprovalFile = {
    ...data,
    ...(number === 1 ? { result: own } : { further: { ...data.further, [number]: own } }),
    records: { ...data.records, [digest]: record },
  };
  return [[file, `${JSON.stringify(sealed, null, 2)}\n`]];
}

function resultOf(
  dossier: Dossier,
  decided: Decided,
  before: readonly string[],
  now: Instant,
): { result: ResultAnnouncement; withdrawn: string[]; deferred: string[] } {
  const { programme, folder } = dossier;
  const { withdrawn, deferred } = standingAt(dossier, now);
  const putOff = [...deferred].flatMap(([id, { lifted }]) => (lifted === undefined && !withdrawn.has(id) ? [id] : []));
  const conferred = decided.further
    ? namedFurther(dossier, decided)
    : named(dossier, decided, new Set([...withdrawn.keys(), ...putOff]), before);
  const { document, titleUntil, objections } = decided;
  const moment = momentOf(decided, now);
  const schema = decided.further ? furtherResultSchema : resultSchema;
  const parsed = schema.safeParse({
    title:
      decided.title ??
      `关于${decided.further ? '补充公布' : '公布'}${folder.round.data.edition}${programme.data.title}名单的通知`,
    ...(document !== undefined && { documentNumber: document }),
    issuers: decided.authorities,
    conferredOn: decided.conferredOn,
    ...(titleUntil !== undefined && { titleUntil }),
    ...moment,
    conferred,
    notConferred: decided.notConferred,
    ...(objections && { objections }),
  });
  if (!parsed.success) throw new Refusal('nobody-conferred', '没有一个人命名，不能公布结果。请核对 --not-conferred。');
  return { result: parsed.data, withdrawn: [...withdrawn.keys()], deferred: putOff };
}

/** Who was on an earlier list of the round alone, and nobody withdrew. */
function shownBefore(folder: Dossier['folder'], now: Instant): string[] {
  const last = new Set(folder.roster?.data.people.map(({ id }) => id));
  const earlier = (folder.part?.all ?? []).filter((one) => appears(one) <= now && !kindIn(one).decides);
  const gone = new Set(
    earlier.flatMap(({ acts }) =>
      acts.flatMap(({ data }) => (data.kind === 'withdraw-candidate' ? [data.person] : [])),
    ),
  );
  const shown = earlier.flatMap(({ roster }) => roster?.data.people.map(({ id }) => id) ?? []);
  return [...new Set(shown)].filter((id) => !last.has(id) && !gone.has(id));
}

/** Now, or the day of a decision still to come, unless a later moment is named: nothing is published in the past. */
function momentOf(
  { conferredOn, published, publishedTime }: Decided,
  now: Instant,
): { published: PlainDate; publishedTime: string } {
  const today = chinaDate(now);
  const day = published ?? (conferredOn > today ? conferredOn : today);
  const moment = { published: day, publishedTime: publishedTime ?? (day === today ? chinaTime(now) : '00:00') };
  if (chinaInstant(day, moment.publishedTime) < chinaInstant(today, chinaTime(now))) {
    const stated = `${day} ${moment.publishedTime}`;
    throw new Refusal(
      'result-backdated',
      `公布时刻 ${stated} 已经过去，而这时公众还没有看到。请不写 --published 和 --time（以现在为准），或写一个将来的时刻。`,
    );
  }
  return moment;
}

/** A beginning with the facts; the office's own wording goes in with `--text`. */
function ownWords(
  { programme, folder }: Dossier,
  { issuers, conferredOn, documentNumber }: ResultAnnouncement,
  further: boolean,
): string[] {
  const { source, stages, title } = programme.data;
  const number = source.number === undefined ? '' : `（${source.number}）`;
  const before = stages.filter(({ kind }) => kind !== 'conferral').map(({ name }) => name);
  const passed = before.length > 0 ? `经${before.join('、')}，` : '';
  const decision = documentNumber === undefined ? '' : `（${documentNumber}）`;
  return [
    `根据《${source.title.replaceAll('《', '〈').replaceAll('》', '〉')}》${number}，${passed}${issuers.join('、')}决定${decision}命名${folder.round.data.edition}${title}，现予${further ? '补充' : ''}公布。`,
    issuers.join('　'),
    chineseDate(conferredOn),
  ];
}
