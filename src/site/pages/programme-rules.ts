import { chineseHonourLevel, chineseSkillLevel } from '#core/formats/words.ts';
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
}

/** Every rule of a programme that a reader may want to hold the organisers to, each with its clause. */
export function programmeRules(programme: Programme): RuleRow[] {
  const { rules } = programme;
  const general = (strength: 'must' | 'general'): string => (strength === 'general' ? '一般' : '');
  const by = rules.earlierPublicity?.by === 'district' ? '区市' : '本单位';
  const atLeast = rules.earlierPublicity?.atLeast;
  const rows: (RuleRow | undefined)[] = [
    { name: '公示时间', lines: [publicityText(programme)], clause: rules.publicity.clause },
    { name: '公示媒体', lines: [rules.outlets.text], clause: rules.outlets.clause },
    rules.earlierPublicity && {
      name: '推荐时的公示',
      lines: [`在${by}公示，${atLeast ? `不少于${chineseLength(atLeast.length, atLeast.unit)}` : '通知没有写明天数'}`],
      clause: rules.earlierPublicity.clause,
    },
    { name: '对异议的处理', lines: [rules.objection.text], clause: rules.objection.clause },
    { name: '名额', lines: [limitText(rules.quota)], clause: rules.quota.clause },
    ...rules.tiers.map((tier) => ({
      name: tier.name,
      lines: [
        [tier.limit && `名额${limitText(tier.limit)}`, ...awardsOf(tier)].filter(Boolean).join('；') ||
          '没有写明名额和奖励',
      ],
      clause: tier.clause,
    })),
    rules.shortlist && { name: '入围', lines: [rules.shortlist.text], clause: rules.shortlist.clause },
    rules.vote && { name: '网络投票', lines: [rules.vote.text], clause: rules.vote.clause },
    { name: '推荐途径', lines: rules.routes.allowed.map(({ name }) => name), clause: rules.routes.clause },
    rules.nominatingQuotas && {
      name: '推荐名额',
      lines: rules.nominatingQuotas.byKind.map(
        ({ name, atMost }) => `${name}：${general(rules.nominatingQuotas?.strength ?? 'must')}不超过${atMost}名`,
      ),
      clause: rules.nominatingQuotas.clause,
    },
    rules.repeat && { name: '再次推荐', lines: [rules.repeat.text], clause: rules.repeat.clause },
    rules.skillLevel && {
      name: '技能等级',
      lines: [`${general(rules.skillLevel.strength)}应为${chineseSkillLevel[rules.skillLevel.atLeast]}及以上`],
      clause: rules.skillLevel.clause,
    },
    rules.age && {
      name: '年龄',
      lines: [
        `${general(rules.age.strength)}不超过${rules.age.atMost}周岁${rules.age.preferredAtMost ? `，同等条件下优先${rules.age.preferredAtMost}周岁以下` : ''}`,
      ],
      clause: rules.age.clause,
    },
    rules.honour && {
      name: '荣誉',
      lines: [`${chineseHonourLevel[rules.honour.atLeast]}及以上`],
      clause: rules.honour.clause,
    },
    rules.yearsInTrade && {
      name: '从业年限',
      lines: [`不少于${rules.yearsInTrade.atLeast}年`],
      clause: rules.yearsInTrade.clause,
    },
    rules.conditions && {
      name: '具备下列条件之一',
      lines: rules.conditions.oneOf.map(({ text }) => text),
      numbered: true,
      clause: rules.conditions.clause,
    },
    ...rules.excluded.map(({ text, clause }) => ({ name: '不参加申报', lines: [text], clause })),
    ...gathered(
      '申报文字',
      rules.texts.map(({ heading, about, atMost, clause }) => ({
        line: `${heading === 'summary' ? '一句话简介' : heading}${about ? `（${about}字左右）` : atMost ? `（${atMost}字以内）` : ''}`,
        clause,
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

/** Lines of the same clause stand under it together. */
function gathered(name: string, items: readonly { line: string; clause: string }[]): RuleRow[] {
  const rows: RuleRow[] = [];
  for (const { line, clause } of items) {
    const same = rows.find((row) => row.clause === clause);
    if (same) same.lines.push(line);
    else rows.push({ name, lines: [line], clause });
  }
  return rows;
}
