import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { Refusal } from './command-line.ts';

/** Where browsers lie that nobody had to tell us about. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, the system's, Playwright's own; else it is installed, by Playwright's
 * download and then by the system's package manager. Refuses with a sentence that says what to install.
 */
export function findBrowser(say: (line: string) => void): string {
  const found = present();
  if (found !== undefined) return found;
  const attempts: { saying: string; command: string[][] }[] = [
    { saying: '没有找到 Chromium，正在用 Playwright 下载…', command: [['npx', 'playwright', 'install', 'chromium']] },
    ...(process.platform !== 'linux'
      ? []
      : [
          {
            saying: '下载不成，正在用系统的软件包管理器安装…',
            command: [
              ['apt-get', 'update'],
              ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
            ],
          },
        ]),
  ];
  for (const { saying, command } of attempts) {
    say(saying);
    for (const [program = '', ...args] of command) {
      spawnSync(program, args, {
        stdio: 'ignore',
        timeout: 240_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    const installed = present();
    if (installed !== undefined) return installed;
  }
  throw browserMissing(process.platform);
}

/** The sentence for a machine without a browser, in the words of its own system. */
export function browserMissing(platform: NodeJS.Platform): Refusal {
  const install =
    platform === 'linux' ? '请安装 Chromium（例如 sudo apt-get install chromium）' : '请安装 Edge 或 Chrome';
  return new Refusal(
    'browser-missing',
    `没有可用的浏览器，自动安装也没有成功。${install}，或用环境变量 CHROMIUM_PATH 指明它的位置。`,
  );
}

function present(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [named, ...USUAL_PLACES, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}
