import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { SCREENS } from '#desk/screens/index.ts';
import { startDesk } from '#desk/start/start-desk.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { findBrowser } from '#pipeline/commands/find-browser.ts';

const CONTENT = fileURLToPath(new URL('../fixtures/content/base', import.meta.url));
/** On the second day of the fixture's window. */
const NOW = '2024-09-04T10:00:00+08:00';
const ROUND = 'round=chenghu-craftsman%2F2024';

/** The name of a picture → the page of the desk that it shows. */
const PICTURES: Readonly<Record<string, string>> = {
  首页: '/',
  新一届: '/new-round',
  导入: `/import?${ROUND}`,
  名单与个人: `/people?${ROUND}`,
  照片: `/photos?${ROUND}`,
  检查: `/check?${ROUND}`,
  校样与批准: `/approval?${ROUND}`,
  发布: '/publish',
  纸面: `/paper?${ROUND}`,
  更正与公告: `/acts?${ROUND}`,
  撤下个人: '/takedown?name=%E5%BA%BE%E5%B2%9A',
};

/** Every picture of the handbook, from the running desk over the fixture's invented people. */
export async function handbookPictures(out: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-handbook-'));
  const content = join(folder, 'content');
  await cp(CONTENT, content, { recursive: true });
  await mkdir(out, { recursive: true });
  const clock = (): number => parseInstant(NOW) ?? Number.NaN;
  const desk = await startDesk({ content, usualContent: false, screens: SCREENS, clock, port: 0, idle: 600_000 });
  const executablePath = findBrowser(() => undefined);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 720 }, locale: 'zh-CN' });
    await page.goto(desk.address);
    for (const [name, path] of Object.entries(PICTURES)) {
      const answer = await page.goto(new URL(path, page.url()).href);
      if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status() ?? 'no answer'}`);
      const shot = await page.screenshot({ animations: 'disabled' });
      await sharp(shot)
        .png({ palette: true, colours: 64, compressionLevel: 9 })
        .toFile(join(out, `${name}.png`));
    }
  } finally {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const names = Object.keys(PICTURES);
  return { exit: 0, json: { out, pictures: names }, text: `已写到 ${out}：${names.join('、')}。\n` };
}
