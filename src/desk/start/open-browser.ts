import { spawn } from 'node:child_process';

/** Opens an address in the clerk's own browser; nothing is said where there is none, for the address is printed as well. */
export function openBrowser(address: string): void {
  const [program, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}
