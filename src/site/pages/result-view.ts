import { chineseDate, chineseFullDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { candidateWord, type PersonRow, personRow } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { lineOf } from '#site/sequence.ts';
import { cited } from '#site/words/citation.ts';
import { type DocumentBlock, documentBlocks } from '#site/words/document-text.ts';
import { awardsOf } from '#site/words/programme-words.ts';

/** The decision of a round, tier by tier, set against the list that was open to objection. */
export interface ResultView {
  title: string;
  issuers: readonly string[];
  documentNumber: string | undefined;
  published: string;
  conferredOn: string;
  authority: string;
  /** `命名威海工匠20人`. */
  counts: string;
  tiers: TierView[];
  text: DocumentBlock[];
  comparison: ComparisonView;
  /** `公示期内收到异议1件，核实1件，调整0人。` */
  objections: string | undefined;
}

export interface TierView {
  name: string;
  isTitle: boolean;
  awards: string[];
  /** The document and clause that promise them. */
  source: string;
  rows: PersonRow[];
}

export interface ComparisonView {
  published: number;
  /** `命名名单19人，另有焦作工匠入围奖6人`. */
  conferred: string;
  /** Everybody of the published list, in its order. */
  rows: ComparedRow[];
  /** Empty when both lists are the same. */
  differences: ComparedRow[];
}

export interface ComparedRow {
  id: string;
  position: number;
  /** The neutral sentence of somebody who was taken down. */
  name: string;
  employer: string;
  before: string;
  after: string;
}

/** `undefined` until the result is public. */
export function resultView(round: PublicRound): ResultView | undefined {
  const { result, programme } = round;
  if (!result) return undefined;
  const { title, issuers, documentNumber, conferredOn, published, objections } = result.data;
  const tiers = result.data.conferred.map((group) => tierView(group, round));
  return {
    title,
    issuers,
    documentNumber,
    published: chineseDate(published),
    conferredOn: chineseFullDate(conferredOn),
    authority: programme.data.conferringAuthority.join('、'),
    counts: tiers.map(({ name, rows, isTitle }) => `${isTitle ? '命名' : ''}${name}${rows.length}人`).join('，'),
    tiers,
    text: documentBlocks(result.sections, { issuers, dates: [conferredOn, published] }),
    comparison: comparisonOf(round, result.data),
    objections:
      objections &&
      `公示期内收到异议${objections.received}件，核实${objections.verified}件，涉及人选${objections.affected}人。`,
  };
}

function tierView({ tier, people }: ResultAnnouncement['conferred'][number], round: PublicRound): TierView {
  const { rules, source } = round.programme.data;
  const rule = rules.tiers.find(({ key }) => key === tier);
  const rows = people.flatMap((id) => lineOf(round, id) ?? []).map(personRow);
  return {
    name: rule?.name ?? tier,
    isTitle: rule?.title ?? true,
    awards: rule ? awardsOf(rule) : [],
    source: rule ? cited(source.title, source.number) + rule.clause : '',
    rows,
  };
}

function comparisonOf(round: PublicRound, result: ResultAnnouncement): ComparisonView {
  const tiers = round.programme.data.rules.tiers;
  const tierName = (key: string | undefined): string => tiers.find((tier) => tier.key === key)?.name ?? '';
  const conferred = new Map(result.conferred.flatMap(({ tier, people }) => people.map((id) => [id, tier] as const)));
  const same = new Set<ComparedRow>();
  const rows = round.decided.map((line) => {
    const { id, position, state } = line;
    const { name, employer, gone, mark } = personRow(line);
    const before = line.person?.data.tier;
    const after = conferred.get(id);
    const reason = result.notConferred.find(({ person }) => person === id)?.reason;
    const outcome = after === undefined ? `未列入命名名单${reason ? `：${reason}` : ''}` : tierName(after);
    const row: ComparedRow = {
      id,
      position,
      name: gone ?? name,
      employer,
      before: gone === undefined ? `${tierName(before)}${candidateWord(round)}` : '',
      after: gone === undefined ? (state.state === 'withdrawn' ? (mark ?? outcome) : outcome) + revoked(line) : '',
    };
    if (gone !== undefined || (after !== undefined && (before ?? after) === after && state.state !== 'revoked')) {
      same.add(row);
    }
    return row;
  });
  const differences = rows.filter((row) => !same.has(row));
  return { published: rows.length, conferred: conferredText(result, round), rows, differences };
}

function revoked(line: VisiblePerson): string {
  return line.state.state === 'revoked' ? `，${personRow(line).mark ?? ''}` : '';
}

function conferredText({ conferred }: ResultAnnouncement, { programme }: PublicRound): string {
  const tiers = programme.data.rules.tiers;
  const titles = conferred.filter(({ tier }) => tiers.find(({ key }) => key === tier)?.title !== false);
  const others = conferred.filter((group) => !titles.includes(group));
  const named = titles.reduce((sum, { people }) => sum + people.length, 0);
  return [
    `命名名单${named}人`,
    ...others.map(({ tier, people }) => `另有${tiers.find(({ key }) => key === tier)?.name ?? tier}${people.length}人`),
  ].join('，');
}
