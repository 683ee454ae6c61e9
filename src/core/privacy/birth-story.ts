import { dateAt } from './birth-date.ts';
import type { Hit } from './kind.ts';

const NUMERAL = '[0-9〇零○一二三四五六七八九十]';
const STEM = '[甲乙丙丁戊己庚辛壬癸]';
const BRANCH = '[子丑寅卯辰巳午未申酉戌亥]';
const LUNAR_MONTH = '(?:闰? ?(?:正|[一二三四五六七八九十冬腊]|十[一二]|[0-9]{1,2}) ?月)';
const LUNAR_DAY =
  '(?:初 ?[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[0-9]{1,2})';
/** 一九七五年八月十五, 75年腊月廿三, 乙卯年八月初三. */
const LUNAR = new RegExp(
  `(${NUMERAL}{4}|[0-9]{2}|${STEM}${BRANCH}) ?年?(?:\\([^()]{0,8}\\))? ?年?[ ,]{0,2}(?:农历|阴历|旧历)? ?(${LUNAR_MONTH}) ?(${LUNAR_DAY})(?![0-9])`,
  'g',
);
/** What only the old calendar says. */
const OLD =
  /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|农历|阴历|旧历|正 ?月|[冬腊] ?月|初 ?[一二三四五六七八九十]|[廿卅]/;
const BIRTH =
  /出生|生日|生于|诞生|诞辰|降生|出世|落地|呱呱|来到(?:这个)?(?:人世|世上|世界)|生辰|八字|生(?=$|[\s\p{P}])/u;
const NOT_BORN = /[发产诞萌滋衍派寄再新野卫学先医考业究习师民养放众优平终门书招院]生(?:于|$)/;
const EVENT = /^[^。;\n]{0,12}(?:举[办行]|召开|成立|开[业工幕馆]|签|竣工|完成|建成|投产|发布|启动|印发|活动|庙会|灯会)/;

/** Days of birth told in the old calendar, with a year of two digits, in a sentence, or by the animal of the year. */
export function birthStories(text: string): Hit[] {
  return [...lunar(text), ...told(text), ...twoDigitMonths(text), ...animals(text), ...birthdays(text)];
}

function lunar(text: string): Hit[] {
  if (
    !/月/.test(text) ||
    !/农历|阴历|旧历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|初|廿|卅|腊|冬|正/.test(text)
  )
    return [];
  return [...text.matchAll(LUNAR)].flatMap((found) => {
    const [whole, year = '', month = '', day = ''] = found;
    const end = found.index + whole.length;
    const before = text.slice(Math.max(0, found.index - 14), found.index);
    const near = before.replace(/.*[。;\n\uFDD0]/s, '');
    if (!OLD.test(near.slice(-6) + whole)) return [];
    const after = text.slice(end, end + 16);
    const born = (BIRTH.test(near) && !NOT_BORN.test(near)) || BIRTH.test(after.replace(/[。;\n\uFDD0].*/s, ''));
    // A day of the old calendar without a word: as old as a person's, and no event, it is taken for a birth.
    const old = arabicYear(year) >= 1920 && arabicYear(year) <= 2010;
    if (!born && (!old || EVENT.test(after))) return [];
    return [{ kind: 'birth-date', value: `${year}${month}${day}`.replace(/\s/g, ''), start: found.index, end }];
  });
}

function arabicYear(year: string): number {
  const digits = [...year].map((sign) =>
    '〇一二三四五六七八九'.includes(sign) ? '〇一二三四五六七八九'.indexOf(sign) : sign,
  );
  return /^[0-9]{4}$/.test(digits.join('').replace(/[零○]/g, '0')) ? Number(digits.join('').replace(/[零○]/g, '0')) : 0;
}

/** 他出生那天是1975年10月3日, 出生的日子：…, 生辰 …. */
const THAT_DAY =
  /(?:出生|诞生|降生|出世|落地|来到(?:这个)?(?:人世|世上|世界))(?:的)?(?:那[一]?[天日年]|当[天日]|这[一]?[天日]|之日|日子|时刻|时)[^0-9〇零○一二三四五六七八九。;\n]{0,8}|(?:生辰|生辰八字)[^0-9〇零○一二三四五六七八九。;\n]{0,4}/g;
/** 1975年10月3日，他出生在…, 10月3日那天他降生. */
const THEN_BORN =
  /([日号0-9])(?:[这那][一]?天|当天)?[ ,]{0,2}(?:[他她我]|某某)?(?:就|便|在|于|出)?[^0-9。;\n年月日]{0,6}?(?:出生|降生|出世|呱呱坠地|来到(?:这个)?(?:人世|世上|世界))(?![年时地证率])/g;

