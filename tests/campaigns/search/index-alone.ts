import { readBuiltPeople } from '#pipeline/build/search/documents.ts';
import { indexDocuments } from '#pipeline/build/search/index-site.ts';
import { there } from '#tests/there.ts';

// `node index-alone.ts SITE`: the step of the build by itself, so that its memory can be told from anything else's.
const site = there(process.argv[2]);
await indexDocuments(site, await readBuiltPeople(site), new Set());
