import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Grid, Notice } from '#core/roster/grid.ts';
import { readSources } from '#core/roster/sources.ts';
import { aProgramme } from './programmes.ts';

/** What an office is told of something that it sees and the reader does not take, or the other way about. */
function told(notice: Notice, format: Grid['format'] = 'xlsx'): string[] {
  const sheet = { name: '汇总表', hidden: false, rows: [], hiddenRows: [], hiddenColumns: [], merges: [] };
  const grid: Grid = { format, sheets: [sheet], outside: [], notices: [notice] };
  const terms = { programme: aProgramme(), opensOn: plainDate('2026-11-23') };
  return readSources([{ file: '名单', grid }], terms, { sheet: undefined, all: [] })
    .findings.filter(({ code }) => code !== 'import-no-roster')
    .map((one) => `${one.level} ${chinesePlace(one.where)}：${sentence(one)}`);
}

const at = { sheet: 0, row: 2, column: 1 };

describe('an office is told', () => {
  const cases: [Notice, string][] = [
    [{ code: 'import-hidden-text', at, count: 1 }, 'error 名单 B3：这一格有隐藏文字，没有读取。请取消隐藏或删去。'],
    [
      { code: 'import-hidden-text', at, count: 1, what: '字的颜色与底色相同' },
      'error 名单 B3：这一格有隐藏文字（字的颜色与底色相同），没有读取。请取消隐藏或删去。',
    ],
    [
      { code: 'import-text-struck', at, count: 1 },
      'error 名单 B3：这一格有划了删除线的字，没有读取。作废的请删去；仍然有效的，请去掉删除线。',
    ],
    [
      { code: 'import-row-struck', at, count: 1 },
      'error 名单 B3：这一行划了删除线，没有读取。取消的人选请删去这一行；仍然有效的，请去掉删除线。',
    ],
    [
      { code: 'import-row-unclear', at, count: 1 },
      'error 名单 B3：这张表默认隐藏没有写明高度的行，分不清这一行看不看得见，没有读取。请全选各行、取消隐藏，删去不要的行后另存。',
    ],
    [
      { code: 'import-conditional-hides', at, count: 1, what: '划上删除线' },
      'error 名单 B3：从这一格起设有条件格式，条件成立时划上删除线，程序不判断条件。请清除这条条件格式，删去不该有的内容后另存。',
    ],
    [
      { code: 'import-formula-stale', at, count: 4 },
      'error 名单 B3：这份文件要到打开时才重新计算，里面存的公式结果（从这一格起共 4 格）可能是旧的。请用 Excel 或 WPS 打开、保存一次再导入。',
    ],
    [
      { code: 'import-sheet-revised', count: 1 },
      'error 名单：表格还开着“修订”（共享工作簿），里面存有改动前的内容。名单应当是定稿：请接受全部修订、取消共享后另存。',
    ],
    [
      { code: 'import-part-unread', at, count: 1, what: '文本框', text: '此人取消' },
      'warning 名单 B3：这里有文本框，里面的文字没有读取：“此人取消”。请核对；要用的请写进单元格或正文，不用的请删去。',
    ],
    [
      { code: 'import-chunk-unread', count: 1 },
      'error 名单：文件的一部分是嵌进来的另一份文档，Word 里看得见，这里读不到，人选可能不全。请用 Word 或 WPS 打开、另存一次再导入。',
    ],
    [
      { code: 'import-object-unread', at, count: 1, what: '对象' },
      'error 名单 B3：这里嵌入了对象，里面的内容读不到。请把其中的文字写进单元格或正文，再删去它；用不着的直接删去。',
    ],
    [
      { code: 'import-shape-over', at, count: 1 },
      'warning 名单 B3：表上画着图形（线条、色块），可能划去或盖住了下面的内容，程序分辨不出。请核对；作废的内容请删去。',
    ],
    [
      { code: 'import-equation', at, count: 1 },
      'error 名单 B3：这一格有公式编辑器写的分数、乘方、根号或带圈字，读不成一行文字。请改成普通文字，例如 1/20、10 的负 3 次方。',
    ],
    [
      { code: 'import-script-unknown', at, count: 1 },
      'error 名单 B3：这一格有上标或下标，改成普通文字会变了意思。请改写，例如“10 的负 3 次方”；角标请删去。',
    ],
    [
      { code: 'import-prompt', at, count: 1 },
      'error 名单 B3：这一格还是表格自带的提示语，没有填写。请填写，或删去提示语。',
    ],
    [
      { code: 'import-merge-field', at, count: 1 },
      'error 名单 B3：这一格还是邮件合并的域（如 «单位»），没有换成内容。请完成合并后重新导入。',
    ],
    [
      { code: 'photo-outside', count: 2 },
      'warning 名单：表格以外有 2 张图片，分不清是谁的照片，没有采用。是照片的，请放进本人那一行或“照片”一格（环绕方式选“嵌入型”），或改用照片文件夹。',
    ],
    [
      { code: 'photo-linked', at, count: 1 },
      'warning 名单 B3：这张图片只是一个链接，图片本身不在文件里，没有采用。请重新插入图片（不要选“链接到文件”），或改用照片文件夹。',
    ],
    [
      { code: 'photo-unseen', at, count: 1 },
      'warning 名单 B3：这里有一张看不见的图片（被隐藏、大小为零、全透明或裁剪得一点不剩），没有采用。不要的请删去；要用的请显示出来。',
    ],
    [
      { code: 'photo-shaped', at, count: 1, what: '是斜放的' },
      'warning 名单 B3：这张图片在文件里是斜放的，裁掉或转过的部分还在文件里，没有采用。请用看图软件裁剪成要公示的样子，重新插入或改用照片文件夹。',
    ],
  ];
  for (const [notice, right] of cases) {
    it(`${notice.code}${notice.what === undefined ? '' : `, ${notice.what}`}`, () =>
      assert.deepEqual(told(notice), [right]));
  }

  it('of a private value in a box that it is there, and not what it is', () => {
    const box = { code: 'import-part-unread', at, count: 1, what: '文本框', text: '联系人 13800138000' } as const;
    assert.deepEqual(told(box), [
      'warning 名单 B3：这里有文本框，里面的文字没有读取。请核对；要用的请写进单元格或正文，不用的请删去。',
      'warning 名单 B3：文本框里有像手机号码的内容，没有读取。请从原表里删去，不要再往外传。',
    ]);
  });

  it('of a whole sheet without a cell', () => {
    const printed = {
      code: 'import-part-unread',
      at: { sheet: 0 },
      count: 1,
      what: '打印页眉页脚',
      text: '内部',
    } as const;
    assert.match(told(printed)[0] ?? '', /^warning 名单：这里有打印页眉页脚/);
  });

  it('the opening of a long text only', () => {
    const long = { code: 'import-part-unread', at, count: 1, what: '脚注', text: '甲'.repeat(30) } as const;
    assert.match(told(long)[0] ?? '', new RegExp(`：“${'甲'.repeat(20)}…”。`));
  });
});
