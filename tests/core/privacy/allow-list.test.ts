import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chance } from './chance.ts';
import { kindsIn } from './kinds-in.ts';
import { emailAddress, homeAddress, identityNumber, landline, mobileNumber } from './private-values.ts';

const [area, number] = ['0631', `5${new Chance(1).digits(6)}`];

describe('what a publication declares', () => {
  it('a telephone is compared by its digits, however it is set', () => {
    for (const text of [
      `${area}-${number}`,
      `（${area}）${number}`,
      `${area} ${number}`,
      `+86 ${area.slice(1)} ${number}`,
      `电话：${number}`,
      `${area}-${number}-615`,
    ]) {
      assert.deepEqual(kindsIn(text, [`${area}-${number}`]), [], text.replace(/[0-9]/g, 'n'));
    }
  });

  it('the same number elsewhere in the country is another number', () => {
    assert.deepEqual(kindsIn(`0532-${number}`, [`${area}-${number}`]), ['telephone']);
    assert.deepEqual(kindsIn(`${area}-${number}`, [number]), ['telephone']);
  });

  it('never as a part of a longer number, nor the longer for its part', () => {
    assert.deepEqual(kindsIn(`电话：${number}1`, [number]), ['telephone']);
    assert.deepEqual(kindsIn(`电话：${number}`, [`${number}1`]), ['telephone']);
    assert.deepEqual(kindsIn(`${area}-${number}1`, [`${area}-${number}`]), ['telephone']);
  });

  it('a mobile number passes when it is declared, with and without +86', () => {
    const mobile = mobileNumber(new Chance(3));
    assert.deepEqual(kindsIn(`联系人：${mobile}`, [mobile]), []);
    assert.deepEqual(
      kindsIn(`联系人：${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, [`+86 ${mobile}`]),
      [],
    );
    assert.deepEqual(kindsIn(`联系人：${mobileNumber(new Chance(4))}`, [mobile]), ['mobile-number']);
  });

  it('an address of the mail passes in any case and disguise, and no other at the same host', () => {
    const [local, host] = emailAddress(new Chance(2));
    assert.deepEqual(kindsIn(`邮箱：${local}@${host}。`, [`${local}@${host}`]), []);
    assert.deepEqual(kindsIn(`邮箱：${local.toUpperCase()}＠${host}`, [`${local}@${host}`]), []);
    assert.deepEqual(kindsIn(`x${local}@${host}`, [`${local}@${host}`]), ['email']);
    assert.deepEqual(kindsIn(`${local}@${host}.cn`, [`${local}@${host}`]), ['email']);
  });

  it('an address of an office passes as a whole only', () => {
    const address = `威海市环翠区文化路8号${homeAddress(new Chance(6)).replace(/^.*区/, '')}`;
    assert.deepEqual(kindsIn(`来访：${address}`), ['home-address']);
    assert.deepEqual(kindsIn(`来访：${address}。`, [address]), []);
    assert.deepEqual(kindsIn(`来访：${address.slice(3)}`, [address]), ['home-address']);
  });

  it('nobody can allow an identity number', () => {
    const id = identityNumber(new Chance(1));
    assert.deepEqual(kindsIn(id, [id]), ['identity-number']);
  });

  it('a landline of two spellings is one value', () => {
    const [code, rest] = landline(new Chance(9));
    assert.deepEqual(kindsIn(`${code}${rest}`, [`${code}-${rest}`]), []);
  });
});
