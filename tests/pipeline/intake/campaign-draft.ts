import type { Programme } from '#core/programme/programme.ts';
import type { Round } from '#core/records/round.ts';
import { type ColumnKey, columnsFor } from '#core/roster/columns.ts';
import type { Chance } from './campaign-values.ts';

/** A roster before it becomes a file: what a reader sees, and the places where something may hide. */
export interface Draft {
  fileName: string;
  sheetName: string;
  title: string;
  /** Lines across the whole width above the head. */
  notes: string[];
  heads: string[];
  rows: string[][];
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  comments: { row: number; column: number; text: string }[];
  hiddenSheets: { name: string; rows: string[][]; very: boolean }[];
  /** Parts of the file that are no cells, by spot. */
  asides: Map<string, string[]>;
  /** Column of a field in `heads`. */
  column: Partial<Record<ColumnKey, number>>;
}

/** A list of invented people whose public fields are in order, under the template's heads. */
export function freshDraft(programme: Programme, round: Round, chance: Chance): Draft {
  const columns = columnsFor(programme).filter(({ key }) => !['district', 'pinyin'].includes(key));
  const names = distinctNames(chance, 3 + chance.below(4));
  return {
    fileName: '汇总表',
    sheetName: '汇总表',
    title: `${programme.name}推荐人员汇总表`,
    notes: [],
    heads: columns.map(({ header }) => header),
    rows: names.map((name, index) => columns.map(({ key }) => cell(key, name, index, programme, round, chance))),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    comments: [],
    hiddenSheets: [],
    asides: new Map(),
    column: Object.fromEntries(columns.map(({ key }, index) => [key, index])),
  };
}

const SURNAMES = [...'丛鞠戚隋苗仇单毕于邹宫姜曲谷初吕'];
const GIVEN = '立夏 海宁 永强 志刚 丽华 洪梅 宝良 晓东 建国 春生 玉兰 振海 树林 桂芳 䶮 文博'.split(' ');
const EMPLOYERS = '听涛渔具 澄海港务 锦澜服饰 凌碳材料 翠屿园林 鸥翔公交 云台机械 丰垄农机'.split(' ');
const TRADES = '焊工 装配钳工 缝纫工 起重装卸机械操作工 维修电工 数控车工'.split(' ');

function distinctNames(chance: Chance, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(chance.pick(SURNAMES) + chance.pick(GIVEN));
  return [...names];
}

function cell(key: ColumnKey, name: string, index: number, programme: Programme, round: Round, chance: Chance): string {
  const { rules } = programme;
  switch (key) {
    case 'id':
      return '';
    case 'name':
      return name;
    case 'employer':
      return `${chance.pick(EMPLOYERS)}${index + 1}厂有限公司`;
    case 'post':
      return '班组长';
    case 'trade':
      return chance.pick(TRADES);
    case 'industry':
      return '装备制造';
    case 'skillLevel':
      return chance.pick(['高级技师', '特级技师']);
    case 'professionalTitle':
      return chance.pick(['', '工程师']);
    case 'tier':
      return rules.tiers.find(({ title }) => title)?.name ?? '';
    case 'route':
      return rules.routes.allowed[0]?.name ?? '';
    case 'nominatingBody':
      return round.nominatingBodies[index % round.nominatingBodies.length]?.name ?? '';
    case 'yearsInTrade':
      return String(12 + chance.below(15));
    case 'conditions':
      return rules.conditions?.oneOf[0]?.key ?? '';
    case 'earlierPublicity.opensOn':
    case 'earlierPublicity.closesOn':
      return '';
    case 'summary':
      return prose(chance, 40);
    case 'honours':
      return '2016 全国技术能手（国家级）\n2012 市首席员工（市级）';
    case 'signatureSkills':
      return '听声校平衡';
    case 'workMethods':
      return '';
    case 'patents':
      return '一种摘果滚筒弹齿固定座；ZL 2015 2 0000006.0';
    case 'mentoring':
      return '带徒八人，其中技师两人。';
    case 'photo.credit':
    case 'photo.consent':
    case 'district':
    case 'pinyin':
      return '';
    default:
      return prose(chance, lengthOf(key.slice('text:'.length), programme));
  }
}

function lengthOf(heading: string, { rules }: Programme): number {
  const rule = rules.texts.find((text) => text.heading === heading);
  return rule?.about ?? Math.min(rule?.atMost ?? 120, 120);
}

const CLAUSES =
  '白天跟班干活，夜里对着图纸琢磨，样机不跑满三百亩不定型，徒弟都说跟着他学得到真本事，厂里的老机器一听声音就知道毛病在哪里'.split(
    '，',
  );

function prose(chance: Chance, length: number): string {
  let text = '';
  while ([...text].length < length - 8) text += `${text === '' ? '' : '，'}${chance.pick(CLAUSES)}`;
  return `${[...text]
    .slice(0, length - 1)
    .join('')
    .replace(/，$/u, '')}。`;
}
