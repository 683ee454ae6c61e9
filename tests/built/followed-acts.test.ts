import assert from 'node:assert/strict';
import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { aContent, given, ROUND, ROUND_FOLDER } from '#tests/office.ts';

/**
 * A window of 11 to 18 September 2024, extended on the 12th to the 20th; a candidate withdraws on the 13th, which is not yet public
 * when the site is built at noon of the 12th.
 */
let site: string;

before(async () => {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'), { force: true });
  const act = (values: Record<string, string | string[]>): Promise<unknown> =>
    actCommand.run(given({ round: ROUND, content, now: '2024-09-12T10:00:00+08:00', ...values }), Date.now);
  await act({ kind: 'extension', 'new-close': '2024-09-20', 'reason-code': 'outage', reason: '网站中断。' });
  await act({
    kind: 'withdraw-candidate',
    person: ['k7m2xq4'],
    'reason-code': 'own-wish',
    reason: '本人申请退出本次选树。',
    date: '2024-09-13',
    time: '09:00',
  });
  site = await buildInto({ content, now: '2024-09-12T12:00:00+08:00' });
});

const text = (path: string): Promise<string> => readFile(join(site, path), 'utf8');

describe('an extension in what is built to be followed', () => {
  it('is an item of its own in the feed', async () => {
    const { entries = [] } = parseAtomFeed(await text('feed.xml'));
    assert.deepEqual(
      entries.map(({ title, updated }) => [title?.value, updated]),
      [
        ['延长公示：关于2024年度澄湖工匠候选人的公示', '2024-09-12T10:00:00+08:00'],
        ['关于2024年度澄湖工匠候选人的公示', '2024-09-10T00:00:00+08:00'],
      ],
    );
  });

  it('moves the calendar entry and the status file', async () => {
    for (const file of ['calendar.ics', `${ROUND}/notice.ics`]) {
      const [component] = new ICAL.Component(ICAL.parse(await text(file)) as unknown[]).getAllSubcomponents('vevent');
      const event = new ICAL.Event(component);
      assert.deepEqual([event.sequence, event.endDate.toString()], [1, '2024-09-21'], file);
    }
    const { window, printed, acts } = JSON.parse(await text(`${ROUND}/status.json`)) as {
      window: { closesAt: string };
      printed: { closesOn: string };
      acts: { id: string }[];
    };
    assert.deepEqual(
      [window.closesAt, printed.closesOn, acts.map(({ id }) => id)],
      ['2024-09-21T00:00:00+08:00', '2024-09-18', ['2024-09-12-extension']],
    );
  });

  it('moves the last day on the page for objections and on the calendar page', async () => {
    const objection = await visibleText(site, `${ROUND}/objection/`);
    assert.match(objection, /2024年9月20日（星期五）\s*24:00截止/);
    assert.doesNotMatch(objection, /9月18日/);
    assert.match(await visibleText(site, 'calendar/'), /9月11日至9月20日/);
  });

  it('is followed by nothing that is not yet public', async () => {
    let looked = 0;
    for await (const file of glob('**/*.{html,xml,json,ics,vcf}', { cwd: site })) {
      assert.doesNotMatch(await text(file), /本人申请退出|withdraw-candidate/, file);
      looked += 1;
    }
    assert.ok(looked > 20, String(looked));
  });
});
