import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContactChannel } from '#core/channels/contact-channel.ts';
import { channelLine, channelView } from '#site/pages/channel-view.ts';
import { objectionView } from '#site/pages/objection-view.ts';
import { aProgramme, aPublicRound } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const PHONE: ContactChannel = {
  kind: 'phone',
  name: '生产部',
  areaCode: '0631',
  number: '0000000',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  purpose: ['objection'],
};

describe('a telephone', () => {
  it('is printed with its hours and dialled from anywhere', () => {
    const view = channelView(PHONE);
    assert.equal(view.text, '0631-0000000');
    assert.equal(view.ways[0]?.href, 'tel:+86-6310000000');
    assert.equal(view.hours, '工作日8:30—12:00、13:30—17:30');
    assert.equal(view.minutes, '510-720 810-1050');
    assert.equal(channelView({ ...PHONE, hours: there(PHONE.hours).toReversed() }).minutes, view.minutes);
    assert.equal(channelLine(PHONE, aProgramme()), '联系电话：0631-0000000（生产部，工作日8:30—12:00、13:30—17:30）');
  });
});

describe('an e-mail address', () => {
  it('opens a letter with headings and no words against anyone', () => {
    const email: ContactChannel = { kind: 'email', address: 'office@example.org', purpose: ['objection'] };
    const href = channelView(email, { subject: '异议', headings: ['事实：', '联系方式：'] }).ways[0]?.href ?? '';
    assert.equal(decodeURIComponent(href), 'mailto:office@example.org?subject=异议&body=事实：\r\n\r\n联系方式：');
    assert.ok(href.length < 1800);
  });
});

describe('how to object', () => {
  const validity = (given: Parameters<typeof aPublicRound>[0]): string =>
    objectionView(aPublicRound(given)).validity.join('\n');

  it('states the window with its last minute', () => {
    assert.match(validity({}), /在公示期内提出：2024年9月11日（星期三）至2024年9月18日（星期三）24:00。/);
  });

  it('says what an anonymous objection is worth', () => {
    assert.match(validity({}), /匿名的不予受理/);
    const discouraged = { objection: { postmark: 'dispatch', anonymous: 'discouraged' } };
    assert.match(validity({ round: discouraged }), /提倡署真实姓名/);
    assert.doesNotMatch(validity({ round: discouraged }), /不予受理/);
  });

  it('says which postmark counts', () => {
    assert.match(validity({}), /以寄出地邮戳日期为准：截止当日寄出的仍然有效/);
    const arrival = { objection: { postmark: 'arrival', anonymous: 'refused' } };
    assert.match(validity({ round: arrival }), /以到达日邮戳为准：截止之后才到的无效/);
  });

  it('tells the last office hour of the last working day', () => {
    assert.match(validity({}), /最后可到2024年9月18日（星期三）17:30。/);
    // A window in working days may be closed earlier in the day than the office.
    assert.match(validity({ publicity: { closingTime: '17:00' } }), /最后可到2024年9月18日（星期三）17:00。/);
  });

  it('promises confidence only where the office does', () => {
    assert.match(validity({}), /严格保密/);
    const open = { objection: { postmark: 'dispatch', anonymous: 'refused', confidential: false } };
    assert.doesNotMatch(validity({ round: open }), /保密/);
  });

  it('names one desk once', () => {
    const [{ desk, channels }] = objectionView(aPublicRound()).offices;
    assert.equal(desk, '生产部');
    assert.deepEqual(
      channels.map(({ name }) => name),
      [undefined, undefined],
    );
  });

  it('has a second door for slips of the pen, by telephone and e-mail only', () => {
    const letter = { kind: 'post', address: '示例路0号', addressee: '生产部' };
    const correction = { kind: 'email', address: 'words@example.org', purpose: ['correction'] };
    const view = objectionView(aPublicRound({ round: { channels: [letter, correction] } }));
    assert.deepEqual(
      view.offices[0].channels.map(({ label }) => label),
      ['来信'],
    );
    assert.deepEqual(
      view.corrections.map(({ text }) => text),
      ['words@example.org'],
    );
  });
});
