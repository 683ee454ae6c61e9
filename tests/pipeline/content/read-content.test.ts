import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree, readContent } from '#pipeline/content/read-content.ts';
import { said } from '#tests/builders.ts';

const BASE = new URL('../../fixtures/content/base', import.meta.url).pathname;
const ROUND = 'programmes/chenghu-craftsman/rounds/2024';

let base: TreeFile[];
before(async () => {
  base = (await readTree(BASE)) ?? [];
});

const file = (path: string, text: string): TreeFile => {
  const bytes = new TextEncoder().encode(text);
  return { path, kind: 'file', size: bytes.length, bytes };
};
const photo = (path: string): TreeFile => ({ path, kind: 'file', size: 1000 });
const without = (...paths: string[]): TreeFile[] => base.filter(({ path }) => !paths.includes(path));

describe('a content folder', () => {
  it('is read into programmes, rounds and people', async () => {
    const { content, findings } = await readContent(BASE);
    assert.deepEqual(findings, []);
    const [programme] = content?.programmes ?? [];
    assert.equal(programme?.programme.data.title, '澄湖工匠');
    const [round] = programme?.rounds ?? [];
    assert.deepEqual([round?.id, round?.edition], ['chenghu-craftsman/2024', '2024']);
    assert.deepEqual(round?.people.map(({ id }) => id).sort(), ['k7m2xq4', 'p3wd9hz', 't5vb8nc']);
    assert.deepEqual(
      round?.roster?.data.people.map(({ name }) => name),
      ['骆青川', '庾岚', '帕丽扎·铁木尔'],
    );
    assert.equal(round?.notice?.data.published, '2024-09-10');
    assert.deepEqual(round?.roster?.sections, []);
    assert.equal(round?.result?.data.conferredOn, '2024-10-16');
    assert.deepEqual(
      content?.calendarYears.map(({ data }) => data.year),
      [2024],
    );
  });

  it('knows the line of what it read', async () => {
    const { content } = await readContent(BASE);
    const round = content?.programmes[0]?.rounds[0];
    // Counted in the files by hand.
    assert.equal(round?.round.lines['publicity.closesOn'], 7);
    assert.equal(round?.round.lines['nominatingBodies.1'], 25);
    assert.equal(round?.roster?.lines['people.2.name'], 6);
    const yu = round?.people.find(({ id }) => id === 'k7m2xq4');
    assert.deepEqual(
      yu?.sections.map(({ heading, line }) => [heading, line]),
      [
        ['事迹材料', 22],
        ['个人自述', 26],
      ],
    );
  });

  it('that is not there is told so', async () => {
    const { content, readable, findings } = await readContent('/nowhere/at/all');
    assert.equal(content, undefined);
    assert.equal(readable, undefined);
    assert.deepEqual(said(findings), [
      '✗ /nowhere/at/all：找不到内容目录。请核对 --content 后面写的路径。 [content-missing]',
    ]);
  });

  it('that is empty misses its settings', () => {
    assert.deepEqual(said(parseTree([]).findings), ['✗ site.json：缺少这个文件：站点设置。请补上。 [file-missing]']);
  });

  it('with a fault gives nothing to publish, and what can be read to the rules', () => {
    const { content, readable, findings } = parseTree([...without('site.json'), file('site.json', '{}')]);
    assert.equal(content, undefined);
    assert.equal(readable, undefined);
    assert.equal(findings.length, 4);
    const stray = parseTree([...base, file('notes.txt', '备忘')]);
    assert.equal(stray.content, undefined);
    assert.equal(stray.readable?.programmes.length, 1);
  });

  it('lists its photos by round', () => {
    const { photos, findings } = parseTree([...base, photo(`${ROUND}/photos/p3wd9hz.jpg`)]);
    assert.deepEqual(findings, []);
    assert.deepEqual([...photos], [['chenghu-craftsman/2024', ['p3wd9hz']]]);
  });
});

describe('a round folder', () => {
  it('without its round.md, or a programme without its programme.md, is told what is missing', () => {
    assert.deepEqual(said(parseTree(without(`${ROUND}/round.md`)).findings), [
      '✗ round.md：缺少这个文件：本届的日期、渠道和名额。请补上。 [file-missing]',
    ]);
    assert.deepEqual(said(parseTree(without('programmes/chenghu-craftsman/programme.md')).findings), [
      '✗ programmes/chenghu-craftsman/programme.md：缺少这个文件：选树活动的规则。请补上。 [file-missing]',
    ]);
  });

  it('may hold nothing but its round.md while it is prepared', () => {
    const prepared = base.filter(({ path }) => !path.startsWith(ROUND) || path === `${ROUND}/round.md`);
    const { content } = parseTree(prepared);
    const round = content?.programmes[0]?.rounds[0];
    assert.deepEqual(
      [round?.people, round?.roster, round?.notice, round?.result],
      [[], undefined, undefined, undefined],
    );
  });
});

