import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CopiedTree, copiedTree } from './copied-tree.ts';

/** A kind of channel that there is not: a pager, which a device may ring up and nobody answers. */
const KIND = `import { z } from 'zod';
import { channelKind } from '../channel-kind.ts';

export const pager = channelKind({
  kind: 'pager',
  words: '寻呼',
  label: '寻呼台',
  shape: { call: z.string().regex(/^\\\\d{11}$/) },
  reach: 'paper',
  corrects: false,
  text: ({ call }) => call,
  ways: ({ call }) => [{ text: call, link: { scheme: 'tel', target: call } }],
  card: ({ call }) => [\`TEL;TYPE=PAGER:\${call}\`],
  declares: ({ call }) => [call],
});
`;
const INDEX = 'src/core/channels/kinds/index.ts';

describe('a kind of contact channel', () => {
  let tree: CopiedTree;
  before(async () => {
    tree = await copiedTree();
  });
  after(() => tree.remove());

  it('is one file and its line in the table, and stands everywhere', async () => {
    await tree.write('src/core/channels/kinds/pager.ts', KIND.replaceAll('\\\\', '\\'));
    await tree.edit(INDEX, 'import { phone }', "import { pager } from './pager.ts';\nimport { phone }");
    await tree.edit(INDEX, 'visit]', 'visit, pager]');
    assert.deepEqual(await tree.run('tests/pipeline/one-entry/channel-probe.ts'), {
      page: {
        kind: 'pager',
        label: '寻呼',
        text: '13800000000',
        ways: [{ text: '13800000000', href: 'tel:13800000000' }],
      },
      line: '寻呼台：13800000000（值班室）',
      corrections: ['电话'],
      card: ['TEL;TYPE=WORK,VOICE:0000000', 'TEL;TYPE=PAGER:13800000000'],
      data: { kind: 'pager', label: '寻呼', name: '值班室', text: '13800000000', uris: ['tel:13800000000'] },
      gate: [[], ['mobile-number']],
    });
  });
});
