import { actId, actSchema } from '#core/acts/act.ts';
import { actCommand } from '#pipeline/acts/act-command.ts';
import type { Options } from '#pipeline/commands/define-command.ts';
import { siteFeed } from '#site/feeds/feed.ts';
import { siteCalendar } from '#site/feeds/notice-ics.ts';
import { noticeStatus } from '#site/feeds/notice-status.ts';
import { actsView } from '#site/pages/acts-view.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

/** What each place makes of an act of the kind that was added to this copy; printed for the test that added it. */
const data = actSchema.parse({
  kind: 'prolongation',
  date: '2024-09-12',
  publishedTime: '10:00',
  reasonCode: 'outage',
  reason: '网站中断一天。',
  newClosesOn: '2024-09-19',
});
const id = actId(data);
const act = { id, file: `acts/${id}.md`, data, lines: {}, sections: [] };
const publication = aPublicationWith([act], '2024-09-12 12:00');
const round = there(publication.rounds[0]);
const [shown] = actsView(round);
const status = noticeStatus(round, publication);
const feed = siteFeed(publication, '/feed.xml').items.find(({ title }) => title.startsWith('顺延'));

process.stdout.write(
  JSON.stringify({
    page: { what: shown?.what, changes: shown?.changes, reason: shown?.reason },
    feed: feed?.text,
    calendar: siteCalendar(publication)
      .split('\r\n')
      .filter((line) => /^(?:DTSTART|DTEND|SEQUENCE)/u.test(line)),
    status: { state: status.state, closesOn: status.window?.closesOn, act: status.acts.at(-1) },
    help: [actCommand.options.kind.help.includes('prolongation 顺延公示'), actCommand.summary.includes('、顺延公示')],
    option: (actCommand.options as Options)['until'],
  }),
);
