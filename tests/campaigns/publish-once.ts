import { refuseOutdated } from '#pipeline/build/content-record.ts';
import { refuseUninspected } from '#pipeline/build/inspected.ts';
import { recordAddresses } from '#pipeline/build/published-addresses.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { writing } from '#pipeline/content/writing.ts';
import { remember } from '#pipeline/evidence/kept-head.ts';
import { sealFor } from '#pipeline/evidence/seal-for.ts';
import { publishTo } from '#pipeline/publish/publish-to.ts';

// What `npm run publish -- --to TARGET --site SITE --content CONTENT --first` does, but for the second inspection, which a site of a
// few words would not pass. A process of its own, so that it can be killed.
const [target = '', site = '', content = ''] = process.argv.slice(2);
await refuseOutdated(site, content);
const { files } = await refuseUninspected(site);
const seal = await sealFor(new Arguments({ content }, []), target, Date.now);
const options = { now: Date.now(), first: true, patience: 0, dropPast: false, files, seal };
await publishTo(target, site, options, { step: () => undefined, done: () => undefined });
await writing(content, { verb: 'publish' }, async (held) => {
  await recordAddresses(held, site, 'https://gongshi.example.org/');
  if (seal.last) await remember(held, target, seal.last);
});
