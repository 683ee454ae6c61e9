import type { Notice, NoticeCode } from '#core/roster/grid.ts';

type At = Notice['at'];

/** What a reader met that a person must look at. */
export class Notices {
  readonly list: Notice[] = [];

  /** Counted over a sheet or table, with the first place: what is mended in one go. */
  counted(code: NoticeCode, at: At): void {
    const known = this.list.find((notice) => notice.code === code && notice.at?.sheet === at?.sheet);
    if (!known) this.list.push({ code, count: 1, ...(at && { at }) });
    else {
      known.count += 1;
      if (at) known.at ??= at;
    }
  }

  /** Once at every place, since each of them has to be found. */
  placed(code: NoticeCode, at: At, { what, text }: { what?: string; text?: string } = {}): void {
    const known = this.list.find((one) => one.code === code && one.what === what && same(one.at, at));
    if (known) {
      known.count += 1;
      if (text !== undefined) known.text = `${known.text ?? ''} ${text}`.slice(0, LONGEST);
    } else if (this.list.length < MOST) {
      this.list.push({
        code,
        count: 1,
        ...(at && { at }),
        ...(what !== undefined && { what }),
        ...(text !== undefined && { text: text.slice(0, LONGEST) }),
      });
    }
  }
}

/** A file that needs more than this needs another author. */
const MOST = 500;
const LONGEST = 20_000;

function same(a: At, b: At): boolean {
  return a?.sheet === b?.sheet && a?.row === b?.row && a?.column === b?.column;
}
