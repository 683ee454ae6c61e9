import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { findProgram } from '#tests/system-program.ts';

/** A machine of which one knows no more than that `npm ci` ran on it: Node, npm, git, a shell … */
const BARE = ['npm', 'npx', 'git', 'sh', 'bash'];
/** … and GNU coreutils. */
const COREUTILS =
  `[ arch b2sum base32 base64 basename basenc cat chcon chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir
  dircolors dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir
  mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv printf ptx pwd readlink realpath rm rmdir runcon
  seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee test timeout
  touch tr true truncate tsort tty uname unexpand uniq unlink uptime users vdir wc who whoami yes`.split(/\s+/);

/** DejaVu: `fontconfig-config`, without which no browser is installed, depends on it. It has no Han character. */
const ONE_FONT = '/usr/share/fonts/truetype/dejavu';

/**
 * Makes a folder of links as the only place of programs beside the project's own, and returns the environment that leads there: no
 * program of the system but those above, and no font but the one that Debian brings with any program that draws text. (Without a single
 * font Chromium's renderer falls while it looks for its last resort; a machine with a browser is never so bare.)
 */
export async function bareEnvironment(directory: string): Promise<Record<string, string>> {
  const folder = join(directory, 'bare');
  await mkdir(folder);
  for (const name of [...BARE, ...COREUTILS]) {
    const path = findProgram(name);
    if (path !== undefined) await symlink(path, join(folder, name));
  }
  await symlink(process.execPath, join(folder, 'node'));
  const browser = findBrowser((line) => process.stderr.write(`${line}\n`));
  const chromium = join(folder, 'chromium');
  // The start script that a distribution puts before its browser belongs to the browser, with whatever it calls.
  const whole = (process.env['PATH'] ?? '').replaceAll("'", "'\\''");
  await writeFile(chromium, `#!/bin/sh\nPATH='${whole}' exec '${browser}' "$@"\n`, { mode: 0o755 });
  const fonts = join(directory, 'one-font.conf');
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>${ONE_FONT}</dir></fontconfig>`,
  );
  return { PATH: `${folder}:${join(ROOT, 'node_modules/.bin')}`, CHROMIUM_PATH: chromium, FONTCONFIG_FILE: fonts };
}

/** Runs `task` with these variables in the environment, for this process and what it starts, and puts back what was there. */
export async function within<T>(variables: Record<string, string>, task: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await task();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

const ALIASES: Record<string, string> = { '#core/': 'src/core/', '#pipeline/': 'src/pipeline/', '#tests/': 'tests/' };
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+['"]([^'"]+)['"]/g;

/** Those of `files` that can start a program: in them, or in what they import, stands `node:child_process`. */
export async function startsPrograms(files: readonly string[]): Promise<string[]> {
  const imports = new Map<string, string[]>();
  const starts = async (file: string, seen: Set<string>): Promise<boolean> => {
    if (seen.has(file)) return false;
    seen.add(file);
    let found = imports.get(file);
    if (found === undefined) {
      const text = await readFile(file, 'utf8');
      found = [...text.matchAll(IMPORT)].flatMap(([, specifier = '']) => pathOf(file, specifier) ?? []);
      imports.set(file, found);
    }
    if (found.includes('node:child_process')) return true;
    for (const one of found) if (await starts(one, seen)) return true;
    return false;
  };
  const chosen = await Promise.all(files.map((file) => starts(file, new Set())));
  return files.filter((_, index) => chosen[index]);
}

/** The module itself, where it is one of the repository's; the name of Node's where it starts programs. */
function pathOf(file: string, specifier: string): string | undefined {
  if (specifier === 'node:child_process') return specifier;
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
  const path = alias
    ? join(ROOT, (ALIASES[alias] ?? '') + specifier.slice(alias.length))
    : specifier.startsWith('.')
      ? join(dirname(file), specifier)
      : undefined;
  return path?.endsWith('.ts') && existsSync(path) ? path : undefined;
}
