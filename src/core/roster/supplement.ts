import { chineseHonourLevel, type HonourLevel } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { line } from '#core/text/tidy.ts';
import type { Draft } from './person-draft.ts';
import { cellOf } from './prose.ts';

/** What no form of the office asks for and a person knows: said once for a batch. */
export interface Supplement {
  /** How the level of an honour is known that states none: from its name, or one level for all. */
  honourLevels?: 'by-name' | HonourLevel | undefined;
  /** The heading of the text whose opening is the 简要事迹; `''`: there is to be none. */
  summaryFrom?: string | undefined;
  /** Where a 工种 comes from that no column states; `none`: it stays empty. */
  tradeFrom?: 'post' | 'none' | undefined;
}

/** Completes a draft in place where its source says nothing. */
export function supply(draft: Draft, { honourLevels, summaryFrom, tradeFrom }: Supplement, { rules }: Programme): void {
  const honours = draft.fields.get('honours') as { name: string; level?: HonourLevel }[] | undefined;
  if (honours && honourLevels !== undefined) {
    const levelled = honours.map((honour) => {
      const level = honour.level ?? (honourLevels === 'by-name' ? levelByName(honour.name) : honourLevels);
      return level === undefined ? honour : { ...honour, level };
    });
    draft.fields.set('honours', levelled);
  }
  const trade = tradeFrom === 'post' ? tradeInPost(draft) : undefined;
  if (trade !== undefined) draft.fields.set('trade', trade);
  const text = summaryFrom ? draft.texts.get(summaryFrom) : undefined;
  if (text !== undefined && text !== '' && draft.fields.get('summary') === undefined) {
    const limit = rules.texts.find(({ heading }) => heading === 'summary')?.atMost;
    const opening = openingOf(cellOf(text), limit ?? LONGEST_SUMMARY);
    if (opening !== undefined) draft.fields.set('summary', opening);
  }
}

/** The 岗位 of somebody whose paper says no 工种, where it names one: 加工中心操作工 does, 操作队队长 does not. */
export function tradeInPost(draft: Draft): string | undefined {
  const post = draft.fields.get('post');
  if (typeof post !== 'string' || draft.fields.get('trade') !== undefined || draft.places.has('trade'))
    return undefined;
  return TRADE.test(post) && !OFFICE.test(post) ? post : undefined;
}

const TRADE =
  /(?:工|司机|驾驶员|操作手|[检化]验员|质检员|检测员|调度员|护理员|服务员|面点师|烹饪师|工艺师|美发师|厨师|匠)$/u;
const OFFICE = /职工|员工|[总分]工$|[长任理管]$|干部|书记|主席|负责人/u;

/** The level that an honour's own name tells: 全国五一劳动奖章, 山东省技术能手, 2021年威海市…; `undefined` where it tells none. */
export function levelByName(name: string): HonourLevel | undefined {
  return LEVELS.find(([words]) => words.test(name))?.[1];
}

const LEVELS: readonly [RegExp, HonourLevel][] = [
  [/全国|国家|中华|中国|国务院/u, 'nation'],
  [/省|自治区|(?:北京|上海|天津|重庆)市/u, 'province'],
  [/市(?!场)/u, 'city'],
  [/[县旗区](?!域)/u, 'county'],
  [/公司|集团|[厂矿]/u, 'enterprise'],
];

const LONGEST_SUMMARY = 100;

/** Whole sentences from the beginning, as many as fit; `undefined` where not even the first does. */
export function openingOf(text: string, limit: number): string | undefined {
  const [paragraph = ''] = text
    .split('\n')
    .map(line)
    .filter((one) => one !== '' && !/^#{3,4} /u.test(one));
  let opening = '';
  for (const sentence of paragraph.match(/[^。！？]*[。！？]|[^。！？]+$/gu) ?? []) {
    if ([...(opening + sentence)].length > limit) break;
    opening += sentence;
  }
  return opening === '' ? undefined : opening;
}

/** `按名称`, or a level in Chinese. */
export function honourLevelsOf(text: string): Supplement['honourLevels'] {
  if (text === '按名称') return 'by-name';
  return (Object.keys(chineseHonourLevel) as HonourLevel[]).find((level) => chineseHonourLevel[level] === text);
}
