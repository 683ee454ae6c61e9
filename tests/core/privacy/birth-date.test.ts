import { describe, it } from 'node:test';
import { birthDates } from '#core/privacy/birth-date.ts';
import { findLabels } from '#core/privacy/label.ts';
import { finder } from './marked.ts';

const finds = finder((text) => birthDates(text, findLabels(text)), 'birth-date');

describe('a date behind a word for birth', () => {
  it('is written in figures with signs that agree, in one piece, or in Chinese', () => {
    for (const date of ['1985-03-12', '1985.3.12', '1985/03/12', '1985年3月12', '85.3.12', '19850312', '1985 03 12']) {
      finds(`出生日期:«${date}»`);
    }
    for (const date of ['一九八五年三月十二', '一九八五年十二月二十三', '一九八五年十月三十', '一九○五年〇三月一']) {
      finds(`出生日期:«${date}»`);
    }
    for (const text of ['1985-03.12', '1985.03 12', '1985年3月', '1985', '1985-03', '198503', '1985031'])
      finds(`出生日期:${text}`);
  });

  it('names a month in English, in either order, with or without the ending of a day', () => {
    for (const month of [
      'Jan',
      'feb',
      'March',
      'April',
      'may',
      'June',
      'July',
      'aug',
      'September',
      'Oct',
      'Nov',
      'December',
    ]) {
      finds(`date of birth: «12 ${month} 1985»`);
      finds(`date of birth: «${month} 12, 1985»`);
    }
    for (const date of [
      '1st May 1985',
      '2nd May, 1985',
      '3rd May 1985',
      '4th May 1985',
      'May 1st, 1985',
      'May 2nd 1985',
      'May 23rd 1985',
    ]) {
      finds(`date of birth: «${date}»`);
    }
    for (const date of [
      'May 1985',
      '12 Mai 1985',
      '12 May 85',
      'x12 May 1985',
      'th May 1985',
      'May th 1985',
      '123 May',
    ]) {
      finds(`date of birth: ${date}`);
    }
  });

  it('has the day first, or a digit in each cell', () => {
    for (const date of ['12-03-1985', '12.3.1985', '1/3/1985', '12 03 1985', '31-12-2001']) finds(`出生日期:«${date}»`);
    for (const date of ['12-13-1985', '32-03-1985', '12-03-1785', '12-03-19855', '123-03-1985', '12_03_1985'])
      finds(`出生日期:${date}`);
    finds('出生日期:«1 9 8 5 0 3 1 2»');
    finds('出生日期:«1|9|8|5|0|3|1|2»');
    for (const date of ['1 9 8 5 1 3 1 2', '1 9 8 5 0 3 3 2']) finds(`出生日期:${date}`);
  });

  it('is a day of a month of a year that somebody alive may be born in', () => {
    for (const date of ['1850-01-01', '2049-12-31', '1985-1-1', '1985-12-31', '00-01-01']) finds(`出生日期:«${date}»`);
    for (const date of ['1849-01-01', '2050-01-01', '1985-0-1', '1985-13-1', '1985-1-0', '1985-1-32', '1985-1-123']) {
      finds(`出生日期:${date}`);
    }
  });

  it('may stand behind brackets, signs and little words, across a comma only behind a head', () => {
    for (const between of [
      ':',
      '(公历):',
      '：',
      '为',
      '是',
      '系',
      '于',
      ' ',
      '|',
      '\n',
      '=',
      '="',
      '日期:',
      '时间:',
      '号:',
      ',',
    ]) {
      finds(`出生日期${between === '：' ? ':' : between}«1985-03-12»`);
    }
    for (const between of [':', '(', '为', '是', '于', ' ', '=', '|']) finds(`出生${between}«1985-03-12»`);
    for (const between of [',', '。', '地北京,', '后']) finds(`出生${between}1985-03-12`);
    finds('1973年6月出生,2005年7月1日参加工作');
    finds(`出生日期${' '.repeat(30)}1985-03-12`);
  });

  it('is no birth behind words that end the same', () => {
    for (const word of ['产', '发', '诞', '学', '医', '考', '毕业', '师']) finds(`${word}生于1985年3月12日`);
    finds('生于«1985年3月12»日');
    finds('他生于«1985年3月12»日');
  });
});

describe('a date in front of a word for birth', () => {
  it('ends right before it, with 日 or a bracket between', () => {
    for (const text of [
      '«1985年3月12»日出生',
      '«1985.03.12»生',
      '«1985-03-12»出生',
      '«1985年3月12»日生,',
      '«1985年3月12» (出生)',
      '«一九八五年三月十二»日出生',
      '«1985年3月12»号出生',
      '«1985年3月12»日降生',
      '«1985年3月12»日诞辰',
    ]) {
      finds(text);
    }
    for (const text of [
      '1985年3月12日起出生',
      '1985年3月12日生产',
      '1985年3月12日生效',
      '1985年3月12日出生地',
      '1985年3月12日出生率',
      '1985年3月出生',
      '1985年出生',
      '85年生',
    ]) {
      finds(text);
    }
  });

  it('is 生 before a person, a nation, a sign or the end, and no part of another word', () => {
    for (const after of ['人', '男', '女', '汉族', '回族', '满族', ',', '。', ' ', '']) finds(`«1985.3.12»生${after}`);
    for (const after of ['产', '活', '成', '物', '态', '动']) finds(`1985.3.12生${after}`);
  });

  it('begins with its first figure, and reaches back no further than a line', () => {
    finds('编号12,«1985-03-12»出生');
    finds('工号3 «1985-03-12»出生');
    finds('31985-03-12出生');
    finds(`1985-03-12${' '.repeat(3)}出生`.replace('1985-03-12', '«1985-03-12»'));
    finds(`1985-03-12${' '.repeat(4)}出生`);
  });
});
