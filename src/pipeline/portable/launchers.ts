import { VERSION_FILE } from './layout.ts';

const INCOMPLETE = '程序文件不全。请把压缩包全部解压到一个文件夹，再双击“启动匠榜”。';

/** What a clerk clicks, by name. They only start the version that `version.txt` names: a new version needs no other. */
export const LAUNCHERS: ReadonlyMap<string, Uint8Array> = new Map([
  ['启动匠榜.cmd', windowsLauncher()],
  ['启动匠榜.sh', new TextEncoder().encode(shellLauncher())],
]);

/** Read by cmd.exe by the code page of a Chinese Windows: GBK, with CRLF. `pushd` takes a share of another computer too. */
function windowsLauncher(): Uint8Array {
  return gbk(
    [
      '@echo off',
      'setlocal',
      'title Jiangbang',
      'pushd "%~dp0"',
      'set "APP="',
      `if exist ${VERSION_FILE} for /f "usebackq delims=" %%v in ("${VERSION_FILE}") do if not defined APP set "APP=%%v"`,
      'if not defined APP goto incomplete',
      'if not exist "%APP%\\node\\node.exe" goto incomplete',
      'set "PATH=%CD%\\%APP%\\node;%PATH%"',
      '"%APP%\\node\\node.exe" "%APP%\\scripts\\desk.ts" --content content %*',
      'if errorlevel 1 pause',
      'goto end',
      ':incomplete',
      `echo ${INCOMPLETE}`,
      'echo The program is incomplete. Unzip the whole package first.',
      'pause',
      ':end',
      'popd',
      '',
    ].join('\r\n'),
  );
}

function shellLauncher(): string {
  return `#!/bin/sh
# Starts the version that ${VERSION_FILE} names.
cd "$(dirname "$0")" || exit 1
app=$(head -n 1 ${VERSION_FILE} 2> /dev/null | tr -d '\\r')
if [ -z "$app" ] || [ ! -x "$app/node/node" ]; then
  echo '${INCOMPLETE}' >&2
  exit 1
fi
PATH="$PWD/$app/node:$PATH"
export PATH
exec "$app/node/node" "$app/scripts/desk.ts" --content content "$@"
`;
}

/** The bytes of a text in GBK, which Node reads and does not write: every pair of bytes is asked what it says. */
export function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      if (code < 0x80) return [code];
      const pair = pairs.get(sign);
      if (!pair) throw new RangeError(`${sign} is not in GBK`);
      return [...pair];
    }),
  );
}
