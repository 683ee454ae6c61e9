import { chineseDate, chineseFullDate } from '#core/calendar/plain-date.ts';
import type { Subject } from '#core/formats/subject.ts';
import { shownTier } from '#core/judging/held-to.ts';
import { conferralOf, refusalOf } from '#core/lifecycle/results.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { resultAddress } from '#site/address.ts';
import {
  candidateWordOf,
  countOf,
  countOfLines,
  namedTiers,
  type PersonRow,
  personRow,
  rowTables,
} from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { lineOf } from '#site/sequence.ts';
import { cited } from '#site/words/citation.ts';
import { type DocumentBlock, documentBlocks } from '#site/words/document-text.ts';
import { awardsOf } from '#site/words/programme-words.ts';

/** A decision of a round, tier by tier, and all of them together set against the list that was open to objection. */
export interface ResultView {
  /** 1 for the announcement, 2 for the first 补充公布. */
  number: number;
  title: string;
  issuers: readonly string[];
  documentNumber: string | undefined;
  published: string;
  conferredOn: string;
  authority: string;
  /** `命名威海工匠20人`, by this document. */
  counts: string;
  /** The same by all documents that are public. */
  allCounts: string;
  tiers: TierView[];
  /** Who was named by all of them, for the round's other pages. */
  named: { name: string; count: string; rows: PersonRow[] }[];
  /** The other documents of the round: the announcement, and what was added to it. */
  others: { text: string; address: string }[];
  text: DocumentBlock[];
  comparison: ComparisonView;
  /** `公示期内收到异议2件，均已调查核实，不影响公示人选。` */
  objections: string | undefined;
}

export interface TierView {
  name: string;
  isTitle: boolean;
  /** `20人`, `9名个人、2个集体`. */
  count: string;
  awards: string[];
  /** The document and clause that promise them. */
  source: string;
  /** Persons and collectives each in a table of their own. */
  tables: { subject: Subject; rows: PersonRow[] }[];
}

