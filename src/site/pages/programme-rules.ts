import { chineseHonourLevel, chineseSkillLevel } from '#core/formats/words.ts';
import { districtWord } from '#core/programme/districts.ts';
import type { Programme } from '#core/programme/programme.ts';
import { chineseLength } from '#core/window/publicity-window.ts';
import { awardsOf, limitText, publicityText } from '#site/words/programme-words.ts';

/** One rule: what it governs, what it says, and where the document says it. */
export interface RuleRow {
  name: string;
  /** One line, or several that stand as a list. */
  lines: string[];
  /** The document counts the lines. */
  numbered?: true;
  clause: string;
  /** The document's own words, where the lines are ours. */
  quotes?: string[];
}

/** Every rule of a programme that a reader may want to hold the organisers to, each with its clause. */
export function programmeRules(programme: Programme): RuleRow[] {
  const { rules } = programme;
  const general = (strength: 'must' | 'general'): string => (strength === 'general' ? '一般' : '');
  const by = rules.earlierPublicity?.by === 'district' ? districtWord(programme) : '本单位';
  const atLeast = rules.earlierPublicity?.atLeast;
  const rows: (RuleRow | undefined)[] = [
    { name: '公示时间', lines: [publicityText(programme)], ...citing(rules.publicity) },
    { name: '公示媒体', lines: [rules.outlets.text], clause: rules.outlets.clause },
    rules.earlierPublicity && {
      name: '推荐时的公示',
      lines: [`在${by}公示，${atLeast ? `不少于${chineseLength(atLeast.length, atLeast.unit)}` : '通知没有写明天数'}`],
      ...citing(rules.earlierPublicity),
    },
    { name: '对异议的处理', lines: [rules.objection.text], clause: rules.objection.clause },
    { name: '名额', lines: [limitText(rules.quota)], ...citing(rules.quota) },
    ...rules.tiers.map((tier) => ({
      name: tier.name,
      lines: [
        [tier.limit && `名额${limitText(tier.limit)}`, ...awardsOf(tier)].filter(Boolean).join('；') ||
          '没有写明名额和奖励',
      ],
      ...citing(tier),
    })),
    rules.shortlist && { name: '入围', lines: [rules.shortlist.text], clause: rules.shortlist.clause },
    rules.vote && { name: '网络投票', lines: [rules.vote.text], clause: rules.vote.clause },
    { name: '推荐途径', lines: rules.routes.allowed.map(({ name }) => name), ...citing(rules.routes) },
    rules.nominatingQuotas && {
      name: '推荐名额',
      lines: rules.nominatingQuotas.byKind.map(
        ({ name, atMost }) => `${name}：${general(rules.nominatingQuotas?.strength ?? 'must')}不超过${atMost}名`,
      ),
      ...citing(rules.nominatingQuotas),
    },
    rules.repeat && { name: '再次推荐', lines: [rules.repeat.text], clause: rules.repeat.clause },
    rules.skillLevel && {
      name: '技能等级',
      lines: [`${general(rules.skillLevel.strength)}应为${chineseSkillLevel[rules.skillLevel.atLeast]}及以上`],
      ...citing(rules.skillLevel),
    },
    rules.age && {
      name: '年龄',
      lines: [
        `${general(rules.age.strength)}不超过${rules.age.atMost}周岁${rules.age.preferredAtMost ? `，同等条件下优先${rules.age.preferredAtMost}周岁以下` : ''}`,
      ],
      ...citing(rules.age),
    },
    rules.honour && {
      name: '荣誉',
      lines: [`${chineseHonourLevel[rules.honour.atLeast]}及以上`],
      ...citing(rules.honour),
    },
    rules.yearsInTrade && {
      name: '从业年限',
      lines: [`不少于${rules.yearsInTrade.atLeast}年`],
      ...citing(rules.yearsInTrade),
    },
    rules.conditions && {
      name: '具备下列条件之一',
      lines: rules.conditions.oneOf.map(({ text }) => text),
      numbered: true,
      ...citing(rules.conditions),
    },
    ...rules.excluded.map(({ text, clause }) => ({ name: '不参加申报', lines: [text], clause })),
    ...gathered(
      '申报文字',
      rules.texts.map(({ heading, about, atMost, clause, quote }) => ({
        line: `${heading === 'summary' ? '一句话简介' : heading}${about ? `（${about}字左右）` : atMost ? `（${atMost}字以内）` : ''}`,
        clause,
        ...(quote !== undefined && { quote }),
      })),
    ),
    ...gathered(
      '申报材料',
      rules.materials.map(({ text, clause }) => ({ line: text, clause })),
    ),
    { name: '命名和奖励', lines: [rules.conferral.text], clause: rules.conferral.clause },
  ];
  return rows.filter((row) => row !== undefined);
}

/** Where a rule stands, and in which words. */
function citing({ clause, quote }: { clause: string; quote?: string | undefined }): Pick<RuleRow, 'clause' | 'quotes'> {
  return { clause, ...(quote !== undefined && { quotes: [quote] }) };
}

/** Lines of the same clause stand under it together. */
function gathered(name: string, items: readonly { line: string; clause: string; quote?: string }[]): RuleRow[] {
  const rows: RuleRow[] = [];
  for (const { line, clause, quote } of items) {
    const same = rows.find((row) => row.clause === clause);
    if (!same) rows.push({ name, lines: [line], ...citing({ clause, quote }) });
    else {
      same.lines.push(line);
      if (quote !== undefined && !same.quotes?.includes(quote)) same.quotes = [...(same.quotes ?? []), quote];
    }
  }
  return rows;
}
