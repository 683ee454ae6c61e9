import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeKindOf } from '#core/notices/kind-of.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { publish } from '#site/publication.ts';
import { at } from '#tests/core/lifecycle/a-life.ts';
import { aSequence, final } from '#tests/core/lifecycle/a-sequence.ts';
import { aContent } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

describe('a round with two notices', () => {
  it('has documents of each, called by its word, with the people of its own list', () => {
    const content = aContent();
    const { programme, folder } = aSequence([final]);
    content.programmes[0] = { ...there(content.programmes[0]), programme, rounds: [folder] };
    const [lead] = publish(content, at('2024-10-09 10:00')).rounds;
    const documents = roundDocuments(there(lead), 'https://chenghu.example.org/').map(({ document }) => document);
    assert.deepEqual(
      documents.map(({ name, address, attachments }) => [
        name,
        address.replace('https://chenghu.example.org/', ''),
        attachments[0]?.groups[0]?.rows.length,
      ]),
      [
        [noticeKindOf({ kind: 'shortlist' }).words, 'chenghu-craftsman/2024/notice/', 4],
        [noticeKindOf({ kind: 'candidates' }).words, 'chenghu-craftsman/2024-final/notice/', 2],
      ],
    );
  });
});