export interface ComparisonView {
  published: string;
  /** `命名名单19人，另有焦作工匠入围奖6人`. */
  conferred: string;
  /** Everybody of the published list, in its order. */
  rows: ComparedRow[];
  /** Empty when both lists are the same. */
  differences: ComparedRow[];
  /** `2人`. */
  different: string;
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

/**
 * `undefined` until it is public.
 * @param number 1 for the announcement, 2 for the first 补充公布
 */
export function resultView(round: PublicRound, number = 1): ResultView | undefined {
  const { results, programme, roundId } = round;
  const result = results[number - 1];
  if (!result) return undefined;
  const { title, issuers, documentNumber, conferredOn, published, objections } = result.data;
  const tiers = result.data.conferred.map((group) => tierView(group, round));
  const all = namedTiers(round);
  return {
    number,
    title,
    issuers,
    documentNumber,
    published: chineseDate(published),
    conferredOn: chineseFullDate(conferredOn),
    authority: programme.data.conferringAuthority.join('、'),
    counts: conferredWords(tiers, round) || '不予命名',
    allCounts: conferredWords(
      all.map(({ lines, ...tier }) => ({ ...tier, count: countOfLines(lines) })),
      round,
    ),
    tiers,
    named: all.map(({ name, lines }) => ({ name, count: countOfLines(lines), rows: lines.map(personRow) })),
    others: results.flatMap(({ data }, index) =>
      index + 1 === number
        ? []
        : [
            {
              text: `${index === 0 ? '结果' : '补充公布'}：${data.title}（${chineseDate(data.published)}）`,
              address: resultAddress(roundId, index + 1),
            },
          ],
    ),
    text: documentBlocks(result.sections, { issuers, dates: [conferredOn, published] }),
    comparison: comparisonOf(round),
    objections: objections && objectionWords(objections),
  };
}

/** `命名港城十大工匠10人、港城工匠40人`, `命名焦作工匠19人，授予入围奖6人`. */
function conferredWords(
  tiers: readonly { name: string; count: string; isTitle: boolean }[],
  { programme }: PublicRound,
): string {
  const of = (title: boolean): string =>
    tiers
      .filter(({ isTitle }) => isTitle === title)
      .map(({ name, count }) => `${title ? name : awardName(name, programme.data.title)}${count}`)
      .join('、');
  const [titles, awards] = [of(true), of(false)];
  return [titles && `命名${titles}`, awards && `授予${awards}`].filter((words) => words !== '').join('，');
}

/** `入围奖` of 焦作工匠入围奖: the title was just named. */
function awardName(name: string, title: string): string {
  return name.startsWith(title) && name.length > title.length ? name.slice(title.length) : name;
}

function objectionWords({ received, verified, affected }: NonNullable<ResultAnnouncement['objections']>): string {
  if (received === 0) return '公示期内没有收到异议。';
  const looked = verified === received ? `${received > 1 ? '均' : ''}已调查核实` : `核实${verified}件`;
  return `公示期内收到异议${received}件，${looked}，${affected === 0 ? '不影响公示人选' : `涉及人选${affected}人`}。`;
}

function tierView({ tier, people }: ResultAnnouncement['conferred'][number], round: PublicRound): TierView {
  const { rules, source } = round.programme.data;
  const rule = rules.tiers.find(({ key }) => key === tier);
  const rows = people.flatMap((id) => lineOf(round, id) ?? []).map(personRow);
  return {
    name: rule?.name ?? tier,
    isTitle: rule?.title ?? true,
    count: countOf(rows),
    awards: rule ? awardsOf(rule) : [],
    source: rule ? cited(source.title, source.number) + rule.clause : '',
    tables: rowTables(rows).map((own) => ({ subject: own[0]?.subject ?? 'person', rows: own })),
  };
}

function comparisonOf(round: PublicRound): ComparisonView {
  const { results, decided, programme } = round;
  const tierName = (key: string | undefined): string =>
    programme.data.rules.tiers.find((tier) => tier.key === key)?.name ?? '';
  const same = new Set<ComparedRow>();
  const rows = decided.map((line) => {
    const { id, position, state } = line;
    const { name, employer, gone } = personRow(line);
    const before = line.person?.data.tier;
    const after = conferralOf(id, results)?.tier;
    const row: ComparedRow = {
      id,
      position,
      name: gone ?? name,
      employer,
      before: gone === undefined ? beforeWords(line, round, tierName(before)) : '',
      after: gone === undefined ? afterWords(line, round, tierName(after)) : '',
    };
    const isSame = after !== undefined && (before ?? after) === after && state.state !== 'revoked';
    if (gone !== undefined || isSame || (state.state === 'notConferred' && state.reserve)) same.add(row);
    return row;
  });
  const differences = rows.filter((row) => !same.has(row));
  const lines = decided.filter(({ id }) => differences.some((row) => row.id === id));
  return {
    published: countOfLines(decided),
    conferred: conferredText(round),
    rows,
    differences,
    different: countOfLines(lines),
  };
}

/** `示例工匠候选人`; a reserve is called as its tier is. */
function beforeWords(line: VisiblePerson, round: PublicRound, tier: string): string {
  const word = candidateWordOf(line, round);
  return word === tier ? tier : `${tier}${word}`;
}

/** 递补, 未递补, 未命名, 暂缓命名, or what an act has made of it. */
function afterWords(line: VisiblePerson, round: PublicRound, tier: string): string {
  const { state, id } = line;
  const { mark, note } = personRow(line);
  switch (state.state) {
    case 'withdrawn':
      return mark ?? '未命名';
    case 'deferred':
      return note ?? '';
    case 'honouree':
      return `${tier}${state.movedUp ? '（递补）' : ''}`;
    case 'revoked': {
      const shown = shownTier(id, round.life);
      const movedUp = shown !== undefined && reserveTarget(shown, round.programme.data) !== undefined;
      return `${tier}${movedUp ? '（递补）' : ''}，${mark ?? ''}`;
    }
    default: {
      const reason = refusalOf(id, round.results)?.reason;
      const word = state.state === 'notConferred' && state.reserve ? '未递补' : '未命名';
      return `${word}${reason ? `：${reason}` : ''}`;
    }
  }
}

function conferredText(round: PublicRound): string {
  const tiers = namedTiers(round);
  const titles = tiers.filter(({ isTitle }) => isTitle).flatMap(({ lines }) => lines);
  return [
    `命名名单${countOfLines(titles)}`,
    ...tiers.filter(({ isTitle }) => !isTitle).map(({ name, lines }) => `另有${name}${countOfLines(lines)}`),
  ].join('，');
}
