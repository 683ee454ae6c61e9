import type { Hit } from './kind.ts';

/** A flat on any floor: 402, 1102, 0301; not a year and not a count with a unit. */
const ROOM = '(?:(?!(?:19|20)[0-9]{2}(?! ?[室户]))[1-9]?[0-9](?:0[1-9]|[1-4][0-9]))';
/** What makes a figure of something else out of the last number. */
const UNIT =
  '年|月|日|元|万|亿|人|件|台|套|个|名|次|天|米|毫米|公里|吨|千|瓦|度|倍|项|字|分|秒|页|亩|型|系列|线|号(?!\\S*收)|不锈|钢|管|板|机|炉|泵|井|标段|℃';
/** Behind a space a word may begin like a unit: 402 万华化学. */
const NO_UNIT = `(?![0-9A-Za-z%#]|\\.[0-9]|(?:${UNIT})| (?:${UNIT})(?![\\u4e00-\\u9fa5]))`;
const LANE = '(?:路|街|巷|弄|道|胡同|里)';

interface Shape {
  /** A sign that every address of the shape has: looked for first. */
  anchor: RegExp;
  shape: RegExp;
  /** Whether the address may be an office's: then the words around it decide. */
  mayBeOffice: boolean;
}

const SHAPES: readonly Shape[] = [
  // 文化路12-3号402, 古寨街88号3-502, 东山巷6号院2号楼301: a lane, a number, and a room behind it.
  {
    anchor: /号/g,
    shape: new RegExp(
      `${LANE} ?[0-9]{1,4}(?:[-之][0-9]{1,3})? ?号 ?(?:院|内)?[-, ]{0,2}(?:(?:[0-9]{1,3} ?(?:号楼|栋|幢|座|#|-|单元))[-, ]{0,2}){0,2}${ROOM} ?(?:室|户|房)?${NO_UNIT}`,
    ),
    mayBeOffice: true,
  },
  // 7栋1203, 12幢402室: in an office park the words around say so.
  {
    anchor: /[栋幢]/g,
    shape: new RegExp(
      `(?<![0-9A-Za-z第])[A-Z0-9]{1,3} ?[栋幢] ?-?(?:[0-9]{1,2} ?(?:单元|门)-?)?${ROOM} ?(?:室|户|房)?${NO_UNIT}`,
    ),
    mayBeOffice: true,
  },
  // 12号楼1102室, 12号楼3单元402.
  {
    anchor: /号 ?楼/g,
    shape: new RegExp(
      `(?<![0-9A-Za-z第])[0-9]{1,3} ?号 ?楼 ?-?(?:[0-9]{1,2} ?(?:单元|门|-)-?${ROOM}|${ROOM} ?[室户])${NO_UNIT}`,
    ),
    mayBeOffice: true,
  },
  // 菊花顶路8-2号楼501, 翠竹园A区15号楼1201: behind a lane or the name of an estate the room needs no word.
  {
    anchor: /号 ?楼/g,
    shape: new RegExp(
      `(?:${LANE}|[园苑城府郡湾邸庭墅]|[A-Z东南西北中一二三四五六七八九十0-9] ?[区期]) ?[0-9]{1,3}(?:[-之][0-9]{1,2})? ?号 ?楼[-, ]{0,2}${ROOM}${NO_UNIT}`,
    ),
    mayBeOffice: true,
  },
  // 锦绣花城 3-2-1801: building, stair and room behind the name of an estate.
  {
    anchor: /[园苑城府郡湾邸庭墅轩阁居] ?(?=[0-9])/g,
    shape: new RegExp(`[园苑城府郡湾邸庭墅轩阁居] ?[1-9][0-9]?-[1-9]-${ROOM}${NO_UNIT}`),
    mayBeOffice: true,
  },
  // 胜利街23巷4号, 平房五排三号: houses in a lane or a row.
  {
    anchor: /[巷弄排]/g,
    shape:
      /(?:路|街|村)[0-9]{1,3}(?:巷|弄|胡同)[0-9]{1,4} ?号(?![线机炉井])|平房?[0-9一二三四五六七八九十]{1,3}排[0-9一二三四五六七八九十]{1,3}[号户]/,
    mayBeOffice: true,
  },
  // 3-1-502 某某收, 3号楼1单元502 王先生 收: a parcel goes to a person.
  {
    anchor: /收(?![入到获集取益款购录费治藏看视尾割效敛缩复回])/g,
    shape: new RegExp(
      `(?<![0-9A-Za-z.])[0-9]{1,3}(?:[-#]|号楼|栋|幢)[0-9]{1,2}?(?:-|单元)?[0-9]{2,4}(?:室|户)?[ ,(]{0,3}[\\u4e00-\\u9fa5]{1,4}(?:先生|女士|师傅|同志)?[ )]{0,2}\\(?收`,
    ),
    mayBeOffice: false,
  },
  // 5#302, 12#-1-502 by itself; behind it no unit, before it no word of steel or machines.
  {
    anchor: /#(?<=[0-9]#)(?=[-楼1-9])/g,
    shape: new RegExp(
      `(?<![0-9A-Za-z#/.&-])[1-9][0-9]?#(?:楼)?-?(?:[1-9]-)?(?:[1-9]|[12][0-9]|3[0-3])(?:0[1-9]|1[0-2]) ?(?:室|户)?(?=$|[\\s,，。;、)"'|<\\uFDD0]|[\\u4e00-\\u9fa5]{1,4} ?收)`,
    ),
    mayBeOffice: true,
  },
];

const OFFICE =
  /大厦|大楼|中心|园区|产业园|科技园|工业园|软件园|创业园|公司|厂|集团|局|政府|机关|委员会|学校|学院|大学|医院|银行|广场|写字楼|孵化|总部|基地|车间|商务|酒店|宾馆|办公|商铺|门市|工作室|合作社|项目|工程|改造|施工|承建|工会|党校|报社|协会|接待|受理|报送|会议室|机组|变电|生产|设备|仓库/;

/** Addresses of dwellings without 住 or 单元: told by a lane with number and room, a building with room, or who takes the parcel. */
export function dwellings(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { anchor, shape, mayBeOffice } of SHAPES) {
    let after = 0;
    if (text.search(anchor) === -1) continue;
    for (const { index } of text.matchAll(anchor)) {
      if (index < after) continue;
      const from = Math.max(after, index - 30);
      const around = text.slice(from, index + 30);
      const found = shape.exec(around);
      if (!found) continue;
      const start = from + found.index;
      const end = start + found[0].length;
      after = Math.max(end, index + 1);
      if (mayBeOffice && isOffice(text, start, end)) continue;
      hits.push({ kind: 'home-address', value: found[0].replace(/[\s\p{P}]/gu, '').toLowerCase(), start, end });
    }
  }
  return hits.filter(
    (hit, index) => !hits.some((one, at) => at !== index && covers(one, hit) && !(covers(hit, one) && at > index)),
  );
}

function covers(one: Hit, other: Hit): boolean {
  return one.start <= other.start && one.end >= other.end;
}

function isOffice(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start).replace(/^.*[。;\n\uFDD0]/s, '');
  const after = text.slice(end, end + 14).replace(/[。;\n\uFDD0].*$/s, '');
  return OFFICE.test(before + text.slice(start, end)) || OFFICE.test(after);
}
