import type { Hit } from './kind.ts';
import type { Label } from './label.ts';
import { leading } from './leading.ts';

const S = String.raw`[ \t\n\-,、/|]{0,4}`;
const N = '(?:[0-9A-Za-z]{1,4}|[〇零一二三四五六七八九十百]{1,4})';
const ROOM = `${N} ?(?:室|号|户|房)(?!线|机|炉|井|桥|文|码|楼)|[0-9]{3,4}(?![0-9A-Za-z年月日元件台个人米万%.])|[东西南北中左右] ?(?:[户门]|(?=$|[\\s,。;)]))`;
/** 301户 counts households, 3单元东户 is one. */
const DOOR = ROOM.replace('室|号|户|房', '室|号|房');
/** Names that only dwellings have. */
const ESTATE =
  '小 ?区|花 ?园|家 ?园|公 ?寓|新 ?村|花苑|嘉苑|佳苑|雅苑|名苑|馨苑|怡苑|御苑|丽苑|学苑|名都|嘉园|佳园|雅园|馨园|怡园|丽园|康城|山庄|别墅|华庭|豪庭|华府|名邸|府邸|宿 ?舍|家属 ?院|家属 ?楼|家属 ?区|安置房|公馆|雅居|丽景|水岸|人家';
const BUILDING = `${N} ?(?:号 ?楼|栋|幢|座|#|号|排)`;

/** Full addresses of dwellings that tell themselves, by their anchor word. */
const TELLING: readonly { anchor: RegExp; shape: RegExp; estate?: true }[] = [
  // 单元 and room, or 单元 and the side of the landing; 第3单元 is a chapter.
  {
    anchor: /单[ \t\n]{0,4}元/g,
    shape: new RegExp(`(?<!第 ?)${N}${S}单 ?元${S}(?:${N} ?(?:层|楼)${S})?(?:${ROOM})`),
  },
  // An estate with building and room, or with three numbers; a hostel with a room.
  {
    anchor: new RegExp(`(?=[${[...new Set(ESTATE.split('|').map((name) => name[0]))].join('')}])(?:${ESTATE})`, 'g'),
    shape: new RegExp(
      `(?:${ESTATE})[ \\t\\n,()东西南北中一二三四五六七八九十期区院]{0,6}(?:${BUILDING}${S}(?:${N} ?(?:单元|层|楼)${S})?(?:${DOOR})|[0-9]{1,3} ?(?:#|号楼|栋|幢|座)? ?-[0-9]{1,2}-[0-9]{2,4}|[0-9]{1,3}-[0-9]{3,4}(?![0-9])|${N} ?(?:层|楼)${S}[0-9]{3,4}(?![0-9年月日元件台个米人万%.])|${N} ?(?:室|户))`,
    ),
    estate: true,
  },
  // Road, number, building (栋) and room; in a 大厦 or 园区 it is an office.
  {
    anchor: /[栋幢]/g,
    shape: new RegExp(
      `[府湾庭郡苑轩墅邸寓岸]${S}${N} ?[栋幢]${S}(?:${DOOR})|(?:路|街|巷|道|弄|村)${S}[0-9]{1,4} ?号${S}${N} ?[栋幢]${S}(?:${N} ?单元${S})?(?:${ROOM})`,
    ),
  },
  // 某某里12楼3门502.
  { anchor: /门/g, shape: new RegExp(`${N} ?(?:号 ?)?[楼栋幢]${S}${N} ?门${S}[0-9]{3,4}(?![0-9])`) },
  { anchor: /弄/g, shape: new RegExp(`[0-9]{1,4} ?弄${S}[0-9]{1,4} ?号${S}(?:${N} ?楼${S})?(?:${ROOM})`) },
  {
    anchor: /[村屯]/g,
    shape: new RegExp(
      `[村屯]${S}(?:${N}${S}(?:村民)?[组队社]${S}[0-9]{1,4} ?号|(?:[东西南北中]?[街巷路]${S})?[0-9]{1,4} ?号)(?=$|[\\s\\p{P}])`,
      'u',
    ),
  },
];
const OFFICE =
  /大厦|中心|园区|产业园|科技园|工业园|软件园|创业园|公司|厂|集团|局|政府|机关|委员会|学校|学院|大学|医院|银行|广场|写字楼|孵化|总部|基地|车间|商务|酒店|办公|商铺|门市|工作室|合作社|项目|工程|改造|施工|承建/;

