import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type ServedSite, serveSite } from '#pipeline/release/serve-site.ts';
import { there } from '#tests/there.ts';
import { buildInto } from '../built-site.ts';
import { stopClockAt, withoutStandingClock } from './the-site.ts';

/** The six sample rounds with their counted days, from the printed calendars of their years, and the hour at which they close. */
const ROUNDS = [
  { id: 'weihai-craftsman/2023', unit: '天', days: ['2023-09-04', '09-05', '09-06', '09-07', '09-08'] },
  { id: 'weihai-chief-technician/2024', unit: '个工作日', days: ['2024-09-11', '09-12', '09-13', '09-14', '09-18'] },
  { id: 'jiaozuo-craftsman/2018', unit: '个工作日', days: ['2018-09-25', '09-26', '09-27', '09-28', '09-29'] },
  { id: 'baotou-craftsman/2023', unit: '个工作日', days: ['2023-04-06', '04-07', '04-10', '04-11', '04-12'] },
  {
    id: 'gangcheng-craftsman/2019',
    unit: '个工作日',
    days: ['2019-10-09', '10-10', '10-11', '10-12', '10-14'],
    hour: '17:00',
  },
  { id: 'weihai-chief-technician/2026', unit: '个工作日', days: ['2026-11-23', '11-24', '11-25', '11-26', '11-27'] },
];
const DAY = 86_400_000;

test.describe.configure({ mode: 'default' });
// The results are taken away: until they are announced the clock alone moves a notice.
let site: string;
let content: string;
let served: ServedSite;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  content = join(await mkdtemp(join(tmpdir(), 'jiangbang-clock-')), 'content');
  await cp('content', content, {
    recursive: true,
    filter: (file) => !/(?:result\.md|approval\.json|acts)$/.test(file),
  });
  // One acceptance answers a question that only the earlier result raises.
  const round = join(content, 'programmes/weihai-chief-technician/rounds/2026/round.md');
  const text = await readFile(round, 'utf8');
  await writeFile(round, text.replace(/^accepted:\n(?: .*\n)*/m, ''));
  site = await buildInto({ content });
  served = await serveSite({ out: site, base: '/', port: 0 });
});
test.afterAll(async () => {
  await served.stop();
  await rm(dirname(site), { recursive: true });
  await rm(dirname(content), { recursive: true });
});

interface Boundary {
  at: number;
  before: string;
  after: string;
}

/** Every instant at which the words change, with the words on both sides; worked out from the days above. */
function boundariesOf({ days, unit, hour }: (typeof ROUNDS)[number]): Boundary[] {
  const year = there(days[0]).slice(0, 4);
  const dates = days.map((day) => Date.parse(`${day.length === 5 ? `${year}-${day}` : day}T00:00:00+08:00`));
  const whole = unit === '天' ? `共${dates.length}天` : `共${dates.length}个`;
  const nth = (n: number): string => `公示中 · 第${n}${unit}，${whole}${n === dates.length ? '，今天截止' : ''}`;
  const rest = (n: number): string => `公示中 · 今天休息不计，已过${n}${unit}，${whole}`;
  const found: Boundary[] = [{ at: there(dates[0]), before: `公示尚未开始 · 共${dates.length}${unit}`, after: nth(1) }];
  dates.slice(1).forEach((date, index) => {
    const gap = date - there(dates[index]) > DAY;
    if (gap) found.push({ at: there(dates[index]) + DAY, before: nth(index + 1), after: rest(index + 1) });
    found.push({ at: date, before: gap ? rest(index + 1) : nth(index + 1), after: nth(index + 2) });
  });
  const [h, m] = (hour ?? '24:00').split(':').map(Number) as [number, number];
  const close = there(dates.at(-1)) + (h * 60 + m) * 60_000;
  return [...found, { at: close, before: nth(dates.length), after: '公示已结束，等待结果' }];
}

const DEVICES = [
  { name: 'a device in Shanghai', timezoneId: 'Asia/Shanghai', off: 0 },
  { name: 'a device in New York, three days slow', timezoneId: 'America/New_York', off: -3 * DAY },
  { name: 'a device on Kiritimati, three days fast', timezoneId: 'Pacific/Kiritimati', off: 3 * DAY },
];

for (const { name, timezoneId, off } of DEVICES) {
  test.describe(name, () => {
    test.use({ timezoneId });
    for (const round of ROUNDS) {
      test(`${round.id} is right a second before, at and after every boundary, on one open page`, async ({ page }) => {
        await withoutStandingClock(page, (device) => device - off);
        const [first, ...others] = boundariesOf(round);
        // The header tells whole seconds: the device is stopped at one, so that the two can be compared to the second.
        await stopClockAt(page, there(first).at + off - 600_000);
        const told = page.waitForResponse((response) => response.request().method() === 'HEAD');
        await page.goto(`${served.address}${round.id}/notice/`);
        await told;
        for (const { at, before, after } of [there(first), ...others]) {
          await page.clock.pauseAt(at + off - 1000);
          await expect(stateOf(page)).toHaveText(before);
          await page.clock.runFor(1000);
          await expect(stateOf(page)).toHaveText(after);
          await page.clock.runFor(1000);
          await expect(stateOf(page)).toHaveText(after);
        }
      });
    }
  });
}

test.describe('where the server does not tell the time', () => {
  for (const round of ROUNDS) {
    test(`${round.id} is never called closed`, async ({ page }) => {
      await withoutStandingClock(page, () => undefined);
      const close = there(boundariesOf(round).at(-1));
      for (const off of [-3 * DAY, 0, 3 * DAY]) {
        await page.clock.setFixedTime(close.at + off + 1000);
        await page.goto(`${served.address}${round.id}/notice/`);
        await page.waitForLoadState('networkidle');
        await expect(stateOf(page)).not.toContainText('已结束');
        await expect(page.locator('.until').first()).toContainText('截止');
      }
    });

    test(`${round.id} by the device’s clock says so, and is right where that clock is`, async ({ page }) => {
      await withoutStandingClock(page, () => undefined);
      const opening = there(boundariesOf(round)[0]);
      await page.clock.setFixedTime(opening.at + 1000);
      await page.goto(`${served.address}${round.id}/notice/`);
      await expect(stateOf(page)).toHaveText(opening.after);
      await expect(page.locator('[data-by-device]').first()).toBeVisible();
      // A clock from before the notice was published is not believed at all.
      await page.clock.setFixedTime(Date.parse('2001-01-01T00:00:00+08:00'));
      await page.reload();
      await expect(stateOf(page)).toHaveText(/^公示期 共5(?:天|个工作日)$/);
      await expect(page.locator('[data-by-device]').first()).toBeHidden();
    });
  }
});

function stateOf(page: Page): ReturnType<Page['locator']> {
  return page.locator('main [data-state]').first();
}