function told(text: string): Hit[] {
  const hits: Hit[] = [];
  if (!/[生世]|落地|坠地/.test(text)) return hits;
  for (const { 0: words, index } of text.matchAll(THAT_DAY)) {
    const start = index + words.length;
    const date = dateAt(text.slice(start, start + 30));
    if (date) hits.push({ kind: 'birth-date', value: date.value, start, end: start + date.length });
  }
  for (const { index } of text.matchAll(THEN_BORN)) {
    const from = Math.max(0, index - 18);
    const before = text.slice(from, index + 1);
    for (const { index: offset } of before.matchAll(
      /(?<![0-9〇零○一二三四五六七八九十])[0-9〇零○一二三四五六七八九]{2,8}/g,
    )) {
      const date = dateAt(before.slice(offset));
      if (!date || !/^[日号]?$/.test(before.slice(offset + date.length))) continue;
      hits.push({ kind: 'birth-date', value: date.value, start: from + offset, end: from + offset + date.length });
      break;
    }
  }
  return hits;
}

/** 75年10月生: no notice prints a year so; 1975年10月生 is printed by many and passes. */
const TWO_DIGITS =
  /(?<![0-9.])([2-9][0-9]) ?[年.] ?(1[0-2]|0?[1-9]) ?月? ?(?:出生|生)(?!于?[0-9〇零一二三四五六七八九]{2,4} ?年)(?=[人男女的于]|[\s\p{P}]|$)/gu;

function twoDigitMonths(text: string): Hit[] {
  if (!text.includes('生')) return [];
  return [...text.matchAll(TWO_DIGITS)].map(({ 0: whole, 1: year = '', 2: month = '', index }) => ({
    kind: 'birth-date' as const,
    value: `${year}${month.padStart(2, '0')}`,
    start: index,
    end: index + whole.length,
  }));
}

const ANIMAL =
  /(?:属相|生肖)[ :是为属]{0,3}[鼠牛虎兔龙蛇马羊猴鸡狗猪]|(?<![所附归隶从直金下亲家])属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?![年的])(?=[\s\p{P}]|$|[0-9])/gu;
const YEAR = /(?<![0-9])(?:(?:19[2-9]|200)[0-9] ?年?|[2-9][0-9] ?年)(?:生|出生)?/;

/** 属兔，75年: the animal says nothing that the year does not, but together they tell that it is a birth. */
function animals(text: string): Hit[] {
  if (!/属|生肖/.test(text)) return [];
  return [...text.matchAll(ANIMAL)].flatMap(({ 0: word, index }) => {
    const end = index + word.length;
    const before = /[^。;\n\uFDD0]{0,10}$/.exec(text.slice(Math.max(0, index - 10), index))?.[0] ?? '';
    const after = /^[^。;\n\uFDD0]{0,10}/.exec(text.slice(end, end + 10))?.[0] ?? '';
    const year = YEAR.exec(before) ?? YEAR.exec(after);
    if (!year) return [];
    return [{ kind: 'birth-date', value: `${year[0].replace(/[^0-9]/g, '')}${word.slice(-1)}`, start: index, end }];
  });
}

const MONTH_DAY = `(?:${NUMERAL}{1,2}|十[一二]|[冬腊正]) ?月 ?(?:初 ?${NUMERAL}|[廿卅]${NUMERAL}?|${NUMERAL}{1,3}) ?[日号]?`;
/** 她的生日在4月4日, 十月初三生日; the birthday of a party, a country or a works is everybody's. */
const BIRTHDAY = new RegExp(
  `(?<![党国厂会司校院社城])(?:的)?生日(?:是|在|为|:|那天)?[ ,是在为]{0,2}(?:农历|阴历|公历|阳历|每年)?(${MONTH_DAY})|(${MONTH_DAY}) ?(?:是|为|过|的)?(?:本人|[他她我])?(?:的)?生日(?!活动|会|庆)`,
  'gu',
);
const EVERYBODYS = /党|祖国|共和国|国家|建[党国军厂企]|公司|工会|企业|厂庆|学校|母校|城市/;

function birthdays(text: string): Hit[] {
  if (!text.includes('生日')) return [];
  return [...text.matchAll(BIRTHDAY)].flatMap((found) => {
    const around = text.slice(Math.max(0, found.index - 8), found.index + found[0].length + 2);
    if (EVERYBODYS.test(around.replace(/^.*[。;\n\uFDD0]/s, ''))) return [];
    const value = (found[1] ?? found[2] ?? '').replace(/\s/g, '');
    return [{ kind: 'birth-date' as const, value, start: found.index, end: found.index + found[0].length }];
  });
}
