import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { SCREENS } from '#desk/screens/index.ts';
import { ROOT } from '#pipeline/commands/root.ts';

const HANDBOOK = 'docs/手册';

async function pages(): Promise<string[]> {
  const docs = await readdir(join(ROOT, 'docs'), { recursive: true });
  return [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    ...docs.filter((path) => path.endsWith('.md')).map((path) => `docs/${path}`),
  ];
}

const text = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');

/** The anchor of a heading, as code hosts make it. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

describe('the documents', () => {
  it('link to what is there, and to headings that are there', async () => {
    const broken: string[] = [];
    let links = 0;
    for (const page of await pages()) {
      const source = (await text(page)).replace(/```[\s\S]*?```/g, '');
      for (const [, target = ''] of source.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:https?|mailto):/.test(target)) continue;
        links += 1;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        if (!existsSync(join(ROOT, file))) broken.push(`${page}: ${target}`);
        else if (anchor !== undefined) {
          const heads = [...(await text(file)).matchAll(/^#{1,6} (.+)$/gm)].map(([, one = '']) => anchorOf(one));
          if (!heads.includes(anchor)) broken.push(`${page}: ${target}`);
        }
      }
    }
    assert.ok(links > 40, String(links));
    assert.deepEqual(broken, []);
  });

  it('begin for an office with the double-click, and leave the command line to a page of its own', async () => {
    const first = await text('README.zh-CN.md');
    const heads = [...first.matchAll(/^## (.+)$/gm)].map(([, head]) => head);
    assert.equal(heads[0], '双击就用');
    assert.doesNotMatch(first, /npm (?:run|ci)/);
    for (const name of ['启动匠榜.cmd', '启动匠榜.sh', 'version.txt', 'docs/手册/README.md', 'docs/命令行.md']) {
      assert.ok(first.includes(name), name);
    }
  });

  it('name every verb of an office on the page of the command line, and no other', async () => {
    const { scripts } = JSON.parse(await text('package.json')) as { scripts: Record<string, string> };
    const page = await text('docs/命令行.md');
    for (const [, verb = ''] of page.matchAll(/npm run ([a-z][a-z-]*)/g)) assert.ok(verb in scripts, verb);
    for (const verb of ['import', 'publish', 'rollback', 'verify', 'paper', 'desk', 'update']) {
      assert.ok(page.includes(`\`${verb}\``) || page.includes(`npm run ${verb}`), verb);
    }
  });
});

describe('the handbook', () => {
  it('has a page for each task, all of them in its list, and every picture it shows', async () => {
    const files = await readdir(join(ROOT, HANDBOOK));
    const list = await text(`${HANDBOOK}/README.md`);
    const tasks = files.filter((name) => /^\d+-.*\.md$/.test(name));
    assert.ok(tasks.length >= 11);
    for (const name of tasks) {
      assert.ok(list.includes(`(${name})`), name);
      const page = await text(`${HANDBOOK}/${name}`);
      assert.ok(page.startsWith(`# ${name.replace('.md', '').replace('-', ' ')}\n`), name);
      assert.doesNotMatch(page, /npm run/, name);
    }
  });

  it('names screens as the menu of the desk does', () => {
    const titles = SCREENS.map(({ title }) => title);
    for (const name of [
      '发布',
      '纸面',
      '检查',
      '校样与批准',
      '更正与公告',
      '结果',
      '撤下个人',
      '更新',
      '新一届',
      '放假安排',
      '导入',
      '照片',
      '名单与个人',
      '复核',
    ]) {
      assert.ok(titles.includes(name), name);
    }
  });
});
