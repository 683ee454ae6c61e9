import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DigitGroups } from '#core/privacy/digit-group.ts';
import { lawfulGroups } from '#core/privacy/lawful-number.ts';

/** Which groups are lawful: one sign a group, `x` for lawful. */
function lawful(text: string, expected: string): void {
  const found = [...lawfulGroups(new DigitGroups(text))].map((flag) => (flag === 1 ? 'x' : '.')).join('');
  assert.equal(found, expected, text);
}

describe('lawful groups of digits', () => {
  it('days: a year, a month, a day, with one sign', () => {
    for (const sign of ['-', '/', '.', ' ']) {
      for (const day of ['2024 09 11', '1900 1 1', '2099 12 31', '1999 012 031'])
        lawful(day.replaceAll(' ', sign), 'xxx');
      for (const none of [
        '2024 13 11',
        '2024 0 11',
        '2024 9 32',
        '2024 9 0',
        '2100 9 11',
        '1899 9 11',
        '024 9 11',
        '2024 0009 11',
        '2024 9 0011',
        '20241 9 11',
      ])
        lawful(none.replaceAll(' ', sign), '...');
      lawful(['31', '2024', '09', '11'].join(sign), '....');
      lawful(['2024', '09', '11', '31'].join(sign), '....');
      lawful(['2024', '09'].join(sign), '..');
    }
    lawful('31 2024-09-11 31', '.xxx.');
    for (const text of [
      '2024-09/11',
      '2024-09 11',
      '2024 09-11',
      '2024,09,11',
      '2024、09、11',
      '2024:09:11',
      '2024\n09\n11',
    ])
      lawful(text, '...');
    lawful('2024-09-11 2024-09-12', 'xxxxxx');
  });

  it('spans of years', () => {
    for (const sign of ['-', '~']) {
      lawful(`1998${sign}2003`, 'xx');
      lawful(`1998${sign}2103`, '..');
      lawful(`1898${sign}2003`, '..');
      lawful(`1998${sign}203`, '..');
    }
    for (const text of ['31-1998-2003', '1998-2003-31', '31-1998~2003', '1998~2003-31']) lawful(text, '...');
    for (const text of ['1998/2003', '1998 2003', '1998.2003', '1998、2003', '1998:2003']) lawful(text, '..');
    lawful('31~1998~2003', '.xx');
  });

  it('standards: letters, a number, a year', () => {
    lawful('GB/T 9704-2012', 'xx');
    lawful('GB 1-1999', 'xx');
    for (const text of [
      '9704-2012',
      't 9704-2012',
      'GB/T  9704-2012',
      'GB/T 9704-3012',
      'GB/T 9704-012',
      'GB/T 9704-20123',
      'GB 97041-2012',
      'GB：9704-2012',
      'GB中 9704-2012',
      'GB/T 9704.2012',
    ])
      lawful(text, '..');
    lawful('A9704-2012', 'xx');
  });

  it('times of a day', () => {
    for (const text of ['8:30', '08:30', '0:00', '24:59', '23:00', '008:30']) lawful(text, 'xx');
    for (const text of ['25:00', '8:60', '8:3', '8:030', '0008:30']) lawful(text, '..');
    for (const text of ['8:30:00', '23:59:60', '0:00:00']) lawful(text, 'xxx');
    for (const text of ['8:30:61', '8:30:5', '8:30:005', '25:30:00', '8:60:00']) lawful(text, '...');
    lawful('8:30:00.250', 'xxxx');
    lawful('8:30:00:25', '....');
    lawful('8:30-250', 'xx.');
    lawful('8:30:00-250', 'xxx.');
    lawful('8:30，9:30', 'xxxx');
    lawful('8-30', '..');
    lawful('1:2 8:30', '..xx');
    lawful('31:8:30', '...');
  });

  it('addresses of the internet', () => {
    for (const text of ['192.168.10.100', '0.0.0.0', '255.255.255.255']) lawful(text, 'xxxx');
    for (const text of [
      '256.168.10.100',
      '192.256.10.100',
      '192.168.256.100',
      '192.168.10.256',
      '192.168.10-100',
      '192-168.10.100',
      '192.168.0010.100',
    ])
      lawful(text, '....');
    lawful('192.168.10', '...');
    lawful('1.192.168.10.100', '.....');
    lawful('1.192.168.10-100', 'xxxx.');
  });

  it('pairs of decimals', () => {
    for (const text of [
      '131.12345678, 45.12345678',
      '1.5 2.5',
      '999.5,999.5',
      '1.5/2.5',
      '1.5&2.5',
      '131.12345678 45.12345678',
    ])
      lawful(text, 'xxxx');
    for (const text of [
      '1311.5 45.5',
      '131.5 1451.5',
      '131.5 45-5',
      '131-5 45.5',
      '131.5元45.5',
      '131.5 45',
      '131.5.1311.5',
    ])
      lawful(text, text.endsWith(' 45') ? '...' : '....');
    lawful('1.131.5 45.5', '.....');
    lawful('131.5 45.5.1', '.....');
  });

  it('amounts with thousands', () => {
    for (const [text, expected] of [
      ['13,800', 'xx'],
      ['13,800,000', 'xxx'],
      ['1,234,567,890', 'xxxx'],
      ['138,800', 'xx'],
      ['1380,800', '..'],
      ['13,80', '..'],
      ['13,8000', '..'],
      ['13,800,00', '...'],
      ['1,13,800', '...'],
      ['1,380,13,800', '....'],
      ['13、800', '..'],
      ['13,800、138', 'xx.'],
      ['138、13,800', '.xx'],
    ] as const)
      lawful(text, expected);
  });

  it('stars beside a group say nothing about it', () => {
    for (const mask of 'xX*●■□○◯×▢◆') {
      lawful(`138${mask}${mask}${mask}${mask}1234`, '..');
      lawful(`13812345678${mask}${mask}`, '.');
    }
    lawful('138', '.');
    lawful('', '');
  });
});
