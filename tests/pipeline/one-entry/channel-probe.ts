import { inspectText } from '#core/privacy/inspect-text.ts';
import { allowListOf } from '#pipeline/gate/audit.ts';
import { roundData } from '#site/feeds/open-data.ts';
import { officeCard } from '#site/pages/objection-page-view.ts';
import { objectionView } from '#site/pages/objection-view.ts';
import { aContent, aPublication } from '#tests/site/a-site.ts';

/** What every place says of a pager, a kind of channel that only the test knows. */
const channels = [
  { kind: 'phone', number: '0000000' },
  { kind: 'pager', call: '13800000000', name: '值班室' },
];
const given = { rounds: [{ round: { channels } }] };
const publication = aPublication(given, '2024-09-12T10:00:00+08:00');
const round = publication.rounds[0];
if (!round) throw new Error('the round is not public');
const view = objectionView(round);
const allow = allowListOf(aContent(given));
process.stdout.write(
  JSON.stringify({
    page: view.offices[0].channels[1],
    line: view.lines[1],
    corrections: view.corrections.map(({ label }) => label),
    card: officeCard(round, publication.site.address)
      .split('\r\n')
      .filter((line) => line.startsWith('TEL')),
    data: roundData(round, publication).channels[1],
    gate: ['寻呼：13800000000', '寻呼：13800000001'].map((text) => inspectText(text, allow).map(({ kind }) => kind)),
  }),
);
