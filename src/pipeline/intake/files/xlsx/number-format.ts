import { dateFromSerial, format as formatted, formatColor, isDateFormat } from 'numfmt';

/** 1975.1 in format 0.00 is 1975.10, as the office sees it. */
export function shownNumber(value: number, format: string | undefined): string {
  if (format === undefined || /^(?:general|@)$/iu.test(format)) {
    // A General cell rounds what does not fit into it; whole numbers keep every digit, so that long ones can be told.
    return Number.isInteger(value) ? String(value) : attempt(() => formatted('General', value), String(value));
  }
  return attempt(() => formatted(format, value), String(value));
}

/** `@"公司"` adds to a text, `;;;` shows nothing of it. */
export function shownText(format: string | undefined, text: string): string {
  if (format === undefined || format === '@' || !/[;@]/u.test(format)) return text;
  return attempt(() => formatted(format, text), text);
}

/** `[White]` in a format, in lower case. */
export function colourOf(format: string | undefined, value: number | string): string | undefined {
  if (format === undefined || !format.includes('[')) return undefined;
  const colour = attempt(() => formatColor(format, value), undefined);
  return typeof colour === 'string' ? colour.toLowerCase() : undefined;
}

export function isDate(format: string | undefined): boolean {
  return format !== undefined && attempt(() => isDateFormat(format), false);
}

/** `2026-03-02`; empty for a number that is no day. */
export function dayOf(serial: number, epoch1904: boolean): string {
  const parts = attempt(() => dateFromSerial(serial + (epoch1904 ? 1462 : 0)) as number[] | undefined, undefined);
  const [year, month, day] = parts ?? [];
  if (year === undefined || month === undefined || day === undefined || !(year >= 1899 && year <= 9999)) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ECMA-376 18.8.30, with the dates of a Chinese Excel. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

/** A format that nobody can parse is no reason to lose the cell. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const TIME = 'h"时"mm"分"';

const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: YEAR_MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: TIME,
  33: 'h"时"mm"分"ss"秒"',
  34: TIME,
  35: TIME,
  36: YEAR_MONTH,
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: YEAR_MONTH,
  51: MONTH_DAY,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: TIME,
  56: TIME,
  57: YEAR_MONTH,
  58: MONTH_DAY,
};
