import type { Page } from 'playwright/test';

/** One page of each kind. `person` follows the first name of the open notice: ids are minted, not known. */
export const PAGES = {
  home: '',
  'open notice': 'weihai-chief-technician/2026/notice/',
  'large notice': 'weihai-chief-technician/2026/notice/large/',
  'decided notice': 'gangcheng-craftsman/2019/notice/',
  round: 'jiaozuo-craftsman/2018/',
  result: 'jiaozuo-craftsman/2018/result/',
  objection: 'weihai-chief-technician/2026/objection/',
  'settled objection': 'jiaozuo-craftsman/2018/objection/',
  correction: 'weihai-chief-technician/2026/correction/',
  person: 'person',
  programmes: 'programmes/',
  programme: 'programmes/weihai-craftsman/',
  archive: 'archive/',
  showcase: 'showcase/',
  'showcase by district': 'showcase/district/',
  figures: 'figures/',
  guide: 'guide/objection/',
  follow: 'guide/follow/',
  reading: 'guide/reading/',
  calendar: 'calendar/',
  press: 'press/',
  data: 'data/',
  copying: 'weihai-chief-technician/2026/share/',
  search: 'search/',
  verify: 'verify/',
  about: 'about/',
  lost: '404.html',
} as const;

export type PageName = keyof typeof PAGES;

export async function visit(page: Page, name: PageName): Promise<void> {
  if (name !== 'person') {
    await page.goto(PAGES[name]);
    return;
  }
  await page.goto(PAGES['open notice']);
  await page.goto(await addressOf(page, '[data-people] a'));
}

/** The address a link leads to; it is in the page whether or not scripts run. */
export async function addressOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);
}

/**
 * Takes the sample's standing clock out of every page, so that the page lives by a clock. Asked for the time, the server says what
 * `server` makes of the device's; by default they agree.
 * @param server `undefined`: the server does not say
 */
export async function withoutStandingClock(
  page: Page,
  server: (device: number) => number | undefined = (device) => device,
): Promise<void> {
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.method() === 'HEAD') {
      // A page that is being left gets no answer any more.
      const device = await page.evaluate(() => Date.now()).catch(() => undefined);
      if (device === undefined) return route.abort().catch(() => undefined);
      const told = server(device);
      return route.fulfill({ status: 200, headers: told === undefined ? {} : { date: new Date(told).toUTCString() } });
    }
    if (request.resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = (await response.text()).replace(/ data-clock="[^"]*"/, '');
    return route.fulfill({ response, body: html });
  });
}

/**
 * Stops the clock of the page at an instant, before any page is there: what follows does not depend on how fast the machine is. From
 * then on `page.clock.runFor` alone moves it.
 * @param instant milliseconds since 1970
 */
export async function stopClockAt(page: Page, instant: number): Promise<void> {
  // Between these two calls the clock runs, and it never goes back: a day is longer than any machine takes.
  await page.clock.install({ time: instant - 24 * 3_600_000 });
  await page.clock.pauseAt(instant);
}
