import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentNumbers } from '#core/privacy/document-number.ts';
import { findLabels } from '#core/privacy/label.ts';
import { finder } from './marked.ts';

const detect = (text: string) => documentNumbers(text, findLabels(text));
const finds = finder(detect);

describe('papers behind their names', () => {
  it('a passport has one or two letters and seven or eight digits, or as older and foreign ones have', () => {
    for (const number of [
      'E12345678',
      'EA1234567',
      'P1234567',
      'SE12345678',
      'G12345678',
      '123456789',
      '12345678',
      'ABC123456',
    ]) {
      finds(`护照号码:«passport|${number}»`);
    }
    for (const number of ['E12345', '1234567', 'ABCD12345', 'E', '1234567890123', 'ABC12345']) finds(`护照:${number}`);
  });

  it('a permit has letters and seven to ten digits, eight or ten digits, or three letters and twelve', () => {
    for (const number of [
      'C12345678',
      'CA1234567',
      'H1234567890',
      'L12345678',
      '12345678',
      '1234567890',
      'USA123456789012',
      '1234567890A',
    ]) {
      finds(`港澳通行证:«permit|${number}»`);
    }
    for (const number of ['C123456', '1234567', 'USA12345678901']) finds(`港澳通行证:${number}`);
  });

  it('a driver’s licence has twelve, fifteen or eighteen signs, an officer’s five to ten digits', () => {
    for (const number of ['123456789012', '123456789012345', '12345678901234567X'])
      finds(`驾驶证:«driving-licence|${number}»`);
    for (const number of ['12345678901', '1234567890123X']) finds(`驾驶证:${number}`);
    for (const number of ['12345', '1234567890', 'AB12345', 'A1234567']) finds(`军官证:«officer-card|${number}»`);
    for (const number of ['1234', 'ABC12345']) finds(`军官证:${number}`);
  });

  it('stands behind signs, brackets and little words, at most twenty of them', () => {
    for (const between of [':', '号码:', '证号', '编号为', '(因私):', ' No ', '档案编号:', '\n', '|', '是', '持有']) {
      finds(`护照${between}«passport|E12345678»`);
    }
    finds('军官证南字第«officer-card|1234567»号');
    finds('军官证武警字«officer-card|1234567»');
    finds('军官证南字«officer-card|1234567»');
    for (const between of ['No.', 'NO ', 'no:', 'Number ', 'number:', '系', '本人持', '证件号为']) {
      finds(`护照${between}«passport|E12345678»`);
    }
    finds('护照Nobody E12345678');
    finds(`护照${':'.repeat(20)}«passport|E12345678»`);
    finds(`护照${':'.repeat(21)}E12345678`);
    finds('护照已经办理 E12345678');
  });

  it('may have its signs apart, ends where its shape ends, and is no day', () => {
    for (const number of ['E 1234 5678', 'E-12345678', 'E.1234.5678', 'E 1 2 3 4 5 6 7 8'])
      finds(`护照:«passport|${number}»`);
    finds('护照:«passport|E12345678» 12');
    finds('护照:«passport|E12345678»,张');
    for (const day of ['2024-09-11', '2024.9.11', '2024/09/11', '1999 09 11'])
      finds(`护照办理时间:${day}`.replace('办理时间', ''));
    assert.equal(detect('护照:e 1234-5678')[0]?.value, 'E12345678');
  });
});
