import { spawn } from 'node:child_process';

/**
 * What a command is put behind so that it sees no network, no other process and, where the system lets, no file of its user but one
 * folder. The first of these that works here; nothing where none does.
 */
export async function sandbox(folder: string): Promise<readonly string[]> {
  for (const wrap of [bubblewrap, userNamespace]) {
    const words = wrap(folder);
    if (await works([...words, 'true'])) return words;
  }
  return [];
}

function bubblewrap(folder: string): readonly string[] {
  return [
    ...['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--ro-bind', '/', '/'],
    ...['--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp', '--tmpfs', '/home', '--tmpfs', '/root'],
    ...['--bind', folder, folder, '--chdir', folder],
  ];
}

function userNamespace(): readonly string[] {
  return ['unshare', '--user', '--map-root-user', '--net', '--pid', '--ipc', '--fork', '--kill-child', '--mount-proc'];
}

function works([command = '', ...rest]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, rest, { stdio: 'ignore', timeout: 5000 });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
