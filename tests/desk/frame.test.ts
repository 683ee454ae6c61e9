import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import { lineDifference } from '#desk/frame/line-difference.ts';
import { commandLine, wordsOf } from '#desk/frame/words.ts';
import { SCREENS } from '#desk/screens/index.ts';
import { foreign } from '#desk/server/guard.ts';
import { cookieIn } from '#desk/server/sessions.ts';

describe('the screens', () => {
  it('have each an address of its own, and in the menu a name', () => {
    const paths = SCREENS.map(({ path }) => path);
    const names = SCREENS.filter(({ menu }) => menu !== undefined).map(({ title }) => title);
    for (const all of [paths, names]) assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted());
  });
});

describe('the sentences of a verb', () => {
  const options = {
    approver: { type: 'string', help: '批准人' },
    'sole-reason': { type: 'string', help: '没有复核人时，写明为什么只有一人办理' },
  } as const;

  it('call an option as the form does, or as its help begins', () => {
    const said = '缺少 --approver（批准人）、--date（批准文件的日期）。请补上。';
    assert.equal(clerkWords(said, options, { date: '文件日期' }), '缺少 “批准人”、“文件日期”。请补上。');
    assert.equal(clerkWords('请用 --sole-reason 写明原因。', options, {}), '请用 “没有复核人时” 写明原因。');
  });

  it('leave out what would be typed next', () => {
    const said = [
      '已记录：更正，2024年9月12日（星期四） 10:00 起公布。',
      '接下来：出校样（npm run proof -- --round a/2024 --out 校样.html），再重新生成网站（npm run build）。',
      '以后如有改动，npm run check 会逐项指出。写入 acts/x.md。',
      '  2. 空白汇总表：npm run template -- --round a/2024 --out 汇总表.xlsx',
    ].join('\n');
    assert.equal(
      clerkWords(said, options, {}),
      '已记录：更正，2024年9月12日（星期四） 10:00 起公布。\n\n写入 acts/x.md。',
    );
  });
});

describe('the command of an action', () => {
  it('gives a shell the very words', { skip: process.platform === 'win32' }, () => {
    const words = wordsOf({
      reason: `他说"好"，it's $HOME \`x\` !1`,
      old: '-1',
      empty: '',
      flag: true,
      off: false,
      many: ['甲', '', '乙 丙'],
    });
    assert.deepEqual(words, [
      '--reason',
      `他说"好"，it's $HOME \`x\` !1`,
      '--old=-1',
      '--flag',
      '--many',
      '甲',
      '--many',
      '乙 丙',
    ]);
    const [, typed = ''] = commandLine('act', words).split('npm run act -- ');
    const { stdout } = spawnSync('sh', ['-c', `for word in ${typed}; do printf '%s\\n' "$word"; done`], {
      encoding: 'utf8',
    });
    assert.deepEqual(stdout.trimEnd().split('\n'), words);
  });
});

describe('two texts', () => {
  it('differ in the lines that went and came, side by side, in their order', () => {
    assert.deepEqual(lineDifference('甲\n乙\n丙\n丁', '甲\n乙二\n丙\n戊\n丁'), [
      { before: '乙', after: '乙二' },
      { before: undefined, after: '戊' },
    ]);
    assert.deepEqual(lineDifference('同', '同'), []);
    assert.deepEqual(lineDifference('甲\n乙', '乙'), [{ before: '甲', after: undefined }]);
  });

  it('that are long are compared as well', () => {
    const long = Array.from({ length: 3000 }, (_, n) => `第${n}行`);
    assert.deepEqual(lineDifference(long.join('\n'), [...long.slice(0, 7), '新', ...long.slice(8)].join('\n')), [
      { before: '第7行', after: undefined },
      { before: undefined, after: '新' },
    ]);
  });
});

describe('the guard', () => {
  const own = { method: 'GET', hosts: ['127.0.0.1:8123'], origin: undefined, site: undefined };

  it('lets through what a browser sends from the desk, and who types the address', () => {
    for (const asked of [
      own,
      { ...own, site: 'none' },
      { ...own, method: 'POST', origin: 'http://127.0.0.1:8123', site: 'same-origin' },
      { ...own, method: 'POST', origin: 'http://127.0.0.1:8123' },
    ])
      assert.equal(foreign(asked, 8123), undefined, JSON.stringify(asked));
  });

  it('and nothing that only looks alike', () => {
    for (const [asked, code] of [
      [{ ...own, hosts: [] }, 'desk-host'],
      [{ ...own, hosts: ['127.0.0.1:81234'] }, 'desk-host'],
      [{ ...own, hosts: ['127.0.0.1:8123.evil.example'] }, 'desk-host'],
      [{ ...own, hosts: ['[::1]:8123'] }, 'desk-host'],
      [{ ...own, hosts: ['2130706433:8123'] }, 'desk-host'],
      [{ ...own, method: 'PUT' }, 'desk-method'],
      [{ ...own, method: 'POST', origin: 'http://127.0.0.1:8123.evil.example' }, 'desk-origin'],
      [{ ...own, method: 'POST', origin: 'http://127.0.0.1:81' }, 'desk-origin'],
      [{ ...own, method: 'POST', origin: 'http://127.0.0.1:8123', site: 'none' }, 'desk-origin'],
      [{ ...own, site: 'same-site' }, 'desk-origin'],
    ] as const)
      assert.equal(foreign(asked, 8123), code, JSON.stringify(asked));
  });

  it('reads a cookie by its whole name', () => {
    assert.equal(cookieIn('a=1; jiangbang-desk-80=x; b=2', 'jiangbang-desk-80'), 'x');
    for (const header of [
      undefined,
      '',
      'jiangbang-desk-8=x',
      'xjiangbang-desk-80=x',
      'jiangbang-desk-80=x; jiangbang-desk-80=y',
    ])
      assert.equal(cookieIn(header, 'jiangbang-desk-80'), undefined, header);
  });
});
