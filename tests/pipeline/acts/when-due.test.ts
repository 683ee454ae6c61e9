import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { before, describe, it } from 'node:test';
import sax from 'sax';
import { ROOT } from '#pipeline/commands/root.ts';
import { emptyFolder } from '#tests/pipeline/publish/a-target.ts';

const file = (name: string): string => join(ROOT, 'docs/due', name);

describe('the recipe for the task scheduler of Windows', () => {
  let home: string;
  before(async () => {
    home = await emptyFolder();
    for (const folder of ['程序/scripts', '程序/node_modules', '我的 内容'])
      await mkdir(join(home, folder), { recursive: true });
    for (const verb of ['due', 'build', 'publish']) {
      const script = `
        import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
        appendFileSync(${JSON.stringify(join(home, 'calls'))}, '${verb} ' + process.argv.slice(2).join(' ') + '\\n');
        if ('${verb}' === 'build') mkdirSync('dist', { recursive: true });
        console.error('${verb} spoke');
        process.exitCode = JSON.parse(readFileSync(${JSON.stringify(join(home, 'answers'))}, 'utf8'))['${verb}'];`;
      await writeFile(join(home, '程序/scripts', `${verb}.ts`), script);
    }
  });

  const look = async (answers: Record<string, number>, ...target: string[]) => {
    await writeFile(join(home, 'answers'), JSON.stringify({ due: 0, build: 0, publish: 0, ...answers }));
    await rm(join(home, 'calls'), { force: true });
    const given = [file('when-due.mjs'), join(home, '程序'), join(home, '我的 内容'), ...target];
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: '/', encoding: 'utf8' });
    const calls = await readFile(join(home, 'calls'), 'utf8').catch(() => '');
    const stamped = calls.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'WHEN').replaceAll(home, '');
    return { status, said: stdout + stderr, calls: stamped.split('\n').filter((line) => line !== '') };
  };
  const ask = 'due --since WHEN --now WHEN --content /我的 内容';
  const build = 'build --out /dist --content /我的 内容';
  const publish = 'publish --to D:\\公示 --site /dist --wait 60 --content /我的 内容';

  it('builds at first, then only when something is due, and says why it failed', async () => {
    assert.deepEqual(await look({ build: 1 }), { status: 1, said: 'build spoke\n', calls: [build] });
    assert.deepEqual(await look({}), { status: 0, said: '', calls: [build] });
    assert.deepEqual(await look({}), { status: 0, said: '', calls: [ask] });
    assert.deepEqual(await look({ due: 1 }), { status: 0, said: '', calls: [ask, build] });
  });

  it('publishes what was built where a target is named, again after a failure, and not without need', async () => {
    const to = 'D:\\公示';
    assert.deepEqual(await look({ publish: 1 }, to), { status: 1, said: 'publish spoke\n', calls: [ask, publish] });
    assert.deepEqual(await look({}, to), { status: 0, said: '', calls: [ask, publish] });
    assert.deepEqual(await look({}, to), { status: 0, said: '', calls: [ask] });
  });

  it('is a task as its schema has it, that starts this script, never twice at once', async () => {
    const xml = await readFile(file('task-scheduler.xml'), 'utf8');
    // schtasks refuses a declared encoding that is not the one of the bytes.
    assert.match(xml, /^<\?xml version="1\.0"\?>\n[\x20-\x7e\n]+$/);
    const texts = new Map<string, string>();
    const open: string[] = [];
    const parser = sax.parser(true);
    parser.onopentag = ({ name, attributes }) => {
      open.push(name);
      if (name === 'Task') texts.set('xmlns', (attributes as Record<string, string>)['xmlns'] ?? '');
    };
    parser.ontext = (text) => void (text.trim() !== '' && texts.set(open.at(-1) ?? '', text));
    parser.onclosetag = () => void open.pop();
    parser.write(xml).close();
    const one = (name: string) => texts.get(name) ?? '';
    assert.equal(one('xmlns'), 'http://schemas.microsoft.com/windows/2004/02/mit/task');
    assert.equal(one('Interval'), 'PT5M');
    assert.equal(one('MultipleInstancesPolicy'), 'IgnoreNew');
    assert.equal(one('RunLevel'), 'LeastPrivilege');
    const [script = '', ...places] = one('Arguments').split(' ');
    assert.equal(win32.basename(script), 'when-due.mjs');
    assert.equal(win32.basename(one('Command')), 'node.exe');
    for (const path of [one('Command'), script, ...places]) assert.ok(win32.isAbsolute(path), path);
  });
});
