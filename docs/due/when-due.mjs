// Rebuilds the site when something has become due since the last build, and publishes it where a target is named.
// Usage: node when-due.mjs [folder of the program] [content] [target]. For Windows, whose task scheduler knows no sh; runs anywhere.
// Says nothing while nothing is due. Exit 0: done or nothing to do; else that of the command that failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [program = '.', content = 'content', target] = process.argv.slice(2);
const root = resolve(program);
const [own, out] = [resolve(content), join(dirname(resolve(content)), 'dist')];
// Beside the packages: a fresh installation forgets it, and the next look builds.
const stamps = join(root, 'node_modules');
const built = process.env.JIANGBANG_STAMP ?? join(stamps, '.last-build');
const published = process.env.JIANGBANG_PUBLISHED ?? join(stamps, '.last-publish');
const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');

const verb = (name, ...given) =>
  spawnSync(process.execPath, [join(root, 'scripts', `${name}.ts`), ...given, '--content', own], {
    encoding: 'utf8',
    cwd: dirname(own),
    windowsHide: true,
  });
const finish = ({ status, stdout, stderr }) => {
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  process.exit(status ?? 1);
};

// due exits 0: nothing since the last build; 1: something became due, or the content has a fault that the build will name.
const isDue =
  !existsSync(built) || verb('due', '--since', readFileSync(built, 'utf8').trim(), '--now', now).status !== 0;
if (isDue || !existsSync(out)) {
  finish(verb('build', '--out', out));
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, `${now}\n`);
}
// The site is younger than the last publication, or there has been none: a publication that failed is tried again next time.
if (target !== undefined && !(existsSync(published) && statSync(published).mtimeMs >= statSync(out).mtimeMs)) {
  finish(verb('publish', '--to', target, '--site', out, '--wait', '60'));
  mkdirSync(dirname(published), { recursive: true });
  writeFileSync(published, `${now}\n`);
}