/** What makes a labelled address more than a town or a street: a number, or the name of a village or an estate. */
const NUMBERED = new RegExp(`${N} ?(?:号院?|栋|幢|单元|室|楼|组|弄|#|排)|[0-9]{1,4}-[0-9]{1,4}|[0-9]{1,4} ?户`, 'g');
const NAMED = new RegExp(`${ESTATE}|[\\u4e00-\\u9fa5](?:村|屯|庄|寨|胡同|苑)(?!镇|乡|街|路|区)`, 'g');
/** Words of a sentence, not of an address. */
const PROSE =
  /的|应|当|或者|以及|并|但|(?<!自)由|可以|不得|第[一二三四五六七八九十0-9]+[条章款]|人民政府|委员会|部门|一栏|不填|填写|信息/;

export function homeAddresses(text: string, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = [];
  for (const label of labels) {
    const hit = label.kind === 'home' ? behind(text, label) : undefined;
    if (hit) hits.push(hit);
  }
  for (const telling of TELLING) hits.push(...tellingThemselves(text, telling));
  return widest(hits);
}

/** Of two finds that overlap the longer one: they are one address. */
function widest(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

function behind(text: string, label: Label): Hit | undefined {
  const ahead = text.slice(label.end, label.end + 90);
  const skipped = leading(FILLER, ahead).length;
  const stop = ahead.slice(skipped).search(STOP);
  const whole = ahead.slice(skipped, stop === -1 ? undefined : skipped + stop).trimEnd();
  const set = /[:|\t\n"'=>]/.test(ahead.slice(0, skipped));
  const word = text.slice(label.start, label.end);
  if (/[。;!?]/.test(ahead.slice(0, skipped)) || (!set && word === '住宅')) return undefined;
  // 现住院治疗: only an address of a dwelling follows the word by itself.
  if (!set && word === '现住' && !DWELLING.test(whole)) return undefined;
  // Without a colon the word may be part of a sentence: the address must then follow at once.
  const address = set ? whole : leading(/^[^\n]{0,40}/, whole);
  if (!(set ? /[\u4e00-\u9fa5]/ : PLACE).test(address)) return undefined;
  const lives = /^[家现]住$/.test(word) ? leading(LIVES, address).length : 0;
  const length = Math.max(lastOf(NUMBERED, address), set ? lastOf(NAMED, address) : lives);
  if (length < 3 || PROSE.test(address.slice(0, length))) return undefined;
  const start = label.end + skipped;
  return { kind: 'home-address', value: plain(address.slice(0, length)), start, end: start + length };
}

const FILLER = /^(?:\([^()]{0,12}\)|[\s\p{P}\p{S}]|为|是|于|在|详细|地址)*/u;
const DWELLING = /^[\u4e00-\u9fa5]{0,12}[省市区县旗镇乡街路村][^。,;\n]{0,24}(?:单元|号 ?楼|栋|幢|室|小区|花园|家园)/;
/** 家住经区皇冠小区: the estate alone finds the home. */
const LIVES = /^[\u4e00-\u9fa5]{2,16}?(?:小区|花园|家园|花苑|嘉苑|新村|新城|山庄|名都|华庭)/;
const PLACE = new RegExp(`^[\\u4e00-\\u9fa5]{0,12}(?:省|市|区|县|旗|镇|乡|街|路|巷|道|村|屯|${ESTATE})`);
const STOP = /[。;!?\uFDD0]|\n[^\n]{0,12}:|电话|邮编|邮政编码|身份证|手机|联系|工作单位/;

/** The address ends with its last detail. */
function lastOf(detail: RegExp, address: string): number {
  let end = 0;
  for (const one of address.matchAll(detail)) end = one.index + one[0].length;
  return end;
}

function tellingThemselves(text: string, { anchor, shape, estate }: (typeof TELLING)[number]): Hit[] {
  const hits: Hit[] = [];
  let after = 0;
  if (text.search(anchor) === -1) return hits;
  for (const { index } of text.matchAll(anchor)) {
    if (index < after) continue;
    const from = Math.max(after, index - 32);
    const around = text.slice(from, index + 40);
    const found = shape.exec(around);
    if (!found) continue;
    const start = from + found.index;
    const end = start + found[0].length;
    if (!found[0].includes('单') && (estate ? isOfficesEstate : isOffice)(text, start, end)) continue;
    hits.push({ kind: 'home-address', value: plain(found[0]), start, end });
    after = end;
  }
  return hits;
}

function isOffice(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start).replace(/^.*[。;:,(\n]/s, '');
  return OFFICE.test(before + text.slice(start, end) + text.slice(end, end + 14).replace(/[。;,()\n].*/s, ''));
}

/** People live in an estate: only what is written on to its name, without a sign or a space between, makes it an office's. */
function isOfficesEstate(text: string, start: number, end: number): boolean {
  const before = /[\u4e00-\u9fa50-9A-Za-z]{0,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const after = leading(/^[\u4e00-\u9fa50-9A-Za-z]{0,14}/, text.slice(end, end + 14));
  return OFFICE.test(before + text.slice(start, end) + after);
}

function plain(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '').toLowerCase();
}