describe('a name of a file or folder', () => {
  const refused = (path: string) =>
    said(parseTree([...base, file(path, '')]).findings).filter((line) => line.includes(path.replace(`${ROUND}/`, '')));

  it('is an address: no capitals, no Chinese, no dots, no spaces, at most 64 characters', () => {
    const names = ['K7M2XQ4', '庾岚', 'a.b', 'a b', '-a', 'a--b', 'a_b', 'x'.repeat(65), '..%2f', '%00', 'a~'];
    for (const name of names) {
      assert.match(refused(`${ROUND}/candidates/${name}.md`).join('\n'), /\[bad-id\]$/m, name);
    }
    assert.match(refused('programmes/澄湖工匠/programme.md').join('\n'), /\[bad-id\]$/m);
  });

  it('stands in its place in the layout', () => {
    const names = ['README.md', '.htaccess', 'programmes/x.md', `${ROUND}/candidates/a/b.md`, `${ROUND}/photos/a.png`];
    for (const name of [...names, `${ROUND}/.env`]) {
      assert.match(refused(name).join('\n'), /\[unexpected-file\]$/m, name);
    }
    for (const name of ['calendar/26.json', 'calendar/2026.md']) {
      assert.match(refused(name).join('\n'), /\[calendar-file-name\]$/m, name);
    }
    assert.match(refused(`${ROUND}/candidates/k7m2xq4.mdx`).join('\n'), /\[mdx-in-content\]$/m);
  });

  it('is no link, even to a photo', () => {
    const link: TreeFile = { path: `${ROUND}/photos/p3wd9hz.jpg`, kind: 'link', size: 10 };
    assert.deepEqual(said(parseTree([...base, link]).findings), [
      '✗ photos/p3wd9hz.jpg：这是一个快捷方式（符号链接），不是文件。请放入文件本身。 [link-in-content]',
    ]);
  });

  it('differs from every other by more than case', () => {
    const twin = file(`${ROUND}/NOTICE.md`, '');
    assert.match(said(parseTree([...base, twin]).findings).join('\n'), /\[id-differs-by-case\]$/m);
  });
});

describe('the calendar files of a folder', () => {
  it('carry their year in their name and do not contradict each other', () => {
    const other = {
      year: 2025,
      coverage: { from: '2025-01-01', to: '2025-12-31' },
      document: { title: '通知', date: '2024-11-12' },
      holidays: [{ name: '元旦', daysOff: ['2024-09-14', '2025-01-01'], makeUpWorkdays: [] }],
    };
    assert.deepEqual(said(parseTree([...base, file('calendar/2025.json', JSON.stringify(other))]).findings), [
      '✗ calendar/2024.json：2024-09-14 在 2024、2025 两年的日历文件里一个写放假、一个写上班。请对照通知原文，只留一处。 [calendar-contradiction]',
    ]);
    assert.deepEqual(
      said(parseTree([...base, file('calendar/2026.json', JSON.stringify({ ...other, holidays: [] }))]).findings),
      ['✗ calendar/2026.json：文件名的年份与文件里写的 year 不一致。请改成 2025.json。 [calendar-year-differs]'],
    );
  });
});

describe('a JSON file', () => {
  const roster = (text: string) => {
    const { findings } = parseTree([...without(`${ROUND}/roster.json`), file(`${ROUND}/roster.json`, text)]);
    return said(findings);
  };
  const unreadable = (line: number) => [
    `✗ roster.json 第 ${line} 行：不是合乎规定的 JSON：请检查引号、逗号和括号是否成对。 [json-unreadable]`,
  ];

  it('with a slip is told its line, whatever the slip', () => {
    assert.deepEqual(roster('{\n  "orderedBy": "甲"\n  "people": []\n}'), unreadable(3));
    assert.deepEqual(roster('{\n  "orderedBy": 甲,\n  "people": []\n}'), unreadable(2));
    assert.deepEqual(roster('{\n  "orderedBy": "甲,\n  "people": []\n}'), unreadable(2));
    assert.deepEqual(roster('{\n  "orderedBy": "甲",\n  "people": [1,]\n}'), unreadable(3));
    assert.deepEqual(roster('{\n  "orderedBy": "甲",\n}'), unreadable(3));
    assert.deepEqual(roster('{\n  "orderedBy": "甲"\n}}\n'), unreadable(3));
    assert.deepEqual(roster('{\n  "orderedBy": "甲",\n'), unreadable(3));
    assert.deepEqual(roster(''), unreadable(1));
    assert.deepEqual(roster('{}\n\n}\n'), unreadable(3));
    assert.deepEqual(roster('{\n  "orderedBy": "甲\n乙"\n}'), unreadable(2));
    assert.deepEqual(roster('// 名单\n{}'), unreadable(1));
  });

  it('is as strict as front matter about keys and numbers', () => {
    assert.match(roster('{ "orderedBy": "甲", "orderedBy": "乙", "people": [] }').join(), /\[yaml-duplicate-key\]$/);
    assert.match(roster('{ "orderedBy": 371000199001011234, "people": [] }').join(), /\[unquoted-number\]$/);
    assert.match(roster('{ "orderedBy": "甲\\u202e", "people": [] }').join(), /\[control-character\]$/);
  });

  it('may be indented with tabs', () => {
    const tabbed =
      '{\n\t"orderedBy": "甲",\n\t"people": [\n\t\t{ "id": "a", "name": "骆青川", "employer": "厂" }\n\t]\n}\n';
    assert.deepEqual(roster(tabbed), []);
  });
});

describe('a file with faults in its fields and in its text', () => {
  it('is told both at once', () => {
    const text = '---\ntitle: 公示\npublished: 2024-09-10\n---\n\n<b>公示</b>\n';
    const { findings } = parseTree([...without(`${ROUND}/notice.md`), file(`${ROUND}/notice.md`, text)]);
    assert.deepEqual(
      findings.map(({ code, where }) => [code, where.line]),
      [
        ['unquoted-date', 3],
        ['html-in-markdown', 6],
      ],
    );
  });
});
