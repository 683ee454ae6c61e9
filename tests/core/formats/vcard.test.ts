import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OfficeCard, vcard } from '#core/formats/vcard.ts';

const office: OfficeCard = {
  name: '示例市总工会生产部',
  lines: [
    'TEL;TYPE=WORK,VOICE:+86-6310000000',
    'EMAIL;TYPE=INTERNET:office@example.org',
    'ADR;TYPE=WORK:;;示例路0号\\, 000室;;;000000;中国',
  ],
  notes: ['电话：工作日 8:30—12:00', '来访：工作日 8:30—12:00'],
  url: 'https://example.org/a/2024/notice/',
};

/** RFC 2425 5.8.1, the other way round. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the card of an office', () => {
  it('is a vCard 3.0 as RFC 2426 has it', () => {
    assert.deepEqual(unfolded(vcard(office)), [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:示例市总工会生产部;;;;',
      'FN:示例市总工会生产部',
      'ORG:示例市总工会生产部',
      'TEL;TYPE=WORK,VOICE:+86-6310000000',
      'EMAIL;TYPE=INTERNET:office@example.org',
      'ADR;TYPE=WORK:;;示例路0号\\, 000室;;;000000;中国',
      'NOTE:电话：工作日 8:30—12:00；来访：工作日 8:30—12:00',
      'URL:https://example.org/a/2024/notice/',
      'END:VCARD',
      '',
    ]);
  });

  it('has no line of more than 75 octets, however long the name', () => {
    for (let length = 1; length <= 90; length += 1) {
      const name = '局'.repeat(length);
      const text = vcard({ ...office, name });
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(unfolded(text).includes(`FN:${name}`));
    }
  });
});
